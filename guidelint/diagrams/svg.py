"""Drawing → SVG that stands on its own and can stand in a page.

Colours are attributes, so that every viewer paints them and a style sheet can still override them: no `style`, no
`<style>`, no `<marker>`, no address, nothing that loads or runs. What most words and lines of the arrows have in
common, and what those of the boxes have, is said once, at the group that holds them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from guidelint.diagrams.primitives import (
    Drawing,
    EdgeGroup,
    Group,
    NodeGroup,
    NoteGroup,
    Paint,
    Path,
    Polygon,
    Primitive,
    Text,
)
from guidelint.diagrams.svg_paths import number, path_of, polygon_path
from guidelint.diagrams.text import shown

FONTS = "DejaVu Sans, Verdana, sans-serif"
LAYERS = {EdgeGroup: "edges", NodeGroup: "nodes", NoteGroup: "notes"}


@dataclass(frozen=True, slots=True)
class _Element:
    """`inherited` are those attributes that it may have from the group around it as well."""

    tag: str
    own: Mapping[str, str]
    inherited: Mapping[str, str]
    words: str | None = None


def draw_svg(drawing: Drawing) -> str:
    width, height, top = number(drawing.width), number(drawing.height), number(-drawing.above)
    size = f'width="{width}" height="{height}"'
    space = f'xmlns="http://www.w3.org/2000/svg" xml:space="preserve" {size} viewBox="0 {top} {width} {height}"'
    begin = f' y="{top}"' if drawing.above else ""
    layers = ((LAYERS[kind], tuple(groups)) for kind, groups in groupby(drawing.groups, type))
    lines = [
        f'<svg {space} role="img" font-family="{FONTS}">',
        f"<title>{_text(drawing.title)}</title>",
        f"<desc>{_text(drawing.description)}</desc>",
        f'<rect class="ground"{begin} {size} fill="{drawing.ground}"/>',
        *(line for name, groups in layers for line in _layer(name, groups)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _layer(name: str, groups: Sequence[Group]) -> Iterator[str]:
    """One after the other as they are painted: arrows, or the boxes over them."""
    elements = [[_element(item) for item in _joined(group.items)] for group in groups]
    usual = _usual(element for row in elements for element in row)
    yield f"<g{_attributes({'class': name, **usual})}>"
    for group, row in zip(groups, elements, strict=True):
        about = {name: _text(value) for name, value in _about(group).items()}
        yield f"<g{_attributes(about)}>"
        yield from (_written(element, usual) for element in row)
        yield "</g>"
    yield "</g>"


def _usual(elements: Iterable[_Element]) -> Mapping[str, str]:
    """The value that most have, of each attribute."""
    counts: dict[str, Counter[str]] = {}
    for element in elements:
        for name, value in element.inherited.items():
            counts.setdefault(name, Counter())[value] += 1
    return {name: found.most_common(1)[0][0] for name, found in counts.items()}


def _about(group: Group) -> Mapping[str, str]:
    if isinstance(group, NoteGroup):
        return {"class": group.kind}
    if isinstance(group, NodeGroup):
        return {"class": " ".join(("node", *group.classes)), "data-id": group.id}
    ends = {"data-source": group.source, "data-target": group.target}
    return {"class": " ".join(("edge", *group.classes)), "data-id": group.id, **ends}


def _written(element: _Element, usual: Mapping[str, str]) -> str:
    unusual = {name: value for name, value in element.inherited.items() if usual[name] != value}
    opening = f"<{element.tag}{_attributes({**element.own, **unusual})}"
    return f"{opening}/>" if element.words is None else f"{opening}>{_text(element.words)}</{element.tag}>"


# What is drawn -------------------------------------------------------------------------------------------------------


def _joined(items: Iterable[Primitive]) -> Iterator[Primitive | tuple[Path, ...]]:
    """Lines that follow each other and look alike are one path."""
    for paint, run in groupby(items, _line_paint):
        if paint is None:
            yield from run
        else:
            yield tuple(item for item in run if isinstance(item, Path))


def _line_paint(item: Primitive) -> Paint | None:
    """None for what is no line."""
    is_line = isinstance(item, Path) and not item.is_closed and item.paint.fill is None
    return item.paint if isinstance(item, Path) and is_line else None


def _element(item: Primitive | tuple[Path, ...]) -> _Element:
    if isinstance(item, Text):
        return _words(item)
    if isinstance(item, Polygon):
        return _shape(polygon_path(item.points), item.paint)
    paths = item if isinstance(item, tuple) else (item,)
    return _shape("".join(path_of(path.curve, is_closed=path.is_closed) for path in paths), paths[0].paint)


def _shape(path: str, paint: Paint) -> _Element:
    own = {"d": path, "fill": paint.fill or "none"}
    if not paint.stroke:
        return _Element("path", own, {})
    dash = {"stroke-dasharray": " ".join(map(number, paint.dash))} if paint.dash else {}
    return _Element("path", {**own, "stroke": paint.stroke, **dash}, {"stroke-width": number(paint.width)})


def _words(text: Text) -> _Element:
    line = text.line
    look = {
        "font-size": number(line.size),
        "font-weight": "bold" if line.bold else "normal",
        "text-anchor": line.anchor,
        "fill": text.fill,
    }
    return _Element("text", {"x": number(line.x), "y": number(line.y)}, look, line.text)


def _attributes(values: Mapping[str, str]) -> str:
    """Numbers, colours and words of our own; what an author may have written is escaped before."""
    return "".join([f' {name}="{value}"' for name, value in values.items()])


def _text(text: str) -> str:
    return escape(shown(text), quote=True)
