"""Quantities as a guideline writes them: a number, a space and a UCUM code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

MOST_DIGITS = 50

_QUANTITY = r"(-?[0-9]+(?:\.[0-9]+)?) (\S+)"


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Fraction
    unit: str


@lru_cache(maxsize=1024)
def parse_quantity(text: str) -> Quantity | None:
    """None where the text has another form, or a number of more than 50 digits. The unit is not looked up."""
    match = re.fullmatch(_QUANTITY, text)
    if match is None or sum(map(str.isdigit, match[1])) > MOST_DIGITS:
        return None
    return Quantity(Fraction(match[1]), match[2])
