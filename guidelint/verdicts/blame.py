"""What is to blame for it that nobody takes a branch: branches on the way there, and assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Place, at_value
from guidelint.logic import Blame, Logic
from guidelint.model import Decision
from guidelint.verdicts.decisions import place_of_branch

MOST_STATES = 2_000
MOST_BRANCHES = 10
"""A larger guideline, or more branches, and to blame something for each takes too long."""

MOST_NAMED = 4
"""Places to blame: of more than that no reader sees which it is."""


def excluders(logic: Logic, branches: list[tuple[Decision, int]]) -> Iterator[tuple[Place, ...]]:
    """For each branch that nobody takes, without what somebody would take it; nothing where it is its own condition."""
    are_few = 0 < len(branches) <= MOST_BRANCHES
    blame = Blame(logic) if are_few and len(logic.setting.unrolled.states) <= MOST_STATES else None
    for decision, index in branches:
        found = () if blame is None else tuple(_blamed(logic, blame, decision, index))
        yield found if len(found) <= MOST_NAMED else ()


def _blamed(logic: Logic, blame: Blame, decision: Decision, index: int) -> Iterator[Place]:
    grounds = blame.of_branch(decision.id, index)
    if grounds is None:
        return
    decisions = {each.id: each for each in logic.guideline.decisions()}
    for name, number in grounds.branches:
        yield place_of_branch(decisions[name].branches[number], "whoever comes this way does not match")
    for number in grounds.assumptions:
        yield at_value(logic.guideline.assumptions[number].route, "nobody matches under this assumption")
