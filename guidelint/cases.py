"""The cases of a guideline, walked: what the GL6 rules read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from guidelint.model import Case, Guideline
from guidelint.walk import Patient, Walk, walk


@dataclass(frozen=True, slots=True)
class CaseWalk:
    case: Case
    walk: Walk


@dataclass(frozen=True)
class CaseWalks:
    """Walked when the first rule asks, so that no walk is taken for nothing, and none outside the guard of a rule."""

    guideline: Guideline

    @cached_property
    def walks(self) -> tuple[CaseWalk, ...]:
        cases = self.guideline.cases.values()
        return tuple(CaseWalk(case, walk(self.guideline, patient_of(case))) for case in cases)


def patient_of(case: Case) -> Patient:
    return Patient(dict(case.patient), tuple(dict(visit) for visit in case.visits))
