"""What a configuration leaves out of a run, or makes less of: a reviewer has to know who sees nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.reporters.report import Report


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`items` are codes of rules, or else paths."""

    what: str
    items: tuple[str, ...]
    are_codes: bool = False


def left_out(report: Report) -> Iterator[LeftOut]:
    if report.skipped:
        yield LeftOut("passed over, since they are no guidelines", report.skipped)
    if report.excluded:
        yield LeftOut("not read, since they are excluded", report.excluded)
    for item in report.weakened:
        if item.off:
            yield LeftOut(f"rules on errors switched off by {item.file}", item.off, are_codes=True)
        if item.lowered:
            yield LeftOut(f"rules on errors made milder by {item.file}", item.lowered, are_codes=True)
