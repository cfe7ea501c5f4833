"""The entry of a mapping, or the item of a list, that a place leads to, with its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any, NamedTuple

from guidelint.diagnostic import Part, Place, Route, Span
from guidelint.document import Document
from guidelint.document.marks import KEY, SEQUENCE

COLON = re.compile(r"[ \t]*:")


class Entry(NamedTuple):
    """A key with its value, or an item; `previous` and `next` are the ones beside it."""

    span: Span
    previous: Span | None
    next: Span | None
    last: Span
    is_item: bool
    is_flow: bool


def piece_of(document: Document, place: Place) -> int | None:
    """The key or value that a place is; None where nothing stands there."""
    if place.span is not None:
        piece = document.marks.at(place.span.start)
        return piece if piece is not None and document.marks.start[piece] == place.span.start else None
    if not leads_somewhere(document.data, place.route):
        return None
    return document.marks.find(document.data, place.route, place.part)


def entry_of(document: Document, place: Place) -> Entry | None:
    piece = piece_of(document, Place(place.route, Part.KEY, place.span))
    if piece is None or piece == 0:
        return None
    marks, collection = document.marks, _collection_around(document, piece)
    children = marks.children(collection)
    is_item = bool(marks.kind[collection] & SEQUENCE)
    step = 1 if is_item else 2
    at = bisect_left(children, piece)
    if at % step:
        return None
    return Entry(
        span=_span(document, piece, is_item=is_item),
        previous=_span(document, children[at - step], is_item=is_item) if at else None,
        next=_span(document, children[at + step], is_item=is_item) if at + step < len(children) else None,
        last=_span(document, children[-step], is_item=is_item),
        is_item=is_item,
        is_flow=document.text[marks.start[collection]] in "{[",
    )


def leads_somewhere(data: Any, route: Route) -> bool:
    for step in route:
        is_there = step in data if isinstance(data, dict) else isinstance(data, list) and _is_index(step, data)
        if not is_there:
            return False
        data = data[step]
    return True


def _is_index(step: str | int, items: list[Any]) -> bool:
    return isinstance(step, int) and 0 <= step < len(items)


def _collection_around(document: Document, piece: int) -> int:
    """The collection that a piece lies in directly."""
    around, inner = 0, 0
    while inner != piece:
        around, children = inner, document.marks.children(inner)
        inner = children[bisect_right(children, piece) - 1]
    return around


def _span(document: Document, first: int, *, is_item: bool) -> Span:
    """From the key to the end of the value, or of its colon where there is none."""
    marks = document.marks
    if is_item or not marks.kind[first] & KEY:
        return marks.span(first)
    value = marks.span(first + 1)
    colon = COLON.match(document.text, marks.end[first])
    bare = colon.end() if colon else marks.end[first]
    return Span(marks.start[first], value.end if value.start < value.end else bare)
