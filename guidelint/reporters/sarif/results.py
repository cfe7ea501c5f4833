"""A finding as a result of SARIF: where it is, whom it harms, on which walk, and whether it was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidelint.diagnostic import Diagnostic, Range, at_key
from guidelint.document import Document
from guidelint.reporters.in_words import details, exact_sentence, said
from guidelint.reporters.sarif.fixes import fix
from guidelint.reporters.sarif.places import physical, text
from guidelint.reporters.sarif.rules import LEVELS
from guidelint.set_asides import SetAside

MOST_RELATED = 999
"""GitHub refuses a log with more than 1,000 locations in a result."""


def result(item: Diagnostic, document: Document, suppression: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "ruleId": item.code,
        "level": LEVELS[item.severity],
        "message": text("\n".join((exact_sentence(item), *details(item)))),
        "locations": [_location(item)],
        "relatedLocations": [_noted(item.path, place.range, place.message) for place in item.related[:MOST_RELATED]],
        "codeFlows": list(_code_flows(item, document)),
        "fixes": [] if item.patch is None else [fix(item.patch, document)],
        "partialFingerprints": {"guidelint/v1": item.fingerprint},
        "suppressions": [] if suppression is None else [suppression],
        "properties": {
            "confidence": item.confidence.value,
            "node": item.node,
            "patient": [said(*pair) for pair in item.patient],
            "region": list(item.region),
            "walk": list(item.walk),
        },
    }


def _location(item: Diagnostic) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": physical(item.path, item.range)}
    if item.route:
        location["logicalLocations"] = [{"fullyQualifiedName": ".".join(map(str, item.route))}]
    return location


def _noted(path: str, range: Range, note: str) -> dict[str, Any]:
    return {"physicalLocation": physical(path, range), **({"message": text(note)} if note else {})}


def _code_flows(item: Diagnostic, document: Document) -> Iterator[dict[str, Any]]:
    """The walk of the patient, step by step; what a long walk leaves out is no node and no step."""
    nodes = document.data["nodes"] if item.walk else {}
    steps = [_step(node, item.path, document) for node in item.walk if node in nodes]
    if steps:
        yield {"threadFlows": [{"locations": steps}]}


def _step(node: str, path: str, document: Document) -> dict[str, Any]:
    place = document.range(document.span(at_key(("nodes", node))))
    label = document.data["nodes"][node].get("label")
    return {"location": _noted(path, place, f"{node}: {label}" if label else node)}


EXTERNAL = {"kind": "external", "status": "accepted", "justification": "it is in the baseline"}


def in_source(by: SetAside, document: Document) -> dict[str, Any]:
    """A waiver stands in the guideline itself, as a comment does."""
    place = document.range(document.span(by.whole))
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": by.reason,
        "location": {"physicalLocation": physical(document.path, place)},
    }
