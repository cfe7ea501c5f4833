"""A picture, a walk and findings → the marks of each box and arrow."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidelint.diagrams.finding_marks import FindingMarks, badges
from guidelint.diagrams.overlay import ArrowMarks, BoxMarks, Overlay
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.ways import way_of
from guidelint.diagrams.ways_out import LOST, NO_MATCH, WayOut

if TYPE_CHECKING:
    from guidelint.diagrams.walk_marks import WalkMarks  # with all that a walk needs


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be seen on the pictures of a guideline beside the guideline itself."""

    walk: WalkMarks | None = None
    findings: FindingMarks | None = None

    @property
    def ways_out(self) -> tuple[WayOut, ...]:
        """The one of the walk first; a gap that was found where it falls into one is the same, and drawn once."""
        found = self.findings.ways_out if self.findings else ()
        lost = self.walk.lost if self.walk else None
        if lost is None:
            return found
        same = [each for each in found if each.node == lost.node and lost.why == NO_MATCH]
        why = same[0].why if same else lost.why
        return (replace(lost, why=why), *(each for each in found if each not in same))


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
    """`passed` are the ends of the arrows that are taken: of a walk that is not decided, also where it may lead."""
    is_heading = box.shape is Shape.SECTION and not box.holds
    return not steps and box.id not in passed and not is_heading
