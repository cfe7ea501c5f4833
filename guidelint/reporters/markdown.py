"""The report as Markdown, for a comment or the summary of a run: the numbers, then one row for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from guidelint.diagnostic import Diagnostic
from guidelint.reporters.in_words import exact_sentence, patient, region_line
from guidelint.reporters.report import Report
from guidelint.reporters.style import safe
from guidelint.reporters.summary import plural, summary

HEAD = ("| Severity | Rule | Place | Finding | Patient |", "|---|---|---|---|---|")
HEAD_ASIDE = ("| Rule | Place | Finding | Set aside, because |", "|---|---|---|---|")

MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~!$^]")
REFERENCE = re.compile(r"[@#](?=\w)|:(?=//)|:(?=[\w+-]+:)|\bwww(?=\.)")
"""What GitHub and GitLab make people, issues, links and little pictures of, wherever it stands."""


def markdown(report: Report) -> str:
    return _page(report, [_row(item, report) for item in report.worst_first])


def short_markdown(report: Report, most_bytes: int) -> str:
    """With as many findings as there is room for, the worst first, and how many are left out."""
    rows = [_row(item, report) for item in report.worst_first]
    sizes = accumulate(len(row.encode("utf-8", "surrogatepass")) + 1 for row in rows)
    fitting = [row for row, size in zip(rows, sizes, strict=True) if size <= most_bytes]
    return _page(report, fitting, left_out=len(rows) - len(fitting))


def _page(report: Report, rows: list[str], left_out: int = 0) -> str:
    blocks = ["## guidelint", "\n".join(f"- {inert(line)}" for line in summary(report))]
    if rows:
        blocks.append("\n".join((*HEAD, *rows)))
    if left_out:
        blocks.append(f"{plural(left_out, 'more finding')} for which there is no room here.")
    elif aside := [_cells(*_named(item, report), inert(by.reason)) for item, by in report.findings_set_aside]:
        blocks.append("\n".join((*HEAD_ASIDE, *aside)))
    return "\n\n".join(blocks) + "\n"


def _row(item: Diagnostic, report: Report) -> str:
    rule, place, finding = _named(item, report)
    return _cells(item.severity.word, rule, place, f"{finding}<br>help: {inert(item.help)}", "<br>".join(_who(item)))


def _named(item: Diagnostic, report: Report) -> tuple[str, str, str]:
    place = f"{inert(item.path)}:{item.range.start.line}"
    page, rule = report.page(item.code), f"{item.code} {item.name}"
    return f"[{rule}]({page})" if page else rule, place, inert(exact_sentence(item))


def _who(item: Diagnostic) -> Iterator[str]:
    if item.patient:
        yield inert(patient(item))
    if region := region_line(item.region):
        yield f"region: {inert(region)}"
    if item.walk:
        yield f"walk: {inert(' → '.join(item.walk))}"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def inert(text: str) -> str:
    """A text that is shown as it is: no markup, no cell, no mention, no link."""
    return "<br>".join(map(_inert_line, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def _inert_line(line: str) -> str:
    marked = MARKUP.sub(lambda hit: f"\\{hit[0]}", safe(line))
    return REFERENCE.sub(lambda hit: f"{hit[0]}<!-- -->", marked)
