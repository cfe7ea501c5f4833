"""The page of one rule for the web."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from guidelint.handbook.facts import facts_of
from guidelint.handbook.page import text_of
from guidelint.rule import Rule

WRITTEN = "<!-- Written by `guidelint rules --pages`: change the file of the rule and write it again. -->"

CODE_OR_FENCE = re.compile(r"^```.*?^```$|`[^`\n]+`|\b[A-Z]+[0-9]{3,4}\b", re.MULTILINE | re.DOTALL)


def page_name(code: str) -> str:
    """As the links of findings have it."""
    return f"{code}.md"


def markdown_page(rule: Rule[Any], rules: Sequence[Rule[Any]]) -> str:
    codes = {other.code for other in rules} - {rule.code}
    facts = "\n".join(f"| {name} | {_linked(fact, codes)} |" for name, fact in facts_of(rule))
    return (
        f"{WRITTEN}\n\n# {rule.code} {rule.name}\n\nFinds {rule.summary}.\n\n| | |\n|---|---|\n{facts}\n\n"
        f"{_linked(text_of(rule, rules, is_drawn=True), codes)}"
    )


def _linked(text: str, codes: Collection[str]) -> str:
    """With a link wherever another rule is named, outside of code."""
    return CODE_OR_FENCE.sub(lambda hit: f"[{hit[0]}]({page_name(hit[0])})" if hit[0] in codes else hit[0], text)
