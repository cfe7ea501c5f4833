"""What is known of a rule beside what its page tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidelint.rule import OURS, Fixing, Rule, Status

MENDED = {
    Fixing.NEVER: "by hand",
    Fixing.SAFELY: "by `--fix`, which is safe",
    Fixing.UNSAFELY: "by `--unsafe-fixes`, to be looked at afterwards",
    Fixing.EITHER: "by `--fix` where that is safe, and else by `--unsafe-fixes`, to be looked at afterwards",
}


def facts_of(rule: Rule[Any]) -> Iterator[tuple[str, str]]:
    """In Markdown, as nearly plain as text is."""
    off = "" if rule.is_default else ", but off unless it is asked for"
    yield "severity", f"{rule.severity.word}{off}"
    yield "confidence", rule.confidence.value
    yield "mended", MENDED[rule.fixing]
    if rule.package == OURS:
        yield "family", rule.family.replace("_", "-")
    else:
        yield "package", rule.package
    yield "since", rule.since
    if rule.status is not Status.STABLE:
        yield "status", rule.status.value
    if rule.muted_by:
        yield "silent where the same is said by", ", ".join(sorted(rule.muted_by))
