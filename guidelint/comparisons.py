"""Every constant that a condition compares a fact or a score with, and the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.condition import Comparison, Constant, Operator
from guidelint.diagnostic import Route
from guidelint.model import Fact, Guideline, Score


@dataclass(frozen=True, slots=True)
class Compared:
    """One constant, with what it is compared with and how; `operator_route` leads to the operator."""

    subject: Fact | Score
    operator: Operator
    constant: Constant
    operator_route: Route
    route: Route


def compared(guideline: Guideline) -> Iterator[Compared]:
    """Of defined facts and scores only; a name that is both is nothing to be judged by."""
    for _, leaf in guideline.leaves:
        if isinstance(leaf, Comparison):
            fact, score = guideline.facts.get(leaf.fact), guideline.scores.get(leaf.fact)
            subject = fact or score
            if subject is not None and not (fact and score):
                yield from _constants(leaf, subject)


def _constants(comparison: Comparison, subject: Fact | Score) -> Iterator[Compared]:
    for test in comparison.tests:
        route: Route = (*comparison.route, test.operator.value)
        for index, constant in enumerate(test.constants):
            place = (*route, index) if test.operator is Operator.IN else route
            yield Compared(subject, test.operator, constant, route, place)
