"""Taking an entry or an item out of its collection, or to the end of it, with the comments that speak of it.

These are the comments on its lines, those right above it with the same indentation, and those below it that are
indented as what belongs to it.
"""

from __future__ import annotations

import re

from guidelint.diagnostic import Span, TextEdit
from guidelint.document import Document
from guidelint.edits.entries import Entry

SPACES = re.compile(r"[ \t]*")
DASH = re.compile(r"[ \t]*- +")
DASHES = re.compile(r"[ \t]*(?:- +)+")
REST_OF_LINE = re.compile(r"[ \t]*(#.*)?[\r\n]*")
REST_OF_FLOW_LINE = re.compile(r"[ \t]*,?[ \t]*(#.*)?[\r\n]*")
GAP = re.compile(r"[\s,]*")


def removal(document: Document, entry: Entry) -> list[TextEdit] | None:
    """None where it cannot be cut out without touching what stands beside it. It is not the only one there."""
    span = _in_line(document, entry) if entry.is_flow else None
    span = span or _lines(document, entry.span, entry) or _up_to_the_next(document, entry)
    return None if span is None else [TextEdit(span, "")]


def move_to_the_end(document: Document, entry: Entry) -> list[TextEdit] | None:
    if entry.next is None or not entry.is_item:
        return None
    return _move_in_line(document, entry) if entry.is_flow else _move_lines(document, entry)


def _move_in_line(document: Document, entry: Entry) -> list[TextEdit] | None:
    cut = _up_to_the_next(document, entry)
    if cut is None:
        return None
    separator, item = document.text[entry.span.end : cut.end], document.text[slice(*entry.span)]
    return [TextEdit(cut, ""), TextEdit(Span(entry.last.end, entry.last.end), separator + item)]


def _move_lines(document: Document, entry: Entry) -> list[TextEdit] | None:
    lines, last = _lines(document, entry.span, entry), _lines(document, entry.last, entry)
    if lines is None or last is None:
        return None
    moved, end = document.text[slice(*lines)], last.end
    if document.text[:end].endswith(("\r", "\n")):
        return [TextEdit(lines, ""), TextEdit(Span(end, end), moved)]
    bare = moved.rstrip("\r\n")
    return [TextEdit(lines, ""), TextEdit(Span(end, end), moved[len(bare) :] + bare)]


def _in_line(document: Document, entry: Entry) -> Span | None:
    """Together with one comma; not where a comment stands next to it."""
    if entry.next is not None:
        return None if _is_on_own_lines(document, entry.span, entry) else _up_to_the_next(document, entry)
    if entry.previous is None or "#" in _rest_of_line(document, entry.span.end):
        return None
    gap = document.text[entry.previous.end : entry.span.start]
    return Span(entry.previous.end, entry.span.end) if GAP.fullmatch(gap) else None


def _up_to_the_next(document: Document, entry: Entry) -> Span | None:
    """In brackets, or where it is the first of its kind behind a dash."""
    if entry.next is None:
        return None
    before = document.text[document.line_span(entry.span.start).start : entry.span.start]
    gap = document.text[entry.span.end : entry.next.start]
    is_first = not entry.is_item and DASHES.fullmatch(before)
    return Span(entry.span.start, entry.next.start) if (entry.is_flow or is_first) and GAP.fullmatch(gap) else None


def _is_on_own_lines(document: Document, span: Span, entry: Entry) -> bool:
    """Whether nothing else stands on its lines, but for a dash before it and a comment behind it."""
    before = document.text[document.line_span(span.start).start : span.start]
    opening = DASH if entry.is_item and not entry.is_flow else SPACES
    closing = REST_OF_FLOW_LINE if entry.is_flow else REST_OF_LINE
    return bool(opening.fullmatch(before) and closing.fullmatch(_rest_of_line(document, span.end)))


def _lines(document: Document, span: Span, entry: Entry) -> Span | None:
    if not _is_on_own_lines(document, span, entry):
        return None
    first, last = document.line_span(span.start), document.line_span(max(span.start, span.end - 1))
    indent = _indent(document, first)
    return Span(_first_comment_above(document, first.start, indent), _last_comment_below(document, last.end, indent))


def _first_comment_above(document: Document, start: int, indent: int) -> int:
    """Where the comments begin that stand right above; what stands at the top of a file speaks of the file."""
    at = start
    while at > 0 and _is_comment(document, line := document.line_span(at - 1)) and _indent(document, line) == indent:
        at = line.start
    return at or start


def _last_comment_below(document: Document, stop: int, indent: int) -> int:
    while stop < len(document.text):
        line = document.line_span(stop)
        if not _is_comment(document, line) or _indent(document, line) <= indent:
            break
        stop = line.end
    return stop


def _indent(document: Document, line: Span) -> int:
    found = SPACES.match(document.text, line.start)
    return found.end() - line.start if found else 0


def _is_comment(document: Document, line: Span) -> bool:
    at = line.start + _indent(document, line)
    return document.text.startswith("#", at) and not document.is_text(at)


def _rest_of_line(document: Document, offset: int) -> str:
    line = document.line_span(max(0, offset - 1))
    return document.text[offset : line.end]
