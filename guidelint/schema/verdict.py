"""The findings of the schema: what several keywords say of one defect is said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from guidelint.diagnostic import Finding, Place, Route, at_key, at_value
from guidelint.document import Document
from guidelint.schema.engine import Violation, value_at, violations
from guidelint.schema.keys import Keys
from guidelint.schema.meant import as_id
from guidelint.schema.rewrites import shorten
from guidelint.schema.shapes import properties_of
from guidelint.schema.words import help_of, message_of


@dataclass(frozen=True, slots=True)
class SchemaVerdict:
    """What the schema has against a document; nothing where `findings` is empty."""

    findings: tuple[Finding, ...]


def judge_shape(document: Document) -> SchemaVerdict:
    found = violations(document.data)
    of_keys = [violation for violation in found if violation.is_about_keys]
    of_values = [violation for violation in found if not violation.is_about_keys]
    mappings = list(_by_mapping(of_keys, document.data))
    emptied = {(*keys.route, above) for keys in mappings for above in keys.outdented.values()}
    outdented = _outdented_parts(of_values, document.data)
    emptied |= {violation.route for violation in of_values if violation.route[:-1] in outdented}
    findings = [*outdented.values()]
    findings += (finding for keys in mappings for finding in keys.findings(lambda place: _next(document, place)))
    findings += (_finding(violation) for violation in of_values if violation.route not in emptied)
    return SchemaVerdict(tuple(_each_once(findings)))


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
    for violation in of_entries:
        *around, key = violation.route
        above = _key_above(key, value_at(data, tuple(around)))
        if (*around, above) in empty and key in properties_of(violation.here):
            message = f"`{key}` stands beside `{above}`, not inside it"
            help = "put two spaces before it and before the lines that belong to it"
            parts.setdefault(tuple(around), Finding(message, at_key(violation.route), help))
    return parts


def _key_above(key: str | int, mapping: Any) -> str | int | None:
    keys = list(mapping)
    return keys[keys.index(key) - 1] if isinstance(mapping, dict) and key != keys[0] else None


def _next(document: Document, place: Place) -> str:
    """The first character behind a key."""
    end = document.span(place).end
    return document.text[end : end + 80].lstrip()[:1]


def _finding(violation: Violation) -> Finding:
    key = str(violation.route[-1]) if violation.route else ""
    if violation.keyword == "propertyNames":
        id = as_id(key, str(violation.schema["pattern"]))
        rule = str(violation.schema.get("errorMessage"))
        return Finding(f"`{shorten(key)}` is no id", at_key(violation.route), f"write `{id}`" if id else rule)
    return Finding(message_of(violation), at_value(violation.route), help_of(violation))


def _each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: set[tuple[Place, str]] = set()
    for finding in findings:
        if (finding.place, finding.message) not in seen:
            seen.add((finding.place, finding.message))
            yield finding
