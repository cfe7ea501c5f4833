"""A turn says which of several matching branches a walk takes, and never makes one match."""

from __future__ import annotations

import pytest

from guidelint.walk import Patient, walk
from tests.walk.walking import guideline, told

TWICE = guideline(
    """\
    facts:
      fever: {label: Fever, type: boolean}
      pain: {label: Pain, type: boolean}
    interventions:
      rest: {label: Rest, kind: education}
    start: ask
    nodes:
      ask:
        type: decision
        label: What is it?
        branches:
          - {if: fever, then: again}
          - {if: pain, then: end}
          - {else: end}
      again:
        type: decision
        label: And now?
        branches:
          - {if: fever, then: end}
          - {if: pain, then: end}
      end: {type: recommendation, recommend: [{for: rest}]}
    """
)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ({}, ["1 ask", "overlap in ask of 0, 1"]),
        ({0: 1}, ["1 ask branch 1 (pain: yes)", "1 end", "ended in end"]),
        ({0: 0}, ["1 ask branch 0 (fever: yes)", "1 again", "overlap in again of 0, 1"]),
        ({0: 0, 1: 1}, ["1 ask branch 0 (fever: yes)", "1 again branch 1 (pain: yes)", "1 end", "ended in end"]),
        ({0: 2}, ["1 ask", "overlap in ask of 0, 1"]),
    ],
)
def test_a_turn_is_taken_where_several_branches_match(turns: dict[int, int], expected: list[str]) -> None:
    assert told(walk(TWICE, Patient({"fever": True, "pain": True}), turns)) == expected


def test_a_turn_changes_nothing_where_one_branch_matches() -> None:
    patient = Patient({"fever": False, "pain": True})
    assert walk(TWICE, patient, {0: 0}) == walk(TWICE, patient)
