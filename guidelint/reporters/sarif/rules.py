"""A rule as SARIF describes it."""

from __future__ import annotations

import re
from typing import Any

from guidelint.diagnostic import Confidence, Severity
from guidelint.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
PRECISION = {Confidence.HIGH: "very-high", Confidence.MEDIUM: "medium"}

FIRST_SECTION = re.compile(r"^## What it does\n+(.*?)(?=\n+## |\Z)", re.MULTILINE | re.DOTALL)


def descriptor(rule: Rule[Any], page: str | None) -> dict[str, Any]:
    """Without an address of its page where that is not known: the page itself is in it."""
    documentation = rule.documentation.strip()
    link = f"\n\n[{rule.code} {rule.name}]({page})" if page else ""
    does = FIRST_SECTION.search(documentation)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": does[1] if does else rule.summary},
        "help": {"text": documentation, "markdown": documentation + link},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.is_default},
        "properties": {
            "precision": PRECISION[rule.confidence],
            "problem.severity": PROBLEMS[rule.severity],
            "tags": ["clinical-guideline", rule.family],
        },
    }
