"""Units of measure: which codes are units, which can be converted into one another, and the conversion itself."""

from __future__ import annotations

from fractions import Fraction

from guidelint.quantity.reading import Quantity
from guidelint.quantity.scale import Scale, scale_of


class UnknownUnit(ValueError):
    """A code that is not a UCUM unit."""

    def __init__(self, unit: str) -> None:
        super().__init__(f"`{unit}` is not a UCUM unit")
        self.unit = unit


class IncommensurableUnits(ValueError):
    """Two units of different dimensions."""

    def __init__(self, unit: str, into: str) -> None:
        super().__init__(f"`{unit}` cannot be converted into `{into}`")
        self.unit = unit
        self.into = into


def is_unit(code: str) -> bool:
    """Whether a code is UCUM, in its case-sensitive form."""
    return scale_of(code) is not None


def is_duration(unit: str) -> bool:
    scale = scale_of(unit)
    return scale is not None and scale.dimension == (("s", 1),)


def commensurable(unit: str, other: str) -> bool:
    """Raises UnknownUnit: of what is not a unit, nothing can be said."""
    return _known(unit).dimension == _known(other).dimension


def convert(value: Fraction, unit: str, into: str) -> Fraction:
    """The same amount in another unit, exactly. A temperature is a temperature, never a difference of two.

    Raises UnknownUnit, IncommensurableUnits.
    """
    here, there = _known(unit), _known(into)
    if here.dimension != there.dimension:
        raise IncommensurableUnits(unit, into)
    return (value * here.factor + here.zero - there.zero) / there.factor


def in_base_units(quantity: Quantity) -> tuple[Fraction, object]:
    """The same for quantities that are the same amount; what is no unit is only the same as itself."""
    scale = scale_of(quantity.unit)
    if scale is None:
        return quantity.value, quantity.unit
    return quantity.value * scale.factor + scale.zero, scale.dimension


def _known(unit: str) -> Scale:
    scale = scale_of(unit)
    if scale is None:
        raise UnknownUnit(unit)
    return scale
