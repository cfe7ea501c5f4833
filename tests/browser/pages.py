"""Review pages of guidelines, for tests to open."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from guidelint.diagrams.draw import draw
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.page import review_of, write_page
from guidelint.document import read_document
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Budget
from guidelint.rules import RULES

ROOT = Path(__file__).parents[2]
NECK = ROOT / "guideline" / "neck-spasm.yaml"
THROAT = ROOT / "tests" / "guidelines" / "sore-throat.yaml"

TODAY = date(2026, 11, 27)


def report_on(content: bytes, path: str) -> FileReport:
    codes = frozenset(rule.code for rule in RULES if rule.is_default)
    return lint_document(read_document(content, path), RULES, Options(codes, TODAY))


def page_of(content: bytes, path: str = "guideline.yaml") -> str:
    review = review_of(report_on(content, path), Budget())
    return write_page(review, lay_out([draw(review.guideline)]))


@cache
def page_of_file(path: Path) -> str:
    return page_of(path.read_bytes(), path.name)
