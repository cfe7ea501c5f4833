"""Plain texts that do not say what their author sees: cut off by a `#`, or comparisons that YAML takes for text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.marks import KEY, PLAIN, Marks

CUT = re.compile(r"[ \t]+(#(?![#!]|guidelint:)\S[^\r\n]*)")
OPERATOR = re.compile(r"[<>]=?|[≤≥]|==|!=")
CONDITION_KEYS = frozenset(
    ["if", "when", "not", "is", "is-not", "in", "at-least", "at-most", "above", "below", "all", "any"]
)


def cut_off_texts(text: str, marks: Marks) -> Iterator[Defect]:
    """Comments right behind a plain text that may well have been meant as its end (`give #2`)."""
    for found in CUT.finditer(text):
        piece = marks.at(found.start())
        if piece is None or not marks.kind[piece] & PLAIN or marks.end[piece] != found.start():
            continue
        if marks.start[piece] < marks.end[piece]:
            yield Defect(DefectKind.TEXT_AFTER_HASH, Span(*found.span(1)), found[1])


def unquoted_comparisons(text: str, marks: Marks) -> Iterator[Defect]:
    """Texts such as `age >= 65` where a condition or one of its constants stands."""
    seen = -1
    for found in OPERATOR.finditer(text):
        piece = marks.at(found.start())
        if piece is None or piece == seen or not marks.kind[piece] & PLAIN or marks.end[piece] <= found.start():
            continue
        seen = piece
        if _key_above(text, marks, piece) in CONDITION_KEYS:
            yield Defect(DefectKind.UNQUOTED_COMPARISON, marks.span(piece), text[slice(*marks.span(piece))])


def _key_above(text: str, marks: Marks, piece: int) -> str:
    """The key whose value a scalar is, or is a part of; empty where it is a key itself or in no mapping."""
    if marks.kind[piece] & KEY:
        return ""
    while piece > 0 and not marks.kind[piece] & KEY:
        piece -= 1
    return text[slice(*marks.span(piece))] if marks.kind[piece] & KEY else ""
