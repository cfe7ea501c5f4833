"""Guideline → Mermaid text, in syntax that versions 10 to 12 read alike.

Mermaid draws no more than 500 arrows and 50,000 characters, and no setting of ours can change that.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagrams.draw import draw
from guidelint.diagrams.mermaid_text import escape, escape_line
from guidelint.diagrams.palette import LIGHT, Look
from guidelint.diagrams.picture import Arrow, Box, Shape
from guidelint.diagrams.text import held_together, shown
from guidelint.model import Guideline

MOST_ARROWS = 500
MOST_CHARACTERS = 50_000

HEAD = """\
---
config:
  look: classic
  layout: dagre
  htmlLabels: true
  flowchart: {wrappingWidth: 280, curve: basis}
---
%% Written by guidelint: change the guideline and draw it again.
flowchart TB"""

OUTLINES = {
    Shape.START: ("(", ")"),
    Shape.DECISION: ("{{", "}}"),
    Shape.RECOMMENDATION: ("[", "]"),
    Shape.EMERGENCY: ("[[", "]]"),
    Shape.FOLLOW_UP: ("([", "])"),
    Shape.UNDEFINED: ("[", "]"),
    Shape.SECTION: ("[", "]"),
    Shape.LINK: ("([", "])"),
    Shape.NOWHERE: ("([", "])"),
}

EXTRAS = {
    "emergency": ",stroke-width:4px",
    "follow_up": ",stroke-dasharray:6 4",
    "undefined": ",stroke-dasharray:2 3",
    "nowhere": ",stroke-dasharray:2 3",
}


def write_mermaid(guideline: Guideline) -> str:
    picture = draw(guideline)
    lines = [
        HEAD,
        f"  accTitle: {escape_line(picture.title)}",
        f"  accDescr: {escape_line(picture.description)}",
        *(f"  {_box(box)}" for box in picture.boxes),
        *(f"  {_arrow(arrow)}" for arrow in picture.arrows),
        *(
            f"  {_class(look)}"
            for look in LIGHT.looks.values()
            if any(LIGHT.look_of(box) is look for box in picture.boxes)
        ),
    ]
    return "\n".join(lines) + "\n"


def limits_broken(guideline: Guideline, text: str) -> Iterator[str]:
    """What of Mermaid's limits a text goes beyond, in words."""
    arrows = len(draw(guideline).arrows)
    characters = len(text.encode("utf-16-le")) // 2  # as JavaScript counts them
    if arrows > MOST_ARROWS:
        yield f"{arrows:,} arrows, and Mermaid draws at most {MOST_ARROWS:,}"
    if characters > MOST_CHARACTERS:
        yield f"{characters:,} characters, and Mermaid reads at most {MOST_CHARACTERS:,}"


def _box(box: Box) -> str:
    begin, end = OUTLINES[box.shape]
    return f'{box.id}{begin}"{_label(box.text)}"{end}:::{LIGHT.look_of(box).name}'


def _arrow(arrow: Arrow) -> str:
    line = "-.->" if arrow.closes_loop else "-->"
    text = f'|"{_label(arrow.text)}"|' if arrow.text.strip() else ""
    return f"{arrow.source} {line}{text} {arrow.target}"


def _label(text: str) -> str:
    return escape(held_together(shown(text)))


def _class(look: Look) -> str:
    return f"classDef {look.name} fill:{look.fill},stroke:{look.line},color:{LIGHT.ink}{EXTRAS.get(look.name, '')}"
