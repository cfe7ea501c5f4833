"""The report for GitLab's Code Quality: a list of issues, shown in the merge request."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from guidelint.diagnostic import Confidence, Diagnostic, Severity
from guidelint.reporters.in_words import details, exact_sentence, patient
from guidelint.reporters.json_text import json_text
from guidelint.reporters.report import Report, Unjudged

SEVERITIES = {
    (Severity.ERROR, Confidence.HIGH): "critical",
    (Severity.ERROR, Confidence.MEDIUM): "major",
    (Severity.WARNING, Confidence.HIGH): "major",
    (Severity.WARNING, Confidence.MEDIUM): "minor",
    (Severity.INFO, Confidence.HIGH): "info",
    (Severity.INFO, Confidence.MEDIUM): "info",
}
"""What is no finding, since something could not be judged, is a blocker: it must not look like clean."""


def gitlab(report: Report) -> str:
    found = [_issue(item, report) for item in report.diagnostics]
    left = [_not_judged(item) for item in report.not_judged if not item.is_explained]
    return json_text(left + found)


def _issue(item: Diagnostic, report: Report) -> dict[str, Any]:
    return {
        "description": _description(item),
        "check_name": f"{item.code} {item.name}",
        "fingerprint": item.fingerprint,
        "severity": SEVERITIES[item.severity, item.confidence],
        "location": {
            "path": item.path,
            "lines": {"begin": item.range.start.line, "end": item.range.end.line},
        },
        "content": {"body": "\n\n".join((*details(item), report.see(item.code)))},
    }


def _description(item: Diagnostic) -> str:
    return f"{exact_sentence(item)} (patient: {patient(item)})" if item.patient else exact_sentence(item)


def _not_judged(left: Unjudged) -> dict[str, Any]:
    about = "\n".join(("not-judged", left.path, *left.codes, left.reason))
    return {
        "description": f"not judged: {left.words}",
        "check_name": "not-judged",
        "fingerprint": blake2b(about.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
        "severity": "blocker",
        "location": {"path": left.path, "lines": {"begin": 1, "end": 1}},
    }
