"""Code frames: the lines of a finding with carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Diagnostic, Position, Range, Severity
from guidelint.document import Document
from guidelint.reporters.style import Style, safe, width

MOST_COLUMNS = 120
MOST_MARKS = 12


@dataclass(frozen=True, slots=True)
class _Mark:
    range: Range
    note: str
    severity: Severity


def frame(document: Document, diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """The place itself with the line above it, and the related places with their notes, in the order of lines."""
    marks = [_Mark(diagnostic.range, "", diagnostic.severity)]
    marks += (_Mark(place.range, place.message, Severity.INFO) for place in diagnostic.related[:MOST_MARKS])
    marks.sort(key=lambda mark: mark.range)
    gutter = len(str(max(mark.range.start.line for mark in marks)))
    shown = 0
    for mark in marks:
        line = mark.range.start.line
        above = line - 1 if mark.range == diagnostic.range and line - 1 > shown else line
        if shown and above > shown + 1:
            yield style.dim(f"  {'…'.rjust(gutter)} |")
        for number in range(max(above, shown + 1), line + 1):
            yield _numbered(number, gutter, _cut(document.line(number), mark.range.start, number == line)[0], style)
        yield _carets(document, mark, gutter, style)
        shown = max(shown, line)
    if len(diagnostic.related) > MOST_MARKS:
        yield style.dim(f"  {' ' * gutter} | and {len(diagnostic.related) - MOST_MARKS} more places")


def _numbered(number: int, gutter: int, text: str, style: Style) -> str:
    return f"  {style.dim(f'{number:>{gutter}} |')} {safe(text)}".rstrip()


def _carets(document: Document, mark: _Mark, gutter: int, style: Style) -> str:
    start, end = mark.range
    line = document.line(start.line)
    text, cut = _cut(line, start, True)
    begin = start.column - 1 - cut
    stop = end.column - 1 - cut if end.line == start.line else len(line.rstrip()) - cut
    stop = max(min(stop, len(text)), begin + 1)
    carets = style.severity(mark.severity, "^" * max(width(safe(text[begin:stop])), 1))
    note = f" {safe(mark.note)}" if mark.note else ""
    return f"  {style.dim(' ' * gutter + ' |')} {' ' * width(safe(text[:begin]))}{carets}{note}"


def _cut(line: str, around: Position, is_marked: bool) -> tuple[str, int]:
    """A line that fits, and how many of its first characters are left out."""
    if len(line) <= MOST_COLUMNS:
        return line, 0
    cut = max(around.column - 1 - MOST_COLUMNS // 2, 0) if is_marked else 0
    return line[cut : cut + MOST_COLUMNS], cut
