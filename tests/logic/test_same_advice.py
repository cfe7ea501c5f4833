"""The same advice, however it is written; other advice, however alike."""

from __future__ import annotations

import pytest

from guidelint.logic import Logic, Proved, Refuted
from tests.walk.walking import guideline

FORK = """\
facts:
  fever: {{label: Fever, type: boolean}}
interventions:
  one: {{label: One, kind: medication, class: both}}
  two: {{label: Two, kind: medication, class: both}}
start: ask
nodes:
  ask:
    type: decision
    label: Fever?
    branches:
      - {{if: fever, then: first}}
      - {{if: {{any: [fever]}}, then: second}}
      - {{else: first}}
  first: {{type: recommendation, recommend: [{first}]}}
  second: {{type: recommendation, recommend: [{second}]}}
"""


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("{for: one, course: {max: 7 d}}", "{for: one, course: {max: 1 wk}}", True),
        ("{for: {exactly-one: [one, two]}}", "{for: {exactly-one: [two, one]}}", True),
        ("{for: {all: [one]}}", "{for: one}", True),
        ("{for: one, because: []}", "{for: one, note: As above.}", True),
        ("{for: one, course: {max: 7 d}}", "{for: one, course: {max: 8 d}}", False),
        ("{for: one, course: {max: 7 d}}", "{for: one, course: 7 d}", False),
        ("{for: one, course: {max: 7 d}}", "{for: one}", False),
        ("{for: {at-most-one: [one]}}", "{for: one}", False),
        ("{for: {all: [one, two]}}", "{for: {exactly-one: [one, two]}}", False),
        ("{for: one}", "{against: one}", False),
        ("{for: one, strength: strong}", "{for: one, strength: conditional}", False),
        ("{for: one}", "{for: {class: both}}", False),
    ],
)
def test_what_is_advised_and_not_how_it_is_written(first: str, second: str, is_same: bool) -> None:
    logic = Logic(guideline(FORK.format(first=first, second=second)))
    assert isinstance(logic.same_advice("ask", 0, 1), Proved) == is_same


LOOP = """\
facts:
  stiff: {label: Stiff neck, type: boolean, default: false, observed: each-visit}
  hot: {label: Hot, type: boolean, default: true, observed: each-visit}
interventions:
  rest: {label: Rest, kind: education}
  drug: {label: Drug, kind: medication}
start: give
nodes:
  give: {type: recommendation, recommend: [{for: drug, course: {max: 2 d}}], then: look}
  look: {type: follow-up, after: 1 d, observe: [stiff, hot], at-most: 2, then: ask, otherwise: refer}
  ask:
    type: decision
    label: Now?
    branches:
      - {if: stiff, then: refer}
      - {if: {all: [{not: stiff}, hot]}, then: give}
      - {if: {not: hot}, then: stay}
  stay: {type: recommendation, recommend: [{for: rest}]}
  refer: {type: recommendation, recommend: [{against: drug}]}
"""


def test_different_advice_is_shown_in_the_visit_in_which_it_can_first_be() -> None:
    answer = Logic(guideline(LOOP)).same_advice("ask", 0, 2)
    assert isinstance(answer, Refuted)
    assert answer.witness is not None
    shown = {(each.fact, each.visit, each.value) for each in answer.witness.shown}
    assert shown == {("stiff", 2, True), ("hot", 2, False)}
