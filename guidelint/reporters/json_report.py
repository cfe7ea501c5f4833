"""The report for machines; its shape is `schema/report.schema.json`, and `version` changes with it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from guidelint import __version__
from guidelint.config import Weakened
from guidelint.diagnostic import Diagnostic, Patch, Range, Severity
from guidelint.document import Document
from guidelint.logic import Established
from guidelint.reporters.json_text import json_text
from guidelint.reporters.report import BaselineTold, Report, Unjudged
from guidelint.reporters.statistics import Count, counts
from guidelint.set_asides import SetAside

VERSION = 1


def json_report(report: Report) -> str:
    documents = {file.path: file.document for file in report.files}
    content = {
        "version": VERSION,
        "guidelint": __version__,
        "today": report.today.isoformat(),
        "diagnostics": [_diagnostic(item, report, documents[item.path]) for item in report.diagnostics],
        "not_judged": [_not_judged(left) for left in report.not_judged],
        "muted": report.muted,
        "set_aside": report.set_aside,
        "baselined": report.baselined,
        "shows_all": report.shows_all,
        "suppressed": [
            {**_diagnostic(item, report, documents[item.path]), "suppression": _suppression(by)}
            for item, by in report.suppressed
        ],
        "baselines": [_baseline(item) for item in report.baselines],
        "weakened": [_weakened(item) for item in report.weakened],
        "summary": _summary(report),
        "established": [_established(file.path, file.established) for file in report.files if file.established],
    }
    if report.with_statistics:
        content["statistics"] = [_count(item) for item in counts(report)]
    return json_text(content)


def _count(item: Count) -> dict[str, Any]:
    return {**asdict(item), "severity": item.severity.word}


def _diagnostic(item: Diagnostic, report: Report, document: Document) -> dict[str, Any]:
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
        "fixable": item.patch is not None,
        "fix": None if item.patch is None else _fix(item.patch, document),
        "url": report.page(item.code),
        "fingerprint": item.fingerprint,
    }


def _fix(patch: Patch, document: Document) -> dict[str, Any]:
    edits = [{"range": _range(document.range(edit.span)), "text": edit.text} for edit in patch.edits]
    return {"title": patch.fix.title, "safe": patch.fix.is_safe, "edits": edits}


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


def _suppression(by: SetAside | None) -> dict[str, Any]:
    """In the words of SARIF: what stands in the file itself is `inSource`, and what a baseline knows is `external`."""
    if by is None:
        return {"kind": "external", "origin": "baseline", "reason": None, "by": None, "until": None}
    until = by.until.isoformat() if by.until else None
    return {"kind": "inSource", "origin": by.origin.name.lower(), "reason": by.reason, "by": by.by, "until": until}


def _baseline(item: BaselineTold) -> dict[str, Any]:
    return {
        "path": item.file,
        "gone": list(item.gone),
        "updated": item.is_updated,
        "added": item.added,
        "removed": item.removed,
    }


def _not_judged(left: Unjudged) -> dict[str, Any]:
    return {"path": left.path, "codes": list(left.codes), "reason": left.reason}


def _weakened(item: Weakened) -> dict[str, Any]:
    return {"path": item.file, "off": list(item.off), "lowered": list(item.lowered)}


def _summary(report: Report) -> dict[str, Any]:
    counts = {f"{severity.word}s": report.count(severity) for severity in reversed(Severity)}
    fixes = {
        "fixed": report.fixed,
        "fixable": report.fixable(safely=True),
        "fixable_unsafely": report.fixable(safely=False),
    }
    return {
        "files": len(report.files),
        **counts,
        **fixes,
        "skipped": list(report.skipped),
        "excluded": list(report.excluded),
    }
