"""Quantities in the words of clinicians."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction

from guidelint.quantity.conversion import is_unit
from guidelint.quantity.reading import Quantity

_NOUNS = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year",
    "deg": "degree", "[drp]": "drop", "[iU]": "international unit", "[IU]": "international unit",
    "[lb_av]": "pound", "[oz_av]": "ounce",
}  # fmt: skip
_PLURALS = {"[in_i]": ("inch", "inches"), "[ft_i]": ("foot", "feet")}
_SYMBOLS = {"Cel": "°C", "[degF]": "°F", "1": ""}
_WITHOUT_SPACE = frozenset({"%"})

# `ug` is written mcg: a hand-written or badly printed µg is read as mg (ISMP, list of error-prone abbreviations).
_SYMBOLS_WITHIN = {"ug": "mcg", "m[Hg]": "mHg", "m[H2O]": "mH2O", "[iU]": "IU", "[IU]": "IU", "Cel": "°C", "u": "µ"}
_WITHIN = (
    r"\{(?P<annotation>[^}]*)\}"
    r"|10[*^](?P<ten>[-+]?[0-9]+)"
    r"|(?P<symbol>\bug\b|m\[Hg\]|m\[H2O\]|\[iU\]|\[IU\]|\bCel\b|\bu(?=[A-Za-z\[]))"
    r"|(?P<other>\[[^\]]*\])"
    r"|(?<=[A-Za-z\]])(?P<exponent>[-+]?[0-9]+)"
)
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+")

_MOST_DECIMALS = 12
_ABOUT = Context(prec=4)


def spell(quantity: Quantity) -> str:
    """`3 weeks`, `1 week`, `75 mg`, `38.5 °C`, `50%`."""
    unit = unit_in_words(quantity.unit, quantity.value)
    number = spell_number(quantity.value)
    if unit.startswith("10"):
        return f"{number} × {unit}"
    return f"{number}{unit}" if unit in _WITHOUT_SPACE else f"{number} {unit}".rstrip()


def spell_number(value: Fraction) -> str:
    """The decimal itself where it ends within 12 places, else four digits of it after the word *about*."""
    places = _decimal_places(value.denominator)
    if places is not None:
        return format(Decimal(f"{value.numerator * 10**places // value.denominator}e-{places}"), "f")
    rounded = _ABOUT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"about {rounded.normalize(_ABOUT):f}"


def unit_in_words(unit: str, count: Fraction) -> str:
    """The unit as it stands after a number; a code that no word is known for stays as it is."""
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    if unit.startswith("/") and is_unit(unit):
        return f"per {unit_in_words(unit[1:], Fraction(1))}"
    singular, plural = _PLURALS.get(unit) or _noun(unit)
    return singular if count == 1 else plural


def _noun(unit: str) -> tuple[str, str]:
    if unit in _NOUNS:
        return _NOUNS[unit], _NOUNS[unit] + "s"
    symbol = re.sub(_WITHIN, _readable, unit) if is_unit(unit) else unit
    return symbol, symbol


def _readable(part: re.Match[str]) -> str:
    if part["ten"]:
        return "10" + part["ten"].translate(_SUPERSCRIPT)
    if part["exponent"]:
        return part["exponent"].translate(_SUPERSCRIPT)
    if part["symbol"]:
        return _SYMBOLS_WITHIN[part["symbol"]]
    if part["other"]:
        return part["other"]
    after_a_unit = part.start() > 0 and part.string[part.start() - 1] not in "./("
    return " " * after_a_unit + part["annotation"].replace("_", " ")


def _decimal_places(denominator: int) -> int | None:
    return next((places for places in range(_MOST_DECIMALS + 1) if 10**places % denominator == 0), None)
