"""A quote that is not closed where its author meant it: it swallows the lines below, up to the next quote."""

from __future__ import annotations

import re

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.marks import QUOTED, Marks

QUOTES = ("'", '"')
SWALLOWED_KEY = re.compile(r"^ *(?:- )?[A-Za-z][\w-]*:(?= |$)", re.MULTILINE)


def swallowing_quote(text: str, marks: Marks, at: int) -> Defect | None:
    """The quote that is to blame for a defect right behind the text that it opens, if that text holds whole lines of
    keys; None where the parser's own place is the right one."""
    piece = len(marks.start) - 1
    if piece < 0 or not marks.kind[piece] & QUOTED or text[marks.start[piece]] not in QUOTES:
        return None
    start, end = marks.span(piece)
    is_behind = end <= at and not text[end:at].strip()
    first_line_end = text.find("\n", start)
    if not is_behind or first_line_end < 0 or not SWALLOWED_KEY.search(text, first_line_end + 1, end):
        return None
    problem = "a quoted text is opened here and not closed before the next lines"
    return Defect(DefectKind.SYNTAX, Span(start, start + 1), problem, help="close it with the same quote")
