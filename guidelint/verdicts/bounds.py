"""The constants that the branches of a decision are bounded by, and how a boundary between two of them is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from guidelint.condition import (
    Comparison,
    Condition,
    Constant,
    Name,
    Not,
    Number,
    Operator,
    Test,
    Value,
    is_number,
    parts,
)
from guidelint.diagnostic import Place, Route, at_value
from guidelint.logic import Witness
from guidelint.model import Decision, FactType, Guideline, node_of
from guidelint.valuation import PatientValuation
from guidelint.wording import named, number_in_words

CONTRARY = {
    Operator.AT_LEAST: Operator.BELOW,
    Operator.BELOW: Operator.AT_LEAST,
    Operator.AT_MOST: Operator.ABOVE,
    Operator.ABOVE: Operator.AT_MOST,
}
WITH_OR_WITHOUT_ITS_END = {
    Operator.AT_LEAST: Operator.ABOVE,
    Operator.ABOVE: Operator.AT_LEAST,
    Operator.AT_MOST: Operator.BELOW,
    Operator.BELOW: Operator.AT_MOST,
}
FROM_BELOW = (Operator.AT_LEAST, Operator.ABOVE)
FROM_ABOVE = (Operator.AT_MOST, Operator.BELOW)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of what a branch asks of a fact or a score; `operator` is what the written one comes to under `not`."""

    branch: int
    comparison: Comparison
    test: Test
    operator: Operator
    value: Number

    @property
    def name(self) -> str:
        return self.comparison.fact

    @property
    def constant(self) -> Constant:
        return self.test.constants[0]

    @property
    def route(self) -> Route:
        return (*self.comparison.route, self.test.operator.value)

    def place(self, note: str = "") -> Place:
        return at_value(self.route, note)

    def up_to(self, other: Bound) -> Test:
        """How it is written so that it ends just where the other one, from the other side, begins."""
        return self._written_as(CONTRARY[other.operator], other.constant)

    @property
    def the_other_way(self) -> Test:
        """With its end if it is without, and the other way round."""
        return self._written_as(WITH_OR_WITHOUT_ITS_END[self.operator], self.constant)

    def faces(self, other: Bound) -> bool:
        return (self.operator in FROM_BELOW) is not (other.operator in FROM_BELOW)

    def _written_as(self, operator: Operator, constant: Constant) -> Test:
        is_negated = self.test.operator is not self.operator
        return Test(CONTRARY[operator] if is_negated else operator, (constant,))

    def passes(self, value: Number) -> bool:
        ends = {
            Operator.AT_LEAST: value >= self.value,
            Operator.ABOVE: value > self.value,
            Operator.AT_MOST: value <= self.value,
            Operator.BELOW: value < self.value,
        }
        return ends[self.operator]


def bounds_of(guideline: Guideline, decision: Decision) -> Iterator[Bound]:
    """Those of the branches themselves, and those behind the criteria that they name."""
    for index, branch in enumerate(decision.branches):
        if branch.condition is not None:
            for comparison, is_negated in _comparisons(guideline, branch.condition):
                yield from _bounds(index, comparison, is_negated)


def is_singled_out(guideline: Guideline, decision: Decision, name: str, value: Number) -> bool:
    """Whether some branch asks for just this value of a fact or a score, or for any other."""
    comparisons = (
        comparison for condition in decision.conditions for comparison, _ in _comparisons(guideline, condition)
    )
    return any(
        constant.value == value
        for comparison in comparisons
        if comparison.fact == name
        for test in comparison.tests
        if test.operator not in CONTRARY
        for constant in test.constants
    )


def is_within(bound: Bound, decision: Decision) -> bool:
    """Whether it is written at the decision itself."""
    return node_of(bound.route) == decision.id


def value_at_the_end(guideline: Guideline, witness: Witness, name: str) -> Number | None:
    """The value of a fact or a score where the walk shown breaks off; None where it is unknown."""
    valuation = PatientValuation(guideline, witness.walk.visits[-1])
    score = valuation.score(name)
    if score is not None:
        return score.low if score.low == score.high else None
    value = valuation.fact(name)
    return value if is_number(value) else None


def value_in_words(guideline: Guideline, name: str, value: Number) -> str:
    fact = guideline.facts.get(name)
    return f"{guideline.label(name)} is {number_in_words(value, fact.unit if fact else None)}"


def range_in_words(guideline: Guideline, name: str, lower: Bound, upper: Bound) -> str:
    """What an end from above and an end from below leave out between them."""
    fact = guideline.facts.get(name)
    low, high = lower.value, upper.value
    has_low, has_high = lower.operator is Operator.BELOW, upper.operator is Operator.ABOVE
    if fact is None or fact.type is FactType.INTEGER:
        low, high = ceil(low) if has_low else floor(low) + 1, floor(high) if has_high else ceil(high) - 1
        has_low = has_high = True
    if low >= high:
        return value_in_words(guideline, name, low)
    first, last = number_in_words(low, None), number_in_words(high, fact.unit if fact else None)
    if has_low is has_high:
        return f"{guideline.label(name)} is {f'{first} to' if has_low else f'between {first} and'} {last}"
    ends = f"at least {first} and below {last}" if has_low else f"above {first} and at most {last}"
    return f"{guideline.label(name)} is {ends}"


def at_the_decision(bound: Bound, decision: Decision) -> str:
    """Which decision it is about, where the place does not say so."""
    return "" if is_within(bound, decision) else f" of {named(decision)}"


def _comparisons(guideline: Guideline, condition: Condition) -> Iterator[tuple[Comparison, bool]]:
    """Each with whether it stands under an odd number of `not`."""
    waiting, seen = [(condition, False)], set[tuple[str, bool]]()
    while waiting:
        part, is_negated = waiting.pop()
        if isinstance(part, Comparison):
            yield part, is_negated
        elif isinstance(part, Name):
            if part.name in guideline.criteria and (part.name, is_negated) not in seen:
                seen.add((part.name, is_negated))
                waiting.append((guideline.criteria[part.name].condition, is_negated))
        else:
            waiting += ((inner, is_negated is not isinstance(part, Not)) for inner in reversed(parts(part)))


def _bounds(branch: int, comparison: Comparison, is_negated: bool) -> Iterator[Bound]:
    for test in comparison.tests:
        if test.operator in CONTRARY:
            (constant,) = test.constants
            operator = CONTRARY[test.operator] if is_negated else test.operator
            value: Value | None = constant.value
            if is_number(value):
                yield Bound(branch, comparison, test, operator, value)
