"""Texts that say the right thing in the wrong form, rewritten in the right one."""

from __future__ import annotations

import re
from typing import Any

from guidelint.schema.meant import ID

LONGEST_TEXT = 60
LONGEST_FORM = 500
"""A longer one is nothing to copy from a message."""
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
PLAIN = r"[A-Za-z0-9](?:[^,\[\]{}:#'\"\n]*[^,\[\]{}:#'\"\s])?"
WORDS = {"true", "false", "null"}
OPERATORS = {
    ">=": "at-least", "≥": "at-least", "<=": "at-most", "≤": "at-most", ">": "above", "<": "below",
    "==": "is", "=": "is", "!=": "is-not", "≠": "is-not",
}  # fmt: skip
COMPARISON = re.compile(rf"({ID}) *(>=|<=|==|!=|[<>=≥≤≠]) *({NUMBER}(?: \S+)?|{ID})")
JOINS = {"all": re.compile(r" +(?:and|AND|&&?) +"), "any": re.compile(r" +(?:or|OR|\|\|?) +")}
NEGATION = re.compile(rf"(?:not|NOT) +({ID})|! *({ID})")
GLUED = re.compile(rf"({NUMBER})\s*([^\s0-9.,-]\S*)")
FROM_TO = re.compile(rf"({NUMBER})\s*(?:-|–|to)\s*({NUMBER})\s*([^\s0-9.,-]\S*)")


def as_condition(text: str) -> str | None:
    """`age >= 65`, `fever and cough`, `not fever` in the form of a condition."""
    if comparison := COMPARISON.fullmatch(text):
        fact, operator, constant = comparison.groups()
        return f"{{fact: {fact}, {OPERATORS[operator]}: {constant}}}"
    if negation := NEGATION.fullmatch(text):
        return f"{{not: {negation[1] or negation[2]}}}"
    for form, join in JOINS.items():
        names = join.split(text)
        if len(names) > 1 and all(re.fullmatch(ID, name) for name in names):
            return f"{{{form}: [{', '.join(names)}]}}"
    return None


def as_quantity(text: str) -> str | None:
    """`5d` with its space."""
    glued = GLUED.fullmatch(text.strip())
    return f"{glued[1]} {glued[2]}" if glued else None


def as_interval(text: str) -> str | None:
    """`5-7 d` as an interval."""
    found = FROM_TO.fullmatch(text.strip())
    return f"{{min: {found[1]} {found[3]}, max: {found[2]} {found[3]}}}" if found else None


def is_number(text: str) -> bool:
    return bool(re.fullmatch(NUMBER, text))


def as_day(text: str) -> str | None:
    """`2026-3-1` with its zeros."""
    found = re.fullmatch("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else None


def as_route(text: str) -> str:
    """`nodes/treat/branches[0]` with dots."""
    return re.sub(r"[\[\]/. ]+", ".", text).strip(".")


def flow(value: Any) -> str:
    """A small value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    is_plain = not isinstance(value, str) or (
        re.fullmatch(PLAIN, value) and not is_number(value) and value not in WORDS
    )
    return as_written(value) if is_plain else "'" + " ".join(value.replace("'", "''").split()) + "'"


def as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def shorten(text: str, most: int = LONGEST_TEXT) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
