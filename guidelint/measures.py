"""Every amount that a guideline prescribes: courses, doses, times between, with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guidelint.diagnostic import Route
from guidelint.model import After, Constraint, Guideline, QuantityInterval, Total, gathered
from guidelint.quantity import Quantity
from guidelint.units import quantities

DOSE = "dose"
"""The one amount that is no time."""


class Measure(NamedTuple):
    """`key` is what it is the value of: `course`, `dose`, `every`, `after`, `within` or `at-most`."""

    key: str
    quantity: Quantity
    route: Route

    @property
    def is_time(self) -> bool:
        return self.key != DOSE


@gathered
def measures(guideline: Guideline) -> Iterator[Measure]:
    for key, interval, route in intervals(guideline):
        yield from (Measure(key, quantity, place) for quantity, place in quantities(interval, route))
    for constraint in guideline.constraints.values():
        yield from _of_constraint(constraint)


@gathered
def intervals(guideline: Guideline) -> Iterator[tuple[str, QuantityInterval, Route]]:
    """One quantity alone is an interval too, from itself to itself."""
    for advice in guideline.advice():
        for key, interval in (("course", advice.course), (DOSE, advice.dose), ("every", advice.every)):
            if isinstance(interval, QuantityInterval):
                yield key, interval, (*advice.route, key)
    for follow_up in guideline.follow_ups():
        yield "after", follow_up.after, (*follow_up.route, "after")


def _of_constraint(constraint: Constraint) -> Iterator[Measure]:
    if isinstance(constraint, After) and constraint.within is not None:
        yield Measure("within", constraint.within, (*constraint.route, "within"))
    if isinstance(constraint, Total) and isinstance(constraint.at_most, Quantity):
        yield Measure("at-most", constraint.at_most, (*constraint.route, "at-most"))
