"""The last lines of a report: how much was found, what was left out, and what was not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Severity
from guidelint.reporters.report import Report
from guidelint.reporters.style import safe

NOT_PROVED = (
    "not proved: that every patient finds exactly one branch, and that the constraints hold (only cases are walked)"
)
"""Stands below every verdict until proofs are made: what nobody has looked at must not look clean."""


def summary(report: Report) -> Iterator[str]:
    yield _verdict(report)
    for file in report.unreadable:
        yield f"not judged: {safe(file.path)}: {file.reason}"
    for report_of_file in report.files:
        for left in report_of_file.not_judged:
            yield f"not judged: {safe(report_of_file.path)}: {_codes(left.codes)}: {left.reason}"
    if report.files:
        yield NOT_PROVED
    if report.skipped:
        names = ", ".join(safe(path) for path in report.skipped[:5])
        more = f" and {len(report.skipped) - 5} more" if len(report.skipped) > 5 else ""
        yield f"passed over, since they are no guidelines: {names}{more}"


def _verdict(report: Report) -> str:
    if not report.files:
        return "nothing was checked: no guideline found"
    counts = [(report.count(severity), severity.word) for severity in reversed(Severity)]
    found = ", ".join(plural(count, word) for count, word in counts if count) or "no findings"
    left_out = [
        f"{report.muted:,} more that follow only from these" if report.muted else "",
        f"{report.set_aside} set aside" if report.set_aside else "",
    ]
    aside = ", ".join(part for part in left_out if part)
    return f"{plural(len(report.files), 'file')} checked: {found}" + (f" ({aside})" if aside else "")


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _codes(codes: Sequence[str]) -> str:
    return ", ".join(codes) if len(codes) <= 4 else f"{codes[0]} to {codes[-1]} ({len(codes)} rules)"
