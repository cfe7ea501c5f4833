"""Code frames: the lines of a finding with carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Diagnostic, Range, Severity
from guidelint.document import Document
from guidelint.reporters.style import Style, safe, width

MOST_COLUMNS = 120
"""Of a line of the document."""

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
    page = _Page(document, style, len(str(max(mark.range.start.line for mark in marks))))
    shown, part = 0, _Cut("", 0)
    for mark in marks:
        line = mark.range.start.line
        above = line - 1 if mark.range == diagnostic.range and line - 1 > shown else line
        if shown and above > shown + 1:
            yield style.dim(f"  {'…'.rjust(page.gutter)} |")
        if shown < above < line:
            yield page.numbered(above, page.cut(document.line(above)).text)
        before, part = part, page.around(mark.range)
        if line > shown or part != before:
            yield page.numbered(line, part.text)
        yield from page.carets(mark, part)
        shown = max(shown, line)
    if len(diagnostic.related) > MOST_MARKS:
        yield page.beside(f"and {len(diagnostic.related) - MOST_MARKS} more places")


@dataclass(frozen=True, slots=True)
class _Cut:
    """The part of a line that is shown, and how many of its first characters are left out."""

    text: str
    left_out: int


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    style: Style
    gutter: int

    @property
    def room(self) -> int:
        """Columns beside the numbers of the lines."""
        return MOST_COLUMNS if self.style.columns is None else self.style.columns - self.gutter - len("   | ")

    def numbered(self, number: int, text: str) -> str:
        return f"  {self.style.dim(f'{number:>{self.gutter}} |')} {safe(text)}".rstrip()

    def beside(self, text: str) -> str:
        return f"  {self.style.dim(' ' * self.gutter + ' |')} {text}"

    def carets(self, mark: _Mark, part: _Cut) -> Iterator[str]:
        """With the note behind them; under them where it does not fit there."""
        begin, stop = (place - part.left_out for place in self._ends(mark.range))
        stop = max(min(stop, len(part.text)), begin + 1)
        indent, length = width(safe(part.text[:begin])), max(width(safe(part.text[begin:stop])), 1)
        carets = f"{' ' * indent}{self.style.severity(mark.severity, '^' * length)}"
        note = safe(mark.note)
        if not note or self.style.columns is None or indent + length + 1 + width(note) <= self.room:
            yield self.beside(f"{carets} {note}".rstrip())
            return
        yield self.beside(carets)
        yield self.beside(f"{' ' * max(min(indent, self.room - width(note)), 0)}{note}")

    def around(self, mark: Range) -> _Cut:
        """The part of its line in which a mark can be seen: from the beginning if it can be seen so, else up to the
        end if that can be."""
        begin, stop = self._ends(mark)
        line = self.document.line(mark.start.line)
        is_in_sight = min(stop, begin + self.room // 2) < self.room
        return self.cut(line, 0 if is_in_sight else min(begin - self.room // 4, max(len(line) - self.room, 0)))

    def cut(self, line: str, left_out: int = 0) -> _Cut:
        part = line[left_out : left_out + self.room]
        if left_out:
            part = f"…{part[1:]}"
        if len(line) > left_out + self.room:
            part = f"{part[:-1]}…"
        return _Cut(part, left_out)

    def _ends(self, mark: Range) -> tuple[int, int]:
        """Where a mark begins and stops on its first line, counted from 0."""
        line = self.document.line(mark.start.line)
        return mark.start.column - 1, mark.end.column - 1 if mark.end.line == mark.start.line else len(line.rstrip())
