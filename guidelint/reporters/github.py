"""The report as workflow commands of GitHub Actions, which become annotations of the changed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from guidelint.diagnostic import Diagnostic, Range, Severity
from guidelint.reporters.concise import line
from guidelint.reporters.in_words import details, exact_sentence
from guidelint.reporters.report import Report, Unjudged
from guidelint.reporters.style import Style, safe
from guidelint.reporters.summary import plural, summary

MOST_ANNOTATIONS = 10
"""Of a kind in a step: GitHub shows no more, and does not say that there were any."""

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTIES = IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


@dataclass(frozen=True, slots=True)
class _Annotation:
    severity: Severity
    properties: dict[str, str]
    message: str
    log: str


def github(report: Report) -> str:
    """The worst first; what no annotation shows stands below them in the log."""
    left = [_not_judged(item) for item in report.not_judged if not item.is_explained]
    found = [*left, *(_finding(item, report) for item in report.diagnostics)]
    lines: list[str] = []
    hidden: list[str] = []
    for severity in reversed(Severity):
        shown, rest = _parted([item for item in found if item.severity is severity])
        lines += map(_command, shown)
        hidden += (item.log for item in rest)
    return "\n".join((*lines, *_inert([*hidden, *summary(report)]))) + "\n"


def _parted(items: Sequence[_Annotation]) -> tuple[Sequence[_Annotation], Sequence[_Annotation]]:
    """What is annotated, and the rest, of which the last annotation says how much it is."""
    if len(items) <= MOST_ANNOTATIONS:
        return items, ()
    shown, rest = items[: MOST_ANNOTATIONS - 1], items[MOST_ANNOTATIONS - 1 :]
    more = f"{plural(len(rest), f'more {KINDS[items[0].severity]}')}: see the log of this step"
    return (*shown, _Annotation(items[0].severity, {"title": "guidelint"}, more, "")), rest


def _finding(item: Diagnostic, report: Report) -> _Annotation:
    properties = {"title": f"{item.code} {item.name}", "file": item.path, **_place(item.range)}
    message = "\n".join((exact_sentence(item), *details(item), report.see(item.code)))
    return _Annotation(item.severity, properties, message, line(item, Style(False)))


def _place(range: Range) -> dict[str, str]:
    """GitHub takes columns only where a range lies in one line."""
    start, end = range
    lines = {"line": str(start.line), "endLine": str(end.line)}
    return lines if start.line != end.line else {**lines, "col": str(start.column), "endColumn": str(end.column)}


def _not_judged(left: Unjudged) -> _Annotation:
    log = f"{safe(left.path)}: not judged: {safe(left.words)}"
    return _Annotation(Severity.ERROR, {"title": "not judged", "file": left.path}, left.words, log)


def _command(item: _Annotation) -> str:
    properties = ",".join(
        f"{name}={_visible(value).translate(IN_PROPERTIES)}" for name, value in item.properties.items()
    )
    return f"::{KINDS[item.severity]} {properties}::{_visible(item.message).translate(IN_DATA)}"


def _visible(text: str) -> str:
    """What could steer the log is replaced; ends of lines are kept, and escaped."""
    return re.sub("[^\r\n]+", lambda hit: safe(hit[0]), text)


def _inert(lines: Sequence[str]) -> Iterator[str]:
    """Lines of the log; where one of them would be a command, between commands that stop and resume all others."""
    text = "\n".join(lines)
    if "::" not in text and "##[" not in text:
        yield from lines
        return
    token = f"guidelint-{blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"
    yield from (f"::stop-commands::{token}", *lines, f"::{token}::")
