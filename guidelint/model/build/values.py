"""Numbers, quantities and the constants of conditions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from guidelint.condition import Constant, NotKnown, Value, ValueOrNot
from guidelint.model.entries import Fact, QuantityInterval
from guidelint.quantity import Quantity, convert, parse_quantity

Data = Mapping[str, Any]


def exact(raw: Any) -> Any:
    """A decimal as an exact fraction, or as a whole number where it is one; everything else as it is."""
    if not isinstance(raw, Decimal):
        return raw
    number = Fraction(raw)
    return int(number) if number.denominator == 1 else number


def quantity(raw: Any) -> Quantity:
    """A bare number is a quantity with the empty unit."""
    if isinstance(raw, str):
        parsed = parse_quantity(raw)
        return parsed if parsed is not None else Quantity(Fraction(0), raw)
    return Quantity(Fraction(raw), "")


def interval(raw: Any) -> QuantityInterval | None:
    """`{min, max}`, or one quantity that is both."""
    if raw is None:
        return None
    if isinstance(raw, dict):
        low, high = raw.get("min"), raw.get("max")
        return QuantityInterval(None if low is None else quantity(low), None if high is None else quantity(high))
    both = quantity(raw)
    return QuantityInterval(both, both)


def fact_value(raw: Any, fact: Fact | None) -> ValueOrNot:
    """What a case or a default gives a fact; a quantity is converted where it can be, else it stays text."""
    if raw == NotKnown.UNKNOWN.value:
        return NotKnown.UNKNOWN
    constant = make_constant(raw, fact)
    return constant.written if constant.value is None else constant.value


def make_constant(raw: Any, fact: Fact | None) -> Constant:
    written = exact(raw)
    if not isinstance(written, str) or fact is None or not fact.type.is_numeric:
        return Constant(written, written)
    parsed = parse_quantity(written)
    if parsed is None:
        return Constant(written, written)
    return Constant(written, _in_unit_of(fact, parsed), parsed.unit)


def _in_unit_of(fact: Fact, given: Quantity) -> Value | None:
    if fact.unit is None:
        return None
    try:
        number = convert(given.value, given.unit, fact.unit)
    except ValueError:
        return None
    return int(number) if number.denominator == 1 else number
