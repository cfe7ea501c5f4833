"""Whether a fact can have a value, and what is wrong where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from guidelint.condition import NotKnown, ValueOrNot, is_number
from guidelint.diagnostic import Fix, Place
from guidelint.model import Fact, FactType
from guidelint.quantity import is_unit, parse_quantity
from guidelint.suggestion import closest, did_you_mean, listing, renaming
from guidelint.wording import named, number_in_words


class Misfit(NamedTuple):
    """What a finding says of a value that a fact cannot have, and what mends it; `rename` writes the choice like it."""

    message: str
    help: str
    rename: Callable[[Place], Fix] | None = None

    def fix(self, place: Place) -> Fix | None:
        """Where the value stands at that place."""
        return None if self.rename is None else self.rename(place)


def misfit(fact: Fact, value: ValueOrNot) -> Misfit | None:
    """`value` is in the unit of the fact; a quantity that could not be converted is still text."""
    if value is NotKnown.UNKNOWN:
        help = "give its value, or write `known: maybe` with the fact"
        return None if fact.may_be_unknown else Misfit(f"{named(fact)} is always known", help)
    if fact.type is FactType.BOOLEAN:
        return None if isinstance(value, bool) else Misfit(f"{named(fact)} is true or false", "write true or false")
    if fact.type is FactType.CHOICE:
        return _no_choice(fact, value)
    return _out_of_range(fact, value) if is_number(value) else _no_number(fact, value)


def _no_choice(fact: Fact, value: ValueOrNot) -> Misfit | None:
    values = dict(fact.values)
    if isinstance(value, str) and value in values:
        return None
    meant = closest(value, values) if isinstance(value, str) else None
    help = did_you_mean(meant) if meant else f"take one of {listing(values)}"
    rename = partial(renaming, name=value, meant=meant, candidates=values) if isinstance(value, str) and meant else None
    return Misfit(f"{named(fact)} has no such value", help, rename)


def _no_number(fact: Fact, value: ValueOrNot) -> Misfit:
    given = parse_quantity(value) if isinstance(value, str) else None
    if given is None:
        return Misfit(f"{named(fact)} is a number", f"write {_range(fact)}")
    if fact.unit is None:
        return Misfit(f"{named(fact)} has no unit", "write the number alone, or give the fact a unit")
    what = "cannot be converted into the unit of" if is_unit(given.unit) else "is no unit, while a number is asked of"
    return Misfit(f"`{given.unit}` {what} {named(fact)}", f"write {_range(fact)}")


def _out_of_range(fact: Fact, value: int | Fraction) -> Misfit | None:
    if fact.low is not None and fact.high is not None and not fact.low <= value <= fact.high:
        return Misfit(f"this lies outside the range of {named(fact)}", f"write {_range(fact)}, or widen `range`")
    if fact.type is FactType.INTEGER and value != int(value):
        return Misfit(f"{named(fact)} is a whole number", f"write {_range(fact)}, or make the fact `decimal`")
    return None


def _range(fact: Fact) -> str:
    kind = "a whole number" if fact.type is FactType.INTEGER else "a number"
    if fact.low is None or fact.high is None:
        return kind
    return f"{kind} from {number_in_words(fact.low, None)} to {number_in_words(fact.high, fact.unit)}"
