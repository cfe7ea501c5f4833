"""The report as a SARIF 2.1.0 log, for code scanning and for viewers in editors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guidelint import __version__
from guidelint.document import Document, read_document
from guidelint.linter import FileReport
from guidelint.reporters.json_text import json_text
from guidelint.reporters.left_out import LeftOut, left_out
from guidelint.reporters.report import BaselineTold, ExitCode, Report, Unjudged
from guidelint.reporters.sarif.places import artifact, text
from guidelint.reporters.sarif.results import EXTERNAL, in_source, result
from guidelint.reporters.sarif.rules import descriptor
from guidelint.rule import Rule
from guidelint.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

PACKAGE = f"pkg:generic/guidelint@{__version__}"
"""SARIF wants some address of the tool: this one says which it is, and leads to nobody's host."""


def sarif(report: Report) -> str:
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    rules = (*RULES, *report.further)
    index = {rule.code: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "guidelint/"},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            {"ruleId": item["ruleId"], "ruleIndex": index[item["ruleId"]], **item}
            for file in sorted(report.files, key=_path)
            for item in _results(file)
        ],
    }


def _path(file: FileReport) -> str:
    return file.path


def _driver(report: Report, rules: Sequence[Rule[Any]]) -> dict[str, Any]:
    return {
        "name": "guidelint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": report.docs_base or PACKAGE,
        "rules": [descriptor(rule, report.page(rule.code)) for rule in rules],
    }


def _results(file: FileReport) -> list[dict[str, Any]]:
    """What is set aside or in a baseline stands among the rest, with why; a viewer tells them apart."""
    document = _read_again(file)
    told = [(item, result(item, document)) for item in file.diagnostics]
    aside = [(item, result(item, document, in_source(by, document))) for item, by in file.set_aside]
    known = [(item, result(item, document, EXTERNAL)) for item in file.baselined]
    return [found for _, found in sorted((*told, *aside, *known), key=lambda pair: pair[0].sort_key)]


def _read_again(file: FileReport) -> Document:
    """A report may come without the data, which say where the nodes of a walk stand, and what is set aside."""
    found = (*file.diagnostics, *file.baselined)
    is_asked = bool(file.set_aside) or any(item.walk for item in found)
    return read_document(file.document.text.encode(), file.path) if is_asked else file.document


def _invocation(report: Report) -> dict[str, Any]:
    ends = report.exit_code(report.fail_level, allow_empty=True)
    return {
        "executionSuccessful": ends is not ExitCode.NOT_JUDGED,
        "toolConfigurationNotifications": [_of_configuration(part) for part in left_out(report)],
        "toolExecutionNotifications": [
            *(_notification(left) for left in report.not_judged),
            *(_of_baseline(item) for item in report.baselines if item.gone),
        ],
    }


def _of_configuration(part: LeftOut) -> dict[str, Any]:
    return {"level": "note", "message": text(f"{part.what}: {', '.join(part.items)}")}


def _of_baseline(item: BaselineTold) -> dict[str, Any]:
    gone = ", ".join(item.gone)
    return {"level": "error", "message": {"text": f"{item.file} knows of files that are gone: {gone}"}}


def _notification(left: Unjudged) -> dict[str, Any]:
    return {
        "level": "note" if left.is_intended else "warning" if left.is_explained else "error",
        "message": {"text": f"not judged: {left.words}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact(left.path)}}],
    }
