"""The report for a person: every finding with its lines, its patient and what mends it."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Diagnostic
from guidelint.document import Document
from guidelint.reporters.frame import frame
from guidelint.reporters.in_words import details, exact_sentence
from guidelint.reporters.pages import in_terminal
from guidelint.reporters.report import Report
from guidelint.reporters.statistics import table
from guidelint.reporters.style import Style, safe
from guidelint.reporters.summary import summary


def full(report: Report, style: Style) -> str:
    documents = {file.path: file.document for file in report.files}
    blocks = ["\n".join(_block(item, documents[item.path], style)) for item in report.diagnostics]
    if report.with_statistics:
        blocks = ["\n".join(table(report, style))] if report.diagnostics else []
    last = (part for line in summary(report) for part in style.fitted(line, ""))
    return "\n\n".join((*blocks, "\n".join(last))) + "\n"


def heading(item: Diagnostic, style: Style) -> str:
    place = f"{safe(item.path)}:{item.range.start.line}:{item.range.start.column}"
    return f"{style.bold(place)}: {style.severity(item.severity, f'{item.severity.word} {item.code}')} {item.name}"


def sentence(item: Diagnostic) -> str:
    return safe(exact_sentence(item))


def _block(item: Diagnostic, document: Document, style: Style) -> Iterator[str]:
    yield heading(item, style)
    yield from style.fitted(sentence(item), "  ")
    yield from frame(document, item, style)
    yield from (part for line in details(item) for part in style.fitted(safe(line), "  "))
    yield style.dim(f"  see: {in_terminal(item.code)}")
