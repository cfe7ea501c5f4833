"""Decisions as their rules read them: branches, places, and what a finding on them may follow from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guidelint.condition import name_in
from guidelint.diagnostic import Place, at_key, at_value
from guidelint.graph import DecisionGraph
from guidelint.logic import Logic, Proved, Refuted
from guidelint.model import Branch, Decision, Guideline
from guidelint.names import Namespace, leaves_behind
from guidelint.rule import Muting

ECHO_OF_A_CONDITION: Mapping[str, Muting] = {"GL306": Muting.SAME_SUBJECT, "GL307": Muting.SAME_SUBJECT}
"""What is wrong with a decision may follow from a condition that holds always or never, its own or behind a name."""

ECHO_OF_AN_UNSATISFIABLE_CONDITION: Mapping[str, Muting] = {"GL307": Muting.SAME_SUBJECT}
"""An error is no echo of a mere warning: what mends the one may leave the other. A gap is no echo of either: whom a
condition was to match, nobody knows before it is mended."""

ECHO_OF_A_SUPERFLUOUS_DECISION: Mapping[str, Muting] = {"GL206": Muting.SAME_NODE}
"""Where all branches lead to one node, it does not matter which are taken."""


def subject(decision: str) -> str:
    """What findings on a decision share."""
    return f"nodes/{decision}"


def subject_of_branch(branch: Branch) -> str:
    """What findings on its condition share."""
    return f"branches/{'.'.join(str(step) for step in branch.route)}"


def conditions_behind(guideline: Guideline, *groups: Iterable[Branch]) -> tuple[str, ...]:
    """The subjects of conditions that each of these groups of branches reads: their own, and the criteria and scores
    that they name, through others too."""
    return tuple(sorted(frozenset.intersection(*(_read_by(guideline, group) for group in groups))))


def _read_by(guideline: Guideline, branches: Iterable[Branch]) -> frozenset[str]:
    written = {subject_of_branch(branch): branch.condition for branch in branches if branch.condition is not None}
    names = {name_in(leaf) for leaf in leaves_behind(guideline, written.values())} & guideline.terms.keys()
    return frozenset((*written, *(f"{Namespace.CONDITION.definitions}/{name}" for name in names)))


def place_of_branch(branch: Branch, note: str = "") -> Place:
    """The condition of a branch, or its `else`."""
    return at_key((*branch.route, "else"), note) if branch.is_else else at_value((*branch.route, "if"), note)


def decisions_passed(logic: Logic) -> Iterator[Decision]:
    """Those that somebody comes to."""
    graph = DecisionGraph(logic.guideline)
    for decision in logic.guideline.decisions():
        if decision.id in graph.reachable and isinstance(logic.reachable(decision.id), Proved):
            yield decision


def taken_and_not(logic: Logic, decision: Decision) -> tuple[list[int], list[int]]:
    """The branches that somebody takes, and those that nobody does; one that is not decided is in neither list."""
    answers = [logic.reachable(decision.id, index) for index in range(len(decision.branches))]
    taken = [index for index, answer in enumerate(answers) if isinstance(answer, Proved)]
    return taken, [index for index, answer in enumerate(answers) if isinstance(answer, Refuted)]


def settled_branch(logic: Logic, decision: Decision) -> int | None:
    """The branch of several that everybody takes who comes to a decision."""
    taken, never = taken_and_not(logic, decision)
    if len(taken) != 1 or len(never) != len(decision.branches) - 1 or not never:
        return None
    claims = (logic.exhaustive(decision.id), logic.exhaustive_when_unknown(decision.id))
    return taken[0] if all(isinstance(claim, Proved) for claim in claims) else None
