"""One defect, one message: what is an echo, and of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guidelint.diagnostic import Finding, Route, Severity, Span, at_key, at_span, at_value
from guidelint.linter import FileReport, Options, lint
from guidelint.model import Guideline
from guidelint.muting import without_echoes
from guidelint.rule import Muting, Rule, rule
from guidelint.set_asides import Located
from tests.rules.examples import SCAFFOLD


def rule_of(
    code: str, *findings: Finding, muted_by: dict[str, Muting] | None = None, severity: Severity = Severity.WARNING
) -> Rule[Guideline]:
    @rule(Guideline, code=code, severity=severity, muted_by=muted_by)
    def some_rule(_: Guideline) -> Iterator[Finding]:
        yield from findings

    return some_rule


def finding(route: Route = (), subject: str | None = None) -> Finding:
    return Finding(f"found at {route}", at_key(route), "mend it", subject=subject)


def heard(*rules: Rule[Any]) -> tuple[list[str], int]:
    """The codes that are heard, in order, and how many findings are not."""
    report = judge(*rules, enabled=frozenset(item.code for item in rules))
    return [item.code for item in report.diagnostics], report.muted


def judge(*rules: Rule[Any], enabled: frozenset[str]) -> FileReport:
    return lint(SCAFFOLD.encode(), "fever.yaml", rules, Options(enabled, date(2026, 6, 1)))


ASK, WAIT = ("nodes", "ask"), ("nodes", "wait")


@pytest.mark.parametrize(
    ("how", "echo", "source", "is_muted"),
    [
        (Muting.SAME_DOCUMENT, finding(WAIT), finding(ASK), True),
        (Muting.SAME_DOCUMENT, finding(), finding(("facts", "fever")), True),
        (Muting.SAME_SUBJECT, finding(WAIT, "terms"), finding(ASK, "terms"), True),
        (Muting.SAME_SUBJECT, finding(ASK, "terms"), finding(ASK, "grounds"), False),
        (Muting.SAME_SUBJECT, finding(WAIT, "terms/fever"), finding(ASK, "terms"), True),
        (Muting.SAME_SUBJECT, finding(WAIT, "terms/fever"), finding(ASK, "terms/fever"), True),
        (Muting.SAME_SUBJECT, finding(WAIT, "terms/cough"), finding(ASK, "terms/fever"), False),
        (Muting.SAME_SUBJECT, finding(ASK), finding(ASK), False),
        (Muting.SAME_SUBJECT, finding(ASK, ""), finding(ASK, ""), False),
        (Muting.SAME_NODE, finding((*ASK, "branches", 0)), finding((*ASK, "label")), True),
        (Muting.SAME_NODE, finding(ASK), finding(WAIT), False),
        (Muting.SAME_NODE, finding(("facts", "fever")), finding(("facts", "fever")), False),
        (Muting.SAME_NODE, finding(("nodes",)), finding(("nodes",)), False),
        (Muting.SAME_PLACE, finding(ASK), finding(ASK), True),
        (Muting.SAME_PLACE, finding(ASK), Finding("found", at_value(ASK), "mend it"), False),
        (Muting.SAME_PLACE, finding(ASK), finding((*ASK, "label")), False),
    ],
)
def test_what_two_findings_must_share(how: Muting, echo: Finding, source: Finding, is_muted: bool) -> None:
    rules = rule_of("GL801", echo, muted_by={"GL802": how}), rule_of("GL802", source)
    expected = (["GL802"], 1) if is_muted else (sorted(["GL801", "GL802"]), 0)
    codes, count = heard(*rules)
    assert (sorted(codes), count) == expected
    codes, count = heard(*reversed(rules))
    assert (sorted(codes), count) == expected


def test_places_are_the_same_where_the_characters_are() -> None:
    """However a rule came to them: by the span itself, or by a route."""
    rules = {"GL801": rule_of("GL801", muted_by={"GL802": Muting.SAME_PLACE}), "GL802": rule_of("GL802")}
    echo = Located("GL801", finding(ASK), Span(3, 6), Severity.ERROR)
    source = Located("GL802", Finding("found", at_span(Span(3, 6)), "mend it"), Span(3, 6), Severity.ERROR)
    assert without_echoes([echo, source], rules) == ([source], [echo])


def test_nothing_is_muted_by_a_rule_that_finds_nothing() -> None:
    assert heard(rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_DOCUMENT}), rule_of("GL802")) == (
        ["GL801"],
        0,
    )


def test_nothing_is_muted_by_a_rule_that_was_not_given() -> None:
    assert heard(rule_of("GL801", finding(ASK), muted_by={"GL899": Muting.SAME_DOCUMENT})) == (["GL801"], 0)


def test_only_the_echo_itself_is_muted() -> None:
    echoes = rule_of("GL801", finding(ASK), finding(WAIT), muted_by={"GL802": Muting.SAME_NODE})
    assert heard(echoes, rule_of("GL802", finding(ASK))) == (["GL802", "GL801"], 1)


def test_several_rules_may_mute_one_and_it_counts_once() -> None:
    muted_by = {"GL802": Muting.SAME_NODE, "GL803": Muting.SAME_PLACE}
    rules = (
        rule_of("GL801", finding(ASK), muted_by=muted_by),
        rule_of("GL802", finding(ASK)),
        rule_of("GL803", finding(ASK)),
    )
    assert heard(*rules) == (["GL802", "GL803"], 1)


def test_an_echo_mutes_its_own_echoes_still() -> None:
    """GL801 follows from GL802, and that from GL803: one message is enough."""
    rules = (
        rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}),
        rule_of("GL802", finding(ASK), muted_by={"GL803": Muting.SAME_NODE}),
        rule_of("GL803", finding(ASK)),
    )
    assert heard(*rules) == (["GL803"], 2)


@pytest.mark.parametrize("echo", Severity)
@pytest.mark.parametrize("source", Severity)
def test_nothing_is_muted_by_what_is_less_bad(echo: Severity, source: Severity) -> None:
    rules = (
        rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}, severity=echo),
        rule_of("GL802", finding(ASK), severity=source),
    )
    assert heard(*rules) == ((["GL802"], 1) if source >= echo else (["GL801", "GL802"], 0))


def test_the_severity_of_a_finding_counts_and_not_that_of_its_rule() -> None:
    info = replace(finding(ASK), severity=Severity.INFO)
    error = replace(finding(ASK), severity=Severity.ERROR)
    muted_by = {"GL802": Muting.SAME_NODE}
    assert heard(rule_of("GL801", info, error, muted_by=muted_by), rule_of("GL802", finding(ASK)))[1] == 1
    assert heard(rule_of("GL801", error, muted_by=muted_by), rule_of("GL802", info, error))[1] == 1
    assert heard(rule_of("GL801", finding(ASK), muted_by=muted_by), rule_of("GL802", info))[1] == 0


def test_a_finding_may_lead_to_others_beside_those_of_its_subject() -> None:
    source = replace(finding(WAIT, "advice"), leads_to=("terms/fever",))
    echo, other = finding(ASK, "terms/fever"), finding(ASK, "terms/cough")
    rules = (rule_of("GL801", echo, other, muted_by={"GL802": Muting.SAME_SUBJECT}), rule_of("GL802", source))
    assert heard(*rules) == (["GL801", "GL802"], 1)


def test_a_rule_whose_findings_nobody_sees_mutes_nothing() -> None:
    """Else what is selected could look clean because of what is not."""
    rules = rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}), rule_of("GL802", finding(ASK))
    report = judge(*rules, enabled=frozenset({"GL801"}))
    assert ([item.code for item in report.diagnostics], report.muted) == (["GL801"], 0)


def test_echoes_that_nobody_wanted_are_not_counted() -> None:
    rules = rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}), rule_of("GL802", finding(ASK))
    report = judge(*rules, enabled=frozenset({"GL802"}))
    assert ([item.code for item in report.diagnostics], report.muted) == (["GL802"], 0)


def test_a_level_weighs_in_place_of_what_the_rule_and_the_finding_say() -> None:
    """Whoever makes a warning of an error has not agreed to its echoes that are errors."""
    source = rule_of("GL802", replace(finding(ASK), severity=Severity.ERROR))
    rules = rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}), source
    options = Options(frozenset({"GL801", "GL802"}), date(2026, 6, 1), levels={"GL802": Severity.INFO})
    report = lint(SCAFFOLD.encode(), "fever.yaml", rules, options)
    assert [(item.code, item.severity) for item in report.diagnostics] == [
        ("GL801", Severity.WARNING),
        ("GL802", Severity.INFO),
    ]
