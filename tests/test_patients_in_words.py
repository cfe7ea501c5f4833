"""Patients of cases and of findings, in the words of the labels."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guidelint.cases import CaseWalk, case_in_words, follow_ups_passed, visit_observing
from guidelint.condition import NotKnown, ValueOrNot
from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from guidelint.reporters.in_words import said
from guidelint.walk import Patient, walk
from guidelint.wording import fact_as_pair, named

TEXT = """\
format: guidelint/1
id: pain
title: Pain
version: 1.0.0
status: draft
facts:
  pain: {label: Pain, type: boolean, observed: each-visit}
  allergy: {label: Allergy, type: boolean, known: maybe}
  weight: {label: Weight, type: decimal, unit: kg, range: [0, 300]}
  test: {label: Rapid test, type: choice, values: {positive: Positive, negative: {label: Negative}}}
start: look
nodes:
  look: {type: follow-up, after: 1 d, observe: [pain], then: again, at-most: 2, otherwise: done}
  again:
    type: decision
    branches:
      - {if: pain, then: look}
      - {else: done}
  done: {type: recommendation, label: Done, recommend: [{for: rest}]}
interventions:
  rest: {label: Rest, kind: education}
cases:
  one:
    patient: {pain: true, weight: 500 g, test: negative, allergy: unknown}
    visits: [{pain: true}, {pain: false}]
    expect: {ends: done}
"""
PAIN: Guideline = build_guideline(read_document(TEXT.encode()).data)


@pytest.mark.parametrize(
    ("name", "value", "pair", "words"),
    [
        ("pain", True, ("Pain", "yes"), "Pain"),
        ("pain", False, ("Pain", "no"), "no Pain"),
        ("allergy", NotKnown.UNKNOWN, ("Allergy", "unknown"), "Allergy unknown"),
        ("weight", Fraction(141, 2), ("Weight", "70.5 kg"), "Weight 70.5 kg"),
        ("test", "positive", ("Rapid test", "Positive"), "Rapid test: Positive"),
    ],
)
def test_fact_with_its_value(name: str, value: ValueOrNot, pair: tuple[str, str], words: str) -> None:
    assert fact_as_pair(name, value, PAIN) == pair
    assert said(*pair) == words


def test_case_in_words() -> None:
    assert case_in_words(PAIN.cases["one"], PAIN) == (
        ("Pain", "yes"),
        ("Weight", "0.5 kg"),
        ("Rapid test", "Negative"),
        ("Allergy", "unknown"),
        ("Pain at visit 2", "yes"),
        ("Pain at visit 3", "no"),
    )


def test_named() -> None:
    assert (named(PAIN.nodes["done"]), named(PAIN.nodes["look"])) == ('`done` "Done"', "`look`")


def test_visits_and_the_facts_that_they_observe() -> None:
    walked = walk(PAIN, Patient({"pain": True}, ({"pain": True}, {"pain": True})))
    assert walked.nodes == ("look", "again", "look", "again", "look", "done")
    assert [node.id for node in follow_ups_passed(PAIN, walked)] == ["look", "look"]
    assert (visit_observing(PAIN, walked, "pain"), visit_observing(PAIN, walked, "weight")) == (1, None)


def test_a_long_way_is_shortened_in_its_middle() -> None:
    text = TEXT.replace("at-most: 2", "at-most: 500").replace("- {else: done}", "- {if: {not: pain}, then: look}")
    guideline = build_guideline(read_document(text.encode()).data)
    walked = CaseWalk(guideline.cases["one"], walk(guideline, Patient({}, ({"pain": True},) * 500)))
    assert (len(walked.way), walked.way[99:102], walked.way[-1]) == (201, ("again", "…", "look"), "done")
