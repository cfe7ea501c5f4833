"""Where the page of a rule is on the web."""

from __future__ import annotations

from typing import Any

from guidelint.rule import Rule


def rule_page(base: str | None, code: str) -> str | None:
    """None where nobody says where the pages are: an address that leads nowhere is worse than none."""
    return None if base is None else f"{base.rstrip('/')}/rules/{code}.md"


def page_of(base: str | None, rule: Rule[Any]) -> str | None:
    """A rule of somebody else may have its page in another place."""
    return rule.url or rule_page(base, rule.code)


def in_terminal(code: str) -> str:
    """How the page is shown wherever guidelint is."""
    return f"guidelint explain {code}"
