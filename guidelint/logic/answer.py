"""What can be said of a claim about every patient."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.condition import ValueOrNot
from guidelint.walk import Patient, Walk


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact that matters, at a visit that is counted from 1."""

    fact: str
    visit: int
    value: ValueOrNot


@dataclass(frozen=True, slots=True)
class Cube:
    """Patients who have each of these facts in a set of its cells; what it does not name is free."""

    cells: tuple[tuple[str, int, int], ...]
    """Fact, visit counted from 1, and the cells as bits."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A patient for whom it is so: `shown` alone suffices, and nothing of it can be left out.

    `region` describes such patients, all of them where `is_whole_region`; `walk` is the walker's, and `passed` how many
    of its steps lead to where it shows.
    """

    patient: Patient
    shown: tuple[Shown, ...]
    walk: Walk
    passed: int
    region: tuple[Cube, ...] = ()
    is_whole_region: bool = False


@dataclass(frozen=True, slots=True)
class Proved:
    """It holds for every patient and every walk."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """It does not hold; the witness is None where the claim was that somebody gets somewhere."""

    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class NotDecided:
    why: str


Answer = Proved | Refuted | NotDecided
