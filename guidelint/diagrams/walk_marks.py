"""Walk → what of it is drawn: the steps by their numbers, the ways taken, and where it cannot go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidelint.diagrams.ways_out import WayOut
from guidelint.graph import Edge, EdgeKind
from guidelint.model import Guideline
from guidelint.walk import Astray, Ended, Ending, Gap, Overlap, Question, Walk

Way = tuple[str, EdgeKind, int | None]
"""An edge by the node it leaves, its kind and its branch."""


@dataclass(frozen=True, slots=True)
class WalkMarks:
    """Numbers of steps count from 1, as `guidelint walk` counts them; `lost` where the walk cannot go on."""

    steps: Mapping[str, tuple[int, ...]]
    taken: frozenset[Way]
    lost: WayOut | None


def walk_marks(walk: Walk, guideline: Guideline) -> WalkMarks:
    steps: dict[str, tuple[int, ...]] = {}
    for number, step in enumerate(walk.steps, start=1):
        steps[step.node] = (*steps.get(step.node, ()), number)
    taken = frozenset((step.node, step.way, step.branch) for step in walk.steps if step.way is not None)
    why = _why_lost(walk.ending, guideline)
    return WalkMarks(steps, taken, WayOut(walk.ending.node, why, is_lost=True) if why else None)


def way_of(edge: Edge) -> Way:
    return edge.source, edge.kind, edge.branch


def _why_lost(ending: Ending, guideline: Guideline) -> str:
    match ending:
        case Ended():
            return ""
        case Gap():
            return "no branch matches"
        case Overlap():
            return f"{len(ending.branches)} branches match"
        case Question():
            return f"not known: {', '.join(map(guideline.label, ending.facts))}"
        case Astray():
            return "nothing is recommended here"
