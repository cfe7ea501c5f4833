"""A guideline's text, read: the first thing that every later stage is given."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guidelint.diagnostic import Part, Place, Position, Range, Span
from guidelint.document.comments import Comment, find_comments, inside_scalar
from guidelint.document.defects import HARMLESS, Defect, DefectKind
from guidelint.document.marks import KEY, Marks

LINE_END = re.compile(r"\r\n|\n|\r")


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

    def range(self, span: Span) -> Range:
        return Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> Position:
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        starts = self._line_starts
        stop = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : stop].rstrip("\r\n")

    @property
    def line_count(self) -> int:
        return len(self._line_starts)

    def comments(self, containing: str) -> list[Comment]:
        return list(find_comments(self.text, self.marks, containing))

    def is_text(self, offset: int) -> bool:
        """Whether a character belongs to a key or a value."""
        return inside_scalar(self.text, self.marks, offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in LINE_END.finditer(self.text))]
