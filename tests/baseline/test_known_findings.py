"""What a baseline knows again, and what it never knows: from the bytes to the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guidelint.baseline import Known
from guidelint.diagnostic import Severity
from guidelint.linter import FileReport, Options, lint
from guidelint.logic import Budget
from guidelint.rules import RULES
from tests.rules.examples import SCAFFOLD
from tests.test_set_asides import BOTH, WHOLE

TODAY = date(2026, 6, 1)
ALL = frozenset(rule.code for rule in RULES if rule.is_default)
UNGRADED = SCAFFOLD.replace(", strength: conditional, certainty: low", "")
"""GL506 at `wait`."""
TWO = UNGRADED.replace(", strength: strong, certainty: high, because: [S1]}\n", ", because: [S1]}\n")
"""And at `refer`."""
GAP = UNGRADED.replace("  - {else: refer}\n", "  - {if: cough, then: refer}\n").replace(
    "facts:\n", "facts:\n  cough: {label: Cough, type: boolean, default: false}\n"
)
"""And a patient whom `better` sends nowhere, and one whom it sends two ways."""


def judge(text: str, known: Known | None = None, codes: frozenset[str] = ALL, **more: Any) -> FileReport:
    return lint(text.encode(), "fever.yaml", RULES, Options(codes, TODAY, baseline=known, **more))


def learnt(text: str, known: Known | None = None, codes: frozenset[str] = ALL) -> Known:
    """What a baseline has of a file after `--update-baseline`."""
    entries = known.entries if known else ()
    return Known(judge(text, Known(entries, takes_all=True), codes).entries)


def found(report: FileReport) -> list[str]:
    return [item.code for item in report.diagnostics]


def known_of(report: FileReport) -> list[tuple[str, str | None]]:
    return [(item.code, item.node) for item in report.baselined]


def test_what_was_there_is_known_and_counted() -> None:
    report = judge(UNGRADED, learnt(UNGRADED))
    assert (found(report), known_of(report), report.muted) == ([], [("GL506", "wait")], 0)
    assert [(*entry[:3], count) for entry, count in report.entries] == [
        ("nodes.wait.recommend.for", "GL506", "warning", 1)
    ]


def test_without_a_baseline_nothing_is_known() -> None:
    assert (found(judge(UNGRADED)), judge(UNGRADED).entries) == (["GL506"], ())
    assert (found(judge(UNGRADED, Known())), judge(UNGRADED, Known()).entries) == (["GL506"], ())


@pytest.mark.parametrize(
    "edit",
    [
        ("format:", "# a comment\n\n\nformat:"),
        ("      - {for: rest", "      # why not\n      -   {for:    rest"),
        (
            "  treat:\n",
            "  other:\n    type: decision\n    branches: [{if: fever, then: wait}, {else: treat}]\n  treat:\n",
        ),
        ("label: Rest at home", "label: Rest at home, and drink"),
        ("license:", "publisher: Another\nlicense:"),
    ],
    ids=["lines", "layout", "a node before it", "its node's label", "a key elsewhere"],
)
def test_a_finding_is_known_again_wherever_it_moves(edit: tuple[str, str]) -> None:
    text = UNGRADED.replace(
        "publisher: Example Society of Family Medicine\n",
        "" if "publisher" in edit[1] else "publisher: Example Society of Family Medicine\n",
    ).replace(*edit)
    assert text != UNGRADED
    assert known_of(judge(text, learnt(UNGRADED))) == [("GL506", "wait")]


def test_items_may_move() -> None:
    first = "      - {for: hospital, strength: strong, certainty: high, because: [S1]}\n"
    text = UNGRADED.replace("      - {for: rest, ", f"{first}      - {{for: rest, ")
    assert known_of(judge(text, learnt(UNGRADED))) == [("GL506", "wait")]


def test_what_is_edited_is_another_finding_and_its_entry_is_stale() -> None:
    report = judge(UNGRADED.replace("for: rest, b", "for: {any: [rest, hospital]}, b"), learnt(UNGRADED))
    assert (found(report), known_of(report)) == (["GL906", "GL506"], [])


def test_the_same_finding_in_another_node_is_another_one() -> None:
    report = judge(TWO, learnt(UNGRADED))
    assert [(item.code, item.node) for item in report.diagnostics] == [("GL506", "refer")]
    assert known_of(report) == [("GL506", "wait")]


def test_the_same_findings_are_counted() -> None:
    item = "      - {for: rest, because: [S1]}\n"
    two, three = UNGRADED.replace(item, item * 2), UNGRADED.replace(item, item * 3)
    known = learnt(two)
    assert [count for entry, count in known.entries if entry.rule == "GL506"] == [2]
    assert (found(judge(two, known)).count("GL506"), found(judge(three, known)).count("GL506")) == (0, 1)
    ((message, where),) = [
        (item.message, judge(UNGRADED, known).document.text[slice(*item.span)])
        for item in judge(UNGRADED, known).diagnostics
        if "GL506" in item.message
    ]
    assert (message, where) == (
        "the baseline knows of `GL506` at `nodes.wait.recommend.for`, which is not found any more", "recommend",
    )  # fmt: skip


def test_what_is_mended_leaves_a_stale_entry_that_says_what_to_do() -> None:
    help = "run `guidelint check --update-baseline` on this file, and look at what it takes out"
    (stale,) = judge(SCAFFOLD, learnt(UNGRADED)).diagnostics
    assert (stale.code, stale.severity, stale.node, stale.help) == (
        "GL906", Severity.ERROR, "wait", help,
    )  # fmt: skip


def test_an_entry_of_a_node_that_is_gone_is_told_where_its_keys_end() -> None:
    known = Known(tuple((entry._replace(at="nodes.gone.recommend"), 3) for entry, _ in learnt(UNGRADED).entries))
    stale = judge(SCAFFOLD, known).diagnostics[0]
    assert (stale.route, stale.message) == (
        ("nodes",), "the baseline knows of `GL506` at `nodes.gone.recommend` 3 times more than it is found",
    )  # fmt: skip


@pytest.mark.parametrize("codes", [frozenset({"GL201", "GL906"}), ALL - {"GL506"}], ids=["another rule", "all others"])
def test_of_a_rule_that_was_not_asked_for_no_entry_is_stale_or_forgotten(codes: frozenset[str]) -> None:
    known = learnt(UNGRADED)
    report = judge(SCAFFOLD, known, codes)
    assert (found(report), report.entries) == ([], known.entries)
    assert learnt(SCAFFOLD, known, codes) == known
    assert learnt(SCAFFOLD, known) == Known()


def test_without_proofs_no_entry_of_a_proof_is_stale_or_forgotten() -> None:
    known = learnt(GAP)
    assert {entry.rule for entry, _ in known.entries} == {"GL301", "GL303", "GL506"}
    report = judge(GAP, known, budget=None)
    assert (found(report), report.entries) == ([], known.entries)


def test_where_time_runs_out_no_entry_of_a_proof_is_stale() -> None:
    report = judge(GAP, learnt(GAP), budget=lambda: Budget(each=0.0, total=0.0))
    assert "GL315" in found(report)
    assert "GL906" not in found(report)


def test_what_is_not_decided_is_never_known() -> None:
    report = judge(GAP, Known((), takes_all=True), budget=lambda: Budget(each=0.0, total=0.0))
    assert "GL315" in found(report)
    assert "GL315" not in {entry.rule for entry, _ in report.entries}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (UNGRADED.replace("label: Rest at home", "label: [Rest"), "GL001"),
        (UNGRADED.replace("status: draft", "status: drafty"), "GL101"),
        (UNGRADED.replace("{if: fever, then: treat}", "{if: fevr, then: treat}"), "GL102"),
        (UNGRADED.replace("then: look-again", "then: nowhere"), "GL203"),
        (UNGRADED.replace("- {else: refer}", "- {else: wait}"), "GL201"),
    ],
)
def test_what_keeps_a_file_from_being_judged_is_never_known(text: str, code: str) -> None:
    report = judge(text, Known((), takes_all=True))
    assert code in found(report)
    assert code not in {entry.rule for entry, _ in report.entries}


def test_of_a_file_that_cannot_be_judged_no_entry_is_stale_or_forgotten() -> None:
    known = learnt(UNGRADED)
    for text in (UNGRADED.replace("label: Rest at home", "label: [Rest"), UNGRADED.replace("status: d", "status: e")):
        report = judge(text, known)
        assert ("GL906" in found(report), known_of(report), report.entries) == (False, [], known.entries)
        assert learnt(text, known) == known


def test_the_rules_on_set_asides_are_never_known() -> None:
    text = UNGRADED.replace("  wait:\n", "  wait: # guidelint: ignore[GL299] why\n")
    assert (found(judge(text, learnt(text))), known_of(judge(text, learnt(text)))) == (["GL902"], [("GL506", "wait")])


def test_what_is_known_mutes_nothing() -> None:
    """GL802 is an echo of GL801 at the same node."""
    codes = frozenset(rule.code for rule in BOTH)
    plain, learning = (
        lint(WHOLE.encode(), "fever.yaml", BOTH, Options(codes, TODAY, baseline=known))
        for known in (None, Known((), takes_all=True))
    )
    assert (found(plain), plain.muted, found(learning), learning.muted) == (["GL801", "GL801"], 1, [], 0)
    some = Known(tuple(item for item in learning.entries if item[0].rule == "GL801"))
    report = lint(WHOLE.encode(), "fever.yaml", BOTH, Options(codes, TODAY, baseline=some))
    assert (found(report), report.muted, len(report.baselined)) == (["GL802"], 0, 2)


def test_what_is_set_aside_needs_no_entry() -> None:
    text = UNGRADED.replace("  wait:\n", "  wait: # guidelint: ignore[GL506] why\n")
    report = judge(text, Known((), takes_all=True))
    assert (report.entries, len(report.set_aside)) == ((), 1)
    assert found(judge(text, learnt(UNGRADED))) == ["GL906"]


def test_a_level_of_the_configuration_changes_no_entry() -> None:
    report = judge(UNGRADED, learnt(UNGRADED), levels={"GL506": Severity.ERROR})
    assert (found(report), known_of(report)) == ([], [("GL506", "wait")])


def test_what_became_worse_is_another_finding() -> None:
    known = Known(tuple((entry._replace(severity="info"), count) for entry, count in learnt(UNGRADED).entries))
    assert found(judge(UNGRADED, known)) == ["GL906", "GL506"]


def test_everything_is_shown_to_whoever_wants_to_see_it() -> None:
    text = UNGRADED.replace("  wait:\n", "  wait: # guidelint: ignore[GL506] why\n")
    report = judge(text, shows_all=True)
    assert (found(report), report.set_aside, report.overruled) == (["GL506"], (), 1)
    unused = text.replace("GL506", "GL206")
    assert found(judge(unused, shows_all=True)) == ["GL901", "GL506"]
