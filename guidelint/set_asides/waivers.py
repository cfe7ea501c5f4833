"""Set-asides in the data: a waiver covers what its route leads to."""

from __future__ import annotations

import re
from datetime import date

from guidelint.diagnostic import Remove, Route, Span, at_key, at_value
from guidelint.document import Document
from guidelint.model import Waiver
from guidelint.set_asides.kinds import DeadEnd, Origin, SetAside, reason_in


def of_waiver(waiver: Waiver, document: Document) -> SetAside:
    covers, dead_end = _covered(waiver.at, document)
    return SetAside(
        rule=waiver.rule.strip(),
        reason=reason_in(waiver.reason or ""),
        place=at_value((*waiver.route, "rule")),
        whole=at_value(waiver.route),
        removal=Remove(at_value(waiver.route)),
        covers=covers,
        origin=Origin.WAIVER,
        by=waiver.by,
        until=date.fromisoformat(waiver.until) if waiver.until else None,
        dead_end=dead_end,
    )


def _covered(at: str | None, document: Document) -> tuple[Span | None, DeadEnd | None]:
    """An entry, or the whole document where a waiver has no `at`."""
    if at is None:
        return Span(0, len(document.text)), None
    way = _route(at, document)
    return (None, way) if isinstance(way, DeadEnd) else (_entry(way, document), None)


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
