"""The report for machines; its shape is `schema/report.schema.json`, and `version` changes with it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from guidelint import __version__
from guidelint.diagnostic import Diagnostic, Range, Severity
from guidelint.logic import Established
from guidelint.reporters.report import Report

VERSION = 1


def json_report(report: Report, colour: bool) -> str:
    """Colour is left aside: it is one of the arguments that every reporter takes."""
    content = {
        "version": VERSION,
        "guidelint": __version__,
        "today": report.today.isoformat(),
        "diagnostics": [_diagnostic(item) for item in report.diagnostics],
        "not_judged": _not_judged(report),
        "muted": report.muted,
        "set_aside": report.set_aside,
        "summary": _summary(report),
        "established": [_established(file.path, file.established) for file in report.files if file.established],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _diagnostic(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": item.severity.word,
        "confidence": item.confidence.value,
        "message": item.message,
        "help": item.help,
        "path": item.path,
        "range": _range(item.range),
        "node": item.node,
        "node_label": item.node_label,
        "route": list(item.route),
        "related": [
            {"message": place.message, "range": _range(place.range), "route": list(place.route)}
            for place in item.related
        ],
        "patient": dict(item.patient),
        "region": list(item.region),
        "walk": list(item.walk),
        "fixable": False,
        "url": None,
        "fingerprint": item.fingerprint,
    }


def _range(range: Range) -> dict[str, dict[str, int]]:
    return {"start": range.start._asdict(), "end": range.end._asdict()}


def _established(path: str, found: Established) -> dict[str, Any]:
    return {
        "path": path,
        **{f"{kind.value}s": asdict(part) for kind, part in found.parts.items()},
        "branches": found.branches,
        "ways": found.ways,
        "patients": found.patients,
    }


def _not_judged(report: Report) -> list[dict[str, Any]]:
    unreadable = [{"path": file.path, "codes": [], "reason": file.reason} for file in report.unreadable]
    left = [
        {"path": file.path, "codes": list(item.codes), "reason": item.reason}
        for file in report.files
        for item in file.not_judged
    ]
    return unreadable + left


def _summary(report: Report) -> dict[str, Any]:
    counts = {f"{severity.word}s": report.count(severity) for severity in reversed(Severity)}
    return {"files": len(report.files), **counts, "skipped": list(report.skipped)}
