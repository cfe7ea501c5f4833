"""What most boxes and arrows of a picture look like, said once in the style of the page and not in each of them; and
their signs in the legend and over a step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagrams.palette import DARK, LIGHT, Palette

BOX = re.compile(r'(<g class="node ([a-z_]+)[^>]*>\n<path d="[^"]*") fill="([^"]*)" stroke="([^"]*)"')
ARROW = re.compile(
    r'(<g class="edge[^>]*>\n<path d="[^"]*") fill="none" stroke="([^"]*)"([^>]*>\n<path d="[^"]*") fill="\2"/>'
)
"""An outline, or a line with its head: what is drawn first in its group."""


def unpainted(svg: str) -> str:
    """Without the colours that `paint` gives; whatever has others keeps them."""
    return ARROW.sub(_arrow, BOX.sub(_box, svg))


def paint() -> str:
    """A style for what has no colours of its own, on paper and on the two kinds of screens."""
    return "\n".join((*_rules(LIGHT), "@media screen and (prefers-color-scheme: dark) {", *_rules(DARK), "}"))


def _rules(palette: Palette) -> Iterator[str]:
    yield f".edge > path:first-child:not([stroke]) {{ fill: none; stroke: {palette.arrow} }}"
    yield f".edge > path:nth-child(2):not([fill]) {{ fill: {palette.arrow} }}"
    for name, look in palette.looks.items():
        yield f".node.{name} > path:first-child:not([stroke]) {{ fill: {look.fill}; stroke: {look.line} }}"
        yield f".swatch.{name}, .{name} > .kind::before {{ background: {look.fill}; border-color: {look.line} }}"


def _box(found: re.Match[str]) -> str:
    opening, name, *colours = found.groups()
    look = LIGHT.looks.get(name)
    return opening if look and colours == [look.fill, look.line] else found[0]


def _arrow(found: re.Match[str]) -> str:
    line, colour, head = found.groups()
    return f"{line}{head}/>" if colour == LIGHT.arrow else found[0]
