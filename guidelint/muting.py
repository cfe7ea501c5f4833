"""One defect, one message: what follows only from another finding is an echo and is left out.

Only what is itself reported, or an echo of what is, mutes: so a finding that is set aside, or that nobody asked for,
hides nothing. And no finding mutes a worse one, since whoever lives with a warning has not agreed to an error.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any

from guidelint.diagnostic import Finding, Severity
from guidelint.model import node_of
from guidelint.rule import Muting, Rule
from guidelint.set_asides import Located

Rules = Mapping[str, Rule[Any]]


def without_echoes(found: Sequence[Located], rules: Rules) -> tuple[list[Located], list[Located]]:
    """The findings that are heard, and those that are echoes."""
    sources = _sources(found, rules, {item.code for item in found})
    heard: list[Located] = []
    echoes: list[Located] = []
    for item in found:
        (echoes if _is_echo(item, sources, rules) else heard).append(item)
    return heard, echoes


def echoes_of(told: Sequence[Located], found: Sequence[Located], rules: Rules) -> list[Located]:
    """What is found and follows from what is told, or from such an echo."""
    echoes: list[Located] = []
    while True:
        sources = _sources((*told, *echoes), rules, {item.code for item in found})
        more = [item for item in found if _is_echo(item, sources, rules)]
        if len(more) <= len(echoes):
            return echoes
        echoes = more


Sources = Mapping[tuple[str, Muting], Mapping[Hashable, Severity]]
"""What each rule speaks of, with the worst that it says there."""


def _sources(found: Sequence[Located], rules: Rules, muted: Collection[str]) -> Sources:
    """Of those rules that can mute one of the `muted`."""
    by_code: dict[str, list[Located]] = {}
    for item in found:
        by_code.setdefault(item.code, []).append(item)
    pairs = {pair for code in muted for pair in rules[code].muted_by.items()}
    return {(code, how): _worst(by_code.get(code, ()), how) for code, how in pairs}


def _worst(found: Iterable[Located], how: Muting) -> Mapping[Hashable, Severity]:
    worst: dict[Hashable, Severity] = {}
    for item in found:
        for key in _keys(item, how, is_source=True):
            worst[key] = max(item.severity, worst.get(key, Severity.INFO))
    return worst


def _is_echo(item: Located, sources: Sources, rules: Rules) -> bool:
    return any(
        sources[code, how].get(key, item.severity - 1) >= item.severity
        for code, how in rules[item.code].muted_by.items()
        for key in _keys(item, how, is_source=False)
    )


def _keys(item: Located, how: Muting, *, is_source: bool) -> set[Hashable]:
    """What two findings must share for one to be the other's echo."""
    match how:
        case Muting.SAME_DOCUMENT:
            return {"document"}
        case Muting.SAME_SUBJECT:
            return _subjects(item.finding, is_source=is_source)
        case Muting.SAME_NODE:
            node = node_of(item.finding.place.route)
            return {node} if node else set()
        case Muting.SAME_PLACE:
            return {item.span}


def _subjects(finding: Finding, *, is_source: bool) -> set[Hashable]:
    """A subject may be narrowed behind a slash: what is said of `terms` is said of `terms/fever` too, and not the other
    way round."""
    own = [finding.subject] if finding.subject else []
    if is_source:
        return {*own, *finding.leads_to}
    return {key for subject in (*own, *finding.follows_from) for key in (subject, subject.partition("/")[0])}
