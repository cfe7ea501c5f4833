"""guidelint.testing for people who write rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Guideline
from guidelint.rule import rule
from guidelint.rules import RULES
from guidelint.testing import RuleCrashed, broken_examples, findings

GAP = next(rule for rule in RULES if rule.code == "GL301")
NO_ELSE = "nodes:\n  ask: {type: decision, label: Fever, because: [S1], branches: [{if: fever, then: treat}]}\n"


@rule(Guideline, code="ACME001", severity=Severity.INFO)
def loud(guideline: Guideline) -> Iterator[Finding]:
    if guideline.metadata.title.isupper():
        yield Finding("the title shouts", at_key(("title",)), "write it in small letters")


@rule(Guideline, code="ACME002", severity=Severity.INFO)
def broken(guideline: Guideline) -> Iterator[Finding]:
    if guideline.metadata.title:
        raise ValueError(guideline.metadata.title)
    yield Finding("there is no title", at_key(("title",)), "write one")


def test_what_is_found_in_a_sample() -> None:
    assert [item.message for item in findings(loud, "title: FEVER\n")] == ["the title shouts"]
    assert findings(loud, NO_ELSE) == ()
    assert [item.route for item in findings(GAP, NO_ELSE)] == [("nodes", "ask", "branches")]


def test_a_rule_that_crashes_fails_its_test() -> None:
    with pytest.raises(RuleCrashed, match=r"^ACME002 broken: ValueError: Fever in adults$"):
        findings(broken, "")


def page(example: str, mended: str) -> str:
    return f"a loud title\n\n## Example\n\n```yaml\n{example}\n```\n\n## Mended\n\n```yaml\n{mended}\n```\n"


@pytest.mark.parametrize(
    ("documentation", "said"),
    [
        (page("title: FEVER # finding: ACME001", "title: Fever"), []),
        ("a loud title", ["there is no example below `Example`", "there is no example below `Mended`"]),
        (
            page("title: Fever # finding: ACME001", "title: FEVER"),
            [
                "Example: ACME001 is not found at `title: Fever # finding: ACME001`",
                "Mended: ACME001 is found at `title: FEVER`",
            ],
        ),
        (page("title: Fever", "title: Fever"), ["Example: ACME001 is not asked for"]),
    ],
)
def test_examples_that_do_not_do_what_they_say(documentation: str, said: list[str]) -> None:
    assert broken_examples(replace(loud, documentation=documentation)) == said


def test_the_examples_of_our_own_rules() -> None:
    assert broken_examples(GAP) == []
