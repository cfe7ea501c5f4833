"""A picture, a walk and findings → the marks of each box and arrow."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from guidelint.diagrams.finding_marks import FindingMarks, badges
from guidelint.diagrams.overlay import ArrowMarks, BoxMarks, Overlay
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.walk_marks import WalkMarks, way_of
from guidelint.diagrams.ways_out import LOST, WayOut

JOINTS = (Shape.START, Shape.LINK, Shape.NOWHERE)
"""Boxes that are no step of any walk: the way goes through them where it takes an arrow of theirs."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be seen on the pictures of a guideline beside the guideline itself."""

    walk: WalkMarks | None = None
    findings: FindingMarks | None = None

    @property
    def ways_out(self) -> tuple[WayOut, ...]:
        """The one of the walk first."""
        lost = (self.walk.lost,) if self.walk and self.walk.lost else ()
        return (*lost, *(self.findings.ways_out if self.findings else ()))


UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class PictureMarks:
    """By the ids of boxes, and by the arrows themselves."""

    boxes: Mapping[str, BoxMarks]
    arrows: Mapping[Arrow, ArrowMarks]


def marks_on(picture: Picture, marks: Marks) -> PictureMarks:
    # What every walk passes, and what only a walk that cannot go on does
    sure = {LOST, *(box.id for box in picture.boxes if box.shape is Shape.START)}
    arrows = {
        arrow: _arrow_marks(arrow, marks, is_sure=not sure.isdisjoint((arrow.source, arrow.target)))
        for arrow in picture.arrows
    }
    passed = {end for arrow, each in arrows.items() if each.is_taken for end in (arrow.source, arrow.target)}
    return PictureMarks({box.id: _box_marks(box, marks, passed) for box in picture.boxes}, arrows)


def overlay_on(layout: Layout, marks: Marks) -> Overlay:
    """The marks by the ids of what is laid out; of several versions, those of the newest one."""
    boxes, arrows = [placed.face.box for placed in layout.boxes], [placed.face.arrow for placed in layout.arrows]
    found = marks_on(Picture(layout.title, layout.description, tuple(boxes), tuple(arrows)), marks)
    return Overlay(
        {placed.id: found.boxes[placed.face.box.id] for placed in layout.boxes},
        {placed.id: found.arrows[placed.face.arrow] for placed in layout.arrows},
    )


def _arrow_marks(arrow: Arrow, marks: Marks, *, is_sure: bool) -> ArrowMarks:
    ways = [way_of(edge) for edge in arrow.edges]
    found = badges([item for way in ways for item in marks.findings.of_ways.get(way, ())]) if marks.findings else ()
    if marks.walk is None:
        return ArrowMarks(badges=found)
    is_taken = is_sure or not marks.walk.taken.isdisjoint(ways)
    return ArrowMarks(not is_taken, is_taken, found)


def _box_marks(box: Box, marks: Marks, passed: Collection[str]) -> BoxMarks:
    nodes = box.holds or ((box.node,) if box.node is not None else ())
    found = marks.findings
    items = [item for node in nodes for item in found.of_nodes.get(node, ())] if found else []
    if found and box.shape is Shape.START:
        items += found.of_all
    if marks.walk is None:
        return BoxMarks(badges=badges(items))
    steps = sorted(step for node in nodes for step in marks.walk.steps.get(node, ()))
    return BoxMarks(_is_dimmed(box, steps, passed), tuple(steps), badges(items))


def _is_dimmed(box: Box, steps: Sequence[int], passed: Collection[str]) -> bool:
    if box.shape in JOINTS:
        return box.id not in passed
    is_heading = box.shape is Shape.SECTION and not box.holds
    return not steps and not is_heading
