"""A fix → the characters that it changes. The one place that knows how edits of data are written."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from guidelint.diagnostic import (
    Cut,
    Edit,
    Fix,
    MoveLast,
    Patch,
    Place,
    Quote,
    Remove,
    Rename,
    Respell,
    Rewrite,
    Route,
    Span,
    Swap,
    TextEdit,
    at_value,
)
from guidelint.document import DefectKind, Document
from guidelint.document.marks import PLAIN
from guidelint.edits.entries import Entry, entry_of, leads_somewhere, piece_of
from guidelint.edits.outcome import lifted, respelled
from guidelint.edits.removal import move_to_the_end, removal
from guidelint.edits.texts import in_quotes, written

Changes = Sequence[TextEdit] | None

EMPTIED = re.compile(r"[#\s]*")


def patch_of(document: Document, fix: Fix | None) -> Patch | None:
    """None where the text cannot be changed like that without touching anything else."""
    if fix is None or not document.is_complete:
        return None
    changes = [_written(document, edit) for edit in fix.edits]
    edits = sorted(edit for each in changes if each is not None for edit in each)
    if not edits or None in changes or not all(_are_apart(*pair) for pair in pairwise(edits)):
        return None
    return None if _touches_an_alias(document, edits) else Patch(fix, tuple(edits))


def applied(text: str, edits: Sequence[TextEdit]) -> str:
    pieces, at = [], 0
    for span, new in sorted(edits):
        pieces += [text[at : span.start], new]
        at = span.end
    return "".join((*pieces, text[at:]))


def without_overlaps(patches: Iterable[Patch]) -> list[Patch]:
    """Of those that touch the same text, the first."""
    kept: list[Patch] = []
    taken: list[TextEdit] = []
    for patch in patches:
        if all(_is_free(edit, taken) for edit in patch.edits):
            kept.append(patch)
            for edit in patch.edits:
                insort(taken, edit)
    return kept


def _is_free(edit: TextEdit, taken: Sequence[TextEdit]) -> bool:
    at = bisect_left(taken, edit)
    return all(_are_apart(*pair) for pair in pairwise((*taken[max(0, at - 1) : at], edit, *taken[at : at + 1])))


def _are_apart(first: TextEdit, second: TextEdit) -> bool:
    """Two that meet in one point are, unless one of them only inserts: then nothing says which comes first."""
    is_insertion = first.span.start == first.span.end or second.span.start == second.span.end
    return first.span.end < second.span.start + (not is_insertion)


def _written(document: Document, edit: Edit) -> Changes:
    match edit:
        case Rename(place, text):
            return _renamed(document, place, text)
        case Respell(place):
            whole = respelled(document.data, edit)
            return None if whole is None else _renamed(document, place, whole)
        case Rewrite(place, source):
            return _rewritten(document, place, source)
        case Quote(place):
            return _quoted(document, place)
        case Remove(place):
            entry = _removable(document, place)
            return None if entry is None else removal(document, entry)
        case MoveLast(route):
            entry = entry_of(document, at_value(route))
            return None if entry is None else move_to_the_end(document, entry)
        case Swap(one, other):
            return _swapped(document, one, other)
        case Cut(span, text):
            return [TextEdit(span if text else _cut(document, span), text)]


def _renamed(document: Document, place: Place, text: str) -> Changes:
    span = _scalar(document, place)
    new = None if span is None else written(text, document.text[slice(*span)])
    return None if span is None or new is None else [TextEdit(span, new)]


def _rewritten(document: Document, place: Place, source: str) -> Changes:
    """No comment is lost, unless the place names its characters."""
    piece = piece_of(document, place)
    if piece is None:
        return None
    span = place.span or document.marks.span(piece)
    is_clear = span.start < span.end and (place.span is not None or not _holds_a_comment(document, span))
    return [TextEdit(span, source)] if is_clear else None


def _quoted(document: Document, place: Place) -> Changes:
    piece = piece_of(document, place)
    if piece is None or not document.marks.kind[piece] & PLAIN:
        return None
    span = document.marks.span(piece)
    return [TextEdit(span, in_quotes(document.text[slice(*span)]))] if span.start < span.end else None


def _swapped(document: Document, one: Route, other: Route) -> Changes:
    spans = _scalar(document, at_value(one)), _scalar(document, at_value(other))
    if spans[0] is None or spans[1] is None:
        return None
    first, second = (document.text[slice(*span)] for span in spans if span is not None)
    return [TextEdit(spans[0], second), TextEdit(spans[1], first)]


def _scalar(document: Document, place: Place) -> Span | None:
    piece = piece_of(document, place)
    if piece is None or document.marks.pieces[piece] > 1:
        return None
    span = document.marks.span(piece)
    return span if span.start < span.end and document.text[span.start] not in "{[|>*" else None


def _removable(document: Document, place: Place) -> Entry | None:
    if place.span is None and leads_somewhere(document.data, place.route):
        place = replace(place, route=lifted(document.data, place.route))
    return entry_of(document, place)


def _cut(document: Document, span: Span) -> Span:
    """With the space behind it. Of a comment, a part, or the whole of it with its space or its line where nothing else
    is in it."""
    line, text = document.line_span(span.start), document.text
    opening = text.find("#", line.start, span.start + 1)
    while 0 <= opening < span.start and document.is_text(opening):
        opening = text.find("#", opening + 1, span.start + 1)
    if opening < 0:
        return _with_space(document, span, line)
    end = line.end - (len(text[: line.end]) - len(text[: line.end].rstrip("\r\n")))
    if not EMPTIED.fullmatch(text[opening : span.start] + text[span.end : end]):
        is_first = opening == span.start
        return _with_space(document, span, line) if is_first else Span(len(text[: span.start].rstrip(" \t")), span.end)
    before = text[line.start : opening]
    return Span(line.start + len(before.rstrip(" \t")), end) if before.strip() else line


def _with_space(document: Document, span: Span, line: Span) -> Span:
    """Behind it, or before it where nothing stands behind it on the line."""
    behind = document.text[span.end : line.end]
    if not behind.strip():
        return Span(line.start + len(document.text[line.start : span.start].rstrip(" \t")), span.end)
    return Span(span.start, span.end + len(behind) - len(behind.lstrip(" \t")))


def _holds_a_comment(document: Document, span: Span) -> bool:
    at = document.text.find("#", *span)
    while at >= 0 and document.is_text(at):
        at = document.text.find("#", at + 1, span.end)
    return at >= 0


def _touches_an_alias(document: Document, edits: Sequence[TextEdit]) -> bool:
    """Whether an alias would change, or what it stands for: whoever reads the one sees no edit of the other.

    A merge key may stand for anything.
    """
    spans: list[Span] = []
    for defect in document.defects_of(DefectKind.ALIAS):
        if defect.detail == "<<":
            return True
        if defect.other is not None:
            spans += [defect.span, Span(defect.other.start, _end_behind(document, defect.other))]
    return any(edit.span.start < span.end and span.start < edit.span.end for edit in edits for span in spans)


def _end_behind(document: Document, anchor: Span) -> int:
    """Where the value ends that an anchor names."""
    at = document.marks.at(anchor.end)
    first = 0 if at is None else at + 1
    outermost = next((piece for piece in range(first, len(document.marks.start))), None)
    return anchor.end if outermost is None else document.marks.end[outermost]
