"""What was found in single files: known by everything that it depends on, and kept only where it is final."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from guidelint.caching.observed import digest
from guidelint.caching.place import cache_folder
from guidelint.caching.program import program
from guidelint.caching.store import Store
from guidelint.caching.values import Misfit, packed, types_of, unpacked
from guidelint.document import Document
from guidelint.document.marks import Marks
from guidelint.linter import FileReport, Options

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Days(NamedTuple):
    """Those between two days that are named in a file, or one such day. Rules do nothing with the day of a run but
    compare it with days in the file."""

    after: str
    before: str

    def hold(self, day: str) -> bool:
        return self.after < day < self.before or self.after == day == self.before


UNKEPT = ("document", "guideline", "sound", "logic")
"""Of a report, what no reporter needs and what would have to be built again: see `light`."""

UNASKED = ("today", "budget")
"""Of the options, what a verdict is not kept for: days are told of the verdict itself, and limits apart."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """`program` is the digest of what judges."""

    store: Store
    program: str

    def key(self, seen: str, path: str, options: Options, limits: tuple[float, float] | None) -> str:
        """`seen` is the digest of the file, `limits` are those of its proofs."""
        asked = {name: packed(getattr(options, name)) for name in types_of(Options) if name not in UNASKED}
        return digest(json.dumps([self.program, "verdict", path, seen, asked, limits], sort_keys=True).encode())

    def get(self, key: str, content: bytes, path: str, today: date) -> FileReport | None:
        """None where nothing is kept that can be believed, and that holds on this day."""
        written = self.store.get(key)
        if written is None:
            return None
        document = Document(path, text_of(content), None, Marks())
        try:
            days, kept = json.loads(written)
            if not unpacked(Days, days).hold(today.isoformat()):
                return None
            types = {name: kind for name, kind in types_of(FileReport).items() if name not in UNKEPT}
            told = {name: unpacked(kind, kept[name]) for name, kind in types.items()}
        except (Misfit, ValueError, TypeError, KeyError, RecursionError):
            return None
        report = FileReport(document=document, guideline=None, **told)
        return report if _lies_inside(report) else None

    def put(self, key: str, report: FileReport, today: date) -> None:
        """`report` is final: it was not stopped, no rule crashed, and nothing was left open for lack of time."""
        days = days_around(report.document.text, today)
        kept = {name: packed(getattr(report, name)) for name in types_of(FileReport) if name not in UNKEPT}
        with suppress(ValueError):  # a number with more digits than may be written
            self.store.put(key, json.dumps([packed(days), kept], separators=(",", ":")).encode())


def verdicts(folder: str, secret: bytes = b"") -> Verdicts:
    """Nobody who does not know the secret can write an entry that is found."""
    return Verdicts(Store(folder), program() + secret.hex())


def own_secret() -> bytes | None:
    """What only the user's own runs know; None where there is no place for it."""
    folder = cache_folder()
    if folder is None:
        return None
    store, key = Store(folder), digest(b"secret")
    made = os.urandom(32)
    return store.get(key) or (made if store.put(key, made) else None)


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
    """Without the data, which takes most of the memory; a report from the cache is no other than this."""
    document = Document(report.path, report.document.text, None, Marks())
    return replace(report, document=document, guideline=None, sound=None, logic=None)


def _lies_inside(report: FileReport) -> bool:
    """No place leads out of the text, whoever wrote the entry."""
    found = (*report.diagnostics, *report.baselined, *(item for item, _ in report.set_aside))
    if not found:
        return True  # and no line has to be counted
    ranges = [item.range for item in found] + [place.range for item in found for place in item.related]
    spans = (edit.span for item in found if item.patch for edit in item.patch.edits)
    last, length = report.document.line_count, len(report.document.text)
    return (
        all(item.path == report.path for item in found)
        and all(1 <= start.line <= end.line <= last for start, end in ranges)
        and all(0 <= start <= end <= length for start, end in spans)
    )
