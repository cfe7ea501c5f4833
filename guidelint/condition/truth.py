"""Kleene's strong three-valued logic, over sets of truth values."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag
from functools import cache


class Truth(Flag):
    """The values that a condition may have; one bit where everything that matters is given."""

    FALSE = 1
    TRUE = 2
    UNKNOWN = 4

    __hash__ = object.__hash__
    """That of an Enum is written in Python, and every part of a condition is looked up by its truth."""

    @property
    def is_open(self) -> bool:
        """Whether it depends on something that is not given yet."""
        return self not in (Truth.FALSE, Truth.TRUE, Truth.UNKNOWN)


ANY_TRUTH = Truth.FALSE | Truth.TRUE | Truth.UNKNOWN
EITHER = Truth.FALSE | Truth.TRUE


@cache
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
    result = Truth.FALSE
    for truth in truths:
        result = _either(result, truth)
        if result is Truth.TRUE:
            break
    return result


@cache
def _both(one: Truth, other: Truth) -> Truth:
    result = (one | other) & Truth.FALSE
    if Truth.TRUE in one and Truth.TRUE in other:
        result |= Truth.TRUE
    if (Truth.UNKNOWN in one and other != Truth.FALSE) or (Truth.UNKNOWN in other and one != Truth.FALSE):
        result |= Truth.UNKNOWN
    return result


@cache
def _either(one: Truth, other: Truth) -> Truth:
    return negation(_both(negation(one), negation(other)))
