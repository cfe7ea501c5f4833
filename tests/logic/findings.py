"""For each question, the patients in whom the finding shows: one of their walks refutes the claim.

Of `reachable`, those who come there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from tests.logic.brute_force import Step, Walk, Walks
from tests.logic.constraint_findings import Judge
from tests.logic.giving import Selection, choice_of, direction_of, may_both, may_give, members
from tests.logic.questions import Question, contraindications
from tests.logic.same_advice import differing
from tests.naive import Data


class BruteForce:
    def __init__(self, data: Data) -> None:
        self.data = data
        self.walks = Walks(data)
        self.known: dict[Question, int] = {}

    def is_proved(self, question: Question) -> bool:
        return bool(self.found(question)) == (question.kind == "reachable")

    def found(self, question: Question) -> int:
        """The possible patients in whom it shows."""
        if question not in self.known:
            self.known[question] = FINDINGS[question.kind](self, question) & self.walks.possible
        return self.known[question]

    def arrivals(self, node: str) -> Iterator[tuple[Walk, Step]]:
        return ((walk, step) for walk in self.walks.all for step in walk.steps if step.node == node)

    def visits(self, walk: Walk) -> Iterator[list[Data]]:
        """The advice of each visit."""
        for visit in range(1, walk.steps[-1].visit + 1):
            yield [
                advice
                for step in walk.steps
                if step.visit == visit
                for advice in self.data["nodes"][step.node].get("recommend", [])
            ]


def _exhaustive(brute: BruteForce, question: Question) -> int:
    found = 0
    for walk, step in brute.arrivals(question.about):
        truths = brute.walks.truths(question.about, step.env)
        if None not in truths:
            found |= _all(walk.patients, (truth.false for truth in truths if truth is not None))
    return found


def _exhaustive_when_unknown(brute: BruteForce, question: Question) -> int:
    """No branch surely true, and not all surely false."""
    found = 0
    for walk, step in brute.arrivals(question.about):
        truths = [truth for truth in brute.walks.truths(question.about, step.env) if truth is not None]
        none_true = _all(walk.patients, (~truth.true for truth in truths))
        found |= none_true & ~_all(walk.patients, (truth.false for truth in truths))
    return found


def _exclusive(brute: BruteForce, question: Question) -> int:
    found = 0
    for walk, step in brute.arrivals(question.about):
        truths = brute.walks.truths(question.about, step.env)
        found |= _all(walk.patients, (truth.true for index in question.indices if (truth := truths[index]) is not None))
    return found


def _all(patients: int, masks: Iterable[int]) -> int:
    for mask in masks:
        patients &= mask
    return patients


def _reachable(brute: BruteForce, question: Question) -> int:
    found = 0
    for walk, step in brute.arrivals(question.about):
        if not question.indices or step.way == question.indices[0]:
            found |= walk.patients
    return found


def _holds(brute: BruteForce, question: Question) -> int:
    judge = Judge(question.about, brute.data, brute.walks.conditions)
    found = 0
    for walk in brute.walks.all:
        found |= judge.found(walk)
    return found


def _respects(brute: BruteForce, question: Question) -> int:
    raw = contraindications(brute.data["interventions"][question.about])[question.indices[0]]
    wanted = Selection("for", frozenset({question.about}), frozenset())
    found = 0
    for name, node in brute.data["nodes"].items():
        if any(may_give(advice, wanted, brute.data) for advice in node.get("recommend", [])):
            for walk, step in brute.arrivals(name):
                found |= walk.patients & ~brute.walks.conditions.when(raw, step.env).false
    return found


def _consistent(brute: BruteForce, question: Question) -> int:
    def is_bad(items: list[Data]) -> bool:
        return all(question.about in _about(items, direction, brute) for direction in ("for", "against"))

    return _in_one_visit(brute, is_bad)


def _about(items: list[Data], direction: str, brute: BruteForce) -> set[str]:
    own = [advice for advice in items if direction_of(advice) == direction]
    return {member for advice in own for option in choice_of(advice)[1] for member in members(option, brute.data)}


def _without_duplicates(brute: BruteForce, question: Question) -> int:
    group = members({"class": question.about}, brute.data)

    def is_double(items: list[Data]) -> bool:
        own = [_about([advice], "for", brute) & group for advice in items]
        return any(len(one | other) > 1 for one, other in combinations(filter(None, own), 2)) or any(
            _may_double(advice, group, brute.data) for advice in items
        )

    return _in_one_visit(brute, is_double)


def _may_double(advice: Data, group: frozenset[str], data: Data) -> bool:
    each = [Selection("for", frozenset({member}), frozenset()) for member in group]
    return any(may_both(advice, one, other, data) for one, other in combinations(each, 2))


def _in_one_visit(brute: BruteForce, is_bad: Callable[[list[Data]], bool]) -> int:
    found = 0
    for walk in brute.walks.all:
        if walk.patients & ~found and any(map(is_bad, brute.visits(walk))):
            found |= walk.patients
    return found


def _same_advice(brute: BruteForce, question: Question) -> int:
    return differing(brute.walks, question.about, question.indices)


FINDINGS: dict[str, Callable[[BruteForce, Question], int]] = {
    "exhaustive": _exhaustive,
    "exhaustive-when-unknown": _exhaustive_when_unknown,
    "exclusive": _exclusive,
    "reachable": _reachable,
    "holds": _holds,
    "respects": _respects,
    "consistent": _consistent,
    "without-duplicates": _without_duplicates,
    "same-advice": _same_advice,
}
