"""Findings that somebody set aside on purpose: by a comment, or by a waiver in the data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guidelint.diagnostic import Cut, Finding, Place, Remove, Route, Severity, Span, at_key, at_span, at_value
from guidelint.document import Comment, Document
from guidelint.model import Guideline, Waiver

DIRECTIVE = re.compile(
    r"(?<!\S)#[#\s]*guidelint:\s*ignore(?![\w-])\s*(?:\[(?P<rules>[^\]]*)\])?[\s:–—-]*(?P<reason>(?:(?!(?<=\s)#\s).)*)"
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

    `place` is where the rule is named, `whole` the comment or the waiver, and `removal` takes it out; `covers` is None
    where a waiver leads nowhere. `until` is the last day on which it holds.
    """

    rule: str
    reason: str
    place: Place
    whole: Place
    removal: Cut | Remove
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
    """A finding of a rule with the characters that it points at, and how heavily it weighs in this run."""

    code: str
    finding: Finding
    span: Span
    severity: Severity


def find_set_asides(document: Document, guideline: Guideline | None) -> list[SetAside]:
    """All set-asides in the order of their places; waivers only where the guideline could be built."""
    found = [item for comment in document.comments("guidelint:") for item in _of_comment(comment, document)]
    if guideline is not None:
        found += (_of_waiver(waiver, document) for waiver in guideline.waivers)
    return sorted(found, key=lambda item: document.span(item.place))


def _of_comment(comment: Comment, document: Document) -> Iterator[SetAside]:
    start, end = comment.span
    text = document.text[start:end]
    whole = at_span(Span(start, start + len(text.rstrip())))
    for directive in DIRECTIVE.finditer(text):
        reason = directive["reason"].strip()
        names = list(NAME.finditer(directive["rules"] or ""))
        all_of_it = Span(start + directive.start(), start + directive.start() + len(directive[0].rstrip()))
        for name in names:
            first = start + directive.start("rules") + name.start()
            place = at_span(Span(first, first + len(name[0])))
            removal = Cut(_without(name, names, start + directive.start("rules")) if len(names) > 1 else all_of_it)
            yield SetAside(name[0], reason, place, whole, removal, comment.covers, Origin.COMMENT)
        if not names:
            yield SetAside("", reason, whole, whole, Cut(all_of_it), comment.covers, Origin.COMMENT)


def _without(name: re.Match[str], names: list[re.Match[str]], start: int) -> Span:
    """One of several names, with a comma."""
    at = names.index(name)
    if at + 1 < len(names):
        return Span(start + name.start(), start + names[at + 1].start())
    return Span(start + names[at - 1].end(), start + name.end())


def _of_waiver(waiver: Waiver, document: Document) -> SetAside:
    way = _route(waiver.at, document)
    covers, dead_end = (None, way) if isinstance(way, DeadEnd) else (_entry(way, document), None)
    return SetAside(
        rule=waiver.rule.strip(),
        reason=(waiver.reason or "").strip(),
        place=at_value((*waiver.route, "rule")),
        whole=at_value(waiver.route),
        removal=Remove(at_value(waiver.route)),
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
        key: str | int = int(step) if isinstance(data, list) and re.fullmatch("[0-9]{1,9}", step) else step
        exists = key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)
        if not exists:
            return DeadEnd(".".join(map(str, route)), step, data if isinstance(data, dict) else ())
        route, data = (*route, key), data[key]
    return route
