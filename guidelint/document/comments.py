"""Comments: where a `#` really opens one, and which piece of the document one speaks about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Span
from guidelint.document.lines import Lines
from guidelint.document.marks import KEY, MAPPING, SCALAR, SEQUENCE, Marks

COMMENT = re.compile(r"#[^\r\n]*+")
ANYTHING = re.compile("")
INDENT = re.compile(r"[ \t]*+")
NO_TEXT = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
DASHES_ALONE = re.compile(r"[ \t]*+-(?:[ \t]++-)*+[ \t]*+(?=[#\r\n]|\Z)")
"""A line whose item begins on a later one."""

HEADER_WITH_COMMENT = re.compile(r"[|>][-+0-9]*+[ \t]*+#[^\r\n]*+")
"""How a block begins: a comment behind its sign is not in it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; `text` is what follows the `#`, `covers` the span of the YAML node it stands at or above."""

    text: str
    span: Span
    covers: Span


def spans_of_comments(text: str, marks: Marks, containing: str, matching: re.Pattern[str]) -> Iterator[Span]:
    """Where the comments are that contain a word, and that a pattern finds something in."""
    for start, stop in _lines_with(containing, text):
        found = COMMENT.search(text, start, stop)
        while found is not None:
            scalar = inside_scalar(text, marks, found.start())
            if scalar is None and containing in found[0] and matching.search(found[0]):
                yield Span(*found.span())
            behind = found.end() if scalar is None else max(marks.end[scalar], found.start() + 1)
            found = COMMENT.search(text, behind, stop)


def comments_at(spans: Iterable[Span], text: str, marks: Marks, lines: Lines) -> list[Comment]:
    covered = _Covered(text, marks, lines)
    return [Comment(text[span.start + 1 : span.end].strip(), span, covered.by(span)) for span in spans]


def _lines_with(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the lines that a word stands in begin and end; hardly any do."""
    at = text.find(word)
    while at >= 0:
        start, stop = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        yield start, stop if stop >= 0 else len(text)
        at = text.find(word, stop) if stop >= 0 else -1


def inside_scalar(text: str, marks: Marks, offset: int) -> int | None:
    """The key or value that a character belongs to, so that a `#` there is text."""
    piece = marks.at(offset)
    if piece is None or not marks.kind[piece] & SCALAR or marks.end[piece] <= offset:
        return None
    header = HEADER_WITH_COMMENT.match(text, marks.start[piece])
    return None if header and offset < header.end() else piece


class _Covered:
    """What comments speak about; lines above the same text are looked up once."""

    def __init__(self, text: str, marks: Marks, lines: Lines) -> None:
        self._text = text
        self._marks = marks
        self._lines = lines
        self._next_text = -1
        self._below: Span | None = None

    def by(self, comment: Span) -> Span:
        """The outermost entry (key with value, or item) that starts on the comment's line; else the one that ends or
        goes on there; below a comment that has a line of its own, the next one. Else nothing but the comment itself."""
        number = self._lines.number(comment.start)
        indent = INDENT.match(self._text, self._lines.start(number))
        if indent is not None and indent.end() == comment.start:
            return self._entry_below(comment) or comment
        return self._first_entry(number) or self._entry_around(indent.end() if indent else 0) or comment

    def _entry_below(self, comment: Span) -> Span | None:
        if comment.end > self._next_text:
            found = NO_TEXT.match(self._text, comment.end)
            self._next_text = found.end() if found else comment.end
            self._below = self._first_entry(self._lines.number(self._next_text))
        return self._below

    def _first_entry(self, number: int) -> Span | None:
        """The outermost entry that starts on a line."""
        start, stop = self._lines.start(number), self._lines.stop(number)
        piece = bisect_left(self._marks.start, start)
        while piece < len(self._marks.start) and self._marks.start[piece] < stop:
            if not self._only_opens(piece, start):
                return self._entry(piece)
            piece += 1
        dashes = DASHES_ALONE.match(self._text, start)
        return self._item_behind(dashes.end()) if dashes else None

    def _item_behind(self, offset: int) -> Span | None:
        """The item that begins on a line below its dash."""
        found = NO_TEXT.match(self._text, offset)
        start = found.end() if found else offset
        piece = bisect_left(self._marks.start, start)
        is_there = piece < len(self._marks.start) and self._marks.start[piece] == start
        return self._entry(piece) if is_there else None

    def _only_opens(self, piece: int, line: int) -> bool:
        """Whether a piece is a block collection that starts where its first entry does, and is no item itself."""
        start = self._marks.start[piece]
        is_block = self._marks.kind[piece] & (MAPPING | SEQUENCE) and self._text[start : start + 1] not in ("{", "[")
        return bool(is_block) and not self._text[line:start].rstrip(" \t").endswith("-")

    def _entry_around(self, offset: int) -> Span | None:
        """The entry that an offset lies in: a text over several lines, or a closing bracket."""
        piece = self._marks.around(offset)
        return None if piece is None else self._entry(piece)

    def _entry(self, piece: int) -> Span:
        """A piece with its key, or with its value."""
        marks = self._marks
        if marks.kind[piece] & KEY:
            return Span(marks.start[piece], marks.end[piece + 1] if piece + 1 < len(marks.end) else marks.end[piece])
        has_key = piece > 0 and marks.kind[piece - 1] & KEY
        return Span(marks.start[piece - 1 if has_key else piece], marks.end[piece])
