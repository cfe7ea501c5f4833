"""Which rules a code, the beginning of a code or a name stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guidelint.rule import Rule

ALL = "all"


class UnknownRule(Exception):
    """There is no such rule; the message says what was meant."""


def codes_of(selector: str, rules: Sequence[Rule[Any]]) -> frozenset[str]:
    """The codes that a selector stands for; at least one. Raises UnknownRule."""
    word = selector.strip().lower()
    hits = frozenset(
        rule.code for rule in rules if word in (rule.name, ALL) or (word and rule.code.lower().startswith(word))
    )
    if not hits:
        from guidelint.suggestion import closest, did_you_mean

        codes, names = [rule.code for rule in rules], [rule.name for rule in rules]
        whole = next((code for code in codes if word.upper().startswith(code)), None)
        suggestion = whole or closest(word.upper(), codes) or closest(word, names)
        hint = did_you_mean(suggestion) if suggestion else "see `guidelint rules` for all of them"
        raise UnknownRule(f"there is no rule `{selector.strip()}`: {hint}")
    return hits
