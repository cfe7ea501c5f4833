"""Where everything of a picture stands, whatever it is painted with: what a layout is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from guidelint.diagrams.geometry import Curve, Rect
from guidelint.diagrams.picture import Arrow, Box

Anchor = Literal["start", "middle"]


class Line(NamedTuple):
    """One line of text, without newlines; `x` is its beginning or its middle, `y` its baseline.

    `width` is what the shipped font needs for it, or what other fonts may need where `is_sure` is false: some of its
    characters are not in the shipped font.
    """

    text: str
    x: float
    y: float
    size: float
    width: float
    bold: bool = False
    anchor: Anchor = "start"
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class BoxFace:
    """A box as one version has it."""

    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ArrowFace:
    """An arrow as one version has it."""

    arrow: Arrow
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """`id` is the node's in the guideline, or `:` and the id of the box; `frame` is large enough for every face.

    There is one face for each version, None where a version has no such box.
    """

    id: str
    frame: Rect
    faces: tuple[BoxFace | None, ...]

    @property
    def face(self) -> BoxFace:
        """That of the newest version that has the box."""
        return next(face for face in reversed(self.faces) if face is not None)


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """`id` is ours, and `source` and `target` are ids of placed boxes.

    The line leads through its label, if it has one: `curves` are then two, to the label and on from it. The last one
    ends on the outline of the target, where the arrowhead's tip is.
    """

    id: str
    source: str
    target: str
    curves: tuple[Curve, ...]
    label: Rect | None
    faces: tuple[ArrowFace | None, ...]

    @property
    def face(self) -> ArrowFace:
        """That of the newest version that has the arrow."""
        return next(face for face in reversed(self.faces) if face is not None)


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes and arrows of all versions, each once, in the order of the newest one."""

    title: str
    description: str
    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]

    def version(self, number: int) -> Layout:
        """What one version has of it, at the same places."""
        boxes = ((box, box.faces[number]) for box in self.boxes)
        arrows = ((arrow, arrow.faces[number]) for arrow in self.arrows)
        return replace(
            self,
            boxes=tuple(replace(box, faces=(face,)) for box, face in boxes if face is not None),
            arrows=tuple(replace(arrow, faces=(face,)) for arrow, face in arrows if face is not None),
        )
