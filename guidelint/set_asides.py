"""Findings that somebody set aside on purpose: by a comment, or by a waiver in the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guidelint.diagnostic import Finding, Place, Route, Span, at_key, at_span, at_value
from guidelint.document import Comment, Document
from guidelint.model import Guideline, Waiver

DIRECTIVE = re.compile(r"guidelint:\s*ignore\s*(?:\[(?P<rules>[^\]]*)\])?\s*(?P<reason>.*)")


class Origin(Enum):
    COMMENT = "comment"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class SetAside:
    """One rule set aside in one place. `rule` is a code or a name as written; `covers` is None where `at` leads nowhere.

    `place` is where it is written; `until` the last day on which it holds.
    """

    rule: str
    reason: str
    place: Place
    covers: Span | None
    origin: Origin
    by: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a set-aside: which rule it names (None where there is no such rule), and what it did."""

    set_aside: SetAside
    code: str | None
    is_used: bool
    is_expired: bool
    was_run: bool


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed: a defect of guidelint itself."""

    code: str
    name: str
    error: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What the GL9 rules read, when everything else has been said."""

    set_asides: tuple[Judged, ...]
    crashes: tuple[Crash, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Located:
    """A finding of a rule with the characters that it points at."""

    code: str
    finding: Finding
    span: Span


@dataclass(frozen=True, slots=True)
class Settlement:
    """`set_aside` pairs each finding that is out with what put it there."""

    kept: tuple[Located, ...]
    set_aside: tuple[tuple[Located, SetAside], ...]
    judged: tuple[Judged, ...]


def find_set_asides(document: Document, guideline: Guideline | None) -> list[SetAside]:
    """All set-asides in the order of their places; waivers only where the guideline could be built."""
    found = [item for comment in document.comments("guidelint:") for item in _of_comment(comment)]
    if guideline is not None:
        found += (_of_waiver(waiver, document) for waiver in guideline.waivers)
    return sorted(found, key=lambda item: document.span(item.place))


def settle(
    findings: Iterable[Located], set_asides: Iterable[SetAside], codes: Mapping[str, str], run: frozenset[str], today: date
) -> Settlement:
    """`codes` leads from every code and name, in small letters, to the code; `run` holds the codes that were run."""
    active = [(item, codes.get(item.rule.lower())) for item in set_asides]
    kept: list[Located] = []
    out: list[tuple[Located, SetAside]] = []
    for located in findings:
        by = next((item for item, code in active if code == located.code and _covers(item, located, today)), None)
        if by is None:
            kept.append(located)
        else:
            out.append((located, by))
    used = {id(item) for _, item in out}
    judged = (Judged(item, code, id(item) in used, is_expired(item, today), code in run) for item, code in active)
    return Settlement(tuple(kept), tuple(out), tuple(judged))


def is_expired(item: SetAside, today: date) -> bool:
    return item.until is not None and item.until < today


def _covers(item: SetAside, located: Located, today: date) -> bool:
    inside = item.covers is not None and item.covers.start <= located.span.start < max(item.covers.end, item.covers.start + 1)
    return inside and not is_expired(item, today)


def _of_comment(comment: Comment) -> Iterator[SetAside]:
    directive = DIRECTIVE.match(comment.text)
    if directive is None:
        return
    names = [name.strip() for name in (directive["rules"] or "").split(",")]
    for name in names:
        yield SetAside(name, directive["reason"].strip(), at_span(comment.span), comment.covers, Origin.COMMENT)


def _of_waiver(waiver: Waiver, document: Document) -> SetAside:
    route = _route(waiver.at, document)
    covers = None
    if route is not None:
        covers = Span(document.span(at_key(route)).start, document.span(at_value(route)).end)
    until = date.fromisoformat(waiver.until) if waiver.until else None
    place = at_value((*waiver.route, "rule"))
    return SetAside(waiver.rule, (waiver.reason or "").strip(), place, covers, Origin.WAIVER, waiver.by, until)


def _route(dotted: str, document: Document) -> Route | None:
    """The route that a dotted text means; None where it leads nowhere in the document."""
    route: Route = ()
    data = document.data
    for step in dotted.split("."):
        key: str | int = int(step) if isinstance(data, list) and step.isdecimal() else step
        exists = key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)
        if not exists:
            return None
        route, data = (*route, key), data[key]
    return route
