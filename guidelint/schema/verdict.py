"""The findings of the schema: what several keywords say of one defect is said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from guidelint.diagnostic import Finding, Place, Route, at_key, at_value
from guidelint.document import Document
from guidelint.schema.engine import Violation, value_at, violations
from guidelint.schema.fixes import fix_of_name, fix_of_value
from guidelint.schema.keys import Keys
from guidelint.schema.meant import as_id
from guidelint.schema.rewrites import shorten
from guidelint.schema.shapes import properties_of
from guidelint.schema.words import help_of, message_of

MOST_FINDINGS = 500
"""Of one file; a file with more has one cause, and each of them has to be put in words."""


@dataclass(frozen=True, slots=True)
class SchemaVerdict:
    """What the schema has against a document; nothing where `findings` is empty, and perhaps more where it is not
    `is_complete`."""

    findings: tuple[Finding, ...]
    is_complete: bool = True


def judge_shape(document: Document) -> SchemaVerdict:
    found, are_all = violations(document.data)
    findings = list(islice(_each_once(_findings(found, document)), MOST_FINDINGS + 1))
    return SchemaVerdict(tuple(findings[:MOST_FINDINGS]), are_all and len(findings) <= MOST_FINDINGS)


def _findings(found: Iterable[Violation], document: Document) -> Iterator[Finding]:
    of_keys = [violation for violation in found if violation.is_about_keys]
    of_values = [violation for violation in found if not violation.is_about_keys]
    mappings = list(_by_mapping(of_keys, document.data))
    emptied = {(*keys.route, above) for keys in mappings for above in keys.outdented.values()}
    outdented = _outdented_parts(of_values, document.data)
    emptied |= {violation.route for violation in of_values if violation.route[:-1] in outdented}
    yield from outdented.values()
    for keys in mappings:
        yield from keys.findings(lambda place: _next(document, place))
    yield from (_finding(violation) for violation in of_values if violation.route not in emptied)


def _by_mapping(found: Iterable[Violation], data: Any) -> Iterable[Keys]:
    mappings: dict[Route, Keys] = {}
    for violation in found:
        route = violation.route[:-1] if violation.keyword == "not" else violation.route
        mappings.setdefault(route, Keys(route, value_at(data, route))).add(violation)
    return mappings.values()


def _outdented_parts(found: Iterable[Violation], data: Any) -> dict[Route, Finding]:
    """One finding for each mapping of entries in which the parts of an empty entry stand beside it, not inside it."""
    of_entries = [item for item in found if item.keyword == "type" and item.wanted == "object" and item.route]
    empty = {violation.route for violation in of_entries if violation.value is None}
    parts: dict[Route, Finding] = {}
    above = _KeysAbove(data)
    for violation in of_entries:
        *around, key = violation.route
        if (*around, above.of(violation.route)) in empty and key in properties_of(violation.here):
            message = f"`{key}` stands beside `{above.of(violation.route)}`, not inside it"
            help = "put two spaces before it and before the lines that belong to it"
            parts.setdefault(tuple(around), Finding(message, at_key(violation.route), help))
    return parts


class _KeysAbove:
    """The key above each key; the keys of a mapping are counted once, not once for each of them."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._above: dict[Route, dict[Any, Any]] = {}

    def of(self, route: Route) -> str | int | None:
        around = route[:-1]
        if around not in self._above:
            mapping = value_at(self._data, around)
            keys = list(mapping) if isinstance(mapping, dict) else []
            self._above[around] = dict(zip(keys[1:], keys, strict=False))
        above: str | int | None = self._above[around].get(route[-1])
        return above


def _next(document: Document, place: Place) -> str:
    """The first character behind a key."""
    end = document.span(place).end
    return document.text[end : end + 80].lstrip()[:1]


def _finding(violation: Violation) -> Finding:
    key = str(violation.route[-1]) if violation.route else ""
    if violation.keyword == "propertyNames":
        id = as_id(key, str(violation.schema["pattern"]))
        rule = str(violation.schema.get("errorMessage"))
        fix = fix_of_name(violation, id) if id else None
        return Finding(f"`{shorten(key)}` is no id", at_key(violation.route), f"write `{id}`" if id else rule, fix=fix)
    place = at_value(violation.route)
    return Finding(message_of(violation), place, help_of(violation), fix=fix_of_value(violation))


def _each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: set[tuple[Place, str]] = set()
    for finding in findings:
        if (finding.place, finding.message) not in seen:
            seen.add((finding.place, finding.message))
            yield finding
