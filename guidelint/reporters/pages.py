"""Where the page of a rule is on the web."""

from __future__ import annotations

from typing import Any

from guidelint.rule import Rule

DOCS_BASE = "https://guidelint.example/docs"
"""guidelint has no address of its own yet, and this one can never be anybody else's (RFC 2606)."""


def rule_page(base: str, code: str) -> str:
    return f"{base.rstrip('/')}/rules/{code}.md"


def page_of(base: str, rule: Rule[Any]) -> str:
    """A rule of somebody else may have its page in another place."""
    return rule.url or rule_page(base, rule.code)
