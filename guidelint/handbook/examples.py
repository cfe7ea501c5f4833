"""An example of a rule: what every rule says of it, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from guidelint.diagnostic import Diagnostic
from guidelint.fragments import whole
from guidelint.linter import FileReport, Options, lint
from guidelint.reporters.in_words import details, exact_sentence
from guidelint.reporters.style import safe
from guidelint.rule import Rule

TODAY = date(2026, 6, 1)
"""The day of the examples: the pages are the same whenever they are written."""


class Example:
    """A fragment of a guideline, judged as part of the whole that it stands in."""

    def __init__(self, fragment: str, rules: Sequence[Rule[Any]]) -> None:
        self._fragment = fragment
        self._rules = rules

    @cached_property
    def report(self) -> FileReport:
        options = Options(frozenset(rule.code for rule in self._rules), TODAY)
        return lint(whole(self._fragment).encode(), "example.yaml", self._rules, options)

    def is_in_the_graph(self, code: str) -> bool:
        """Whether a picture shows where the finding of a rule is: at a step, or on a way."""
        from guidelint.diagrams.finding_marks import finding_marks

        marks = finding_marks(item for item in self.report.diagnostics if item.code == code)
        return self.report.guideline is not None and bool(marks.of_nodes or marks.of_ways)

    def picture(self) -> str:
        """As Mermaid, with whatever is found; none where the text has not the shape of a guideline."""
        if self.report.guideline is None:
            return ""
        from guidelint.diagrams import render
        from guidelint.diagrams.finding_marks import finding_marks
        from guidelint.diagrams.marks import Marks

        marks = Marks(findings=finding_marks(self.report.diagnostics))
        return render("mermaid", self.report.guideline, marks).files[0].content.decode()

    def said(self) -> str:
        """Every finding in words."""
        return "\n".join(line for item in self.report.diagnostics for line in _said(item))


def _said(item: Diagnostic) -> Iterator[str]:
    yield safe(f"{item.severity.word} {item.code} {item.name}: {exact_sentence(item)}")
    yield from (safe(f"  {line}") for line in details(item))
