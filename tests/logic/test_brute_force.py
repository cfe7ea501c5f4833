"""Brute force itself is judged: by a walker of one patient, and by guidelint's own where there is one walk only."""

from __future__ import annotations

from random import Random

import pytest

from guidelint.condition import NotKnown, ValueOrNot
from guidelint.graph import EdgeKind
from guidelint.model import build_guideline
from guidelint.walk import Ended, Overlap, Patient, Step, walk
from tests.logic.findings import BruteForce
from tests.logic.grid import Slot, Value, values_of
from tests.logic.plain_findings import PlainPatient
from tests.logic.plain_walks import Passed
from tests.logic.questions import questions
from tests.logic.random_guidelines import random_guideline
from tests.naive import UNKNOWN, Data, Facts

CHUNKS = [range(start, start + 10) for start in range(0, 40, 10)]
each_chunk = pytest.mark.parametrize("seeds", CHUNKS, ids=str)


def plain_patient(data: Data, values: dict[Slot, Value]) -> PlainPatient:
    """With any value for what nothing reads."""
    first: Facts = {name: values_of(name, data)[0] for name in data["facts"]}
    unread = {name: value for name, value in first.items() if "observed" in data["facts"][name]}
    first |= {name: value for (name, visit), value in values.items() if visit == 1}
    last = max((visit for _, visit in values), default=1)
    given = [{name: value for (name, at), value in values.items() if at == visit} for visit in range(2, last + 20)]
    return PlainPatient(data, first, [{**unread, **visit} for visit in given])


@each_chunk
def test_the_finding_shows_in_a_patient_where_brute_force_says_so(seeds: range) -> None:
    for seed in seeds:
        data = random_guideline(seed)
        brute = BruteForce(data)
        random = Random(seed)  # noqa: S311 - nothing is kept secret
        for _ in range(12):
            index = random.randrange(brute.walks.grid.count)
            patient = plain_patient(data, brute.walks.grid.patient(index))
            assert patient.is_possible == bool(brute.walks.possible >> index & 1), seed
            for question in questions(data) if patient.is_possible else []:
                assert patient.shows(question) == bool(brute.found(question) >> index & 1), (seed, str(question))


@each_chunk
def test_walks_are_those_of_the_walker(seeds: range) -> None:
    for seed in seeds:
        data = random_guideline(seed)
        guideline = build_guideline(data)
        random = Random(seed)  # noqa: S311 - nothing is kept secret
        brute = BruteForce(data)
        for _ in range(12):
            plain = plain_patient(data, brute.walks.grid.patient(random.randrange(brute.walks.grid.count)))
            walked = walk(guideline, Patient(as_given(plain.patient), tuple(map(as_given, plain.visits))))
            steps = tuple(map(as_passed, walked.steps))
            if isinstance(walked.ending, Overlap):
                before = len(steps) - 1
                assert {found.passed[:before] for found in plain.walks} == {steps[:before]}
                assert {found.passed[before].way for found in plain.walks} == set(walked.ending.branches)
            else:
                ending = "ended" if isinstance(walked.ending, Ended) else "gap"
                assert [(found.passed, found.ending) for found in plain.walks] == [(steps, ending)]


def as_given(facts: Facts) -> dict[str, ValueOrNot]:
    return {name: NotKnown.UNKNOWN if value == UNKNOWN else value for name, value in facts.items()}


def as_passed(step: Step) -> Passed:
    way = step.branch if step.way is EdgeKind.BRANCH else step.way.value if step.way else None
    return Passed(step.node, step.visit, way)
