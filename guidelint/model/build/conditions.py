"""The data of a condition → its tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guidelint.condition import AllOf, AnyOf, Comparison, Condition, IsUnknown, Name, Not, Operator, Test
from guidelint.diagnostic import Route
from guidelint.model.build.values import make_constant
from guidelint.model.entries import Fact

OPERATORS = {operator.value: operator for operator in Operator}
Facts = Mapping[str, Fact]


def build_condition(raw: Any, route: Route, facts: Facts) -> Condition:
    """Keys that belong to the entry around a condition (a criterion's label, say) are passed over."""
    if isinstance(raw, str):
        return Name(raw, route)
    if "all" in raw:
        return AllOf(_parts(raw["all"], (*route, "all"), facts), route)
    if "any" in raw:
        return AnyOf(_parts(raw["any"], (*route, "any"), facts), route)
    if "not" in raw:
        return Not(build_condition(raw["not"], (*route, "not"), facts), route)
    if "unknown" in raw:
        return IsUnknown(raw["unknown"], route)
    name = raw["fact"]
    tests = [_test(OPERATORS[key], raw[key], facts.get(name)) for key in raw if key in OPERATORS]
    return Comparison(name, tuple(tests), route)


def _parts(raw: list[Any], route: Route, facts: Facts) -> tuple[Condition, ...]:
    return tuple([build_condition(part, (*route, index), facts) for index, part in enumerate(raw)])


def _test(operator: Operator, raw: Any, fact: Fact | None) -> Test:
    if isinstance(raw, list):
        return Test(operator, tuple([make_constant(constant, fact) for constant in raw]))
    return Test(operator, (make_constant(raw, fact),))
