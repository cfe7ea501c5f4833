"""Plain scalars under YAML 1.2: text, whole numbers, exact decimals, true, false, nothing.

Source: YAML 1.2.2, chapter 10.3.2 (core schema).
"""

from __future__ import annotations

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

INTEGER = re.compile(r"[-+]?[0-9]+")
OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

MOST_DIGITS = 100
MOST_EXPONENT = 300

FIRST_OF_NUMBER = frozenset("+-.0123456789")


class NumberTooLong(ValueError):
    """A number with more digits, or a larger exponent, than any guideline needs."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar. Infinity and NaN stay text: no guideline can hold them.

    Raises NumberTooLong.
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] not in FIRST_OF_NUMBER:
        return text
    if INTEGER.fullmatch(text):
        return int(_bounded(text))
    if OTHER_BASE.fullmatch(text):
        return int(_bounded(text), 0)
    if DECIMAL.fullmatch(text):
        return _decimal(text)
    return text


def _bounded(text: str) -> str:
    if len(text) > MOST_DIGITS:
        raise NumberTooLong
    return text


def _decimal(text: str) -> Decimal:
    exponent = re.split("[eE]", _bounded(text))[1:]
    if exponent and abs(int(exponent[0])) > MOST_EXPONENT:
        raise NumberTooLong
    return Decimal(text)
