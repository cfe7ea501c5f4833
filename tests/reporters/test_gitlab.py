"""Code Quality: the shape that GitLab reads, severities that differ, fingerprints that do not clash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from guidelint.diagnostic import Confidence, Severity
from guidelint.linter import NotJudged
from guidelint.reporters import Report, Unreadable, render
from tests.reporters.reports import ANY_TEXT, encodable, file_report, finding, report

SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+(-[0-9]+)?$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""Of the tables in GitLab's documentation of Code Quality."""


def issues(content: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render("gitlab", content))
    assert [error.message for error in Draft202012Validator(SHAPE).iter_errors(found)] == []
    prints = [issue["fingerprint"] for issue in found]
    assert len(set(prints)) == len(prints)
    return found


def test_a_clean_run_is_an_empty_list() -> None:
    assert render("gitlab", report(file_report())) == "[]\n"


def test_an_issue() -> None:
    item = finding(patient=(("Fever", "yes"), ("Age", "30")))
    assert issues(report(file_report(item))) == [
        {
            "description": "this is wrong (patient: Fever, Age 30)",
            "check_name": "GL301 gap",
            "fingerprint": "0123",
            "severity": "critical",
            "location": {"path": "a.yaml", "lines": {"begin": 3, "end": 3}},
            "content": {"body": "patient: Fever, Age 30\n\nhelp: mend it\n\nsee: guidelint explain GL301"},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "confidence", "expected"),
    [
        (Severity.ERROR, Confidence.HIGH, "critical"),
        (Severity.ERROR, Confidence.MEDIUM, "major"),
        (Severity.WARNING, Confidence.HIGH, "major"),
        (Severity.WARNING, Confidence.MEDIUM, "minor"),
        (Severity.INFO, Confidence.HIGH, "info"),
        (Severity.INFO, Confidence.MEDIUM, "info"),
    ],
)
def test_severities(severity: Severity, confidence: Confidence, expected: str) -> None:
    (issue,) = issues(report(file_report(finding(severity=severity, confidence=confidence))))
    assert issue["severity"] == expected


def test_what_is_not_judged_is_a_blocker_unless_it_was_meant() -> None:
    left = [NotJudged(("GL301",), "the rule crashed"), NotJudged(("GL302",), "not asked for", is_intended=True)]
    found = issues(report(file_report(not_judged=left), unreadable=[Unreadable("gone.yaml", "there is no such file")]))
    assert [(issue["severity"], issue["location"]["path"], issue["description"]) for issue in found] == [
        ("blocker", "gone.yaml", "not judged: there is no such file"),
        ("blocker", "a.yaml", "not judged: GL301: the rule crashed"),
    ]


@given(ANY_TEXT)
def test_any_text_is_read_back(text: str) -> None:
    (issue,) = json.loads(render("gitlab", report(file_report(finding(text, path=text), path=text))))
    assert issue["description"] == encodable(text)
    assert issue["location"]["path"] == encodable(text)
