"""The values of plain scalars, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Any

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import Ledger
from guidelint.document.open_collection import OpenCollection, route_to_next
from guidelint.document.plain_texts import cut_off_text, cuts_in, is_comparison
from guidelint.document.scalars import FIRST_OF_NUMBER, WORDS, NumberTooLong, Scalar, resolve
from guidelint.document.yaml_1_1 import WORDS_OF_YAML_1_1_ONLY, ambiguity

FIRST_OF_NO_TEXT = FIRST_OF_NUMBER | {word[0] for word in WORDS.keys() | WORDS_OF_YAML_1_1_ONLY if word}
"""What a plain scalar has to begin with to be anything but text, in either version of YAML."""


class PlainScalars:
    """`sound` remembers those that nothing is wrong with, wherever they stand, unless they end at one of the `cuts`:
    most scalars of a guideline are the same few words."""

    def __init__(self, text: str, ledger: Ledger, stack: Sequence[OpenCollection]) -> None:
        self.sound: dict[str, Any] = {}
        self.cuts = cuts_in(text)
        self._text = text
        self._ledger = ledger
        self._open = stack

    def read(self, raw: str, start: int, end: int) -> Any:
        """The value of one that is not known to be sound. Raises Unbuildable."""
        span, doubt = Span(start, end), None
        value: Scalar = intern(raw)
        if raw[0] in FIRST_OF_NO_TEXT:
            value = self._resolved(raw, span)
            doubt = ambiguity(raw, value)
        if doubt is not None:
            self._note(DefectKind.AMBIGUOUS_SCALAR, span, doubt.words, doubt.help)
        compares = isinstance(value, str) and is_comparison(raw)
        if compares and self._open and self._open[-1].is_condition:
            self._note(DefectKind.UNQUOTED_COMPARISON, span, self._text[start:end])
        if end in self.cuts and isinstance(value, str) and (cut := cut_off_text(self._text, end)) is not None:
            self._note(DefectKind.TEXT_AFTER_HASH, cut, self._text[slice(*cut)])
        if doubt is None and not compares:
            self.sound[raw] = value
        return value

    def _resolved(self, raw: str, span: Span) -> Scalar:
        try:
            return resolve(intern(raw))
        except NumberTooLong:
            defect = self._defect(DefectKind.TOO_LARGE, span, "a number with too many digits", "write fewer digits")
            raise self._ledger.stop(defect) from None

    def _note(self, kind: DefectKind, span: Span, detail: str, help: str = "") -> None:
        if self._ledger.wants(kind):
            self._ledger.note(self._defect(kind, span, detail, help))

    def _defect(self, kind: DefectKind, span: Span, detail: str, help: str) -> Defect:
        return Defect(kind, span, detail, route=route_to_next(self._open), help=help)
