"""One line for each finding."""

from __future__ import annotations

from guidelint.diagnostic import Diagnostic
from guidelint.reporters.full import heading, sentence
from guidelint.reporters.report import Report
from guidelint.reporters.statistics import table
from guidelint.reporters.style import Style
from guidelint.reporters.summary import summary


def concise(report: Report, style: Style) -> str:
    """One line is one line, however long: this is what other programs cut up."""
    lines = [*table(report, style)] if report.with_statistics else [line(item, style) for item in report.diagnostics]
    return "\n".join((*lines, *summary(report))) + "\n"


def line(item: Diagnostic, style: Style) -> str:
    return f"{heading(item, style)}: {sentence(item)}"
