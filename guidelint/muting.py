"""One defect, one message: what follows only from another finding is an echo and is left out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from guidelint.diagnostic import Finding, Place, Span
from guidelint.model import node_of
from guidelint.rule import Muting, Rule

Found = tuple[Rule[Any], Finding]


def without_echoes(found: Sequence[Found], span_of: Callable[[Place], Span]) -> tuple[list[Found], list[Found]]:
    """The findings that are heard, and those that are echoes."""
    by_code: dict[str, list[Finding]] = {}
    for rule, finding in found:
        by_code.setdefault(rule.code, []).append(finding)

    def keys(finding: Finding, how: Muting, *, is_source: bool) -> set[Hashable]:
        """What two findings must share for one to be the other's echo."""
        if how is Muting.SAME_DOCUMENT:
            return {"document"}
        if how is Muting.SAME_SUBJECT:
            return _subjects(finding, is_source=is_source)
        if how is Muting.SAME_NODE:
            node = node_of(finding.place.route)
            return {node} if node else set()
        return {span_of(finding.place)}

    pairs = {(code, how) for rule, _ in found for code, how in rule.muted_by.items()}
    sources = {
        (code, how): {key for item in by_code.get(code, ()) for key in keys(item, how, is_source=True)}
        for code, how in pairs
    }
    heard: list[Found] = []
    echoes: list[Found] = []
    for rule, finding in found:
        is_echo = any(keys(finding, how, is_source=False) & sources[code, how] for code, how in rule.muted_by.items())
        (echoes if is_echo else heard).append((rule, finding))
    return heard, echoes


def _subjects(finding: Finding, *, is_source: bool) -> set[Hashable]:
    """A subject may be narrowed behind a slash: what is said of `terms` is said of `terms/fever` too, and not the other
    way round."""
    if is_source:
        return {finding.subject} if finding.subject else set()
    own = [finding.subject] if finding.subject else []
    return {key for subject in (*own, *finding.follows_from) for key in (subject, subject.partition("/")[0])}
