"""What was found in single files: known by everything that it depends on, and kept only where it is final."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from guidelint.caching.observed import digest
from guidelint.caching.program import program
from guidelint.caching.store import Store
from guidelint.caching.values import Misfit, packed, unpacked
from guidelint.diagnostic import Diagnostic
from guidelint.document import Document
from guidelint.document.marks import Marks
from guidelint.linter import FileReport, NotJudged, Options
from guidelint.logic import Established
from guidelint.set_asides import SetAside

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Days(NamedTuple):
    """Those between two days that are named in a file, or one such day. Rules do nothing with the day of a run but
    compare it with days in the file."""

    after: str
    before: str

    def hold(self, day: str) -> bool:
        return self.after < day < self.before or self.after == day == self.before


@dataclass(frozen=True, slots=True)
class _Kept:
    path: str
    days: Days
    diagnostics: tuple[Diagnostic, ...]
    set_aside: tuple[tuple[Diagnostic, SetAside], ...]
    muted: int
    not_judged: tuple[NotJudged, ...]
    established: Established | None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """`program` is the digest of what judges."""

    store: Store
    program: str

    def key(self, seen: str, path: str, options: Options, limits: tuple[float, float] | None) -> str:
        """`seen` is the digest of the file, `limits` are those of its proofs."""
        levels = sorted((code, level.name) for code, level in options.levels.items())
        asked = [sorted(options.enabled), levels, options.most_bytes, limits]
        return digest(json.dumps([self.program, "verdict", path, seen, asked]).encode())

    def get(self, key: str, content: bytes, path: str, today: date) -> FileReport | None:
        """None where nothing is kept that can be believed, and that holds on this day."""
        written = self.store.get(key)
        if written is None:
            return None
        try:
            kept = unpacked(_Kept, json.loads(written))
        except (Misfit, ValueError, RecursionError):
            return None
        document = Document(path, text_of(content), None, Marks())
        is_about_it = kept.path == path and kept.days.hold(today.isoformat()) and _lies_inside(kept, document)
        return _report(kept, document) if is_about_it else None

    def put(self, key: str, report: FileReport, today: date) -> None:
        """`report` is final: it was not stopped, no rule crashed, and nothing was left open for lack of time."""
        kept = _Kept(
            path=report.path,
            days=days_around(report.document.text, today),
            diagnostics=report.diagnostics,
            set_aside=report.set_aside,
            muted=report.muted,
            not_judged=report.not_judged,
            established=report.established,
        )
        self.store.put(key, json.dumps(packed(kept), separators=(",", ":")).encode())


def verdicts(folder: str) -> Verdicts:
    return Verdicts(Store(folder), program())


def is_plain(content: bytes) -> bool:
    """Whether it is UTF-8, as far as that can be seen at once."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def text_of(content: bytes) -> str:
    return content.decode().removeprefix("\ufeff")


def days_around(text: str, today: date) -> Days:
    """On which the same is found as today."""
    day = today.isoformat()
    named = set(DAY.findall(text))
    if "\\" in text or day in named:  # an escape may hide a day
        return Days(day, day)
    return Days(
        max((each for each in named if each < day), default=""),
        min((each for each in named if each > day), default="~"),
    )


def light(report: FileReport) -> FileReport:
    """What a reporter needs: without the data, which takes most of the memory, and cannot be kept."""
    return _report(
        report, Document(report.path, report.document.text, None, Marks()), report.crashes, report.is_stopped
    )


def _report(told: Any, document: Document, crashes: Any = (), is_stopped: bool = False) -> FileReport:
    return FileReport(
        document=document,
        guideline=None,
        diagnostics=told.diagnostics,
        set_aside=told.set_aside,
        muted=told.muted,
        not_judged=told.not_judged,
        crashes=crashes,
        established=told.established,
        is_stopped=is_stopped,
    )


def _lies_inside(kept: _Kept, document: Document) -> bool:
    """No place leads out of the text, whoever wrote the entry."""
    found = (*kept.diagnostics, *(item for item, _ in kept.set_aside))
    ranges = [item.range for item in found] + [place.range for item in found for place in item.related]
    spans = (edit.span for item in found if item.patch for edit in item.patch.edits)
    last, length = document.line_count, len(document.text)
    return (
        all(item.path == kept.path for item in found)
        and all(1 <= start.line <= end.line <= last for start, end in ranges)
        and all(0 <= start <= end <= length for start, end in spans)
    )
