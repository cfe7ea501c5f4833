"""What is set aside or in a baseline: never among the findings, always counted, and told to programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from guidelint.diagnostic import Severity
from guidelint.reporters import ExitCode, Report, render
from guidelint.reporters.report import BaselineTold
from guidelint.reporters.summary import summary
from guidelint.schema import schema_text
from guidelint.set_asides import Origin
from tests.reporters.reports import file_report, finding, report, set_aside

WAIVER = replace(set_aside("agreed"), origin=Origin.WAIVER, by="A. Author", until=date(2027, 1, 1))
BOTH = file_report(aside=[(finding("waived"), WAIVER)], baselined=[finding("known"), finding("known too")])


def test_programs_are_told_what_keeps_each_from_being_a_finding() -> None:
    told = json.loads(render("json", report(BOTH, baselines=(BaselineTold("b.json", is_updated=True, added=2),))))
    Draft202012Validator(json.loads(schema_text("report.schema.json"))).validate(told)
    assert (told["diagnostics"], told["set_aside"], told["baselined"], told["shows_all"]) == ([], 1, 2, False)
    known = {"kind": "external", "origin": "baseline", "reason": None, "by": None, "until": None}
    assert [(item["message"], item["suppression"]) for item in told["suppressed"]] == [
        ("known", known),
        ("known too", known),
        (
            "waived",
            {"kind": "inSource", "origin": "waiver", "reason": "agreed", "by": "A. Author", "until": "2027-01-01"},
        ),
    ]
    assert told["baselines"] == [{"path": "b.json", "gone": [], "updated": True, "added": 2, "removed": 0}]


@pytest.mark.parametrize("format_", ["full", "concise", "github", "markdown"])
def test_they_are_counted_in_the_summary(format_: str) -> None:
    text = render(format_, report(BOTH))
    assert "1 file checked: no findings (1 set aside, 2 in the baseline)" in text
    assert "known too" not in text


def lines(content: Report) -> list[str]:
    return list(summary(content))[1:]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (BaselineTold("b.json"), []),
        (BaselineTold("b.json", is_updated=True), ["b.json needs no entry added or taken out"]),
        (
            BaselineTold("b.json", is_updated=True, added=1, removed=2),
            ["b.json updated: 1 finding put in, 2 taken out"],
        ),
        (
            BaselineTold("b.json", gone=("old.yaml", "older.yaml")),
            ["b.json knows of files that are gone: old.yaml, older.yaml; --update-baseline forgets them"],
        ),
    ],
)
def test_what_became_of_a_baseline(told: BaselineTold, expected: list[str]) -> None:
    content = report(file_report(), baselines=(told,))
    assert lines(content) == expected
    assert content.exit_code(Severity.ERROR) is (ExitCode.FINDINGS if told.gone else ExitCode.CLEAN)


@pytest.mark.parametrize(
    ("overruled", "expected"),
    [
        (0, "set-asides and baselines are not counted"),
        (1, "set-asides and baselines are not counted: 1 finding set aside by comments and waivers is among these"),
        (2, "set-asides and baselines are not counted: 2 findings set aside by comments and waivers are among these"),
    ],
)
def test_a_run_that_shows_everything_says_so(overruled: int, expected: str) -> None:
    assert lines(report(replace(file_report(), overruled=overruled), shows_all=True)) == [expected]
