"""Rounds of fixes: what is kept, what is taken back, and that nothing is left for a second run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from guidelint.diagnostic import Edit, Finding, Fix, MoveLast, Rename, Rewrite, Severity, at_key, at_value
from guidelint.linter import Options, lint
from guidelint.mending import mend
from guidelint.model import Guideline
from guidelint.rule import Fixing, Rule, rule
from guidelint.rules import RULES
from tests.fixes.fixing import mended
from tests.rules.examples import EVERY_RULE, SCAFFOLD, TODAY

BOM = b"\xef\xbb\xbf"
SLIP = SCAFFOLD.replace("{if: fever, then", "{if: fevr, then")


def test_a_sound_guideline_is_left_alone() -> None:
    result = mended(SCAFFOLD.encode(), unsafe=True)
    assert (result.content, result.fixed) == (SCAFFOLD.encode(), ())


@pytest.mark.parametrize("content", [b"", b"a: [", b"\xff\xfe", b"\x00", "format: guidelint/1 \u2028".encode()])
def test_what_cannot_be_read_is_left_alone(content: bytes) -> None:
    result = mended(content, unsafe=True)
    assert (result.content, result.fixed) == (content, ())


def test_signature_and_line_ends_stay() -> None:
    content = BOM + SLIP.replace("\n", "\r\n").rstrip().encode()
    assert mended(content).content == content.replace(b"fevr", b"fever")


def test_a_fix_that_lets_rules_run_is_kept_whatever_they_find() -> None:
    """The misspelt name kept every proof from running; what they find now was there before."""
    gap = SLIP.replace("      - {else: wait}\n", "", 1)
    result = mended(gap.encode())
    assert [item.code for item in result.fixed] == ["GL102"]
    assert [item.code for item in result.report.diagnostics] == ["GL301"]


def test_a_set_aside_of_a_rule_that_could_not_run_is_no_new_finding() -> None:
    text = SLIP.replace("title: Fever in adults\n", "title: Fever in adults # guidelint: ignore[GL301] as a draft\n")
    result = mended(text.encode())
    assert [item.code for item in result.fixed] == ["GL102", "GL901"]
    assert result.content.decode() == SCAFFOLD


def test_what_is_found_behind_a_misspelt_key_was_there_before() -> None:
    text = SCAFFOLD.replace("interventions:", "interventoins:").replace("kind: education", "kind: educaton")
    result = mended(text.encode())
    assert result.content.decode() == SCAFFOLD
    assert [item.patch.fix.title for item in result.fixed if item.patch] == [
        "write `interventions`",
        "write `education`",
    ]


def test_a_definition_is_not_removed_where_a_statement_would_be_left_without_anything_that_carries_it() -> None:
    text = SCAFFOLD.replace("cites: [textbook]}\n", "cites: [textbook]}\n  S2: {says: Cough is asked for}\n").replace(
        "facts:\n", "facts:\n  cough: {label: Cough, type: boolean, because: [S2]}\n"
    )
    result = mended(text.encode(), unsafe=True)
    assert (result.content.decode(), result.fixed) == (text, ())
    assert [item.code for item in result.report.diagnostics] == ["GL103"]


def test_the_good_ones_of_several_fixes_are_kept() -> None:
    text = SLIP.replace("cites: [textbook]}\n", "cites: [textbook]}\n  S2: {says: Cough is asked for}\n").replace(
        "facts:\n",
        "facts:\n  cough: {label: Cough, type: boolean, because: [S2]}\n  chill: {label: X, type: boolean}\n",
    )
    result = mended(text.encode(), unsafe=True)
    expected = text.replace("fevr", "fever").replace("  chill: {label: X, type: boolean}\n", "")
    assert result.content.decode() == expected


def test_of_two_that_touch_the_first_comes_first_and_the_other_in_the_next_round() -> None:
    text = SCAFFOLD.replace(
        "audience: [family physicians]", "audience: [family physicians] # guidelint: ignore[GL509, GL109, GL112] x"
    )
    result = mended(text.encode())
    assert result.content.decode() == SCAFFOLD
    assert [item.message[:7] for item in result.fixed] == ["`GL509`", "`GL112`", "`GL109`"]


def test_a_finding_that_is_set_aside_is_not_mended() -> None:
    text = SCAFFOLD.replace("then: treat}", "then: treat} # guidelint: ignore[GL102] to be defined").replace(
        "{if: fever", "{if: fevr"
    )
    assert mended(text.encode()).fixed == ()


def test_a_second_run_changes_nothing() -> None:
    text = SLIP.replace("license: CC-BY-4.0", "license: no").replace("{max: 5 d}", "{max: 5 days}")
    once = mended(text.encode(), unsafe=True)
    assert len(once.fixed) == 3
    twice = mended(once.content, unsafe=True)
    assert (twice.content, twice.fixed) == (once.content, ())


ONE_NODE = SCAFFOLD.replace("label: Send to hospital", "label: Off to hospital")


def judge_with(fix: Fix, enabled: frozenset[str] = EVERY_RULE.enabled) -> tuple[bytes, int]:
    """What a rule does that finds something wherever it stands `Send`, and mends it in this way."""

    @rule(Guideline, code="GL199", severity=Severity.WARNING, fixing=Fixing.SAFELY)
    def sends(guideline: Guideline) -> Iterator[Finding]:
        if any(node.label == "Send to hospital" for node in guideline.nodes.values()):
            yield Finding("sends", at_value(("nodes", "refer", "label")), "do not", fix=fix)

    rules: list[Rule[Any]] = [*RULES, sends]
    options = Options(enabled | {"GL199"}, TODAY)
    report = lint(SCAFFOLD.encode(), "example.yaml", rules, options)
    result = mend(SCAFFOLD.encode(), report, rules, options, unsafe=False)
    return result.content, len(result.fixed)


LABEL = at_value(("nodes", "refer", "label"))


def test_what_mends_its_finding_and_does_no_harm_is_kept() -> None:
    assert judge_with(Fix((Rename(LABEL, "Off to hospital"),), "", True)) == (ONE_NODE.encode(), 1)


TAKEN_BACK: dict[str, Edit] = {
    "its finding does not go away": Rename(at_value(("title",)), "Fever"),
    "another rule finds something": Rename(at_key(("nodes", "refer")), "send"),
    "the schema finds something": Rewrite(LABEL, "5"),
    "the source is not YAML": Rewrite(LABEL, "[a"),
    "the source says more than one value": Rewrite(LABEL, "Off\n    note: Off"),
    "nothing is left that could be moved": MoveLast(("nodes", "refer", "recommend", 0)),
}


@pytest.mark.parametrize("why", TAKEN_BACK)
def test_what_is_no_good_is_taken_back(why: str) -> None:
    assert judge_with(Fix((TAKEN_BACK[why],), "", True)) == (SCAFFOLD.encode(), 0)


def test_a_rule_that_nobody_asked_for_still_keeps_a_fix_from_breaking_something() -> None:
    breaks = Fix((Rename(at_key(("nodes", "refer")), "send"),), "", True)
    assert judge_with(breaks, frozenset()) == (SCAFFOLD.encode(), 0)


def test_only_what_was_asked_for_is_mended() -> None:
    text = SLIP.replace("license: CC-BY-4.0", "license: no")
    options = replace(EVERY_RULE, enabled=frozenset({"GL102"}))
    result = mended(text.encode(), options=options)
    assert result.content.decode() == text.replace("fevr", "fever")
    assert result.report.diagnostics == ()
