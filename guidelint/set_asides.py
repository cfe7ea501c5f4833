"""Findings that somebody set aside on purpose: by a comment, or by a waiver in the data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guidelint.diagnostic import Finding, Place, Route, Span, at_key, at_span, at_value
from guidelint.document import Comment, Document
from guidelint.model import Guideline, Waiver

DIRECTIVE = re.compile(
    r"(?<!\S)#[#\s]*guidelint:\s*ignore(?![\w-])\s*(?:\[(?P<rules>[^\]]*)\])?[\s:–—-]*(?P<reason>(?:(?!\s#\s).)*)"
)
"""The reason goes on to the end of the comment, or to a further comment within it (`reason # noqa`)."""

NAME = re.compile(r"[^\s,]([^,]*[^\s,])?")


class Origin(Enum):
    COMMENT = "comment"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """Where the `at` of a waiver leads to nothing: the last place that exists has only the keys `known`, not `step`."""

    reached: str
    step: str
    known: Collection[str]


@dataclass(frozen=True, slots=True)
class SetAside:
    """One rule set aside in one place. `rule` is a code or a name as written, empty where none is named.

    `place` is where the rule is named, `whole` the comment or the waiver; `covers` is None where a waiver leads
    nowhere. `until` is the last day on which it holds.
    """

    rule: str
    reason: str
    place: Place
    whole: Place
    covers: Span | None
    origin: Origin
    by: str | None = None
    until: date | None = None
    dead_end: DeadEnd | None = None


class Outcome(Enum):
    """What became of a set-aside."""

    USED = "it sets something aside"
    UNUSED = "it sets nothing aside"
    NOT_RUN = "its rule was not run, or not to its end"
    LEADS_NOWHERE = "its `at` leads nowhere"
    EXPIRED = "it has expired"
    FINAL = "its rule cannot be set aside"
    UNKNOWN_RULE = "there is no such rule"


@dataclass(frozen=True, slots=True)
class Judged:
    set_aside: SetAside
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed: a defect of guidelint itself."""

    code: str
    name: str
    error: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What the GL9 rules read, when everything else has been said. `known` holds the codes and names of all rules."""

    set_asides: tuple[Judged, ...]
    crashes: tuple[Crash, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A finding of a rule with the characters that it points at."""

    code: str
    finding: Finding
    span: Span


@dataclass(frozen=True, slots=True)
class Terms:
    """What set-asides are judged by: `codes` leads from every code and name, in small letters, to the code.

    `run` holds the codes of the rules that were run to their end, `final` those that nothing sets aside.
    """

    codes: Mapping[str, str]
    run: frozenset[str]
    final: frozenset[str]
    today: date


@dataclass(frozen=True, slots=True)
class Settlement:
    """`set_aside` pairs each finding that is out with what put it there."""

    kept: tuple[Located, ...]
    set_aside: tuple[tuple[Located, SetAside], ...]
    judged: tuple[Judged, ...]


def find_set_asides(document: Document, guideline: Guideline | None) -> list[SetAside]:
    """All set-asides in the order of their places; waivers only where the guideline could be built."""
    found = [item for comment in document.comments("guidelint:") for item in _of_comment(comment, document)]
    if guideline is not None:
        found += (_of_waiver(waiver, document) for waiver in guideline.waivers)
    return sorted(found, key=lambda item: document.span(item.place))


def settle(
    findings: Iterable[Located], echoes: Iterable[Located], set_asides: Iterable[SetAside], terms: Terms
) -> Settlement:
    """Sets findings aside. An echo stays muted, but what would set it aside is not unused: the echo may come back."""
    written = list(set_asides)
    active: dict[str, list[SetAside]] = {}
    for item in written:
        if item.covers is not None and not is_expired(item, terms.today):
            active.setdefault(terms.codes.get(item.rule.lower(), ""), []).append(item)
    kept: list[Located] = []
    out: list[tuple[Located, SetAside]] = []
    for located in findings:
        by = _first_over(located, active)
        if by is None:
            kept.append(located)
        else:
            out.append((located, by))
    used = {id(item) for _, item in out} | {id(_first_over(located, active)) for located in echoes}
    judged = (Judged(item, Outcome.USED if id(item) in used else _outcome(item, terms)) for item in written)
    return Settlement(tuple(kept), tuple(out), tuple(judged))


def is_expired(item: SetAside, today: date) -> bool:
    return item.until is not None and item.until < today


def _first_over(located: Located, active: Mapping[str, list[SetAside]]) -> SetAside | None:
    return next((item for item in active.get(located.code, ()) if _covers(item, located)), None)


def _covers(item: SetAside, located: Located) -> bool:
    covers = item.covers
    return covers is not None and covers.start <= located.span.start < max(covers.end, covers.start + 1)


def _outcome(item: SetAside, terms: Terms) -> Outcome:
    """Of a set-aside that sets nothing aside: why that is."""
    code = terms.codes.get(item.rule.lower())
    if code is None:
        return Outcome.UNKNOWN_RULE
    if code in terms.final:
        return Outcome.FINAL
    if is_expired(item, terms.today):
        return Outcome.EXPIRED
    if item.covers is None:
        return Outcome.LEADS_NOWHERE
    return Outcome.UNUSED if code in terms.run else Outcome.NOT_RUN


def _of_comment(comment: Comment, document: Document) -> Iterator[SetAside]:
    start, end = comment.span
    text = document.text[start:end]
    whole = at_span(Span(start, start + len(text.rstrip())))
    for directive in DIRECTIVE.finditer(text):
        reason = directive["reason"].strip()
        names = list(NAME.finditer(directive["rules"] or ""))
        for name in names:
            first = start + directive.start("rules") + name.start()
            place = at_span(Span(first, first + len(name[0])))
            yield SetAside(name[0], reason, place, whole, comment.covers, Origin.COMMENT)
        if not names:
            yield SetAside("", reason, whole, whole, comment.covers, Origin.COMMENT)


def _of_waiver(waiver: Waiver, document: Document) -> SetAside:
    way = _route(waiver.at, document)
    covers, dead_end = (None, way) if isinstance(way, DeadEnd) else (_entry(way, document), None)
    return SetAside(
        rule=waiver.rule.strip(),
        reason=(waiver.reason or "").strip(),
        place=at_value((*waiver.route, "rule")),
        whole=at_value(waiver.route),
        covers=covers,
        origin=Origin.WAIVER,
        by=waiver.by,
        until=date.fromisoformat(waiver.until) if waiver.until else None,
        dead_end=dead_end,
    )


def _entry(route: Route, document: Document) -> Span:
    """A key with its value, or an item."""
    return Span(document.span(at_key(route)).start, document.span(at_value(route)).end)


def _route(dotted: str, document: Document) -> Route | DeadEnd:
    """The route that a dotted text means."""
    route: Route = ()
    data = document.data
    for step in dotted.split("."):
        key: str | int = int(step) if isinstance(data, list) and step.isdecimal() else step
        exists = key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)
        if not exists:
            return DeadEnd(".".join(map(str, route)), step, data if isinstance(data, dict) else ())
        route, data = (*route, key), data[key]
    return route
