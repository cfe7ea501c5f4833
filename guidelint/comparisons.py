"""Every constant that a condition compares a fact or a score with, and the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guidelint.condition import Comparison, Constant, Operator
from guidelint.diagnostic import Route
from guidelint.model import Fact, Guideline, Score, gathered


class Compared(NamedTuple):
    """One constant, with what it is compared with and how. There are many, and few of whose place anybody asks."""

    subject: Fact | Score
    comparison: Comparison
    operator: Operator
    constant: Constant
    number: int

    @property
    def operator_route(self) -> Route:
        """Leads to the operator."""
        return (*self.comparison.route, self.operator.value)

    @property
    def route(self) -> Route:
        return (*self.operator_route, self.number) if self.operator is Operator.IN else self.operator_route


@gathered
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
        for number, constant in enumerate(test.constants):
            yield Compared(subject, comparison, test.operator, constant, number)
