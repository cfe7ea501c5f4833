"""Patients and conditions of a claim, beside all patients, listed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from guidelint.logic.bits import Variable
from guidelint.logic.cells import cells_of
from guidelint.logic.implicants import Claimed, Implicants
from guidelint.logic.solver import Budget, Gates
from guidelint.model import build_guideline

FACTS = {
    "fever": {"label": "Fever", "type": "boolean"},
    "mood": {"label": "Mood", "type": "choice", "values": {"low": "Low", "calm": "Calm", "high": "High"}},
    "pain": {"label": "Pain", "type": "integer", "range": [0, 10], "default": 3},
    "cough": {"label": "Cough", "type": "boolean", "known": "maybe"},
}
DATA = {
    "format": "guidelint/1",
    "id": "four-facts",
    "title": "Four facts",
    "version": "1",
    "status": "draft",
    "facts": FACTS,
    "start": "pick",
    "nodes": {
        "pick": {
            "type": "decision",
            "label": "Pick",
            "branches": [{"if": {"fact": "pain", "at-least": 7}, "then": "pick"}],
        }
    },
}
CELLS = cells_of(build_guideline(DATA))
PATIENTS = [dict(zip(CELLS, cells, strict=True)) for cells in product(*(range(each.count) for each in CELLS.values()))]
BY_PREFERENCE = sorted(
    PATIENTS, key=lambda patient: [CELLS[fact].by_preference.index(cell) for fact, cell in patient.items()]
)

Patient = Mapping[str, int]
Condition = tuple[tuple[str, int], ...]
"""Facts, each in a set of its cells."""

A_FACT = st.sampled_from(list(FACTS)).flatmap(
    lambda fact: st.tuples(st.just(fact), st.integers(1, CELLS[fact].full - 1))
)
CONDITIONS = st.lists(st.lists(A_FACT, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)
"""Any of which is met."""


def meets(patient: Patient, condition: Condition) -> bool:
    return all(cells >> patient[fact] & 1 for fact, cells in condition)


def meets_any(patient: Patient, conditions: list[Condition]) -> bool:
    return any(meets(patient, condition) for condition in conditions)


def literal(gates: Gates, conditions: list[Condition]) -> int:
    return gates.disjunction(
        gates.conjunction(gates.among(fact, 0, cells) for fact, cells in condition) for condition in conditions
    )


def asked(shows: list[Condition], lawful: list[Condition], required: list[Condition]) -> tuple[Implicants, Claimed]:
    gates = Gates(CELLS, Budget())
    if required:
        gates.require([literal(gates, required)])
    return Implicants(CELLS, gates), Claimed(literal(gates, shows), literal(gates, lawful) if lawful else gates.true)


def condition_of(facts: Mapping[Variable, int]) -> Condition:
    return tuple((fact, cells) for (fact, _), cells in facts.items())


@given(CONDITIONS, st.just([]) | CONDITIONS, st.just([]) | CONDITIONS)
def test_implicants_are_those_of_all_patients(
    shows: list[Condition], lawful: list[Condition], required: list[Condition]
) -> None:
    implicants, claim = asked(shows, lawful, required)
    possible = [patient for patient in BY_PREFERENCE if not required or meets_any(patient, required)]
    legal = [patient for patient in possible if not lawful or meets_any(patient, lawful)]
    first = next((patient for patient in [*legal, *possible] if meets_any(patient, shows)), None)
    assume(first is not None)
    assert first is not None
    ordinary = implicants.ordinary(claim)
    assert {fact: cell for (fact, _), cell in ordinary.items()} == {fact: first[fact] for fact, _ in ordinary}

    def suffices(condition: Condition) -> bool:
        return all(meets_any(patient, shows) for patient in legal if meets(patient, condition))

    needed = implicants.needed(claim, ordinary)
    kept = condition_of(needed)
    assert suffices(kept)
    assert not any(suffices(tuple(part for part in kept if part is not left)) for left in kept)

    region, is_whole = implicants.region(claim, needed)
    cubes = [tuple((fact, cells) for fact, _, cells in cube.cells) for cube in region]
    assert all(suffices(cube) for cube in cubes)
    assert meets(first, cubes[0])
    covered = [patient for patient in legal if meets_any(patient, shows) and not meets_any(patient, cubes)]
    assert bool(covered) is not is_whole
