"""How often each rule has found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Severity
from guidelint.reporters.report import Report
from guidelint.reporters.style import Style


@dataclass(frozen=True, slots=True)
class Count:
    """Of one rule at one severity; `fixable` are those that something mends."""

    code: str
    name: str
    severity: Severity
    count: int
    fixable: int


def counts(report: Report) -> list[Count]:
    """The most frequent first."""
    found = report.diagnostics
    every = Counter((item.code, item.name, item.severity) for item in found)
    fixable = Counter((item.code, item.name, item.severity) for item in found if item.patch is not None)
    each = (Count(*kind, count, fixable[kind]) for kind, count in every.items())
    return sorted(each, key=lambda item: (-item.count, item.code, -item.severity))


def table(report: Report, style: Style) -> Iterator[str]:
    found = counts(report)
    digits = max((len(f"{item.count:,}") for item in found), default=0)
    for item in found:
        severity = style.severity(item.severity, f"{item.severity.word:<7} {item.code}")
        mended = f" ({item.fixable:,} fixable)" if item.fixable else ""
        yield f"{item.count:>{digits},}  {severity} {item.name}{mended}"
