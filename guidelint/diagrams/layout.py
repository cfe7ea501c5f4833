"""Pictures → Layout: a place for everything, found by Graphviz, with every box sized by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log, sqrt

from guidelint.diagrams.ends import between_outlines
from guidelint.diagrams.geometry import Curve, Point, Rect
from guidelint.diagrams.graphviz import FEW, Direction, Places, Size, place
from guidelint.diagrams.merging import Merged
from guidelint.diagrams.outlines import outline_of
from guidelint.diagrams.picture import Arrow, Box, Picture
from guidelint.diagrams.placed import ArrowFace, BoxFace, Layout, PlacedArrow, PlacedBox
from guidelint.diagrams.plan import Plan, plan_of
from guidelint.diagrams.writing import Block, in_frame, in_middle

MARGIN = 24.0
ASPECT = sqrt(2.0)
"""Of a page, upright or not."""


def lay_out(pictures: Sequence[Picture]) -> Layout:
    """One picture, or the versions of one from old to new: what is in several of them stands at one place in all.

    Raises ExtraMissing where the extra `diagrams` is not installed.
    """
    plan = plan_of(pictures)
    places = _places(plan)
    frames = [_frame(size, middle) for size, middle in zip(plan.question.sizes, places.middles, strict=True)]
    boxes = [_placed_box(id, written, frames[number]) for number, (id, written) in enumerate(plan.boxes.items())]
    return Layout(
        pictures[-1].title,
        pictures[-1].description,
        places.width + 2 * MARGIN,
        places.height + 2 * MARGIN,
        tuple(boxes),
        tuple(_placed_arrows(plan, boxes, frames, map(_moved, places.curves))),
    )


def _places(plan: Plan) -> Places:
    """A picture of few boxes is read from top to bottom; one of more in the direction that suits a page."""
    directions: tuple[Direction, ...] = ("TB",) if len(plan.boxes) <= FEW else ("TB", "LR")
    return min((place(plan.question, direction) for direction in directions), key=_distance_from_page)


def _distance_from_page(places: Places) -> float:
    return abs(abs(log(places.width / places.height)) - log(ASPECT))


def _frame(size: Size, middle: Point) -> Rect:
    width, height = size
    return Rect(middle.x - width / 2 + MARGIN, middle.y - height / 2 + MARGIN, width, height)


def _moved(curve: Curve) -> Curve:
    return tuple(Point(point.x + MARGIN, point.y + MARGIN) for point in curve)


def _placed_box(id: str, written: Merged[tuple[Box, Block]], frame: Rect) -> PlacedBox:
    return PlacedBox(id, frame, written.map(lambda face: BoxFace(face[0], in_frame(*face, frame))).faces)


def _placed_arrows(
    plan: Plan, boxes: Sequence[PlacedBox], frames: Sequence[Rect], curves: Iterator[Curve]
) -> Iterator[PlacedArrow]:
    outlines = {box.id: outline_of(box.face.box, box.frame).corners for box in boxes}
    for number, arrow in enumerate(plan.arrows):
        source, target = arrow.join
        pieces = [next(curves)[:: -1 if arrow.is_upward else 1] for _ in arrow.wires]
        line = between_outlines(pieces, outlines[source], outlines[target])
        label = None if arrow.label is None else frames[arrow.label]
        yield PlacedArrow(f"e{number}", source, target, line, label, _faces(arrow.written, label))


def _faces(written: Merged[tuple[Arrow, Block]], label: Rect | None) -> tuple[ArrowFace | None, ...]:
    return written.map(lambda face: ArrowFace(face[0], in_middle(face[1], label) if label else ())).faces
