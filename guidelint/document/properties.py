"""Tags and anchors, which stand before a value and which a guideline needs neither of."""

from __future__ import annotations

import re

from guidelint.diagnostic import Route, Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import MOST_DEFECTS, Ledger

PROPERTY = re.compile(r"!<[^>\s]*+>?|[&!][^\s,\[\]{}]*+")
PROPERTIES = re.compile(rf"(?:{PROPERTY.pattern}|[ \t\r\n]++|(?<=\s)#[^\r\n]*+)++")


class Properties:
    """Notes every tag at once, an anchor when it is clear that no alias names it: an alias speaks for both."""

    def __init__(self, text: str, ledger: Ledger) -> None:
        self._text = text
        self._ledger = ledger
        self._anchors: dict[str, Defect] = {}
        self._aliased: set[str] = set()

    def skip(self, anchor: str | None, start: int, end: int, route: Route) -> int:
        """Takes note of the properties that stand between two offsets; returns where the value behind them begins."""
        properties = PROPERTIES.match(self._text, start, end)
        stop = properties.end() if properties else start
        for found in PROPERTY.finditer(self._text, start, stop):
            span = Span(*found.span())
            if found[0][0] == "!":
                self._ledger.note(Defect(DefectKind.TAG, span, found[0], route=route))
            elif anchor is not None:
                self._forget(anchor)
                self._anchors[anchor] = Defect(DefectKind.ALIAS, span, f"&{anchor}", route=route)
                if len(self._anchors) > MOST_DEFECTS:
                    self.finish()
        return stop

    def anchor_of(self, alias: str) -> Span | None:
        """Where the anchor stands that an alias names."""
        self._aliased.add(alias)
        anchor = self._anchors.get(alias)
        return anchor.span if anchor else None

    def finish(self) -> None:
        for name in list(self._anchors):
            self._forget(name)

    def _forget(self, name: str) -> None:
        """The end of an anchor, be it of the document or by another of the same name."""
        anchor = self._anchors.pop(name, None)
        if anchor is not None and name not in self._aliased:
            self._ledger.note(anchor)
        self._aliased.discard(name)
