"""Mending as the tests of fixes need it."""

from __future__ import annotations

from datetime import date

from guidelint.linter import Options, lint
from guidelint.mending import Mended, mend
from guidelint.rules import RULES
from tests.rules.examples import EVERY_RULE, whole

WITHOUT_PROOFS = Options(EVERY_RULE.enabled, date(2026, 6, 1), budget=None)


def mended(content: bytes, *, unsafe: bool = False, options: Options = EVERY_RULE) -> Mended:
    report = lint(content, "example.yaml", RULES, options)
    return mend(content, report, RULES, options, unsafe=unsafe)


def fixed(fragment: str, *, unsafe: bool = False, options: Options = EVERY_RULE) -> str:
    """What becomes of the whole guideline that a fragment stands for."""
    return mended(whole(fragment).encode(), unsafe=unsafe, options=options).content.decode()


def codes_fixed(result: Mended) -> list[str]:
    return [item.code for item in result.fixed]
