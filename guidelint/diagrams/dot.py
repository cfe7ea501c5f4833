"""Picture → DOT text for Graphviz. Nothing of the guideline goes anywhere but into quoted labels."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagrams.marked_words import marked_arrow, marked_box
from guidelint.diagrams.marks import UNMARKED, Marks, marks_on
from guidelint.diagrams.overlay import ArrowMarks, BoxMarks
from guidelint.diagrams.palette import LIGHT
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.text import shown, wrapped

BOX_WIDTH = 40
ARROW_WIDTH = 26
CAPTION_WIDTH = 90

FONTS = "DejaVu Sans,Verdana,sans-serif"
"""Wide ones: where a viewer has to take another font, the text still fits its box."""

HEAD = f"""\
// Written by guidelint: change the guideline and draw it again.
digraph guideline {{
  graph [rankdir=TB, nodesep=0.4, ranksep=0.45]
  node [fontname="{FONTS}", fontsize=11, fontcolor="{LIGHT.ink}", margin="0.2,0.12"]
  edge [fontname="{FONTS}", fontsize=10, fontcolor="{LIGHT.ink}", color="{LIGHT.arrow}"]"""

OUTLINES = {
    Shape.START: 'shape=box, style="rounded,filled"',
    Shape.DECISION: 'shape=hexagon, style="filled", margin="0.05,0.05"',
    Shape.RECOMMENDATION: 'shape=box, style="filled"',
    Shape.EMERGENCY: 'shape=octagon, style="filled", penwidth=3, margin="0.1,0.1"',
    Shape.FOLLOW_UP: 'shape=box, style="rounded,dashed,filled"',
    Shape.UNDEFINED: 'shape=box, style="dotted,filled"',
    Shape.SECTION: 'shape=box, style="filled", peripheries=2',
    Shape.LINK: 'shape=oval, style="filled"',
    Shape.NOWHERE: 'shape=oval, style="dashed,filled"',
}

CODES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;", "\n": "\\n"})


def write_dot(picture: Picture, marks: Marks = UNMARKED) -> str:
    found = marks_on(picture, marks)
    boxes = (f"  {_box(box, found.boxes[box.id])}" for box in picture.boxes)
    arrows = (f"  {_arrow(arrow, found.arrows[arrow])}" for arrow in picture.arrows)
    return "\n".join((HEAD, *_caption(marks), *boxes, *arrows, "}")) + "\n"


def _caption(marks: Marks) -> Iterator[str]:
    if marks.walk and marks.walk.caption:
        lines = wrapped(shown(marks.walk.caption.text), CAPTION_WIDTH).split("\n")
        label = "".join(f"{escape(line)}\\l" for line in lines)  # each ends to the left
        yield f'  graph [labelloc=t, labeljust=l, fontname="{FONTS}", fontsize=11, label="{label}"]'


def escape(text: str) -> str:
    """Any text as the inside of a quoted label: Graphviz decodes entities there, and knows escapes such as `\\N`."""
    return shown(text).translate(CODES)


def _box(box: Box, marks: BoxMarks) -> str:
    look = LIGHT.look_of(box)
    attributes = [OUTLINES[box.shape]]
    if marks.is_dimmed:
        attributes.append(f'fillcolor="{LIGHT.ground}", color="{LIGHT.faint}", fontcolor="{LIGHT.muted}"')
    elif marks.steps:
        attributes.append(f'fillcolor="{look.fill}", color="{LIGHT.way}", penwidth=4')
    else:
        attributes.append(f'fillcolor="{look.fill}", color="{look.line}"')
    attributes.append(f'label="{escape(wrapped(shown(marked_box(box, marks)), BOX_WIDTH))}"')
    return f"{box.id} [{', '.join(attributes)}]"


def _arrow(arrow: Arrow, marks: ArrowMarks) -> str:
    attributes = []
    if words := marked_arrow(arrow, marks):
        lines = wrapped(shown(words), ARROW_WIDTH).split("\n")
        text = "\n".join(f" {line} " for line in lines)  # room between the words and the line beside them
        attributes.append(f'label="{escape(text)}"')
    if arrow.closes_loop:
        attributes.append("style=dashed")
    if marks.is_taken:
        attributes.append(f'color="{LIGHT.way}", penwidth=3')
    if marks.is_dimmed:
        attributes.append(f'color="{LIGHT.faint}", fontcolor="{LIGHT.muted}"')
    return f"{arrow.source} -> {arrow.target}" + (f" [{', '.join(attributes)}]" if attributes else "")
