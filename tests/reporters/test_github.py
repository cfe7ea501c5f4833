"""Workflow commands: what GitHub makes of them is what was said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from guidelint.diagnostic import Position, Range, Severity
from guidelint.linter import NotJudged
from guidelint.reporters import Unreadable, render
from guidelint.reporters.style import safe
from tests.reporters.reports import ANY_TEXT, HOSTILE, file_report, finding, report

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^\r\n]*?)::(?P<message>[^\r\n]*)")


def unescaped(text: str) -> str:
    """As the runner does it: first what only properties escape, then the rest, `%25` last."""
    for escape, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def shown(text: str) -> str:
    return "".join(part if part in "\r\n" else safe(part) for part in text)


def test_a_finding_with_its_patient_in_one_command() -> None:
    item = finding(patient=(("Fever", "yes"),), walk=("ask",), node="ask", node_label="Hot, or not: what?")
    assert render("github", report(file_report(item))) == (
        "::error title=GL301 gap,file=a.yaml,line=3,endLine=3,col=3,endColumn=6"
        '::node `ask` "Hot, or not: what?": this is wrong%0Apatient: Fever%0Awalk: ask%0Ahelp: mend it'
        "%0Asee: guidelint explain GL301\n"
        "1 file checked: 1 error\n"
    )


def test_a_clean_run_says_so() -> None:
    assert render("github", report(file_report())) == "1 file checked: no findings\n"


def test_a_range_of_several_lines_has_no_columns() -> None:
    item = finding(range=Range(Position(3, 3), Position(4, 6)))
    assert "file=a.yaml,line=3,endLine=4::" in render("github", report(file_report(item)))


def test_the_worst_come_first_and_the_tenth_of_a_kind_says_how_many_more_there_are() -> None:
    infos = [finding(f"info {number}", severity=Severity.INFO) for number in range(3)]
    errors = [finding(f"error {number}") for number in range(12)]
    lines = render("github", report(file_report(*infos, *errors))).splitlines()
    kinds = [found["kind"] for line in lines if (found := COMMAND.fullmatch(line))]
    assert kinds == ["error"] * 10 + ["notice"] * 3
    assert lines[9] == "::error title=guidelint::3 more errors: see the log of this step"
    rest = ["error 7", "error 8", "error 9"]
    assert lines[13:16] == [f"a.yaml:3:3: error GL301 gap: {message}" for message in rest]


def test_ten_of_a_kind_are_all_shown() -> None:
    lines = render("github", report(file_report(*(finding(str(number)) for number in range(10))))).splitlines()
    assert [line[-14:] for line in lines[:10]] == [" explain GL301"] * 10
    assert lines[10:] == ["1 file checked: 10 errors"]


def test_what_is_not_judged_is_an_error_unless_it_was_meant() -> None:
    left = [NotJudged(("GL301",), "the rule crashed"), NotJudged(("GL302",), "not asked for", is_intended=True)]
    gone = Unreadable("gone,1.yaml", "there is no such file")
    lines = render("github", report(file_report(not_judged=left), unreadable=[gone])).splitlines()
    assert lines == [
        "::error title=not judged,file=gone%2C1.yaml::there is no such file",
        "::error title=not judged,file=a.yaml::GL301: the rule crashed",
        "1 file checked: no findings",
        "not judged: gone,1.yaml: there is no such file",
        "not judged: a.yaml: GL301: the rule crashed",
        "not judged: a.yaml: GL302: not asked for",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_of_the_log_are_never_commands(text: str) -> None:
    lines = render("github", report(file_report(path=text), unreadable=[Unreadable(text, "gone")])).splitlines()
    log = [line for line in lines if not COMMAND.fullmatch(line)]
    if any("::" in line or "##[" in line for line in log):
        token = log[0].removeprefix("::stop-commands::")
        assert log[-1] == f"::{token}::"
        assert not any(token in line for line in log[1:-1])


@given(ANY_TEXT, ANY_TEXT)
def test_what_is_escaped_is_read_back(message: str, path: str) -> None:
    first = render("github", report(file_report(finding(message, path=path), path=path))).split("\n")[0]
    found = COMMAND.fullmatch(first)
    assert found is not None
    properties = dict(pair.split("=", 1) for pair in found["properties"].split(","))
    assert unescaped(found["message"]).startswith(f"{shown(message)}\nhelp: ")
    assert unescaped(properties["file"]) == shown(path)
