"""Comments and waivers, from the bytes to the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.document import Document
from guidelint.linter import FileReport, Options, lint
from guidelint.model import Guideline
from guidelint.rule import Muting, Rule, rule
from guidelint.rules.set_asides.expired_waiver import expired_waiver
from guidelint.rules.set_asides.malformed_set_aside import malformed_set_aside
from guidelint.rules.set_asides.rule_crashed import rule_crashed
from guidelint.rules.set_asides.set_aside_without_reason import set_aside_without_reason
from guidelint.rules.set_asides.unknown_rule_in_set_aside import unknown_rule_in_set_aside
from guidelint.rules.set_asides.unused_set_aside import unused_set_aside
from guidelint.set_asides import Origin, Settled
from tests.rules.examples import SCAFFOLD

GL9 = (
    unused_set_aside,
    unknown_rule_in_set_aside,
    set_aside_without_reason,
    expired_waiver,
    malformed_set_aside,
    rule_crashed,
)
TODAY = date(2026, 6, 1)


@rule(Guideline, code="GL801", severity=Severity.WARNING)
def bad_label(guideline: Guideline) -> Iterator[Finding]:
    """At the label of each node and each item that has the word *bad* in it."""
    for entry in guideline.entries():
        if "bad" in (entry.label or ""):
            yield Finding("this label is bad", at_value((*entry.route, "label")), "find a better one")


@rule(Guideline, code="GL802", severity=Severity.WARNING, muted_by={"GL801": Muting.SAME_NODE})
def badly_labelled_node(guideline: Guideline) -> Iterator[Finding]:
    for node in guideline.nodes.values():
        if "bad" in node.name:
            yield Finding("this node is badly labelled", at_key(node.route), "find a better label")


@rule(Document, code="GL803", severity=Severity.ERROR)
def tabbed_text(document: Document) -> Iterator[Finding]:
    for defect in document.defects:
        yield Finding("this text has a defect", at_key(()), f"mend {defect.kind.value}")


RULES: tuple[Rule[Any], ...] = (bad_label, *GL9)
BOTH = (*RULES, badly_labelled_node)
BAD = """\
  refer:
    type: recommendation
    label: Send to a bad hospital
    recommend:
      - {for: hospital, label: A bad one, strength: strong, certainty: high, because: [S1]}
"""
WHOLE = SCAFFOLD[: SCAFFOLD.index("  refer:")] + BAD
IGNORE = "# guidelint: ignore"


def judge(
    text: str, *, rules: tuple[Rule[Any], ...] = RULES, enabled: set[str] | None = None, today: date = TODAY
) -> FileReport:
    codes = frozenset(item.code for item in rules) if enabled is None else frozenset(enabled)
    return lint(text.encode(), "fever.yaml", rules, Options(codes, today))


def codes(report: FileReport) -> list[str]:
    return [item.code for item in report.diagnostics]


def out(report: FileReport) -> list[tuple[str, str]]:
    """What is set aside: code and text under the carets."""
    return [(item.code, report.document.text[slice(*item.span)]) for item, _ in report.set_aside]


def commented(line: str, comment: str) -> str:
    """The guideline with a comment after a line of it."""
    assert WHOLE.count(f"{line}\n") == 1
    return WHOLE.replace(f"{line}\n", f"{line} {comment}\n")


def above(line: str, comment: str) -> str:
    """The guideline with a comment on a line of its own, above a line of it."""
    indentation = line[: len(line) - len(line.lstrip())]
    assert WHOLE.count(f"{line}\n") == 1
    return WHOLE.replace(f"{line}\n", f"{indentation}{comment}\n{line}\n")


def waived(waiver: str, text: str = WHOLE) -> str:
    return f"{text}waivers:\n  - {waiver}\n"


HOSPITAL, ONE = ("GL801", "Send to a bad hospital"), ("GL801", "A bad one")
LABEL = "    label: Send to a bad hospital"
ITEM = "      - {for: hospital, label: A bad one, strength: strong, certainty: high, because: [S1]}"


def test_without_set_asides_everything_is_found() -> None:
    report = judge(WHOLE, rules=BOTH)
    assert (codes(report), out(report), report.muted) == (["GL801", "GL801"], [], 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (commented("  refer:", f"{IGNORE}[GL801] why"), [HOSPITAL, ONE]),
        (above("  refer:", f"{IGNORE}[GL801] why"), [HOSPITAL, ONE]),
        (commented(LABEL, f"{IGNORE}[GL801] why"), [HOSPITAL]),
        (above(LABEL, f"{IGNORE}[GL801] why"), [HOSPITAL]),
        (commented(ITEM, f"{IGNORE}[GL801] why"), [ONE]),
        (above(ITEM, f"{IGNORE}[GL801] why"), [ONE]),
        (above("    recommend:\n" + ITEM, f"{IGNORE}[GL801] why"), [ONE]),
        (commented("nodes:", f"{IGNORE}[GL801] why"), [HOSPITAL, ONE]),
        (f"{IGNORE}[GL801] why\n{WHOLE}", []),
    ],
    ids=["key", "above-key", "scalar", "above-scalar", "item", "above-item", "list", "section", "first-line"],
)
def test_a_comment_covers_its_yaml_node_and_no_line(text: str, expected: list[tuple[str, str]]) -> None:
    report = judge(text)
    assert out(report) == expected
    assert len(codes(report)) == 2 - len(expected) + (not expected)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("nodes.refer", [HOSPITAL, ONE]),
        ("nodes", [HOSPITAL, ONE]),
        ("nodes.refer.label", [HOSPITAL]),
        ("nodes.refer.recommend", [ONE]),
        ("nodes.refer.recommend.0", [ONE]),
        ("nodes.refer.recommend.0.label", [ONE]),
    ],
)
def test_a_waiver_covers_what_its_route_leads_to(at: str, expected: list[tuple[str, str]]) -> None:
    report = judge(waived(f"{{rule: GL801, at: {at}, reason: why}}"))
    assert out(report) == expected
    assert codes(report) == ["GL801"] * (2 - len(expected))


def test_what_sets_aside_is_told_with_its_reason() -> None:
    report = judge(waived("{rule: bad-label, at: nodes.refer.label, reason: why, by: A. Author, until: 2026-07-01}"))
    ((_, by),) = report.set_aside
    assert (by.rule, by.reason, by.origin, by.by, by.until) == (
        "bad-label", "why", Origin.WAIVER, "A. Author", date(2026, 7, 1),
    )  # fmt: skip
    ((_, comment),) = judge(commented(LABEL, f"{IGNORE}[GL801]: because – of #12 # noqa")).set_aside
    assert (comment.reason, comment.origin, comment.until) == ("because – of #12", Origin.COMMENT, None)


@pytest.mark.parametrize("name", ["GL801", "gl801", "bad-label", "Bad-Label", " GL801 ", "GL899, GL801", "GL801,"])
def test_codes_and_names_alone_or_among_others(name: str) -> None:
    report = judge(commented("  refer:", f"{IGNORE}[{name}] why"))
    assert out(report) == [HOSPITAL, ONE]
    assert codes(report) == (["GL902"] if "GL899" in name else [])


def test_several_rules_in_one_comment_are_judged_each_on_its_own() -> None:
    text = commented("  refer:", f"{IGNORE}[GL802, unused-set-aside, GL801, GL999, nothing] why")
    report = judge(text, rules=BOTH)
    assert out(report) == [HOSPITAL, ONE, ("GL802", "refer")]
    assert [(item.code, text[slice(*item.span)]) for item in report.diagnostics] == [
        ("GL901", "unused-set-aside"),
        ("GL901", "GL999"),
        ("GL902", "nothing"),
    ]


def test_two_comments_in_one() -> None:
    report = judge(commented("  refer:", f"{IGNORE}[GL801] why {IGNORE}[GL999] why not"))
    assert out(report) == [HOSPITAL, ONE]
    assert codes(report) == ["GL901"]


def test_what_is_muted_comes_back_when_what_mutes_it_is_set_aside() -> None:
    """Who sets a finding aside has agreed to that one, and to nothing else."""
    report = judge(commented("  refer:", f"{IGNORE}[GL801] why"), rules=BOTH)
    assert (codes(report), out(report), report.muted) == (["GL802"], [HOSPITAL, ONE], 0)


def test_what_is_muted_by_a_finding_that_stays_is_muted_still() -> None:
    report = judge(commented(LABEL, f"{IGNORE}[GL801] why"), rules=BOTH)
    assert (codes(report), out(report), report.muted) == (["GL801"], [HOSPITAL], 1)


def test_a_set_aside_of_an_echo_is_not_unused() -> None:
    """It would be needed again as soon as the other finding is mended."""
    report = judge(commented("  refer:", f"{IGNORE}[GL802] why"), rules=BOTH)
    assert (codes(report), out(report), report.muted) == (["GL801", "GL801"], [("GL802", "refer")], 0)


def test_a_set_aside_without_reason_sets_aside_all_the_same() -> None:
    report = judge(commented("  refer:", f"{IGNORE}[GL801]"))
    assert (codes(report), out(report)) == (["GL903"], [HOSPITAL, ONE])
    report = judge(waived("{rule: GL801, at: nodes.refer}"))
    assert (codes(report), out(report)) == (["GL903"], [HOSPITAL, ONE])


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 5, 31), []),
        (date(2026, 6, 1), []),
        (date(2026, 6, 2), ["GL801", "GL801", "GL904"]),
        (date(2036, 6, 1), ["GL801", "GL801", "GL904"]),
    ],
)
def test_a_waiver_holds_through_its_last_day(today: date, expected: list[str]) -> None:
    text = waived("{rule: GL801, at: nodes.refer, reason: why, until: 2026-06-01}")
    assert codes(judge(text, today=today)) == expected


def test_an_expired_waiver_leaves_its_place_to_another() -> None:
    text = waived("{rule: GL801, at: nodes.refer, reason: why, until: 2026-01-01}")
    report = judge(text + "  - {rule: GL801, at: nodes.refer, reason: why not}\n")
    assert (codes(report), out(report)) == (["GL904"], [HOSPITAL, ONE])


def test_of_two_set_asides_for_one_finding_the_second_is_unused() -> None:
    text = waived("{rule: GL801, at: nodes.refer, reason: why}", commented("  refer:", f"{IGNORE}[GL801] why"))
    report = judge(text)
    assert codes(report) == ["GL901"]
    assert {by.origin for _, by in report.set_aside} == {Origin.COMMENT}


def test_a_rule_that_is_not_enabled_is_not_judged_as_unused() -> None:
    text = commented("  wait:", f"{IGNORE}[GL801] why")
    assert codes(judge(text, rules=BOTH, enabled={"GL802", "GL901"})) == ["GL802"]
    assert codes(judge(text, enabled={"GL801", "GL901"})) == ["GL901", "GL801", "GL801"]


def test_a_rule_that_could_not_run_is_not_judged_as_unused() -> None:
    """The guideline cannot be built here; the rule on its text did run."""
    text = SCAFFOLD.replace("status: draft\n", f"status: drafty {IGNORE}[GL801, GL803] why\n")
    report = judge(text, rules=(bad_label, tabbed_text, *GL9))
    assert [(item.code, report.document.text[slice(*item.span)]) for item in report.diagnostics] == [("GL901", "GL803")]


def test_a_rule_that_was_stopped_is_not_judged_as_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidelint.linter.MOST_FINDINGS", 1)
    report = judge(commented(ITEM, f"{IGNORE}[GL801] why"))
    assert codes(report) == ["GL801"]
    assert [left.codes for left in report.not_judged] == [("GL801",)]


def test_waivers_wait_until_the_guideline_can_be_built() -> None:
    text = waived("{rule: GL801, at: nodes.nowhere, reason: why}", WHOLE.replace("status: draft", "status: drafty"))
    assert codes(judge(text)) == []


@pytest.mark.parametrize(
    ("at", "help"),
    [
        ("nodes.refr", "did you mean `nodes.refer`?"),
        ("node.refer", "did you mean `nodes`?"),
        ("nodes.refer.recommend.1", "correct `at`, or take the waiver out"),
        ("nodes.refer.recommend.first", "correct `at`, or take the waiver out"),
        ("nodes.refer.recommend.-1", "correct `at`, or take the waiver out"),
        (f"nodes.refer.recommend.{'9' * 5000}", "correct `at`, or take the waiver out"),
        ("nodes.refer.label.0", "correct `at`, or take the waiver out"),
        ("zzz", "correct `at`, or take the waiver out"),
    ],
    ids=lambda text: text[:30],
)
def test_a_waiver_that_leads_nowhere(at: str, help: str) -> None:
    report = judge(waived(f"{{rule: GL801, reason: why, at: {at}}}"))
    found = report.diagnostics[-1]
    assert codes(report) == ["GL801", "GL801", "GL901"]
    assert (found.help, report.document.text[slice(*found.span)]) == (help, at)


def test_the_rules_on_set_asides_cannot_be_set_aside() -> None:
    comment = f"{IGNORE}[unused-set-aside, GL902, GL903, GL904, GL999] why"
    report = judge(commented("  wait:", comment))
    assert (codes(report), out(report)) == (["GL901"] * 5 + ["GL801", "GL801"], [])
    report = judge(waived("{rule: GL903, at: waivers, reason: why}") + "  - {rule: GL801, at: nodes.refer}\n")
    assert (codes(report), out(report)) == (["GL901", "GL903"], [HOSPITAL, ONE])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text", [commented("  refer:", f"{IGNORE}[GL801] why"), above(ITEM, f"{IGNORE}[bad-label] why")]
)
def test_line_ends_make_no_difference(text: str, end: str) -> None:
    report = judge(text.replace("\n", end))
    assert codes(report) == codes(judge(text))
    assert [(item.code, item.range) for item, _ in report.set_aside] == [
        (item.code, item.range) for item, _ in judge(text).set_aside
    ]
    assert {by.reason for _, by in report.set_aside} == {"why"}


@pytest.mark.parametrize(
    "comment",
    [
        "# guidelint:ignore[GL801] why", "#guidelint: ignore[GL801] why", "## guidelint:  ignore [GL801]  why",
        "# guidelint: ignore[GL801] — why", "# yamllint disable-line # guidelint: ignore[GL801] why",
    ],
)  # fmt: skip
def test_ways_to_write_a_comment(comment: str) -> None:
    report = judge(commented("  refer:", comment))
    assert (codes(report), {by.reason for _, by in report.set_aside}) == ([], {"why"})


@pytest.mark.parametrize(
    "comment",
    [
        "# see guidelint: ignore[GL801] why", "# ignore[GL801] why", "# `# guidelint: ignore[GL801]` sets it aside",
        "# guidelint: ignored by the authors of the source", "# guidelint finds GL801 here", "# guideline: skip a step",
        "# guidelint: see GL801", "# guidelint allows this (GL801)", "# guidelint-ignore[GL801]",
    ],
)  # fmt: skip
def test_comments_that_set_nothing_aside_and_say_nothing(comment: str) -> None:
    report = judge(commented("  refer:", comment))
    assert (codes(report), out(report)) == (["GL801", "GL801"], [])


def test_text_is_no_comment() -> None:
    text = WHOLE.replace("label: Send to a bad hospital", 'label: "Send to a bad # guidelint: ignore[GL801] why"')
    assert codes(judge(text)) == ["GL801", "GL801"]
    text = WHOLE.replace(LABEL, "    label: >-\n      Send to a bad\n      # guidelint: ignore[GL801] why")
    assert codes(judge(text)) == ["GL801", "GL801"]


@pytest.mark.parametrize("brackets", ["", "[]", "[ , ]", "[GL801", "[no rule", " GL8"])
def test_a_comment_that_names_no_rule(brackets: str) -> None:
    report = judge(commented("  refer:", f"{IGNORE}{brackets} why"))
    assert codes(report) == ["GL905", "GL801", "GL801"]


@pytest.mark.parametrize(
    ("comment", "mended", "is_safe"),
    [
        ("# guidelint: ignore GL801 why", "# guidelint: ignore[GL801] why", True),
        ("# guidelint: ignore: GL801, bad-label: why", "# guidelint: ignore[GL801, bad-label] why", True),
        ("# guidelint: ignore bad-label why", "# guidelint: ignore[bad-label] why", True),
        ("# guidelint: ignore=GL801 - why", "# guidelint: ignore[GL801] why", True),
        ("# guidelint: ignore[GL801 why", "# guidelint: ignore[GL801] why", True),
        ("# guidelint: ignore(bad-label) why", "# guidelint: ignore[bad-label] why", True),
        ("# guidelint: Ignore[gl801] why", "# guidelint: ignore[gl801] why", True),
        ("# guidelint: ignored[GL801] why", "# guidelint: ignore[GL801] why", True),
        ("# guidelint ignore[GL801] why", "# guidelint: ignore[GL801] why", True),
        ("# guideline: ignore[GL801] why", "# guidelint: ignore[GL801] why", True),
        ("# guidelint: ignore GL801", "# guidelint: ignore[GL801]", False),
        ("# guidelint: disable[GL801] why", "# guidelint: ignore[GL801] why", False),
        ("# guidelint: noqa: GL801 why", "# guidelint: ignore[GL801] why", False),
        ("# guidelint: ignore-file[GL801] why", "", False),
        ("# guidelint: disable-next-line[GL801] why", "", False),
        ("# guidelint: ignore GL899 why", "", False),
        ("# guidelint: ignore bad-labels why", "", False),
        ("# guidelint: ignore[] why", "", False),
        ("# guidelint: ignore", "", False),
        ("# known # guidelint: ignore GL801 why # noqa", "# guidelint: ignore[GL801] why", True),
    ],
)  # fmt: skip
def test_a_malformed_comment_and_what_it_is_mended_to(comment: str, mended: str, is_safe: bool) -> None:
    report = judge(commented("  refer:", comment))
    first = report.diagnostics[0]
    assert (codes(report), out(report)) == (["GL905", "GL801", "GL801"], [])
    assert first.patch is not None
    ((_, text),) = first.patch.edits
    assert (text, first.patch.fix.is_safe) == (mended, is_safe)


def test_signs_are_no_reason() -> None:
    assert codes(judge(commented("  refer:", f"{IGNORE}[GL801] …"))) == ["GL903"]
    assert codes(judge(waived("{rule: GL801, at: nodes.refer, reason: '?!'}"))) == ["GL903"]


def test_a_waiver_without_at_covers_the_whole_guideline() -> None:
    report = judge(waived("{rule: GL801, reason: why}"), rules=BOTH)
    assert (codes(report), out(report)) == (["GL802"], [HOSPITAL, ONE])
    assert codes(judge(waived("{rule: GL801, reason: why}", SCAFFOLD))) == ["GL901"]


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("GL8O1", "did you mean `GL801`?"), ("gl8ol", "did you mean `GL801`?"), ("801", "did you mean `GL801`?"),
        ("GL-801", "did you mean `GL801`?"), ("G801", "did you mean `GL801`?"),
        ("bad-labels", "did you mean `bad-label`?"), ("bad_label", "did you mean `bad-label`?"),
        ("GL805", "take a code or a name that `guidelint rules` lists"),
        ("xyz", "take a code or a name that `guidelint rules` lists"),
    ],
)  # fmt: skip
def test_what_an_unknown_rule_was_meant_to_be(name: str, help: str) -> None:
    report = judge(commented("  wait:", f"{IGNORE}[{name}] why"))
    first = report.diagnostics[0]
    assert (first.code, first.help) == ("GL902", help)


def test_thousands_of_set_asides_and_findings_take_no_time() -> None:
    items = "".join(f"      - {{for: rest, label: bad {number}}} {IGNORE}[GL801] why\n" for number in range(4000))
    waivers = "".join(
        f"  - {{rule: GL801, at: nodes.wait.recommend.{number}, reason: why}}\n" for number in range(4000)
    )
    report = judge(
        SCAFFOLD.replace("    label: Rest at home\n    recommend:\n", f"    label: Rest\n    recommend:\n{items}")
    )
    assert (codes(report), len(out(report))) == ([], 4000)
    text = SCAFFOLD.replace(
        "    recommend:\n      - {for: rest", f"    recommend:\n{items}      - {{for: rest".replace(IGNORE, "#")
    )
    report = judge(f"{text}waivers:\n{waivers}")
    assert (codes(report), len(out(report))) == ([], 4000)


def test_fingerprints_of_set_aside_findings_are_their_own() -> None:
    report = judge(commented("  refer:", f"{IGNORE}[GL801] why"))
    before = {item.fingerprint for item in judge(WHOLE).diagnostics}
    assert {item.fingerprint for item, _ in report.set_aside} == before


@rule(Guideline, code="GL804", severity=Severity.WARNING)
def falls_over(guideline: Guideline) -> Iterator[Finding]:
    yield Finding("found before it fell", at_key(()), "nothing")
    raise KeyError(f"line one\n  line two {guideline.id}" + "x" * 500)


@rule(Settled, code="GL998", severity=Severity.WARNING)
def falls_over_last(settled: Settled) -> Iterator[Finding]:
    yield Finding(str(settled.set_asides[99]), at_key(()), "nothing")


def test_a_rule_that_crashes_is_told_at_the_first_line_and_spoils_nothing_else() -> None:
    report = judge(WHOLE, rules=(falls_over, *RULES))
    assert codes(report) == ["GL999", "GL801", "GL801"]
    crash = report.diagnostics[0]
    assert crash.range.start == (1, 1)
    assert crash.message.startswith(
        "GL804 falls-over crashed, which is a defect of guidelint and not of this file (KeyErr"
    )
    assert "\n" not in crash.message
    assert len(crash.message) < 320
    assert [left.codes for left in report.not_judged] == [("GL804",)]


def test_a_crash_of_a_rule_on_set_asides_is_not_silent_either() -> None:
    report = judge(WHOLE, rules=(*RULES, falls_over_last))
    assert codes(report) == ["GL801", "GL801"]
    assert [crash.code for crash in report.crashes] == ["GL998"]
    assert [left.codes for left in report.not_judged] == [("GL998",)]


def test_a_set_aside_of_a_rule_that_crashed_is_not_judged() -> None:
    report = judge(commented("  wait:", f"{IGNORE}[GL804] why"), rules=(falls_over, *RULES))
    assert codes(report) == ["GL999", "GL801", "GL801"]
