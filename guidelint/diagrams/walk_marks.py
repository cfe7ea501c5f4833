"""Walk → what of it is drawn: the steps by their numbers, the ways taken, and where it cannot go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidelint.diagrams.captions import Caption, undecided
from guidelint.diagrams.ways import Way, way_of
from guidelint.diagrams.ways_out import NO_MATCH, WayOut
from guidelint.model import Guideline
from guidelint.walk import Astray, Ended, Ending, Gap, Overlap, Question, Walk


@dataclass(frozen=True, slots=True)
class WalkMarks:
    """Numbers of steps count from 1, as `guidelint walk` counts them; `lost` where the walk has no way on.

    Of a decision where several branches match, all of these are among those `taken`: the walk ends before them.
    """

    steps: Mapping[str, tuple[int, ...]]
    taken: frozenset[Way]
    lost: WayOut | None
    caption: Caption | None = None


def walk_marks(walk: Walk, guideline: Guideline, caption: Caption | None = None) -> WalkMarks:
    steps: dict[str, tuple[int, ...]] = {}
    for number, step in enumerate(walk.steps, start=1):
        steps[step.node] = (*steps.get(step.node, ()), number)
    taken = {(step.node, step.way, step.branch) for step in walk.steps if step.way is not None}
    if isinstance(walk.ending, Overlap):
        taken |= set(map(way_of, undecided(walk.ending, guideline)))
    why = _why_lost(walk.ending, guideline)
    lost = WayOut(walk.ending.node, why, is_lost=True) if why else None
    return WalkMarks(steps, frozenset(taken), lost, caption)


def _why_lost(ending: Ending, guideline: Guideline) -> str:
    match ending:
        case Ended() | Overlap():
            return ""
        case Gap():
            return NO_MATCH
        case Question():
            return f"not known: {', '.join(map(guideline.label, ending.facts))}"
        case Astray():
            return "nothing is recommended here"
