"""Picture → Mermaid text, in syntax that versions 10 to 12 read alike.

Mermaid draws no more than 500 arrows and 50,000 characters, and no setting of ours can change that. A forge may add to
a text, so it is divided before it comes near.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagrams.marked_words import marked_arrow, marked_box
from guidelint.diagrams.marks import UNMARKED, Marks, PictureMarks, marks_on
from guidelint.diagrams.mermaid_text import escape, escape_line
from guidelint.diagrams.palette import LIGHT, Look
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.text import held_together, shown

MOST_ARROWS = 500
MOST_CHARACTERS = 50_000

ROOM = 0.8
"""Of both limits, how much is used before a guideline is divided."""

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


DIMMED = "dimmed"
TAKEN = "taken"
MARKS = {
    DIMMED: f"fill:{LIGHT.ground},stroke:{LIGHT.faint},color:{LIGHT.muted}",
    TAKEN: f"stroke:{LIGHT.way},stroke-width:4px",
}


def write_mermaid(picture: Picture, marks: Marks = UNMARKED) -> str:
    found = marks_on(picture, marks)
    lines = [
        HEAD,
        f"  accTitle: {escape_line(picture.title)}",
        f"  accDescr: {escape_line(picture.description)}",
        *_caption(marks),
        *(f"  {_box(box, found)}" for box in picture.boxes),
        *(f"  {_arrow(arrow, found)}" for arrow in picture.arrows),
        *(f"  {line}" for line in _looks(picture)),
        *(f"  {line}" for line in _marks(picture, found)),
    ]
    return "\n".join(lines) + "\n"


def _caption(marks: Marks) -> Iterator[str]:
    """A box that no arrow leads to: the title of a diagram has no lines."""
    if marks.walk and marks.walk.caption:
        yield f'  caption["{_label(marks.walk.caption.text)}"]:::caption'
        yield f"  classDef caption fill:{LIGHT.ground},stroke:{LIGHT.way},color:{LIGHT.ink},text-align:left"


def limits_broken(picture: Picture, text: str) -> Iterator[str]:
    """What of Mermaid's limits a text goes beyond, in words."""
    arrows, characters = len(picture.arrows), _characters(text)
    if arrows > MOST_ARROWS:
        yield f"{arrows:,} arrows, and Mermaid draws at most {MOST_ARROWS:,}"
    if characters > MOST_CHARACTERS:
        yield f"{characters:,} characters, and Mermaid reads at most {MOST_CHARACTERS:,}"


def is_near_limits(picture: Picture, text: str) -> bool:
    return len(picture.arrows) > ROOM * MOST_ARROWS or _characters(text) > ROOM * MOST_CHARACTERS


def _characters(text: str) -> int:
    """As JavaScript counts them."""
    return len(text.encode("utf-16-le")) // 2


def _box(box: Box, found: PictureMarks) -> str:
    begin, end = OUTLINES[box.shape]
    marks = found.boxes[box.id]
    look = DIMMED if marks.is_dimmed else LIGHT.look_of(box).name
    return f'{box.id}{begin}"{_label(marked_box(box, marks))}"{end}:::{look}'


def _arrow(arrow: Arrow, found: PictureMarks) -> str:
    line = "-.->" if arrow.closes_loop else "-->"
    words = marked_arrow(arrow, found.arrows[arrow])
    text = f'|"{_label(words)}"|' if words.strip() else ""
    return f"{arrow.source} {line}{text} {arrow.target}"


def _looks(picture: Picture) -> Iterator[str]:
    """Only those that the picture has."""
    names = {LIGHT.look_of(box).name for box in picture.boxes}
    return (_class(look) for look in LIGHT.looks.values() if look.name in names)


def _marks(picture: Picture, found: PictureMarks) -> Iterator[str]:
    """What is dimmed has a look of its own in place of the usual one; what a patient passes has one beside it."""
    if not any(marks.is_dimmed or marks.is_taken for marks in found.arrows.values()):
        return
    yield from (f"classDef {name} {style}" for name, style in MARKS.items())
    if passed := [box.id for box in picture.boxes if found.boxes[box.id].steps]:
        yield f"class {','.join(passed)} {TAKEN}"
    marks = [found.arrows[arrow] for arrow in picture.arrows]
    if taken := [str(number) for number, each in enumerate(marks) if each.is_taken]:
        yield f"linkStyle {','.join(taken)} stroke:{LIGHT.way},stroke-width:3px"
    if dimmed := [str(number) for number, each in enumerate(marks) if each.is_dimmed]:
        yield f"linkStyle {','.join(dimmed)} stroke:{LIGHT.faint},color:{LIGHT.muted}"


def _label(text: str) -> str:
    return escape(held_together(shown(text)))


def _class(look: Look) -> str:
    return f"classDef {look.name} fill:{look.fill},stroke:{look.line},color:{LIGHT.ink}{EXTRAS.get(look.name, '')}"
