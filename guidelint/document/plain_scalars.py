"""The values of plain scalars, and what is wrong with them."""

from __future__ import annotations

from sys import intern
from typing import Any

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import Ledger
from guidelint.document.open_collection import OpenCollection, route_to_next
from guidelint.document.plain_texts import cut_off_text, cuts_in, is_comparison
from guidelint.document.scalars import FIRST_OF_NUMBER, WORDS, NumberTooLong, Scalar, resolve
from guidelint.document.yaml_1_1 import WORDS_OF_YAML_1_1_ONLY, ambiguity

WORDS_OF_NO_TEXT = WORDS.keys() | WORDS_OF_YAML_1_1_ONLY
"""A plain scalar that is none of these, and does not begin like a number, is text in either version of YAML."""


class PlainScalars:
    """`sound` remembers those that nothing is wrong with, wherever they stand, unless they end at one of the `cuts`:
    most scalars of a guideline are the same few words."""

    def __init__(self, text: str, ledger: Ledger) -> None:
        self.sound: dict[str, Any] = {}
        self.cuts = cuts_in(text)
        self._text = text
        self._ledger = ledger

    def read(self, raw: str, start: int, end: int, within: OpenCollection) -> Any:
        """The value of one that is not known to be sound. Raises Unbuildable."""
        if raw in WORDS_OF_NO_TEXT or raw[0] in FIRST_OF_NUMBER or end in self.cuts or is_comparison(raw):
            return self._judged(raw, Span(start, end), within)
        value = self.sound[raw] = intern(raw)
        return value

    def _judged(self, raw: str, span: Span, within: OpenCollection) -> Any:
        """The value of one that may be no text, or none that is sound."""
        start, end = span
        value = self._resolved(raw, span, within)
        doubt = ambiguity(raw, value)
        if doubt is not None:
            self._note(DefectKind.AMBIGUOUS_SCALAR, span, within, doubt.words, doubt.help)
        compares = isinstance(value, str) and is_comparison(raw)
        if compares and within.is_condition:
            self._note(DefectKind.UNQUOTED_COMPARISON, span, within, self._text[start:end])
        if end in self.cuts and isinstance(value, str) and (cut := cut_off_text(self._text, end)) is not None:
            self._note(DefectKind.TEXT_AFTER_HASH, cut, within, self._text[slice(*cut)])
        if doubt is None and not compares:
            self.sound[raw] = value
        return value

    def _resolved(self, raw: str, span: Span, within: OpenCollection) -> Scalar:
        try:
            return resolve(intern(raw))
        except NumberTooLong:
            defect = _defect(DefectKind.TOO_LARGE, span, within, "a number with too many digits", "write fewer digits")
            raise self._ledger.stop(defect) from None

    def _note(self, kind: DefectKind, span: Span, within: OpenCollection, detail: str, help: str = "") -> None:
        if self._ledger.wants(kind):
            self._ledger.note(_defect(kind, span, within, detail, help))


def _defect(kind: DefectKind, span: Span, within: OpenCollection, detail: str, help: str) -> Defect:
    return Defect(kind, span, detail, route=route_to_next(within), help=help)
