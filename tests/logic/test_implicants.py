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
    "rash": {"label": "Rash", "type": "boolean"},
    "stiff": {"label": "Stiff", "type": "boolean"},
}
DATA = {
    "format": "guidelint/1",
    "id": "six-facts",
    "title": "Six facts",
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

Parity = list[list[Condition]]
"""Lists of conditions, an odd number of which has one that is met: so what follows is not seen without a search."""

A_FACT = st.sampled_from(list(FACTS)).flatmap(
    lambda fact: st.tuples(st.just(fact), st.integers(1, CELLS[fact].full - 1))
)
CONDITIONS = st.lists(st.lists(A_FACT, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)
PARITIES = st.lists(CONDITIONS, min_size=1, max_size=4)


def meets(patient: Patient, condition: Condition) -> bool:
    return all(cells >> patient[fact] & 1 for fact, cells in condition)


def meets_odd(patient: Patient, parity: Parity) -> bool:
    return sum(any(meets(patient, condition) for condition in conditions) for conditions in parity) % 2 == 1


def literal(gates: Gates, parity: Parity) -> int:
    odd = -gates.true
    for conditions in parity:
        met = gates.disjunction(
            gates.conjunction(gates.among(fact, 0, cells) for fact, cells in condition) for condition in conditions
        )
        odd = gates.disjunction((gates.conjunction((odd, -met)), gates.conjunction((-odd, met))))
    return odd


def condition_of(facts: Mapping[Variable, int]) -> Condition:
    return tuple((fact, cells) for (fact, _), cells in facts.items())


@given(PARITIES, st.just([]) | PARITIES, st.just([]) | PARITIES)
def test_implicants_are_those_of_all_patients(shows: Parity, lawful: Parity, required: Parity) -> None:
    possible = [patient for patient in BY_PREFERENCE if not required or meets_odd(patient, required)]
    legal = [patient for patient in possible if not lawful or meets_odd(patient, lawful)]
    first = next((patient for patient in [*legal, *possible] if meets_odd(patient, shows)), None)
    assume(first is not None)
    assert first is not None
    gates = Gates(CELLS, Budget())
    if required:
        gates.require(literal(gates, required))
    implicants = Implicants(CELLS, gates)
    claim = Claimed(literal(gates, shows), literal(gates, lawful) if lawful else gates.true)

    ordinary = implicants.ordinary(claim)
    assert {fact: cell for (fact, _), cell in ordinary.items()} == {fact: first[fact] for fact, _ in ordinary}

    def suffices(condition: Condition) -> bool:
        return all(meets_odd(patient, shows) for patient in legal if meets(patient, condition))

    def is_somebody(condition: Condition) -> bool:
        return any(meets(patient, condition) for patient in legal)

    needed = implicants.needed(claim, ordinary)
    kept = condition_of(needed)
    assert suffices(kept)
    assert not any(suffices(tuple(part for part in kept if part is not left)) for left in kept)

    region, is_whole = implicants.region(claim, needed)
    cubes = [tuple((fact, cells) for fact, _, cells in cube.cells) for cube in region]
    assert all(suffices(cube) for cube in cubes)
    left_out = [patient for patient in legal if not any(meets(patient, cube) for cube in cubes)]
    assert any(meets_odd(patient, shows) for patient in left_out) is not is_whole
    assert meets(first, cubes[0])
    assume(first in legal)
    for fact, cells in cubes[0]:
        others, narrow = (tuple(part for part in cube if part[0] != fact) for cube in (cubes[0], kept))
        for cell in range(CELLS[fact].count):
            there = (fact, 1 << cell)
            if cells >> cell & 1:
                assert is_somebody((*others, there)), "nobody is spoken of who cannot be"
            elif CELLS[fact].count > 2:
                assert not (suffices((*others, there)) and is_somebody((*narrow, there))), "nobody is left out"
