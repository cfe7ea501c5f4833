"""The cases of a guideline, walked: what the GL6 rules read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from guidelint.condition import ValueOrNot
from guidelint.graph import EdgeKind
from guidelint.model import Case, FollowUp, Guideline
from guidelint.walk import Patient, Walk, walk
from guidelint.ways import shortened
from guidelint.wording import fact_as_pair


@dataclass(frozen=True, slots=True)
class CaseWalk:
    case: Case
    walk: Walk

    @property
    def way(self) -> tuple[str, ...]:
        """The nodes of the walk, for a reader."""
        return shortened(self.walk.nodes)


@dataclass(frozen=True)
class CaseWalks:
    """Walked when the first rule asks, so that no walk is taken for nothing, and none outside the guard of a rule."""

    guideline: Guideline

    @cached_property
    def walks(self) -> tuple[CaseWalk, ...]:
        cases = self.guideline.cases.values()
        return tuple(CaseWalk(case, walk(self.guideline, patient_of(case), reasons=False)) for case in cases)


def patient_of(case: Case) -> Patient:
    return Patient(dict(case.patient), tuple(dict(visit) for visit in case.visits))


def follow_ups_passed(guideline: Guideline, walk: Walk) -> tuple[FollowUp, ...]:
    """The follow-ups that began the visits after the first, in their order."""
    begun = (guideline.nodes[step.node] for step in walk.steps if step.way is EdgeKind.THEN)
    return tuple(node for node in begun if isinstance(node, FollowUp))


def visit_observing(guideline: Guideline, walk: Walk, fact: str) -> int | None:
    """Which of `visits` a fact was last to be read from; None where it was to be read from `patient`."""
    follow_ups = follow_ups_passed(guideline, walk)
    return next((index for index in reversed(range(len(follow_ups))) if fact in follow_ups[index].observe), None)


def case_in_words(case: Case, guideline: Guideline) -> tuple[tuple[str, str], ...]:
    """What a case gives, by the labels of the facts."""
    visits = (values_in_words(visit, index, guideline) for index, visit in enumerate((case.patient, *case.visits)))
    return tuple(pair for visit in visits for pair in visit)


def values_in_words(
    given: Iterable[tuple[str, ValueOrNot]], visit: int, guideline: Guideline
) -> tuple[tuple[str, str], ...]:
    """Facts of one visit, counted from 0, by their labels."""
    at = f" at visit {visit + 1}" if visit else ""
    pairs = (fact_as_pair(name, value, guideline) for name, value in given)
    return tuple((f"{label}{at}", value) for label, value in pairs)
