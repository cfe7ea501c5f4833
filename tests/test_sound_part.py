"""Which errors leave how much of a guideline to be walked and proved."""

from __future__ import annotations

from datetime import date

import pytest

from guidelint.linter import FileReport, Options, lint
from guidelint.rules import RULES
from guidelint.sound_part import sound_part
from tests.rules.examples import SCAFFOLD, run, whole

CONTRAINDICATED = """\
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    contraindicated: [{when: fever, because: [S1]}, {when: fevr, because: [S1]}]
  rest: {label: Advice to rest, kind: education}
  hospital: {label: Hospital, kind: referral}
"""


def codes(report: FileReport) -> list[str]:
    return [item.code for item in report.diagnostics]


def left_out(report: FileReport) -> list[str] | None:
    return None if report.sound is None else [".".join(map(str, item.route)) for item in report.sound.left_out]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", []),
        ("constraints:\n  a: {never: {recommend: rst}, because: [S1]}\n", ["constraints.a"]),
        ("constraints:\n  a: {never: {recommend: rest}, when: {fact: fever, at-least: 3}}\n", ["constraints.a"]),
        ("constraints:\n  a: {total: {recommend: rest}, at-most: 3 kg, because: [S1]}\n", ["constraints.a"]),
        ("cases:\n  a: {patient: {fever: true}, expect: {ends: wat}}\n", ["cases.a"]),
        (CONTRAINDICATED, ["interventions.paracetamol.contraindicated.1"]),
        ("constraints:\n  a: {never: {recommend: {kind: device}}, because: [S9]}\n", ["constraints.a"]),
        ("constraints:\n  a: {before: {recommend: hospital}, comes: {node: ask}, because: [S9]}\n", []),
        ("statements:\n  S1: {says: Fever is treated, cites: [book]}\n", []),
        ("assumptions:\n  - fevr\n", None),
        ("criteria:\n  a: {label: A, any: [fevr]}\n", None),
        ("start: aks\n", None),
    ],
)
def test_what_is_left_out(fragment: str, expected: list[str] | None) -> None:
    assert left_out(run(fragment)) == expected


def test_what_remains_is_judged() -> None:
    report = run(CONTRAINDICATED)
    assert codes(report) == ["GL102", "GL403"]
    assert report.established is not None
    parts = {kind.value: (part.of, part.proved, part.undecided) for kind, part in report.established.parts.items()}
    assert parts == {"decision": (2, 2, 0), "constraint": (0, 0, 0), "contraindication": (2, 0, 1)}


def test_the_whole_guideline_is_itself() -> None:
    report = run("")
    assert report.guideline is not None
    found = sound_part(report.guideline, [("nodes", "wait", "section"), ("facts", "fever", "because", 0)])
    assert found is not None
    assert found.guideline is report.guideline
    assert found.left_out_in_words() == ""
    assert sound_part(report.guideline, [()]) is None


def test_many_are_counted_and_a_few_named() -> None:
    cases = "".join(f"  c{n}: {{patient: {{fever: true}}, expect: {{ends: wat}}}}\n" for n in range(7))
    report = run(f"cases:\n{cases}")
    assert [left.reason for left in report.not_judged] == [
        "7 cases (`c0`, `c1`, `c2`, `c3`, `c4`, …), for the errors there"
    ]


def test_a_set_aside_in_what_is_left_out_is_not_judged_as_unused() -> None:
    text = whole("constraints:\n  a: {never: {recommend: rst}, because: [S1]} # guidelint: ignore[GL401] agreed\n")
    enabled = frozenset(rule.code for rule in RULES)
    assert codes(lint(text.encode(), "fever.yaml", RULES, Options(enabled, date(2026, 6, 1)))) == ["GL102"]
    sound = SCAFFOLD + "constraints:\n  a: {never: {advise-against: rest}} # guidelint: ignore[GL401] agreed\n"
    assert "GL901" in codes(lint(sound.encode(), "fever.yaml", RULES, Options(enabled, date(2026, 6, 1))))
