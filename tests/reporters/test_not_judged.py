"""What was not judged looks like clean in no format, and like one more error in none that shows why."""

from __future__ import annotations

import json

import pytest

from guidelint.linter import NotJudged
from guidelint.reporters import Report, render
from guidelint.set_asides import Crash
from tests.reporters.reports import file_report, finding, report

LEFT = NotJudged(("GL401",), "the graph has errors")
EXPLAINED = report(file_report(finding(), not_judged=[LEFT]))
SILENT = report(file_report(not_judged=[LEFT]))
CRASHED = report(file_report(finding(), not_judged=[LEFT], crashes=[Crash("GL401", "constraint-violated", "Oops")]))


@pytest.mark.parametrize(("content", "expected"), [(EXPLAINED, "warning"), (SILENT, "error"), (CRASHED, "error")])
def test_sarif(content: Report, expected: str) -> None:
    (invocation,) = json.loads(render("sarif", content))["runs"][0]["invocations"]
    assert [item["level"] for item in invocation["toolExecutionNotifications"]] == [expected]


@pytest.mark.parametrize(("content", "expected"), [(EXPLAINED, False), (SILENT, True), (CRASHED, True)])
def test_github(content: Report, expected: bool) -> None:
    text = render("github", content)
    assert ("::error title=not judged,file=a.yaml::GL401: the graph has errors\n" in text) is expected
    assert "\nnot judged: a.yaml: GL401: the graph has errors\n" in text


@pytest.mark.parametrize(
    ("content", "expected"),
    [(EXPLAINED, ["critical"]), (SILENT, ["blocker"]), (CRASHED, ["blocker", "critical"])],
)
def test_gitlab(content: Report, expected: list[str]) -> None:
    assert [issue["severity"] for issue in json.loads(render("gitlab", content))] == expected


@pytest.mark.parametrize(("content", "expected"), [(EXPLAINED, "skipped"), (SILENT, "error"), (CRASHED, "error")])
def test_junit(content: Report, expected: str) -> None:
    assert f'<{expected} message="GL401: the graph has errors" type="not-judged" />' in render("junit", content)


@pytest.mark.parametrize("content", [EXPLAINED, SILENT, CRASHED])
@pytest.mark.parametrize("name", ["full", "concise", "markdown", "json"])
def test_every_other_format_says_it(name: str, content: Report) -> None:
    text = render(name, content)
    if name == "json":
        (left,) = json.loads(text)["not_judged"]
        assert left == {"path": "a.yaml", "codes": ["GL401"], "reason": "the graph has errors"}
    else:
        assert "not judged: a.yaml: GL401: the graph has errors\n" in text
