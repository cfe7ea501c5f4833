"""What one of a unit is in base units: the exact meaning of a UCUM code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from guidelint.quantity.atoms import ITSELF, METRIC, PLAIN, PREFIXES, ZERO_POINTS
from guidelint.quantity.customary import CUSTOMARY
from guidelint.quantity.grammar import powers

MOST_BITS = 4000
"""Of the numerator and of the denominator of a factor: beyond any meaning, below what Python prints."""

Dimension = tuple[tuple[str, int], ...]
"""Base units and their exponents, sorted, none of them 0."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`value` of the unit is `value * factor + zero` of the base units in `dimension`."""

    factor: Fraction
    dimension: Dimension = ()
    zero: Fraction = Fraction(0)


@lru_cache(maxsize=1024)
def scale_of(code: str) -> Scale | None:
    """None where the code is not UCUM, or its factor is absurdly large or small.

    The zero of a temperature scale counts only where the unit stands alone: `Cel/h` is about differences.
    """
    parts = powers(code)
    if parts is None:
        return None
    match parts:
        case [(base, 1)]:
            return _scale_of_symbol(base)
    factor, dimension = Fraction(1), Counter[str]()
    for base, exponent in parts:
        scale = _scale_of_symbol(base)
        if scale is None:
            return None
        factor *= scale.factor**exponent
        dimension.update({name: power * exponent for name, power in scale.dimension})
    if max(factor.numerator.bit_length(), factor.denominator.bit_length()) > MOST_BITS:
        return None
    return Scale(factor, tuple(sorted((name, power) for name, power in dimension.items() if power)))


@lru_cache(maxsize=1024)
def _scale_of_symbol(symbol: str) -> Scale | None:
    if symbol.isdigit():
        return Scale(Fraction(symbol)) if int(symbol) else None
    for atoms in (METRIC, PLAIN, CUSTOMARY):
        if symbol in atoms:
            return _defined(symbol, atoms[symbol])
    for length in (1, 2):
        prefix, atom = symbol[:length], symbol[length:]
        if prefix in PREFIXES and atom in METRIC:
            return _multiplied(_defined(atom, METRIC[atom]), Fraction(PREFIXES[prefix]))
    return None


def _defined(atom: str, definition: str) -> Scale:
    if definition == ITSELF:
        return Scale(Fraction(1), ((atom, 1),))
    zero = _amount(ZERO_POINTS[atom]).factor if atom in ZERO_POINTS else Fraction(0)
    one = _amount(definition)
    return Scale(one.factor, one.dimension, zero)


def _amount(definition: str) -> Scale:
    value, unit = definition.split(" ")
    scale = scale_of(unit)
    if scale is None:  # pragma: no cover - a mistake in our own tables
        raise LookupError(definition)
    return _multiplied(scale, Fraction(value))


def _multiplied(scale: Scale, factor: Fraction) -> Scale:
    return Scale(scale.factor * factor, scale.dimension, scale.zero)
