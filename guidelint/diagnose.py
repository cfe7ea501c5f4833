"""Finding → Diagnostic: routes become lines and columns here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from guidelint.diagnostic import Diagnostic, Place, RelatedPlace
from guidelint.document import Document
from guidelint.edits import patch_of
from guidelint.model import node_of
from guidelint.rule import Rule
from guidelint.set_asides import Located


class Diagnoser:
    """Places the findings of one document."""

    def __init__(self, document: Document, rules: Mapping[str, Rule[Any]]) -> None:
        self._document = document
        self._rules = rules
        self._seen: dict[str, int] = {}

    def diagnose(self, findings: Iterable[Located]) -> tuple[Diagnostic, ...]:
        """The diagnostics in the order of their places."""
        found = sorted(findings, key=lambda item: (item.span, item.code, item.finding.message))
        return tuple(self.of(item) for item in found)

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
            fingerprint=self._fingerprint(located),
            is_undecided=rule.leaves_open,
            patch=patch_of(self._document, finding.fix),
        )

    def _related(self, place: Place) -> RelatedPlace:
        return RelatedPlace(self._document.range(self._document.span(place)), place.note, place.route)

    def _label(self, node: str) -> str | None:
        nodes = self._document.data.get("nodes") if isinstance(self._document.data, dict) else None
        entry = nodes.get(node) if isinstance(nodes, dict) else None
        label = entry.get("label") if isinstance(entry, dict) else None
        return label if isinstance(label, str) else None

    def _fingerprint(self, located: Located) -> str:
        """The same for as long as rule, file, keys on the way and text of the place are; lines and indices may move."""
        keys = "/".join(step for step in located.finding.place.route if isinstance(step, str))
        leaf = " ".join(self._document.text[slice(*located.span)].split())
        about = "\n".join((located.code, self._document.path, keys, leaf))
        digest = blake2b(about.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        self._seen[digest] = count = self._seen.get(digest, 0) + 1
        return digest if count == 1 else f"{digest}-{count}"
