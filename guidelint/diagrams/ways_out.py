"""Ways out to nowhere: where the guideline has no answer for a patient, the picture shows where that patient stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guidelint.diagrams.picture import Arrow, Box, Picture, Shape


@dataclass(frozen=True, slots=True)
class WayOut:
    """`patient` says in words who is meant, one line for each fact."""

    node: str
    why: str
    patient: tuple[str, ...] = ()
    is_lost: bool = False
    """Whether the patient whose walk is drawn ends there."""


LOST = "lost"
"""The box where the walk ends that cannot go on."""

NOWHERE = "No way on for this patient"

NOWHERE_FOR_SOME = "No way on for some patients; for example:"

NO_MATCH = "no branch matches"


def with_ways_out(picture: Picture, ways_out: Iterable[WayOut]) -> Picture:
    """The picture with a box for each of them behind its node; those of nodes that it does not have are left out."""
    ids = {box.node: box.id for box in picture.boxes if box.node is not None}
    drawn = [
        (LOST if each.is_lost else f"out{number}", each)
        for number, each in enumerate(ways_out, start=1)
        if each.node in ids
    ]
    boxes = (Box(id, None, Shape.NOWHERE, _title(each), each.patient) for id, each in drawn)
    arrows = (Arrow(ids[each.node], id, each.why) for id, each in drawn)
    return replace(picture, boxes=(*picture.boxes, *boxes), arrows=(*picture.arrows, *arrows))


def _title(way_out: WayOut) -> str:
    return NOWHERE_FOR_SOME if way_out.patient and not way_out.is_lost else NOWHERE
