"""What a rule finds in a sample, for people who write rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from guidelint.diagnostic import Diagnostic
from guidelint.fragments import expected, whole
from guidelint.handbook.examples import TODAY
from guidelint.handbook.page import FAILING, MENDED, examples_of
from guidelint.linter import Options, lint
from guidelint.rule import Rule
from guidelint.rules import RULES


class RuleCrashed(Exception):
    """The rule failed, where `guidelint check` would say GL999."""


def findings(rule: Rule[Any], sample: str, *, today: date = TODAY) -> tuple[Diagnostic, ...]:
    """What a rule finds in a sample beside all rules of guidelint, in the order of places.

    The sample is a part of a guideline, which stands in a sound one on fever; or a guideline, under `# whole file`.
    Lines are those of the whole. Raises RuleCrashed.
    """
    return tuple(item for item in _judged(rule, sample, today) if item.code == rule.code)


def broken_examples(rule: Rule[Any]) -> list[str]:
    """One line for each example on the rule's page in which something else is found than it says, at any line."""
    told = [(title, text) for title in (FAILING, MENDED) for text in examples_of(rule, title)]
    missing = [f"there is no example below `{title}`" for title in (FAILING, MENDED) if title not in dict(told)]
    return [*missing, *(line for title, text in told for line in _broken(rule, title, text))]


def _broken(rule: Rule[Any], title: str, text: str) -> Iterator[str]:
    wanted = expected(whole(text))
    found = {(item.range.start.line, item.code) for item in _judged(rule, text, TODAY)}
    for line, code in sorted(wanted ^ found):
        words = whole(text).splitlines()[line - 1].strip()
        yield f"{title}: {code} is {'not ' if (line, code) in wanted else ''}found at `{words}`"
    if title == FAILING and rule.code not in {code for _, code in wanted}:
        yield f"{title}: {rule.code} is not asked for"


def _judged(rule: Rule[Any], sample: str, today: date) -> tuple[Diagnostic, ...]:
    rules = (*(each for each in RULES if each.code != rule.code), rule)
    options = Options(frozenset(each.code for each in rules), today)
    report = lint(whole(sample).encode("utf-8", "surrogateescape"), "sample.yaml", rules, options)
    for crash in report.crashes:
        raise RuleCrashed(f"{crash.code} {crash.name}: {crash.error}")
    return report.diagnostics
