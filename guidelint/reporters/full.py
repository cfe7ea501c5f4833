"""The report for a person: every finding with its lines, its patient and what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Diagnostic
from guidelint.document import Document
from guidelint.reporters.frame import frame
from guidelint.reporters.report import Report
from guidelint.reporters.style import Style, safe
from guidelint.reporters.summary import summary


def full(report: Report, colour: bool) -> str:
    style = Style(colour)
    documents = {file.path: file.document for file in report.files}
    blocks = ["\n".join(_block(item, documents[item.path], style)) for item in report.diagnostics]
    return "\n\n".join((*blocks, "\n".join(summary(report)))) + "\n"


def heading(item: Diagnostic, style: Style) -> str:
    place = f"{safe(item.path)}:{item.range.start.line}:{item.range.start.column}"
    return f"{style.bold(place)}: {style.severity(item.severity, f'{item.severity.word} {item.code}')} {item.name}"


def sentence(item: Diagnostic) -> str:
    """The message, with the node that it is about in front."""
    if item.node is None:
        return safe(f"{_part(item)}{item.message}")
    label = f' "{item.node_label}"' if item.node_label else ""
    return safe(f"node `{item.node}`{label}: {item.message}")


def said(label: str, value: str) -> str:
    """A fact of a patient: `Fever`, `no Cough`, `Age 30 years`, `Allergy unknown`, `Rapid test: Positive`."""
    if value in ("yes", "no"):
        return label if value == "yes" else f"no {label}"
    is_plain = value == "unknown" or value.lstrip("-")[:1].isdigit()
    return f"{label} {value}" if is_plain else f"{label}: {value}"


def region_line(region: Sequence[str]) -> str:
    """As many parts of a region as can be read at a glance; none where the first is too long already."""
    line = ""
    for part in region:
        longer = f"{line}; or {part}" if line else part
        if len(longer) > LONGEST_REGION:
            return f"{line}; and more" if line else ""
        line = longer
    return line


def _block(item: Diagnostic, document: Document, style: Style) -> Iterator[str]:
    yield heading(item, style)
    yield f"  {sentence(item)}"
    yield from frame(document, item, style)
    if item.patient:
        yield f"  patient: {safe(', '.join(said(*pair) for pair in item.patient))}"
    if region := region_line(item.region):
        yield f"  region: {safe(region)}"
    if item.walk:
        yield f"  walk: {safe(' → '.join(item.walk))}"
    yield f"  help: {safe(item.help)}"
    yield style.dim(f"  see: guidelint explain {item.code}")


LONGEST_REGION = 200
"""Characters: a clinician reads a condition, not a table."""

PARTS = {"cases": "case", "constraints": "constraint", "interventions": "intervention"}


def _part(item: Diagnostic) -> str:
    """The case, constraint or intervention that a finding lies in, unless the message is about that itself."""
    if len(item.route) < 3 or item.route[0] not in PARTS:
        return ""
    return f"{PARTS[str(item.route[0])]} `{item.route[1]}`: "
