"""Where two comparisons of one decision meet: the single values and the rounding gaps at which they miss or touch.

`below: 60` beside `above: 60` leaves the point 60, and of a decimal, `at-most: 16.99` beside `at-least: 17` leaves what
lies between two numbers that are next to each other as they are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from guidelint.condition import Comparison, Constant, Number, is_number
from guidelint.logic import Logic
from guidelint.logic.cells import Cells
from guidelint.logic.formula import Formula
from guidelint.model import Decision, Fact, Guideline
from guidelint.names import leaves_behind
from guidelint.quantity import convert, parse_quantity

MOST_PLACES = 12
"""Decimal places that count as written."""

Steps = Mapping[Number, Fraction]
"""For each constant, sorted, one of the last decimal place that it is written with, in the unit of the fact; no more
than one of the last place that the fact's own range and default are written with."""


def compared_in(guideline: Guideline, decision: Decision) -> Mapping[str, Steps]:
    """The constants that a decision compares each fact and each score with, through criteria and scores too."""
    found: dict[str, dict[Number, Fraction]] = {}
    for leaf in leaves_behind(guideline, decision.conditions):
        if isinstance(leaf, Comparison):
            steps = found.setdefault(leaf.fact, {})
            fact = guideline.facts.get(leaf.fact)
            finest = _finest_step(fact)
            for value, step in _steps(leaf, fact.unit if fact else None):
                steps[value] = min(step, finest, steps.get(value, step))
    return {name: dict(sorted(steps.items())) for name, steps in found.items() if steps}


def boundaries(logic: Logic, decision: Decision) -> dict[str, Formula]:
    """For each fact and score, that it lies where comparisons of the decision meet."""
    found = {}
    for name, steps in compared_in(logic.guideline, decision).items():
        if name in logic.guideline.scores:
            totals = [int(constant) for constant in steps if constant == int(constant)]
            found[name] = logic.compiler.disjunction(logic.compiler.score_is(name, total) for total in totals)
        else:
            cells = logic.cells[name]
            if thin := thin_cells(cells, steps):
                found[name] = logic.compiler.among(name, thin, cells.known ^ thin)
    return found


def between(logic: Logic, name: str, low: Number, high: Number) -> Formula:
    """That a fact or a score lies from one number to another one, both of them constants of the guideline."""
    if name in logic.guideline.scores:
        totals = range(ceil(low), floor(high) + 1)
        return logic.compiler.disjunction(logic.compiler.score_is(name, total) for total in totals)
    cells = logic.cells[name]
    inside = sum(1 << cell for cell, span in enumerate(cells.spans) if low <= span.low and span.high <= high)
    return logic.compiler.among(name, inside, cells.known ^ inside)


def thin_cells(cells: Cells, steps: Steps) -> int:
    """The constants themselves, and what lies between two that are next to each other as they are written."""
    narrow = [(low, high) for low, high in pairwise(steps) if high - low <= min(steps[low], steps[high])]
    return sum(
        1 << cell
        for cell, span in enumerate(cells.spans)
        if (span.is_point and span.low in steps) or any(low <= span.low and span.high <= high for low, high in narrow)
    )


def _steps(comparison: Comparison, unit: str | None) -> Iterator[tuple[Number, Fraction]]:
    for test in comparison.tests:
        for constant in test.constants:
            if is_number(constant.value):
                yield constant.value, _step(constant, unit)


def _step(constant: Constant, unit: str | None) -> Fraction:
    written = constant.written
    quantity = parse_quantity(written) if isinstance(written, str) else None
    step = _last_place(Fraction(written) if is_number(written) else quantity.value if quantity else Fraction(0))
    if quantity is None or unit is None:
        return step
    return convert(step, quantity.unit, unit) - convert(Fraction(0), quantity.unit, unit)


def _finest_step(fact: Fact | None) -> Fraction:
    """How exactly a fact is given at all: between an INR of 2 and one of 3 there are others."""
    numbers = (fact.low, fact.high, fact.default) if fact else ()
    return min((_last_place(Fraction(number)) for number in numbers if is_number(number)), default=Fraction(1))


def _last_place(number: Fraction) -> Fraction:
    """One of its last decimal place; nothing at all where it has very many."""
    places = next((places for places in range(MOST_PLACES) if (number * 10**places).denominator == 1), None)
    return Fraction(0) if places is None else Fraction(1, 10**places)
