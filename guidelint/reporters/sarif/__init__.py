"""The report as a SARIF 2.1.0 log, for code scanning and for viewers in editors."""

from __future__ import annotations

from typing import Any

from guidelint import __version__
from guidelint.linter import FileReport
from guidelint.reporters.json_text import json_text
from guidelint.reporters.report import ExitCode, Report, Unjudged
from guidelint.reporters.sarif.places import artifact
from guidelint.reporters.sarif.results import result
from guidelint.reporters.sarif.rules import descriptor
from guidelint.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(report: Report) -> str:
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    return {
        "tool": {"driver": _driver(report)},
        "automationDetails": {"id": "guidelint/"},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [item for file in sorted(report.files, key=_path) for item in _results(file)],
    }


def _path(file: FileReport) -> str:
    return file.path


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "guidelint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": report.docs_base,
        "rules": [descriptor(rule, report.page(rule.code)) for rule in RULES],
    }


def _results(file: FileReport) -> list[dict[str, Any]]:
    """What is set aside stands among the rest, with why; a viewer tells them apart."""
    found = [(item, None) for item in file.diagnostics]
    everything = sorted((*found, *file.set_aside), key=lambda pair: pair[0].sort_key)
    return [result(item, file.document, by) for item, by in everything]


def _invocation(report: Report) -> dict[str, Any]:
    ends = report.exit_code(report.fail_level, allow_empty=True)
    return {
        "executionSuccessful": ends is not ExitCode.NOT_JUDGED,
        "toolExecutionNotifications": [_notification(left) for left in report.not_judged],
    }


def _notification(left: Unjudged) -> dict[str, Any]:
    return {
        "level": "note" if left.is_intended else "warning" if left.is_explained else "error",
        "message": {"text": f"not judged: {left.words}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact(left.path)}}],
    }
