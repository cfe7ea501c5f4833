"""Review pages of guidelines, for tests to open."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guidelint.diagrams.draw import draw
from guidelint.diagrams.finding_marks import finding_marks
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.marks import Marks, overlay_on
from guidelint.diagrams.page import review_of, write_page
from guidelint.diagrams.ways_out import with_ways_out
from guidelint.document import read_document
from guidelint.linter import FileReport, Options, lint_document
from guidelint.rules import RULES

if TYPE_CHECKING:
    from playwright.sync_api import Locator

ROOT = Path(__file__).parents[2]
NECK = ROOT / "guideline" / "neck-spasm.yaml"
THROAT = ROOT / "tests" / "guidelines" / "sore-throat.yaml"

TODAY = date(2026, 11, 27)


def report_on(content: bytes, path: str) -> FileReport:
    codes = frozenset(rule.code for rule in RULES if rule.is_default)
    return lint_document(read_document(content, path), RULES, Options(codes, TODAY))


def page_of(content: bytes, path: str = "guideline.yaml") -> str:
    return page_on(report_on(content, path))


def page_on(report: FileReport) -> str:
    """As the command line makes it."""
    review = review_of(report)
    marks = Marks(findings=finding_marks(report.diagnostics))
    layout = lay_out([with_ways_out(draw(review.guideline), marks.ways_out)])
    return write_page(review, layout, overlay_on(layout, marks))


@cache
def page_of_file(path: Path) -> str:
    return page_of(path.read_bytes(), path.name)


def read(part: Locator) -> str:
    """What a reader sees, line by line, without the room between."""
    return "\n".join(line.strip() for line in part.inner_text().split("\n") if line.strip())
