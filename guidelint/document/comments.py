"""Comments: where a `#` really opens one, and which piece of the document one speaks about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Span
from guidelint.document.marks import KEY, MAPPING, SCALAR, SEQUENCE, Marks

HASH = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
LINE_WITH_TEXT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; `text` is what follows the `#`, `covers` the span of the YAML node it stands at or above."""

    text: str
    span: Span
    covers: Span


def find_comments(text: str, marks: Marks, containing: str) -> Iterator[Comment]:
    """The comments that contain a word."""
    for found in HASH.finditer(text):
        if containing in found[0] and not inside_scalar(text, marks, found.start()):
            span = Span(*found.span())
            yield Comment(found[0][1:].strip(), span, _covered(text, marks, span))


def inside_scalar(text: str, marks: Marks, offset: int) -> bool:
    """Whether a character belongs to a key or a value, so that a `#` there is text."""
    piece = marks.at(offset)
    return piece is not None and bool(marks.kind[piece] & SCALAR) and marks.end[piece] > offset


def _covered(text: str, marks: Marks, comment: Span) -> Span:
    """The outermost entry (key with value, or item) that starts on the comment's line; below a comment that has a
    line of its own, the next one. A comment that stands at nothing covers nothing but itself."""
    line = text.rfind("\n", 0, comment.start) + 1
    if not text[line : comment.start].strip():
        line = _next_line_with_text(text, comment.end)
    stop = text.find("\n", line)
    piece = bisect_left(marks.start, line)
    while piece < len(marks.start) and _only_opens(text, marks, piece, line):
        piece += 1
    if piece >= len(marks.start) or -1 < stop < marks.start[piece]:
        return comment
    value = piece + 1 if marks.kind[piece] & KEY else piece
    return Span(marks.start[piece], marks.end[value])


def _only_opens(text: str, marks: Marks, piece: int, line: int) -> bool:
    """Whether a piece is a block collection that starts where its first entry does, and is no item itself."""
    start = marks.start[piece]
    if text[start : start + 1] in ("{", "["):
        return False
    is_item = text[line:start].rstrip().endswith("-")
    return bool(marks.kind[piece] & SEQUENCE) or (bool(marks.kind[piece] & MAPPING) and not is_item)


def _next_line_with_text(text: str, start: int) -> int:
    found = LINE_WITH_TEXT.search(text, min(start + 1, len(text)))
    return found.start() if found else len(text)
