"""Reports made by hand, and texts that mean something to a program that reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from guidelint.diagnostic import Confidence, Cut, Diagnostic, Place, Position, Range, Severity, Span
from guidelint.document import read_document
from guidelint.linter import FileReport, NotJudged
from guidelint.reporters import Report, Unreadable
from guidelint.set_asides import Crash, Origin, SetAside

TODAY = date(2026, 6, 1)

TEXT = """\
format: guidelint/1
nodes:
  ask: {type: decision, label: Is it hot?}
  treat: {type: recommendation, label: Treat}
"""

HOSTILE = [
    "::error::no",
    "##[error]no",
    "a % b %0A c",
    "one\ntwo\rthree\r\nfour",
    "]]> <b> & \"quoted\" 'too'",
    "\x00 \x1b[31m red \x07",
    "| a | `b` *c* _d_ [e](https://f.example) <!-- g --> \\ $h$ ~i~",
    "@everybody #12 https://a.example www.a.example :tada: :100:",
    "👩‍⚕️ 🤒 é",
    "half \ud83d of one",
    "\u202eturned",
    "  ",
    "a,b:c;d={e}",
]

ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.text(":%,\r\n|\\`*_<>[]()&#@]a:/w.", max_size=30),
)


def finding(message: str = "this is wrong", **more: Any) -> Diagnostic:
    given: dict[str, Any] = {
        "path": "a.yaml",
        "range": Range(Position(3, 3), Position(3, 6)),
        "code": "GL301",
        "name": "gap",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "message": message,
        "help": "mend it",
        "fingerprint": "0123",
    }
    return Diagnostic(**(given | more))


def set_aside(reason: str) -> SetAside:
    whole = Place(span=Span(0, 6))
    return SetAside(
        rule="GL301",
        reason=reason,
        place=whole,
        whole=whole,
        removal=Cut(Span(0, 6)),
        covers=Span(0, 6),
        origin=Origin.COMMENT,
    )


def file_report(
    *found: Diagnostic,
    path: str = "a.yaml",
    text: str = TEXT,
    aside: Sequence[tuple[Diagnostic, SetAside]] = (),
    not_judged: Sequence[NotJudged] = (),
    crashes: Sequence[Crash] = (),
    baselined: Sequence[Diagnostic] = (),
) -> FileReport:
    document = read_document(text.encode(), path)
    left = tuple(not_judged)
    return FileReport(document, None, found, tuple(aside), 0, left, tuple(crashes), baselined=tuple(baselined))


def report(*files: FileReport, unreadable: Sequence[Unreadable] = (), **more: Any) -> Report:
    return Report(files, tuple(unreadable), (), TODAY, **more)


def encodable(text: str) -> str:
    """What is left of a text that holds half a character."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
