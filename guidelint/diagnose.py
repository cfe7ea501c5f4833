"""Finding → Diagnostic: routes become lines and columns here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guidelint.diagnostic import Diagnostic, Finding, Place, RelatedPlace
from guidelint.document import Document
from guidelint.edits import patch_of
from guidelint.fingerprint import fingerprint
from guidelint.model import node_of
from guidelint.rule import OURS, Rule
from guidelint.set_asides import Located


class Diagnoser:
    """Places findings of one document, out of all there are: one that is left out still has its fingerprint."""

    def __init__(self, document: Document, rules: Mapping[str, Rule[Any]], findings: Iterable[Located]) -> None:
        self._document = document
        self._rules = rules
        self._fingerprint = dict(self._fingerprints(findings))

    def diagnose(self, findings: Iterable[Located]) -> tuple[Diagnostic, ...]:
        """The diagnostics in the order of their places."""
        return tuple(self.of(item) for item in _in_order(findings))

    def of(self, located: Located) -> Diagnostic:
        finding, rule = located.finding, self._rules[located.code]
        node = node_of(finding.place.route)
        return Diagnostic(
            path=self._document.path,
            range=self._document.range(located.span),
            span=located.span,
            code=rule.code,
            name=rule.name,
            severity=located.severity,
            confidence=rule.confidence,
            message=finding.message,
            help=finding.help,
            route=finding.place.route,
            node=node,
            node_label=None if node is None else self._label(node),
            related=tuple(self._related(place) for place in finding.related),
            patient=finding.patient,
            region=finding.region,
            walk=finding.walk,
            fingerprint=self._fingerprint[id(located)],
            is_undecided=rule.leaves_open,
            is_stranded=rule.strands_patients,
            patch=patch_of(self._document, finding.fix),
        )

    def _related(self, place: Place) -> RelatedPlace:
        return RelatedPlace(self._document.range(self._document.span(place)), place.note, place.route)

    def _label(self, node: str) -> str | None:
        nodes = self._document.data.get("nodes") if isinstance(self._document.data, dict) else None
        entry = nodes.get(node) if isinstance(nodes, dict) else None
        label = entry.get("label") if isinstance(entry, dict) else None
        return label if isinstance(label, str) else None

    def _fingerprints(self, findings: Iterable[Located]) -> Iterator[tuple[int, str]]:
        """By the `id` of each finding; what looks the same is numbered in the order of places."""
        seen: dict[str, int] = {}
        for item in _in_order(findings):
            digest = fingerprint(item.code, item.finding.place, self._document)
            seen[digest] = count = seen.get(digest, 0) + 1
            yield id(item), digest if count == 1 else f"{digest}-{count}"


def _in_order(findings: Iterable[Located]) -> list[Located]:
    return sorted(findings, key=lambda item: (item.span, item.code, item.finding.message))


def try_out(finding: Finding, rule: Rule[Any], document: Document) -> None:
    """What a rule of somebody else yields may be anything: it fails here, and the rule with it, in place of later."""
    if rule.package == OURS:
        return
    if not isinstance(finding, Finding):
        raise TypeError(f"it yields a {type(finding).__name__} in place of a Finding")
    for place in (finding.place, *finding.related):
        document.range(document.span(place))
    fingerprint(rule.code, finding.place, document)
    patch_of(document, finding.fix)
