"""Conditions: their tree, their three-valued evaluation, the facts that decide them, their text.

A condition is judged over a `Valuation`. Facts may be unknown (`known: maybe`; Kleene's strong three-valued logic) or
not given yet; what is not given could have any value, so the truth of a condition is the *set* of values it may have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, Flag
from fractions import Fraction
from typing import Protocol, TypeGuard

from guidelint.diagnostic import Route

Number = int | Fraction


class NotKnown(Enum):
    """The two ways in which a fact has no value."""

    UNKNOWN = "unknown"
    NOT_GIVEN = "not given"


Value = bool | str | int | Fraction
ValueOrNot = Value | NotKnown


class Operator(Enum):
    IS = "is"
    IS_NOT = "is-not"
    IN = "in"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Constant:
    """What a fact is compared with: as written, and as a value in the fact's own unit.

    `unit` is the unit it is written with; `value` is None where that cannot be converted.
    """

    written: bool | str | int | Fraction
    value: Value | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A boolean fact, or a criterion."""

    name: str
    route: Route


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Condition, ...]
    route: Route


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Condition, ...]
    route: Route


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition
    route: Route


@dataclass(frozen=True, slots=True)
class IsUnknown:
    fact: str
    route: Route


@dataclass(frozen=True, slots=True)
class Test:
    """One operator of a comparison, with one constant, or several for `in`."""

    operator: Operator
    constants: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact or a score against constants; several tests mean *and*."""

    fact: str
    tests: tuple[Test, ...]
    route: Route


Condition = Name | AllOf | AnyOf | Not | IsUnknown | Comparison


def parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf() | AnyOf():
            return condition.parts
        case Not():
            return (condition.part,)
        case _:
            return ()


def leaves(condition: Condition) -> Iterator[Name | IsUnknown | Comparison]:
    """The parts of a condition that name a fact, a score or a criterion, in reading order."""
    if isinstance(condition, (Name, IsUnknown, Comparison)):
        yield condition
    for part in parts(condition):
        yield from leaves(part)


class Truth(Flag):
    """The values that a condition may have; one bit where everything that matters is given."""

    FALSE = 1
    TRUE = 2
    UNKNOWN = 4

    @property
    def is_open(self) -> bool:
        """Whether it depends on something that is not given yet."""
        return self not in (Truth.FALSE, Truth.TRUE, Truth.UNKNOWN)


ANY_TRUTH = Truth.FALSE | Truth.TRUE | Truth.UNKNOWN
EITHER = Truth.FALSE | Truth.TRUE


def negation(truth: Truth) -> Truth:
    result = truth & Truth.UNKNOWN
    if Truth.TRUE in truth:
        result |= Truth.FALSE
    if Truth.FALSE in truth:
        result |= Truth.TRUE
    return result


def conjunction(truths: Iterable[Truth]) -> Truth:
    result = Truth.TRUE
    for truth in truths:
        result = _both(result, truth)
        if result is Truth.FALSE:
            break
    return result


def disjunction(truths: Iterable[Truth]) -> Truth:
    return negation(conjunction(negation(truth) for truth in truths))


def _both(one: Truth, other: Truth) -> Truth:
    result = (one | other) & Truth.FALSE
    if Truth.TRUE in one and Truth.TRUE in other:
        result |= Truth.TRUE
    if (Truth.UNKNOWN in one and other != Truth.FALSE) or (Truth.UNKNOWN in other and one != Truth.FALSE):
        result |= Truth.UNKNOWN
    return result


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a score may have; `is_open` where a part of it is not given yet."""

    low: int
    high: int
    is_open: bool = False


class Valuation(Protocol):
    """What a condition is judged over: the facts of one patient in one visit, and what names stand for."""

    def fact(self, name: str) -> ValueOrNot: ...

    def score(self, name: str) -> Interval | None:
        """None where the name is no score."""

    def criterion(self, name: str) -> Truth | None:
        """None where the name is no criterion."""

    def may_be_unknown(self, name: str) -> bool: ...


def evaluate(condition: Condition, valuation: Valuation) -> Truth:
    match condition:
        case Name():
            criterion = valuation.criterion(condition.name)
            return _truth_of(condition.name, valuation) if criterion is None else criterion
        case AllOf():
            return conjunction(evaluate(part, valuation) for part in condition.parts)
        case AnyOf():
            return disjunction(evaluate(part, valuation) for part in condition.parts)
        case Not():
            return negation(evaluate(condition.part, valuation))
        case IsUnknown():
            return _is_unknown(condition.fact, valuation)
        case Comparison():
            return _compare(condition, valuation)


def _truth_of(fact: str, valuation: Valuation) -> Truth:
    value = valuation.fact(fact)
    if isinstance(value, NotKnown):
        return _truth_without_value(value, fact, valuation)
    return Truth.TRUE if value is True else Truth.FALSE


def _truth_without_value(value: NotKnown, fact: str, valuation: Valuation) -> Truth:
    if value is NotKnown.UNKNOWN:
        return Truth.UNKNOWN
    return ANY_TRUTH if valuation.may_be_unknown(fact) else EITHER


def _is_unknown(fact: str, valuation: Valuation) -> Truth:
    value = valuation.fact(fact)
    if value is NotKnown.NOT_GIVEN:
        return EITHER if valuation.may_be_unknown(fact) else Truth.FALSE
    return Truth.TRUE if value is NotKnown.UNKNOWN else Truth.FALSE


def _compare(comparison: Comparison, valuation: Valuation) -> Truth:
    interval = valuation.score(comparison.fact)
    if interval is not None:
        truth = conjunction(_holds_over(test, interval) for test in comparison.tests)
        return ANY_TRUTH if interval.is_open and truth is Truth.UNKNOWN else truth
    value = valuation.fact(comparison.fact)
    if isinstance(value, NotKnown):
        return _truth_without_value(value, comparison.fact, valuation)
    return Truth.TRUE if all(holds(test, value) for test in comparison.tests) else Truth.FALSE


def holds(test: Test, value: Value) -> bool:
    """Whether a known value passes a test. A value of another type than the constant passes only `is-not`."""
    if test.operator is Operator.IS:
        return _same(value, test.constants[0].value)
    if test.operator is Operator.IS_NOT:
        return not _same(value, test.constants[0].value)
    if test.operator is Operator.IN:
        return any(_same(value, constant.value) for constant in test.constants)
    limit = test.constants[0].value
    if not is_number(value) or not is_number(limit):
        return False
    return _ordered(test.operator, value, limit)


def is_number(value: object) -> TypeGuard[int | Fraction]:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _same(one: Value, other: Value | None) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _ordered(operator: Operator, value: Number, limit: Number) -> bool:
    if operator is Operator.AT_LEAST:
        return value >= limit
    if operator is Operator.AT_MOST:
        return value <= limit
    return value > limit if operator is Operator.ABOVE else value < limit


def _holds_over(test: Test, interval: Interval) -> Truth:
    """A test over every whole number of an interval: true or false only where all of them agree."""
    if test.operator in (Operator.IS, Operator.IS_NOT, Operator.IN):
        return _holds_over_each(test, interval)
    low, high = holds(test, interval.low), holds(test, interval.high)
    if low != high:
        return Truth.UNKNOWN
    return Truth.TRUE if low else Truth.FALSE


def _holds_over_each(test: Test, interval: Interval) -> Truth:
    named = {constant.value for constant in test.constants if is_number(constant.value)}
    inside = sum(1 for value in named if interval.low <= value <= interval.high and value == int(value))
    width = interval.high - interval.low + 1
    truth = Truth.FALSE if not inside else Truth.TRUE if inside == width else Truth.UNKNOWN
    return negation(truth) if test.operator is Operator.IS_NOT else truth


def missing_facts(condition: Condition, valuation: Valuation, expand: Expansion) -> tuple[str, ...]:
    """The facts that are not given and that the truth of a condition still depends on, in reading order."""
    if not evaluate(condition, valuation).is_open:
        return ()
    inner = expand(condition) or parts(condition)
    if not inner:
        name = condition.name if isinstance(condition, Name) else fact_of(condition)
        return (name,)
    found = (fact for part in inner for fact in missing_facts(part, valuation, expand))
    return tuple(dict.fromkeys(found))


def deciding_facts(condition: Condition, valuation: Valuation, expand: Expansion) -> tuple[str, ...]:
    """Facts that settle the truth of a condition by their values, in reading order; as few as reading finds."""
    inner = expand(condition)
    if inner:
        chosen: Iterable[Condition] = inner
    elif isinstance(condition, (AllOf, AnyOf)):
        chosen = _settling_parts(condition, valuation)
    else:
        chosen = parts(condition)
        if not chosen:
            return (condition.name if isinstance(condition, Name) else fact_of(condition),)
    return tuple(dict.fromkeys(fact for part in chosen for fact in deciding_facts(part, valuation, expand)))


def _settling_parts(condition: AllOf | AnyOf, valuation: Valuation) -> tuple[Condition, ...]:
    """One part where one is enough (a true part of `any`, a false part of `all`), else all of them."""
    enough = Truth.FALSE if isinstance(condition, AllOf) else Truth.TRUE
    for part in condition.parts:
        if evaluate(part, valuation) is enough:
            return (part,)
    return condition.parts


def fact_of(condition: Condition) -> str:
    """The fact or score that a comparison or a question after the unknown is about."""
    return condition.fact if isinstance(condition, (Comparison, IsUnknown)) else ""


Expansion = Callable[[Condition], tuple[Condition, ...]]
"""The conditions that a criterion's or a score's name stands for; nothing for any other condition."""
