"""YAML events → data and marks, without recursion and within bounds.

PyYAML's own composer recurses (a deep file kills the process), takes YAML 1.1 for granted and drops positions; its
event stream does none of that, so the tree is built here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.marks import KEY, MAPPING, PLAIN, QUOTED, SEQUENCE, Marks
from guidelint.document.scalars import NumberTooLong, ambiguity, resolve

MOST_DEPTH = 100
MOST_DEFECTS = 1_000
"""A file with more has one cause, not a thousand: reading stops, and the last defect says so."""

PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")
PROPERTIES = re.compile(rf"{PROPERTY.pattern}([ \t\r\n]+{PROPERTY.pattern})?")


class Unbuildable(Exception):
    """The document cannot be built any further; the defect that says why is already noted."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    value: Any
    piece: int
    is_mapping: bool
    is_flow: bool
    key: str | None = None
    keys: dict[str, int] = field(default_factory=dict)

    @property
    def wants_key(self) -> bool:
        return self.is_mapping and self.key is None


class Builder:
    """Takes one event after another; afterwards `data`, `marks` and `defects` hold the document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: Any = None
        self.marks = Marks()
        self.defects: list[Defect] = []
        self._documents = 0
        self._open: list[_Open] = []
        self._last_end = 0
        self._anchors: dict[str, Span] = {}
        self._aliased: set[str] = set()
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: Any) -> None:
        """Raises Unbuildable."""
        handle = self._take.get(type(event))
        if handle is not None:
            handle(event)

    def finish(self) -> None:
        """Names the anchors that no alias uses, and says whether there was anything at all."""
        for name, span in self._anchors.items():
            if name not in self._aliased:
                self._note(DefectKind.ALIAS, span, f"&{name}")
        if self.data is None and not self.defects:
            self._note(DefectKind.EMPTY, Span(0, 0))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._stop(DefectKind.SEVERAL_DOCUMENTS, Span(event.start_mark.index, event.end_mark.index))

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value: Any = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event, start)
        parent = self._open[-1] if self._open else None
        if not event.style:
            value = self._plain(value, Span(start, end))
        elif event.style in "|>":
            end = start + len(self.text[start:end].rstrip())
        kind = QUOTED if event.style else PLAIN
        self._last_end = end
        if parent is not None and parent.is_mapping and parent.key is None:
            self._key(parent, value, self.marks.open(start, end, kind | KEY))
        else:
            self.marks.open(start, end, kind)
            self._value(value)

    def _plain(self, text: str, span: Span) -> Any:
        doubt = ambiguity(text)
        if doubt is not None:
            self._note(DefectKind.AMBIGUOUS_SCALAR, span, doubt)
        try:
            return resolve(text)
        except NumberTooLong:
            raise self._stop(DefectKind.TOO_LARGE, span, "a number with too many digits") from None

    def _key(self, mapping: _Open, key: Any, piece: int) -> None:
        span = self.marks.span(piece)
        if type(key) is not str:
            key = self.text[span.start : span.end]
            self._note(DefectKind.NON_STRING_KEY, span, key)
        elif key == "<<":
            self._note(DefectKind.ALIAS, span, "<<")
        first = mapping.keys.setdefault(key, piece)
        if first != piece and key != "<<":
            self._note(DefectKind.DUPLICATE_KEY, span, key, self.marks.span(first))
        mapping.key = key

    def _start(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if len(self._open) >= MOST_DEPTH:
            raise self._stop(DefectKind.TOO_LARGE, Span(start, start + 1), f"more than {MOST_DEPTH} levels deep")
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.wants_key:
            raise self._stop(DefectKind.NON_STRING_KEY, Span(start, start + 1), "a collection")
        if event.anchor is not None or event.tag is not None:
            self._properties(event, start)
        is_mapping = type(event) is yaml.MappingStartEvent
        value: Any = {} if is_mapping else []
        self._value(value)
        piece = self.marks.open(start, end, MAPPING if is_mapping else SEQUENCE)
        self._open.append(_Open(value, piece, is_mapping, bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        if done.is_flow:
            self._last_end = event.end_mark.index
        self.marks.close(done.piece, self._last_end)

    def _value(self, value: Any) -> None:
        if not self._open:
            self.data = value
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.value.append(value)
        elif parent.key is not None:
            parent.value.setdefault(parent.key, value)
            parent.key = None

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        self._aliased.add(event.anchor)
        parent = self._open[-1] if self._open else None
        if parent is None or parent.key != "<<":
            self._note(DefectKind.ALIAS, span, f"*{event.anchor}", self._anchors.get(event.anchor))
        if parent is not None and parent.wants_key:
            raise Unbuildable
        self.marks.open(*span, PLAIN)
        self._last_end = span.end
        self._value(None)

    def _properties(self, event: Any, start: int) -> None:
        """Notes tags; keeps an anchor until it is clear whether an alias names it."""
        properties = PROPERTIES.match(self.text, start)
        for found in PROPERTY.finditer(self.text, start, properties.end() if properties else start):
            span = Span(*found.span())
            if found[0][0] == "!":
                self._note(DefectKind.TAG, span, found[0])
            else:
                self._anchors[event.anchor] = span

    def _note(self, kind: DefectKind, span: Span, detail: str = "", other: Span | None = None) -> None:
        self.defects.append(Defect(kind, span, detail, other))
        if len(self.defects) >= MOST_DEFECTS:
            raise self._stop(DefectKind.TOO_LARGE, span, f"more than {MOST_DEFECTS:,} defects of the text")

    def _stop(self, kind: DefectKind, span: Span, detail: str = "") -> Unbuildable:
        self.defects.append(Defect(kind, span, detail))
        return Unbuildable()
