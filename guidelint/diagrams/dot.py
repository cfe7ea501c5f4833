"""Guideline → DOT text for Graphviz. Nothing of the guideline goes anywhere but into quoted labels."""

from __future__ import annotations

from guidelint.diagrams.draw import draw
from guidelint.diagrams.palette import LIGHT
from guidelint.diagrams.picture import Arrow, Box, Shape
from guidelint.diagrams.text import shown, wrapped
from guidelint.model import Guideline

BOX_WIDTH = 40
ARROW_WIDTH = 26

# DejaVu and Verdana are wide: where a viewer has to take another font, the text still fits its box.
HEAD = f"""\
// Written by guidelint: change the guideline and draw it again.
digraph guideline {{
  graph [rankdir=TB, nodesep=0.4, ranksep=0.45]
  node [fontname="DejaVu Sans,Verdana,sans-serif", fontsize=11, fontcolor="{LIGHT.ink}", margin="0.2,0.12"]
  edge [fontname="DejaVu Sans,Verdana,sans-serif", fontsize=10, fontcolor="{LIGHT.ink}", color="{LIGHT.arrow}"]"""

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


def write_dot(guideline: Guideline) -> str:
    picture = draw(guideline)
    boxes = (f"  {_box(box)}" for box in picture.boxes)
    arrows = (f"  {_arrow(arrow)}" for arrow in picture.arrows)
    return "\n".join((HEAD, *boxes, *arrows, "}")) + "\n"


def escape(text: str) -> str:
    """Any text as the inside of a quoted label: Graphviz decodes entities there, and knows escapes such as `\\N`."""
    return shown(text).translate(CODES)


def _box(box: Box) -> str:
    look = LIGHT.look_of(box)
    label = escape(wrapped(shown(box.text), BOX_WIDTH))
    return f'{box.id} [{OUTLINES[box.shape]}, fillcolor="{look.fill}", color="{look.line}", label="{label}"]'


def _arrow(arrow: Arrow) -> str:
    attributes = []
    if arrow.text:
        lines = wrapped(shown(arrow.text), ARROW_WIDTH).split("\n")
        text = "\n".join(f" {line} " for line in lines)  # room between the words and the line beside them
        attributes.append(f'label="{escape(text)}"')
    if arrow.closes_loop:
        attributes.append("style=dashed")
    return f"{arrow.source} -> {arrow.target}" + (f" [{', '.join(attributes)}]" if attributes else "")
