"""Exact quantities with UCUM units."""

from __future__ import annotations

from guidelint.quantity.conversion import (
    IncommensurableUnits,
    UnknownUnit,
    commensurable,
    convert,
    in_base_units,
    is_duration,
    is_unit,
)
from guidelint.quantity.mistakes import meant_unit
from guidelint.quantity.reading import Quantity, parse_quantity
from guidelint.quantity.words import spell, spell_number, unit_in_words

__all__ = [
    "IncommensurableUnits",
    "Quantity",
    "UnknownUnit",
    "commensurable",
    "convert",
    "in_base_units",
    "is_duration",
    "is_unit",
    "meant_unit",
    "parse_quantity",
    "spell",
    "spell_number",
    "unit_in_words",
]
