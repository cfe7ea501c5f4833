"""The tool judges itself: its own guideline has no finding but the source's own defects."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guidelint.diagnostic import Severity
from guidelint.linter import FileReport, Options, lint
from guidelint.model import build_guideline
from guidelint.rules import RULES

ROOT = Path(__file__).parents[1]
NECK_SPASM = ROOT / "guideline" / "neck-spasm.yaml"
SORE_THROAT = ROOT / "tests" / "guidelines" / "sore-throat.yaml"
STATEMENTS = [f"S{number:02}" for number in range(1, 34)]
EVERY_RULE = Options(frozenset(rule.code for rule in RULES), date(2026, 6, 1))


def judge(path: Path) -> FileReport:
    return lint(path.read_bytes(), path.name, RULES, EVERY_RULE)


def test_the_sore_throat_guideline_is_without_any_finding() -> None:
    assert [(item.code, item.range.start.line) for item in judge(SORE_THROAT).diagnostics] == []


def test_the_neck_spasm_guideline_has_only_the_defects_of_its_source() -> None:
    report = judge(NECK_SPASM)
    assert [item for item in report.diagnostics if item.severity is not Severity.INFO] == []
    found = {(item.code, ".".join(map(str, item.route[:2]))) for item in report.diagnostics}
    assert {place for code, place in found if code == "GL503"} == {"references.ref-5", "references.ref-6"}
    assert {place for code, place in found if code == "GL505"} == {"statements.S22"}
    assert {code for code, _ in found} == {"GL503", "GL504", "GL505", "GL404"}
    assert (report.muted, report.set_aside, report.not_judged) == (0, (), ())


def test_every_statement_of_the_source_is_carried_and_used() -> None:
    guideline = build_guideline(judge(NECK_SPASM).document.data)
    used = {name for entry in guideline.entries() for name in entry.because}
    assert list(guideline.statements) == STATEMENTS
    assert used >= set(STATEMENTS)


@pytest.mark.parametrize("path", [NECK_SPASM, SORE_THROAT], ids=lambda path: path.stem)
def test_nothing_is_graded_that_the_source_does_not_grade(path: Path) -> None:
    guideline = build_guideline(judge(path).document.data)
    grades = {(item.strength, item.certainty) for item in guideline.advice()}
    assert None not in {part for grade in grades for part in grade}
    if path is NECK_SPASM:
        assert {part.value for grade in grades for part in grade if part} == {"not-graded"}
