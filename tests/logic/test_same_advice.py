"""The same advice, however it is written; other advice, however alike."""

from __future__ import annotations

import pytest

from guidelint.logic import Logic, Proved
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
