"""A guideline's text, read: the first thing that every later stage is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guidelint.diagnostic import Part, Place, Position, Range, Span
from guidelint.document.comments import ANYTHING, Comment, comments_at, inside_scalar, spans_of_comments
from guidelint.document.defects import HARMLESS, Defect, DefectKind
from guidelint.document.lines import Lines
from guidelint.document.marks import KEY, Marks


@dataclass(frozen=True)
class Document:
    """`data` holds only JSON-like values: dict, list, str, int, Decimal (exact), bool, None.

    It may be read only if `is_readable`: else the text could not be built into what its author sees.
    """

    path: str
    text: str
    data: Any = field(repr=False)
    marks: Marks = field(repr=False)
    defects: tuple[Defect, ...] = ()
    is_complete: bool = False

    @property
    def is_readable(self) -> bool:
        return self.is_complete and all(defect.kind in HARMLESS for defect in self.defects)

    def defects_of(self, kind: DefectKind) -> Iterator[Defect]:
        return (defect for defect in self.defects if defect.kind is kind)

    def span(self, place: Place) -> Span:
        """The characters of a place; for a route that does not exist, of its longest part that does."""
        if place.span is not None:
            return place.span
        piece = self.marks.find(self.data, place.route, place.part)
        if piece is None:
            return Span(0, 0)
        if place.part is Part.VALUE and self.marks.start[piece] == self.marks.end[piece] and piece:
            return self.marks.span(piece - 1) if self.marks.kind[piece - 1] & KEY else self.marks.span(piece)
        return self.marks.span(piece)

    def scalar_before(self, offset: int) -> Span:
        """The characters of the last key or value that begins at a character or before it."""
        return self.marks.span(self.marks.at(offset) or 0)

    def value_behind(self, offset: int) -> Span:
        """The characters of the first key or value that begins behind a character; of the last where there is none."""
        return self.marks.span(min((self.marks.at(offset) or 0) + 1, len(self.marks.start) - 1))

    def range(self, span: Span) -> Range:
        return Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> Position:
        return self._lines.position(offset)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        return self._lines[number]

    def line_span(self, offset: int) -> Span:
        """The characters of the line that a character is in, with its end."""
        number = self._lines.number(offset)
        return Span(self._lines.start(number), self._lines.stop(number))

    @property
    def line_count(self) -> int:
        return len(self._lines)

    def comments(self, containing: str, matching: re.Pattern[str] = ANYTHING) -> list[Comment]:
        """The comments that contain a word, and that a pattern finds something in."""
        found = list(spans_of_comments(self.text, self.marks, containing, matching))
        return comments_at(found, self.text, self.marks, self._lines) if found else []

    def is_text(self, offset: int) -> bool:
        """Whether a character belongs to a key or a value."""
        return inside_scalar(self.text, self.marks, offset) is not None

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)
