"""What conditions are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeGuard

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

    __hash__ = object.__hash__
    """That of an Enum is written in Python, and every comparison is looked up by its operator."""


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


Leaf = Name | IsUnknown | Comparison
"""The parts of a condition that name a fact, a score or a criterion."""

LEAVES = (Name, Comparison, IsUnknown)
"""The same: `isinstance` is several times quicker over these than over the `Leaf`."""

Condition = Leaf | AllOf | AnyOf | Not


def parts(condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, (AllOf, AnyOf)):
        return condition.parts
    return (condition.part,) if isinstance(condition, Not) else ()


def leaves(condition: Condition) -> Iterator[Leaf]:
    """In reading order."""
    waiting: list[Condition] = [condition]
    while waiting:
        part = waiting.pop()
        if isinstance(part, LEAVES):
            yield part
        else:
            waiting += reversed(parts(part))


def name_in(leaf: Leaf) -> str:
    """The name that a part of a condition is about."""
    return leaf.name if isinstance(leaf, Name) else leaf.fact


def is_number(value: object) -> TypeGuard[int | Fraction]:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)
