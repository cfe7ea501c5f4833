"""Where two comparisons of one decision meet: the single values and the rounding gaps at which they miss or touch.

`below: 60` beside `above: 60` leaves the point 60, and of a decimal, `at-most: 16.99` beside `at-least: 17` leaves what
lies between two numbers that are next to each other as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from guidelint.condition import Comparison, Number, is_number
from guidelint.logic import Logic
from guidelint.logic.cells import Cells
from guidelint.logic.formula import Formula
from guidelint.model import Decision, Guideline
from guidelint.names import leaves_behind

MOST_PLACES = 12
"""Decimal places that count as written."""


def compared_in(guideline: Guideline, decision: Decision) -> Mapping[str, tuple[Number, ...]]:
    """The constants that a decision compares each fact and each score with, through criteria and scores too, sorted."""
    found: dict[str, set[Number]] = {}
    for leaf in leaves_behind(guideline, decision.conditions):
        if isinstance(leaf, Comparison):
            values = (constant.value for test in leaf.tests for constant in test.constants)
            found.setdefault(leaf.fact, set()).update(value for value in values if is_number(value))
    return {name: tuple(sorted(constants)) for name, constants in found.items() if constants}


def boundaries(logic: Logic, decision: Decision) -> dict[str, Formula]:
    """For each fact and score, that it lies where comparisons of the decision meet."""
    found = {}
    for name, constants in compared_in(logic.guideline, decision).items():
        if name in logic.guideline.scores:
            totals = [int(constant) for constant in constants if constant == int(constant)]
            found[name] = logic.compiler.disjunction(logic.compiler.score_is(name, total) for total in totals)
        else:
            cells = logic.cells[name]
            if thin := thin_cells(cells, constants):
                found[name] = logic.compiler.among(name, thin, cells.known ^ thin)
    return found


def thin_cells(cells: Cells, constants: tuple[Number, ...]) -> int:
    """The constants themselves, and what lies between two that are next to each other as they are written."""
    narrow = [(low, high) for low, high in pairwise(constants) if high - low <= _last_place(low, high)]
    return sum(
        1 << cell
        for cell, span in enumerate(cells.spans)
        if (span.is_point and span.low in constants)
        or any(low <= span.low and span.high <= high for low, high in narrow)
    )


def _last_place(*numbers: Number) -> Fraction:
    """One of the last decimal place that any of the numbers is written with."""
    for places in range(MOST_PLACES):
        if all((Fraction(number) * 10**places).denominator == 1 for number in numbers):
            return Fraction(1, 10**places)
    return Fraction(0)
