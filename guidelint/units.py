"""Every unit that a guideline writes, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import Comparison, Operator
from guidelint.diagnostic import Route
from guidelint.model import (
    Advice,
    After,
    Case,
    Constraint,
    Guideline,
    QuantityInterval,
    Total,
)
from guidelint.quantity import Quantity, parse_quantity

Unit = tuple[str, Route]


def units(guideline: Guideline) -> Iterator[Unit]:
    """Bare numbers have none; a dose that is another text than a quantity has none either."""
    for fact in guideline.facts.values():
        if fact.unit is not None:
            yield fact.unit, (*fact.route, "unit")
    for _, leaf in guideline.leaves:
        if isinstance(leaf, Comparison):
            yield from _of_comparison(leaf)
    for advice in guideline.advice():
        yield from _of_advice(advice)
    for follow_up in guideline.follow_ups():
        yield from _of_interval(follow_up.after, (*follow_up.route, "after"))
    for constraint in guideline.constraints.values():
        yield from _of_constraint(constraint)
    for case in guideline.cases.values():
        yield from _of_case(case, guideline)


def quantities(interval: QuantityInterval, route: Route) -> Iterator[tuple[Quantity, Route]]:
    """The ends of an interval with their places; one quantity that stands for both ends comes once."""
    if interval.low is not None and interval.low is interval.high:
        yield interval.low, route
        return
    for key, end in (("min", interval.low), ("max", interval.high)):
        if end is not None:
            yield end, (*route, key)


def _of_interval(interval: QuantityInterval, route: Route) -> Iterator[Unit]:
    return ((quantity.unit, place) for quantity, place in quantities(interval, route) if quantity.unit)


def _of_comparison(comparison: Comparison) -> Iterator[Unit]:
    for test in comparison.tests:
        for index, constant in enumerate(test.constants):
            if constant.unit is not None:
                place: Route = (*comparison.route, test.operator.value)
                yield constant.unit, (*place, index) if test.operator is Operator.IN else place


def _of_advice(advice: Advice) -> Iterator[Unit]:
    for key, interval in (("course", advice.course), ("every", advice.every)):
        if isinstance(interval, QuantityInterval):
            yield from _of_interval(interval, (*advice.route, key))
    if advice.dose is not None:
        for dose, place in quantities(advice.dose, (*advice.route, "dose")):
            if dose.unit and dose.value:
                yield dose.unit, place


def _of_constraint(constraint: Constraint) -> Iterator[Unit]:
    if isinstance(constraint, Total) and isinstance(constraint.at_most, Quantity):
        yield constraint.at_most.unit, (*constraint.route, "at-most")
    if isinstance(constraint, After) and constraint.within is not None:
        yield constraint.within.unit, (*constraint.route, "within")


def _of_case(case: Case, guideline: Guideline) -> Iterator[Unit]:
    """A quantity that could be converted has left its unit behind, and had a good one."""
    visits = [(visit, (*case.route, "visits", index)) for index, visit in enumerate(case.visits)]
    for given, route in [(case.patient, (*case.route, "patient")), *visits]:
        for name, value in given:
            fact = guideline.facts.get(name)
            quantity = parse_quantity(value) if isinstance(value, str) else None
            if quantity is not None and fact is not None and fact.type.is_numeric:
                yield quantity.unit, (*route, name)
