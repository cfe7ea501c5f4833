"""YAML events → data and marks, without recursion and within bounds.

PyYAML's own composer recurses (a deep file kills the process), takes YAML 1.1 for granted and drops positions; its
event stream does none of that, so the tree is built here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, cast

import yaml

from guidelint.diagnostic import Span
from guidelint.document.borders import defect_behind
from guidelint.document.characters import FORBIDDEN, escaped_character
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import Ledger, Unbuildable
from guidelint.document.marks import KEY, MAPPING, PLAIN, QUOTED, SEQUENCE, Marks
from guidelint.document.no_guideline import OTHER_FILE, why_no_guideline
from guidelint.document.open_collection import OpenCollection, route_to_next
from guidelint.document.plain_scalars import PlainScalars
from guidelint.document.plain_texts import is_folded_number
from guidelint.document.properties import Properties

MOST_DEPTH = 100
FLATTER = "close the brackets, or name inner conditions as criteria"
SMALLER = "take out what is not part of the guideline"

LOOK_EVERY = 10_000
"""So many events are taken before one more look at whether this may be a guideline at all."""

MERGE = "<<"


class Builder:
    """Takes one event after another; afterwards `data`, `marks` and the ledger's defects hold the document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = Marks()
        self.ledger = Ledger()
        self.last_end = 0
        self._properties = Properties(text, self.ledger)
        self._plain = PlainScalars(text, self.ledger)
        self._top = self._whole = OpenCollection([], -1, False)

    @property
    def data(self) -> Any:
        return self._whole.value[0] if self._whole.value else None

    def take(self, events: Iterator[Any]) -> None:
        """Builds the whole document. Raises Unbuildable."""
        while self._take_some(islice(events, LOOK_EVERY)):
            self._refuse_what_is_no_guideline()
        self._finish()

    def _take_some(self, events: Iterator[Any]) -> bool:
        """Whether there was any. Most events are scalars: they are taken here, and what is needed for each is kept at
        hand, as nothing else in the reading of a file costs as much."""
        event, scalar = None, cast(Any, yaml.ScalarEvent)
        marks, sound, cuts = self.marks, self._plain.sound, self._plain.cuts
        add_start, add_end, add_kind, add_pieces = marks.adders
        top = self._top
        put, keys, key = top.put, top.keys, top.key
        for event in events:
            if type(event) is not scalar:
                top.key = key
                top = TAKE[type(event)](self, event, top)
                put, keys, key = top.put, top.keys, top.key
                continue
            value, start, end, kind = event.value, event.start_mark.index, event.end_mark.index, PLAIN
            if value not in sound or event.style or end in cuts or event.tag is not None or event.anchor is not None:
                top.key = key
                start, end, value, kind = self._unusual(event, start, end)
            else:
                value = sound[value]
            self.last_end = end
            add_start(start)
            add_end(end)
            add_pieces(1)
            if key is not None:
                add_kind(kind)
                put(key, value)
                key = None
            elif keys is None:
                add_kind(kind)
                put(value)
            else:
                add_kind(kind | KEY)
                key, piece = value, len(marks.kind) - 1
                if type(value) is not str or value == MERGE or keys.setdefault(value, piece) != piece:
                    key = self._strange_key(keys, value, piece)
        top.key = key
        return event is not None

    def _refuse_what_is_no_guideline(self) -> None:
        """The schema says what is wrong with a small file that is none; a large one is not worth its building."""
        *_, root = (self._whole, *self._top.and_around())
        if root is not self._whole and (why := why_no_guideline(root, self.marks)) is not None:
            raise self._stop(DefectKind.TOO_LARGE, why.span, why.detail, OTHER_FILE)

    def _finish(self) -> None:
        """Says what can only be said when all events have been taken."""
        if self._top is not self._whole:
            raise self._stop(
                DefectKind.TOO_LARGE, self.marks.span(len(self.marks.end) - 1), "too many keys and values", SMALLER
            )
        self._properties.finish()
        if self.data is None and not self.ledger.defects:
            written = self.marks.span(0) if self.marks.end else Span(0, 0)
            self._note(DefectKind.EMPTY, written if written.start < written.end else Span(0, 0))

    def close(self) -> None:
        """Ends what is still open, so that the marks of a document that breaks off can be used."""
        for item in self._top.and_around():
            self.marks.close(item.piece, max(self.last_end, self.marks.end[item.piece]))
        self._top = self._whole

    @property
    def open_bracket(self) -> int | None:
        """Where the innermost bracket stands that is not closed yet."""
        return next((self.marks.start[item.piece] for item in self._top.and_around() if item.is_flow), None)

    def follows_lone_alias(self, offset: int) -> bool:
        """Whether an alias of nothing ends right before: it is a text that begins with `*`, and the rest of the line
        is no defect of its own."""
        last = self.ledger.defects[-1] if self.ledger.defects else None
        if last is None or last.kind is not DefectKind.ALIAS or last.other or last.span.end != self.last_end:
            return False
        return not self.text[self.last_end : offset].strip(" \t")

    def _unusual(self, event: Any, start: int, end: int) -> tuple[int, int, Any, int]:
        """Where a scalar that is not plain, or not only that, begins and ends, its value and its kind."""
        value = event.value
        if not event.style and start != end and event.tag is None and event.anchor is None:
            return start, end, self._plain.read(value, start, end, self._top), PLAIN
        if event.anchor is not None or event.tag is not None:
            start = self._properties.skip(event.anchor, start, end, route_to_next(self._top))
        if event.style:
            return start, self._styled(event, start, end), value, QUOTED
        if start == end:
            value = None
        elif event.tag is None:
            value = self._plain.read(value, start, end, self._top)
        return start, end, value, PLAIN

    def _styled(self, event: Any, start: int, end: int) -> int:
        """Notes what is wrong with a text that is quoted or in a block; returns where its last line ends."""
        if event.style == '"':
            if FORBIDDEN.search(event.value) and (hidden := escaped_character(self.text, Span(start, end))):
                self._note(hidden.kind, hidden.span, hidden.detail, help=hidden.help)
        elif event.style in "|>":
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
            is_number = not event.value and is_folded_number(self.text, start)
            if is_number and self._top.is_condition:
                self._note(DefectKind.UNQUOTED_COMPARISON, Span(start, end), self.text[start:end])
        return end

    def _strange_key(self, keys: dict[str, int], key: Any, piece: int) -> str:
        """Notes what is wrong with a key that is no text, a merge or the second of its name; returns its name."""
        span = self.marks.span(piece)
        self._top.key = name = key if type(key) is str else self.text[span.start : span.end]
        if name is not key:
            self._note(DefectKind.NON_STRING_KEY, span, name)
        elif key == MERGE and self.marks.kind[piece] & PLAIN:
            self._note(DefectKind.ALIAS, span, MERGE)
        elif (first := keys.setdefault(key, piece)) != piece:
            self._note(DefectKind.DUPLICATE_KEY, span, key, self.marks.span(first))
        return name

    def _start(self, event: Any, top: OpenCollection) -> OpenCollection:
        start, end = event.start_mark.index, event.end_mark.index
        if top.depth >= MOST_DEPTH:
            raise self._stop(
                DefectKind.TOO_LARGE, Span(start, start + 1), f"more than {MOST_DEPTH} levels deep", FLATTER
            )
        if top.key is None and top.keys is not None:
            raise self._stop(DefectKind.NON_STRING_KEY, Span(start, start + 1), "a collection")
        if event.anchor is not None or event.tag is not None:
            start = self._properties.skip(event.anchor, start, end, route_to_next(top))
        is_mapping = type(event) is yaml.MappingStartEvent
        value: Any = {} if is_mapping else []
        if top.key is None:
            top.put(value)
        else:
            top.put(top.key, value)
        piece = self.marks.open(start, end, MAPPING if is_mapping else SEQUENCE)
        inner = self._top = OpenCollection(value, piece, event.flow_style, top)
        return inner

    def _end(self, event: Any, top: OpenCollection) -> OpenCollection:
        if top.is_flow:
            self.last_end = event.end_mark.index
        self.marks.close(top.piece, self.last_end)
        around = self._top = top.within or top
        around.key = None
        return around

    def _alias(self, event: Any, top: OpenCollection) -> OpenCollection:
        span = Span(event.start_mark.index, event.end_mark.index)
        anchor = self._properties.anchor_of(event.anchor)
        if not any(item.key == MERGE for item in islice(top.and_around(), 2)):
            self._note(DefectKind.ALIAS, span, f"*{event.anchor}", anchor)
        if top.key is None and top.keys is not None:
            raise Unbuildable
        self.marks.open(*span, PLAIN)
        self.last_end = span.end
        if top.key is None:
            top.put(None)
        else:
            top.put(top.key, None)
        top.key = None
        return top

    def _end_of_document(self, event: Any, top: OpenCollection) -> OpenCollection:
        defect = defect_behind(self.text, event.end_mark.index, is_explicit=event.explicit)
        if defect is not None:
            raise self.ledger.stop(defect)
        return top

    def _note(self, kind: DefectKind, span: Span, detail: str = "", other: Span | None = None, help: str = "") -> None:
        if self.ledger.wants(kind):
            self.ledger.note(Defect(kind, span, detail, other, route_to_next(self._top), help))

    def _stop(self, kind: DefectKind, span: Span, detail: str, help: str = "") -> Unbuildable:
        return self.ledger.stop(Defect(kind, span, detail, route=route_to_next(self._top), help=help))

    def _ignore(self, _: Any, top: OpenCollection) -> OpenCollection:
        """An event that adds nothing to the document."""
        return top


TAKE: dict[type, Callable[[Builder, Any, OpenCollection], OpenCollection]] = {
    yaml.MappingStartEvent: Builder._start,
    yaml.SequenceStartEvent: Builder._start,
    yaml.MappingEndEvent: Builder._end,
    yaml.SequenceEndEvent: Builder._end,
    yaml.AliasEvent: Builder._alias,
    yaml.DocumentEndEvent: Builder._end_of_document,
    **dict.fromkeys((yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent), Builder._ignore),
}
"""What is done with each event but a scalar, given the innermost collection; returns which one that is then."""
