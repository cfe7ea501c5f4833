"""Random guidelines: what is said of a condition holds of patients drawn at random, as conditions are evaluated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

import pytest

from guidelint.condition import AllOf, AnyOf, Condition, Truth, ValueOrNot, parts
from guidelint.diagnostic import Route
from guidelint.document import read_document
from guidelint.logic import Logic
from guidelint.model import Guideline, build_guideline
from guidelint.rules.logic.redundant_part import redundant_part
from guidelint.valuation import PatientValuation
from guidelint.verdicts.constant_conditions import judged_conditions
from tests.logic.random_guidelines import random_guideline

SEEDS = range(40)
PATIENTS = 200


@pytest.fixture(params=SEEDS)
def logic(request: pytest.FixtureRequest) -> Logic:
    content = json.dumps(random_guideline(request.param), default=float).encode()
    return Logic(build_guideline(read_document(content, "generated").data))


def patients(logic: Logic) -> Iterator[PatientValuation]:
    """Those among the drawn whom no assumption excludes."""
    random = Random(logic.guideline.id)  # noqa: S311 - nothing is kept secret
    for _ in range(PATIENTS):
        facts: Mapping[str, ValueOrNot] = {
            name: cells.value(random.randrange(cells.count)) for name, cells in logic.cells.items()
        }
        valuation = PatientValuation(logic.guideline, facts)
        if not any(valuation.breaks(assumption) for assumption in logic.guideline.assumptions):
            yield valuation


def compounds(guideline: Guideline) -> dict[Route, tuple[AllOf | AnyOf, Condition]]:
    """Each part of `all` and `any`, by its place, with what it is a part of."""
    found: dict[Route, tuple[AllOf | AnyOf, Condition]] = {}
    waiting = [condition for _, condition in guideline.conditions()]
    while waiting:
        condition = waiting.pop()
        waiting += parts(condition)
        if isinstance(condition, (AllOf, AnyOf)):
            found.update((part.route, (condition, part)) for part in condition.parts)
    return found


def test_constant_conditions_are_constant(logic: Logic) -> None:
    drawn = list(patients(logic))
    for judged in judged_conditions(logic):
        truths = {valuation.judge(judged.written.condition) for valuation in drawn}
        if judged.truth is False:
            assert Truth.TRUE not in truths
        elif judged.truth is True:
            assert Truth.FALSE not in truths


def test_redundant_parts_change_nothing(logic: Logic) -> None:
    drawn, within = list(patients(logic)), compounds(logic.guideline)
    gone: dict[Route, list[Condition]] = {}
    for finding in redundant_part.check(logic):
        compound, part = within[finding.place.route]
        dropped = gone.setdefault(compound.route, [])
        dropped.append(part)
        left = replace(compound, parts=tuple(each for each in compound.parts if each not in dropped))
        assert [valuation.judge(compound) for valuation in drawn] == [valuation.judge(left) for valuation in drawn]
