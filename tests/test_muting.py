"""One defect, one message: what is an echo, and of what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from guidelint.diagnostic import Finding, Place, Route, Severity, Span, at_key, at_span, at_value
from guidelint.linter import FileReport, Options, lint
from guidelint.model import Guideline
from guidelint.muting import without_echoes
from guidelint.rule import Muting, Rule, rule
from tests.rules.examples import SCAFFOLD


def rule_of(code: str, *findings: Finding, muted_by: dict[str, Muting] | None = None) -> Rule[Guideline]:
    @rule(Guideline, code=code, severity=Severity.WARNING, muted_by=muted_by)
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
    spans = {at_key(ASK): Span(3, 6), at_span(Span(3, 6)): Span(3, 6)}
    echo = rule_of("GL801", muted_by={"GL802": Muting.SAME_PLACE})
    found = [(echo, finding(ASK)), (rule_of("GL802"), Finding("found", at_span(Span(3, 6)), "mend it"))]
    kept, echoes = without_echoes(found, lambda place: spans[Place(place.route, place.part, place.span)])
    assert (kept, echoes) == ([found[1]], [found[0]])


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


def test_a_rule_whose_findings_nobody_sees_mutes_nothing() -> None:
    """Else what is selected could look clean because of what is not."""
    rules = rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}), rule_of("GL802", finding(ASK))
    report = judge(*rules, enabled=frozenset({"GL801"}))
    assert ([item.code for item in report.diagnostics], report.muted) == (["GL801"], 0)


def test_echoes_that_nobody_wanted_are_not_counted() -> None:
    rules = rule_of("GL801", finding(ASK), muted_by={"GL802": Muting.SAME_NODE}), rule_of("GL802", finding(ASK))
    report = judge(*rules, enabled=frozenset({"GL802"}))
    assert ([item.code for item in report.diagnostics], report.muted) == (["GL802"], 0)
