"""Whatever the bytes, guidelint answers; whatever the order of its rules, it answers the same."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guidelint.diagnostic import Diagnostic, Severity
from guidelint.diagrams import render
from guidelint.document import read_document
from guidelint.graph import DecisionGraph
from guidelint.linter import FileReport, Options, lint
from guidelint.model import Recommendation, build_guideline
from guidelint.rules import RULES
from guidelint.testing import guideline_data
from guidelint.testing.documents import Data

ALL = Options(frozenset(rule.code for rule in RULES), date(2026, 6, 1))
ROOT = Path(__file__).parents[2]
GUIDELINES = [ROOT / "guideline" / "neck-spasm.yaml", ROOT / "tests" / "guidelines" / "sore-throat.yaml"]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GUIDELINES}


def judge(content: bytes) -> FileReport:
    return lint(content, "any.yaml", RULES, ALL)


def as_text(data: Data) -> bytes:
    """JSON is YAML, and quotes every text."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def assert_places_lie_inside(report: FileReport) -> None:
    for item in report.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= len(report.document.text)
        assert 1 <= item.range.start.line <= item.range.end.line <= report.document.line_count
        assert item.message
        assert item.help


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_findings_and_no_exception(content: bytes) -> None:
    report = judge(content)
    assert report.diagnostics
    assert not report.crashes
    assert_places_lie_inside(report)


@settings(deadline=None)
@given(st.text(alphabet="{}[]:,-#&*!|>'\"%@`\n\t abe01.~<?=", max_size=80))
@example("!<")
def test_any_yaml_like_text_gives_findings_and_no_exception(text: str) -> None:
    report = judge(text.encode())
    assert report.diagnostics
    assert not report.crashes
    assert_places_lie_inside(report)


@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_guideline_with_any_piece_cut_out_is_judged(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + 400)))
    report = judge((text[:start] + text[stop:]).encode())
    assert not report.crashes
    assert_places_lie_inside(report)


@settings(deadline=None)
@given(guideline_data())
def test_a_generated_guideline_has_a_model_a_graph_and_a_text(data: Data) -> None:
    document = read_document(as_text(data), "generated.yaml")
    assert document.data == data
    guideline = build_guideline(document.data)
    graph = DecisionGraph(guideline)
    assert graph.reachable == guideline.nodes.keys()
    assert any(isinstance(guideline.nodes[name], Recommendation) for name in graph.reachable)
    for format_ in ("mermaid", "dot", "svg"):
        assert render(format_, guideline) == render(format_, guideline)


ON_LOGIC = ("GL3", "GL4")
"""What generated conditions come to is left to chance."""


@settings(deadline=None)
@given(guideline_data())
def test_a_generated_guideline_has_no_error_before_its_logic(data: Data) -> None:
    report = judge(as_text(data))
    errors = [(item.code, item.route) for item in report.diagnostics if item.severity is Severity.ERROR]
    assert [error for error in errors if error[0][:3] not in ON_LOGIC] == []
    assert report.not_judged == ()


def settled(report: FileReport) -> tuple[tuple[Diagnostic, ...], int]:
    return report.diagnostics, report.muted


@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_the_order_of_rules_never_matters(name: str, data: st.DataObject) -> None:
    """On broken guidelines, where rules mute one another."""
    lines = TEXTS[name].splitlines(keepends=True)
    gone = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=3))
    content = "".join(line for number, line in enumerate(lines) if number not in gone).encode()
    shuffled = list(RULES)
    random.Random(data.draw(st.integers(0, 999))).shuffle(shuffled)  # noqa: S311 - nothing is kept secret
    assert settled(lint(content, "any.yaml", shuffled, ALL)) == settled(judge(content))
