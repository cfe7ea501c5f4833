"""Where exactly findings are, and what they say: shared by the tables of the families."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from guidelint.diagnostic import Diagnostic
from guidelint.linter import Options, lint
from guidelint.rule import Rule
from tests.rules.examples import whole

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 6, 1)


def judge(fragment: str, rules: Sequence[Rule[Any]]) -> tuple[Diagnostic, ...]:
    """What the rules find, and only they."""
    options = Options(frozenset(rule.code for rule in rules), TODAY)
    return lint(whole(fragment).encode(), "example.yaml", rules, options).diagnostics


def table(text: str) -> list[tuple[str, str]]:
    """The case files that a table names at the margin, each with what is told of it, as one line."""
    blocks = re.split(r"\n(?=\S)", text.strip())
    rows = (block.partition("\n") for block in blocks)
    return [(case.strip(), " ".join(lines.split())) for case, _, lines in rows]


def told(case: str, rules: Sequence[Rule[Any]], family: str) -> str:
    """What the rules of a family find in a case file: line, first column, column after the last, code, words.

    The end of a place of several lines is on another line than its start.
    """
    found = judge((CASES / f"{case}.yaml").read_text(encoding="utf-8"), rules)
    return " ".join(" ".join(_line(item).split()) for item in found if item.code.startswith(family))


def _line(item: Diagnostic) -> str:
    start, end = item.range
    return f"{start.line}:{start.column}-{end.column} {item.code} {item.message} help: {item.help}"
