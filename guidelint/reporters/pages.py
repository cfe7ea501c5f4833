"""Where the page of a rule is on the web."""

from __future__ import annotations

DOCS_BASE = "https://guidelint.example/docs"
"""guidelint has no address of its own yet, and this one can never be anybody else's (RFC 2606)."""


def rule_page(base: str, code: str) -> str:
    return f"{base.rstrip('/')}/rules/{code}.md"
