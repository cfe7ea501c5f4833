"""Fragments of guidelines, run through every rule: how the examples of rules are tested."""

from __future__ import annotations

from datetime import date

from guidelint.fragments import expected, scaffold, whole
from guidelint.linter import FileReport, Options, lint
from guidelint.rules import RULES

__all__ = ["EVERY_RULE", "SCAFFOLD", "TODAY", "expected", "found", "run", "whole"]

SCAFFOLD = scaffold()
TODAY = date(2026, 6, 1)
EVERY_RULE = Options(enabled=frozenset(rule.code for rule in RULES), today=TODAY)


def run(fragment: str) -> FileReport:
    return lint(whole(fragment).encode("utf-8", "surrogateescape"), "example.yaml", RULES, EVERY_RULE)


def found(report: FileReport) -> set[tuple[int, str]]:
    return {(item.range.start.line, item.code) for item in report.diagnostics}
