"""How conditions are judged: their truth over the facts of one patient in one visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor
from operator import ge, gt, le, lt
from typing import Any, Protocol

from guidelint.condition.tree import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    IsUnknown,
    Name,
    Not,
    NotKnown,
    Number,
    Operator,
    Test,
    Value,
    ValueOrNot,
    is_number,
)
from guidelint.condition.truth import ANY_TRUTH, EITHER, Truth, conjunction, disjunction, negation


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a score may have: these whole numbers.

    `is_open` where a part of it is not given yet, `may_be_unknown` where a part is unknown or may turn out to be.
    """

    low: int
    high: int
    is_open: bool = False
    may_be_unknown: bool = False


class Valuation(Protocol):
    """What a condition is judged over: the facts of one patient in one visit, and what names stand for."""

    def fact(self, name: str) -> ValueOrNot: ...

    def score(self, name: str) -> Interval | None:
        """None where the name is no score."""

    def criterion(self, name: str) -> Truth | None:
        """None where the name is no criterion."""

    def may_be_unknown(self, name: str) -> bool: ...


def evaluate(condition: Condition, valuation: Valuation) -> Truth:
    return JUDGED[type(condition)](condition, valuation)


def _all(condition: AllOf, valuation: Valuation) -> Truth:
    return conjunction(evaluate(part, valuation) for part in condition.parts)


def _any(condition: AnyOf, valuation: Valuation) -> Truth:
    return disjunction(evaluate(part, valuation) for part in condition.parts)


def _not(condition: Not, valuation: Valuation) -> Truth:
    return negation(evaluate(condition.part, valuation))


def _named(condition: Name, valuation: Valuation) -> Truth:
    criterion = valuation.criterion(condition.name)
    if criterion is not None:
        return criterion
    fact = condition.name
    value = valuation.fact(fact)
    if isinstance(value, NotKnown):
        return _truth_without_value(value, fact, valuation)
    return Truth.TRUE if value is True else Truth.FALSE


def _truth_without_value(value: NotKnown, fact: str, valuation: Valuation) -> Truth:
    if value is NotKnown.UNKNOWN:
        return Truth.UNKNOWN
    return ANY_TRUTH if valuation.may_be_unknown(fact) else EITHER


def _is_unknown(condition: IsUnknown, valuation: Valuation) -> Truth:
    value = valuation.fact(condition.fact)
    if value is NotKnown.NOT_GIVEN:
        return EITHER if valuation.may_be_unknown(condition.fact) else Truth.FALSE
    return Truth.TRUE if value is NotKnown.UNKNOWN else Truth.FALSE


def _compare(comparison: Comparison, valuation: Valuation) -> Truth:
    interval = valuation.score(comparison.fact)
    if interval is not None:
        truth = holds_over(comparison.tests, interval)
        if truth is not Truth.UNKNOWN or not interval.is_open:
            return truth
        return ANY_TRUTH if interval.may_be_unknown else EITHER
    value = valuation.fact(comparison.fact)
    if isinstance(value, NotKnown):
        return _truth_without_value(value, comparison.fact, valuation)
    return Truth.TRUE if all(holds(test, value) for test in comparison.tests) else Truth.FALSE


JUDGED: dict[type[Condition], Callable[[Any, Valuation], Truth]] = {
    Name: _named,
    AllOf: _all,
    AnyOf: _any,
    Not: _not,
    IsUnknown: _is_unknown,
    Comparison: _compare,
}


def holds(test: Test, value: Value) -> bool:
    """Whether a known value passes a test. A value of another type than the constant passes only `is-not`."""
    if test.operator is Operator.IS:
        return _same(value, test.constants[0].value)
    if test.operator is Operator.IS_NOT:
        return not _same(value, test.constants[0].value)
    if test.operator is Operator.IN:
        return any(_same(value, constant.value) for constant in test.constants)
    limit = test.constants[0].value
    return is_number(value) and is_number(limit) and ORDERS[test.operator](value, limit)


def _same(one: Value, other: Value | None) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


ORDERS: dict[Operator, Callable[[Number, Number], bool]] = {
    Operator.AT_LEAST: ge,
    Operator.AT_MOST: le,
    Operator.ABOVE: gt,
    Operator.BELOW: lt,
}


def holds_over(tests: Sequence[Test], interval: Interval) -> Truth:
    """Tests over every whole number of an interval: true or false only where all of the numbers agree."""
    outcomes = {all(holds(test, number) for test in tests) for number in _samples(tests, interval)}
    if len(outcomes) > 1:
        return Truth.UNKNOWN
    return Truth.TRUE if outcomes.pop() else Truth.FALSE


def _samples(tests: Sequence[Test], interval: Interval) -> set[int]:
    """The ends of an interval, and the numbers in it next to a constant: between these no test changes."""
    constants = (constant.value for test in tests for constant in test.constants)
    near = {floor(value) + step for value in constants if is_number(value) for step in (-1, 0, 1)}
    return {interval.low, interval.high} | {number for number in near if interval.low < number < interval.high}
