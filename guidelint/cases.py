"""The cases of a guideline, walked: what the GL6 rules read."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.model import Case, Guideline
from guidelint.walk import Patient, Walk, walk


@dataclass(frozen=True, slots=True)
class CaseWalk:
    case: Case
    walk: Walk


@dataclass(frozen=True, slots=True)
class CaseWalks:
    guideline: Guideline
    walks: tuple[CaseWalk, ...]


def patient_of(case: Case) -> Patient:
    return Patient(dict(case.patient), tuple(dict(visit) for visit in case.visits))


def walk_cases(guideline: Guideline) -> CaseWalks:
    walks = (CaseWalk(case, walk(guideline, patient_of(case))) for case in guideline.cases.values())
    return CaseWalks(guideline, tuple(walks))
