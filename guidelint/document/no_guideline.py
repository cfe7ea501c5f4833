"""A large file that can be no guideline: that is seen early, so that it need not be read to its end."""

from __future__ import annotations

from typing import NamedTuple

from guidelint.diagnostic import Span
from guidelint.document.marks import Marks
from guidelint.document.open_collection import OpenCollection

MOST_ROOT_KEYS = 1_000
TOO_MANY_KEYS = f"more than {MOST_ROOT_KEYS:,} keys that are inside no other"
NO_GUIDELINE = "a long list where a guideline has its keys"
MANY_PIECES = 50_000
LEAST_CHARACTERS = 4
TOO_DENSE = f"more than {MANY_PIECES:,} keys and values of fewer than {LEAST_CHARACTERS} characters each"
OTHER_FILE = "check that this file is a guideline"


class Refusal(NamedTuple):
    span: Span
    detail: str


def why_no_guideline(root: OpenCollection, marks: Marks) -> Refusal | None:
    """By its outermost collection, and by all keys and values so far."""
    start, pieces, last = marks.start[root.piece], len(marks.start), marks.start[-1]
    if root.keys is None:
        return Refusal(Span(start, start + 1), NO_GUIDELINE)
    if len(root.keys) > MOST_ROOT_KEYS:
        return Refusal(Span(start, start + 1), TOO_MANY_KEYS)
    if pieces > MANY_PIECES and last < LEAST_CHARACTERS * pieces:
        return Refusal(Span(last, last + 1), TOO_DENSE)
    return None
