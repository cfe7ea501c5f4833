"""Where YAML 1.1 reads a plain scalar otherwise than YAML 1.2, and how to write it so that both agree.

Most editors read YAML 1.2, most programs YAML 1.1: what the author sees and what a machine does then differ. ISO dates
are spared, since both readings show the same to a reader. Source: the YAML 1.1 type repository (bool, int, float,
timestamp, value).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from guidelint.document.scalars import FIRST_OF_NUMBER, Scalar

TRUE = frozenset(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"])
FALSE = frozenset(["n", "N", "no", "No", "NO", "off", "Off", "OFF"])
WORDS_OF_YAML_1_1_ONLY = TRUE | FALSE | {"="}

NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
BINARY = re.compile(r"[-+]?0b[01_]+")
OCTAL = re.compile(r"[-+]?0[0-7_]+")
HEXADECIMAL = re.compile(r"[-+]?0x[0-9a-fA-F_]+")
NUMBER = re.compile(
    r"[-+]?(0|[1-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?)"
)  # fmt: skip
BASE_60 = re.compile(r"[-+]?([1-9][0-9_]*(:[0-5]?[0-9])+|[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*)")
TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"
    r"([ \t]*(Z|[-+][0-9][0-9]?(:[0-9]{2})?))?"
)
MOST_SHOWN = 30


class Doubt(NamedTuple):
    """How the two versions differ over a plain scalar, and what to write in its place."""

    words: str
    help: str


def ambiguity(text: str, value: Scalar) -> Doubt | None:
    """What YAML 1.1 makes of a plain scalar whose value in YAML 1.2 is `value`, if it is another; else None."""
    if text in WORDS_OF_YAML_1_1_ONLY:
        return _doubt_about_word(text)
    if not text or text[0] not in FIRST_OF_NUMBER:
        return None
    quoted = f"put quotes: '{' '.join(text.split())}'"
    if NOT_FINITE.fullmatch(text):
        return Doubt("no number that a guideline can hold", f"write a number, or {quoted}")
    old = _in_yaml_1_1(text, value)
    if old is None:
        return None
    if isinstance(value, str):
        number = text.replace("_", "") if NUMBER.fullmatch(text) else ""
        return Doubt(f"text in YAML 1.2, but {old} in YAML 1.1", f"write {number}, or {quoted}" if number else quoted)
    new = f"the number {value:f}" if isinstance(value, Decimal) else f"the number {value}"
    if len(new) > MOST_SHOWN:
        return Doubt(f"a number in YAML 1.2, but {old} in YAML 1.1", quoted)
    return Doubt(f"{new} in YAML 1.2, but {old} in YAML 1.1", f"write {new.split()[-1]}, or {quoted}")


def _doubt_about_word(word: str) -> Doubt:
    if word == "=":
        return Doubt("text in YAML 1.2, but a special value in YAML 1.1", "put quotes: '='")
    meant = "true" if word in TRUE else "false"
    return Doubt(
        f"text in YAML 1.2, but {meant} in YAML 1.1", f"write {meant}, or put quotes if it is a text: '{word}'"
    )


def _in_yaml_1_1(text: str, value: Scalar) -> str | None:
    """What YAML 1.1 makes of a text that looks like a number, in words; None where it makes `value` of it, too."""
    is_text = isinstance(value, str)
    if OCTAL.fullmatch(text):
        if "_" in text or len(text) > MOST_SHOWN:
            return "an octal number"
        number = int(text, 8)
        return None if number == value else f"the octal number {number}"
    if HEXADECIMAL.fullmatch(text) or NUMBER.fullmatch(text):
        return "a number" if is_text else None
    if BINARY.fullmatch(text):
        return "a binary number"
    if BASE_60.fullmatch(text):
        return "a number to base 60"
    if TIMESTAMP.fullmatch(text):
        return "a point in time"
    return None if is_text else "text"
