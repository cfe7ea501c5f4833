"""Plain scalars under YAML 1.2 core, and where YAML 1.1 would read them otherwise.

Sources: YAML 1.2.2 chapter 10.3.2 (core schema); the YAML 1.1 type repository (bool, int, float, timestamp, value).
"""

from __future__ import annotations

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
WORDS_OF_YAML_1_1_ONLY = frozenset(
    ["y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "="],
)
NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

INTEGER = re.compile(r"[-+]?[0-9]+")
OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

INTEGER_1_1 = re.compile(
    r"[-+]?(0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])+)"
)  # fmt: skip
DECIMAL_1_1 = re.compile(
    r"[-+]?([0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*)"
)
TIMESTAMP_1_1 = re.compile(
    r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"
    r"([ \t]*(Z|[-+][0-9][0-9]?(:[0-9]{2})?))?"
)

SAME_NUMBER = "the same number"
MOST_DIGITS = 100
MOST_EXPONENT = 300

FIRST_OF_NUMBER = frozenset("+-.0123456789")


class NumberTooLong(ValueError):
    """A number with more digits, or a larger exponent, than any guideline needs."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar; whole numbers are `int`, other numbers exact `Decimal`.

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


def ambiguity(text: str) -> str | None:
    """How YAML 1.1 reads a plain scalar that YAML 1.2 reads otherwise, in words; None where they agree.

    ISO dates are spared: both readings show the same to a reader.
    """
    if text in WORDS_OF_YAML_1_1_ONLY:
        return "text in YAML 1.2, but " + ("a special value" if text == "=" else "true or false") + " in YAML 1.1"
    if not text or text[0] not in FIRST_OF_NUMBER:
        return None
    if NOT_FINITE.fullmatch(text):
        return "no number that a guideline can hold"
    return _numeric_ambiguity(text)


def _numeric_ambiguity(text: str) -> str | None:
    old, new = _kind_1_1(text), _kind_1_2(text)
    if old == new:
        return None
    new, old = ("a number" if kind == SAME_NUMBER else kind for kind in (new, old))
    return f"{new} in YAML 1.2, but {old} in YAML 1.1"


def _kind_1_1(text: str) -> str:
    if INTEGER_1_1.fullmatch(text):
        if ":" in text:
            return "a number to base 60"
        if "_" in text or ("b" in text and not text.lower().startswith("0x")):
            return "a whole number"
        digits = text.lstrip("+-")
        if digits.startswith("0x"):
            return _kind_1_2(text)
        return f"the octal number {int(digits, 8)}" if len(digits) > 1 and digits[0] == "0" else SAME_NUMBER
    if DECIMAL_1_1.fullmatch(text):
        return "a number to base 60" if ":" in text else SAME_NUMBER if "_" not in text else "a number"
    return "a point in time" if TIMESTAMP_1_1.fullmatch(text) else "text"


def _kind_1_2(text: str) -> str:
    digits = text.lstrip("+-")
    if INTEGER.fullmatch(text):
        return f"the number {int(digits)}" if len(digits) > 1 and digits[0] == "0" else SAME_NUMBER
    if OTHER_BASE.fullmatch(text):
        return SAME_NUMBER if text[1] == "x" else f"the octal number {int(text, 8)}"
    return SAME_NUMBER if DECIMAL.fullmatch(text) else "text"
