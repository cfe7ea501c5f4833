"""What no patient with a neck spasm may ever meet, tried on patients made from the guideline's own facts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from guidelint.condition import leaves
from guidelint.document import read_document
from guidelint.model import (
    TREATMENTS,
    Decision,
    Direction,
    Guideline,
    QuantityInterval,
    Recommendation,
    build_guideline,
)
from guidelint.quantity import convert
from guidelint.selection import members_of
from guidelint.testing import walks
from guidelint.walk import Adopted, Ended, Patient, Walk

PATH = Path(__file__).parents[2] / "guideline" / "neck-spasm.yaml"
NECK_SPASM: Guideline = build_guideline(read_document(PATH.read_bytes(), PATH.name).data)
WALKS = walks(NECK_SPASM)
MANY = settings(max_examples=500, deadline=None)


def given_for(walk: Walk) -> list[tuple[Adopted, frozenset[str]]]:
    """What is recommended on a walk, with every intervention that some pick may give."""
    adopted = [item for item in walk.advice if item.advice.direction is Direction.FOR]
    return [(item, members_of(NECK_SPASM, item.advice.options)) for item in adopted]


def longest_course_in_weeks(item: Adopted) -> Fraction:
    course = item.advice.course
    assert isinstance(course, QuantityInterval), "a muscle relaxant without a stated course has no limit"
    assert course.high is not None
    return convert(course.high.value, course.high.unit, "wk")


def red_flag_decisions() -> set[str]:
    flags = {name for name, criterion in NECK_SPASM.criteria.items() if criterion.is_red_flag}
    return {
        node.id
        for node in NECK_SPASM.nodes.values()
        if isinstance(node, Decision)
        and any(
            getattr(leaf, "name", None) in flags
            for branch in node.branches
            if branch.condition
            for leaf in leaves(branch.condition)
        )
    }


@MANY
@given(WALKS)
def test_no_collar_is_ever_recommended(patient_and_walk: tuple[Patient, Walk]) -> None:
    for item, interventions in given_for(patient_and_walk[1]):
        assert "cervical-collar" not in interventions, item


@MANY
@given(WALKS)
def test_muscle_relaxants_add_up_to_no_more_than_three_weeks(patient_and_walk: tuple[Patient, Walk]) -> None:
    relaxants = set(NECK_SPASM.classes["muscle-relaxant"])
    courses = [longest_course_in_weeks(item) for item, given in given_for(patient_and_walk[1]) if given & relaxants]
    assert sum(courses) <= 3


@MANY
@given(WALKS)
def test_red_flags_are_decided_before_any_treatment(patient_and_walk: tuple[Patient, Walk]) -> None:
    screens = red_flag_decisions()
    assert screens
    screened = False
    for step in patient_and_walk[1].steps:
        node = NECK_SPASM.nodes[step.node]
        screened = screened or step.node in screens
        if isinstance(node, Recommendation) and not screened:
            given = [members_of(NECK_SPASM, item.options) for item in node.advice if item.direction is Direction.FOR]
            kinds = {NECK_SPASM.interventions[name].kind for members in given for name in members}
            assert kinds.isdisjoint(TREATMENTS), step.node


@MANY
@given(WALKS)
def test_every_walk_ends_in_a_recommendation(patient_and_walk: tuple[Patient, Walk]) -> None:
    walk = patient_and_walk[1]
    assert isinstance(walk.ending, Ended), walk.ending
    assert isinstance(NECK_SPASM.nodes[walk.ending.node], Recommendation)
    assert walk.steps[-1].node == walk.ending.node


@pytest.mark.parametrize("name", ["cervical-collar"])
def test_the_collar_is_defined_and_advised_against(name: str) -> None:
    """Else the first property would hold by a name that nothing bears."""
    against = [item for item in NECK_SPASM.advice() if item.direction is Direction.AGAINST]
    assert any(name in members_of(NECK_SPASM, item.options) for item in against)
