"""Plain texts that do not say what their author sees: cut off by a `#`, or comparisons that YAML takes for text."""

from __future__ import annotations

import re

from guidelint.diagnostic import Span

CUT = re.compile(r"[ \t]++(#(?![#!=*~-]|guidelint:)\S[^\r\n]*+)")
OPERATOR = re.compile(r"[<>]=?|[≤≥]|==|!=")
FOLDED_NUMBER = re.compile(r">[1-9](?=[\s,\]}]|\Z)")
CONDITION_KEYS = {"if", "then", "when", "not", "all", "any", "fact", "unknown", "assumptions"} | {
    "is", "is-not", "in", "at-least", "at-most", "above", "below",
}  # fmt: skip
"""Below these stand conditions, and the constants that they compare with."""
KEYS_OVER_LABELS = {"values"}
"""But not in the mapping below one of these: `values: {above: Above the range (> 11), below: Below it}`."""


def cuts_in(text: str) -> frozenset[int]:
    """Where something may end that a comment behind it cuts off: asked of a whole text at once, as most have none."""
    found, at = [], -1
    for before in text.split("#")[:-1]:
        at += len(before) + 1
        if before[-1:] in (" ", "\t"):
            found.append(at - len(before) + len(before.rstrip(" \t")))
    return frozenset(found)


def cut_off_text(text: str, end: int) -> Span | None:
    """The comment right behind a plain text, where it may well have been meant as the end of it (`give #2`)."""
    found = CUT.match(text, end)
    return Span(*found.span(1)) if found else None


def is_comparison(plain: str) -> bool:
    """Whether a plain text such as `age >= 65` compares something; YAML knows no comparisons."""
    return OPERATOR.search(plain) is not None


def is_folded_number(text: str, start: int) -> bool:
    """Whether a block scalar is none: YAML reads `>5` as an empty text that would be indented by five."""
    return FOLDED_NUMBER.match(text, start) is not None
