"""No answer depends on what was asked before: of a guideline, every question alone and all in any order."""

from __future__ import annotations

import pytest

from guidelint.logic import Logic, Refuted
from guidelint.model import build_guideline
from tests.logic.comparing import ask, verdict
from tests.logic.questions import questions
from tests.logic.random_guidelines import random_guideline
from tests.walk.walking import guideline

FORKED = guideline(
    """\
    facts:
      left: {label: Left, type: boolean, default: false}
      right: {label: Right, type: boolean, default: false}
      mild: {label: Mild, type: boolean, default: false, observed: each-visit}
      grave: {label: Grave, type: boolean, default: false, observed: each-visit}
    assumptions:
      - {if: grave, then: mild}
    interventions:
      drug: {label: Drug, kind: medication}
      rest: {label: Rest, kind: education}
    start: which
    nodes:
      which:
        type: decision
        label: Which side?
        branches:
          - {if: left, then: mild-first}
          - {if: right, then: grave-only}
          - {else: leave}
      mild-first: {type: follow-up, after: 1 wk, observe: [mild], then: then-grave}
      then-grave: {type: follow-up, after: 1 wk, observe: [grave], then: give}
      give: {type: recommendation, recommend: [{for: drug, course: 1 wk}]}
      grave-only: {type: follow-up, after: 1 wk, then: grave-again}
      grave-again: {type: follow-up, after: 1 wk, observe: [grave], then: leave}
      leave: {type: recommendation, recommend: [{for: rest}]}
    constraints:
      not-both: {never: {recommend: drug}, when: {all: [left, right, grave]}}
    """
)
"""Of a patient with both sides, the one walk can be possible at its third visit and the other not."""


def test_a_walk_is_judged_by_its_own_visits() -> None:
    asked_first = Logic(FORKED).holds("not-both")
    logic = Logic(FORKED)
    for node in FORKED.nodes:
        logic.reachable(node)
    logic.exclusive("which", 0, 1)
    logic.same_advice("which", 0, 1)
    assert isinstance(asked_first, Refuted)
    assert logic.holds("not-both") == asked_first


@pytest.mark.parametrize("seed", range(8))
def test_any_order_of_questions(seed: int) -> None:
    data = random_guideline(seed)
    built, asked = build_guideline(data), questions(data)
    forwards, backwards = Logic(built), Logic(built)
    found = {question: ask(forwards, question) for question in asked}
    again = {question: ask(backwards, question) for question in reversed(asked)}
    assert {question: verdict(answer) for question, answer in again.items()} == {
        question: verdict(answer) for question, answer in found.items()
    }
    assert {question: answer for question, answer in again.items() if isinstance(answer, Refuted)} == {
        question: answer for question, answer in found.items() if isinstance(answer, Refuted)
    }
