"""YAML events → data and marks, without recursion and within bounds.

PyYAML's own composer recurses (a deep file kills the process), takes YAML 1.1 for granted and drops positions; its
event stream does none of that, so the tree is built here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import yaml

from guidelint.diagnostic import Span
from guidelint.document.borders import defect_behind
from guidelint.document.characters import FORBIDDEN, escaped_character
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import Ledger, Unbuildable
from guidelint.document.marks import KEY, MAPPING, PLAIN, QUOTED, SEQUENCE, Marks
from guidelint.document.open_collection import OpenCollection, route_to_next
from guidelint.document.plain_scalars import PlainScalars
from guidelint.document.plain_texts import is_folded_number
from guidelint.document.properties import Properties

MOST_DEPTH = 100
FLATTER = "close the brackets, or name inner conditions as criteria"
SMALLER = "take out what is not part of the guideline"
MOST_ROOT_KEYS = 1_000
TOO_MANY_KEYS = f"more than {MOST_ROOT_KEYS:,} keys that are inside no other"
NO_GUIDELINE = "a long list where a guideline has its keys"
MANY_PIECES = 50_000
LEAST_CHARACTERS = 4
TOO_DENSE = f"more than {MANY_PIECES:,} keys and values of fewer than {LEAST_CHARACTERS} characters each"
OTHER_FILE = "check that this file is a guideline"

LOOK_EVERY = 10_000
"""So many events are taken before one more look at whether this may be a guideline at all."""

NOT_SEEN = object()


class Builder:
    """Takes one event after another; afterwards `data`, `marks` and the ledger's defects hold the document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: Any = None
        self.marks = Marks()
        self.ledger = Ledger()
        self.last_end = 0
        self._properties = Properties(text, self.ledger)
        self._open: list[OpenCollection] = []
        self._plain = PlainScalars(text, self.ledger, self._open)
        self._sound, self._cuts = self._plain.sound, self._plain.cuts
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentEndEvent: self._end_of_document,
            **dict.fromkeys((yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent), _ignore),
        }

    def take(self, events: Iterator[Any]) -> None:
        """Builds the whole document. Raises Unbuildable."""
        while self._take_some(islice(events, LOOK_EVERY)):
            self._refuse_what_is_no_guideline()
        self._finish()

    def _take_some(self, events: Iterator[Any]) -> bool:
        """Whether there was any."""
        event, take = None, self._take
        for event in events:
            take[type(event)](event)
        return event is not None

    def _refuse_what_is_no_guideline(self) -> None:
        """The schema says what is wrong with a small file that is none; a large one is not worth its building."""
        if not self._open:
            return
        root, start = self._open[0], self.marks.start[0]
        if not root.is_mapping:
            raise self._stop(DefectKind.TOO_LARGE, Span(start, start + 1), NO_GUIDELINE, OTHER_FILE)
        if len(root.keys) > MOST_ROOT_KEYS:
            raise self._stop(DefectKind.TOO_LARGE, Span(start, start + 1), TOO_MANY_KEYS, OTHER_FILE)
        pieces, last = len(self.marks.start), self.marks.start[-1]
        if pieces > MANY_PIECES and last < LEAST_CHARACTERS * pieces:
            raise self._stop(DefectKind.TOO_LARGE, Span(last, last + 1), TOO_DENSE, OTHER_FILE)

    def _finish(self) -> None:
        """Says what can only be said when all events have been taken."""
        if self._open:
            raise self._stop(
                DefectKind.TOO_LARGE, self.marks.span(len(self.marks.end) - 1), "too many keys and values", SMALLER
            )
        self._properties.finish()
        if self.data is None and not self.ledger.defects:
            written = self.marks.span(0) if self.marks.end else Span(0, 0)
            self._note(DefectKind.EMPTY, written if written.start < written.end else Span(0, 0))

    def close(self) -> None:
        """Ends what is still open, so that the marks of a document that breaks off can be used."""
        while self._open:
            piece = self._open.pop().piece
            self.marks.close(piece, max(self.last_end, self.marks.end[piece]))

    @property
    def open_bracket(self) -> int | None:
        """Where the innermost bracket stands that is not closed yet."""
        return next((self.marks.start[item.piece] for item in reversed(self._open) if item.is_flow), None)

    def follows_lone_alias(self, offset: int) -> bool:
        """Whether an alias of nothing ends right before: it is a text that begins with `*`, and the rest of the line
        is no defect of its own."""
        last = self.ledger.defects[-1] if self.ledger.defects else None
        if last is None or last.kind is not DefectKind.ALIAS or last.other or last.span.end != self.last_end:
            return False
        return not self.text[self.last_end : offset].strip(" \t")

    def _scalar(self, event: Any) -> None:
        start, end, value, kind = event.start_mark.index, event.end_mark.index, event.value, PLAIN
        if event.style or start == end or event.tag is not None or event.anchor is not None:
            start, end, value, kind = self._unusual(event, start, end)
        elif (known := self._sound.get(value, NOT_SEEN)) is not NOT_SEEN and end not in self._cuts:
            value = known
        else:
            value = self._plain.read(value, start, end)
        self.last_end = end
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.key is None and parent.is_mapping:
            self._key(parent, value, self.marks.open(start, end, kind | KEY))
            return
        self.marks.open(start, end, kind)
        self._put(value, parent)
        if parent is not None:
            parent.key = None

    def _unusual(self, event: Any, start: int, end: int) -> tuple[int, int, Any, int]:
        """Where a scalar that is not plain, or not only that, begins and ends, its value and its kind."""
        value = event.value
        if event.anchor is not None or event.tag is not None:
            start = self._properties.skip(event.anchor, start, end, route_to_next(self._open))
        if event.style:
            return start, self._styled(event, start, end), value, QUOTED
        if start == end:
            value = None
        elif event.tag is None:
            value = self._plain.read(value, start, end)
        return start, end, value, PLAIN

    def _styled(self, event: Any, start: int, end: int) -> int:
        """Notes what is wrong with a text that is quoted or in a block; returns where its last line ends."""
        if event.style == '"':
            if FORBIDDEN.search(event.value) and (hidden := escaped_character(self.text, Span(start, end))):
                self._note(hidden.kind, hidden.span, hidden.detail, help=hidden.help)
        elif event.style in "|>":
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
            is_number = not event.value and is_folded_number(self.text, start)
            if is_number and self._open and self._open[-1].is_condition:
                self._note(DefectKind.UNQUOTED_COMPARISON, Span(start, end), self.text[start:end])
        return end

    def _key(self, mapping: OpenCollection, key: Any, piece: int) -> None:
        if type(key) is not str:
            span = self.marks.span(piece)
            mapping.key = self.text[span.start : span.end]
            self._note(DefectKind.NON_STRING_KEY, span, self.text[span.start : span.end])
        elif key == "<<" and self.marks.kind[piece] & PLAIN:
            mapping.key = key
            self._note(DefectKind.ALIAS, self.marks.span(piece), "<<")
        else:
            mapping.key = key
            if (first := mapping.keys.setdefault(key, piece)) != piece:
                self._note(DefectKind.DUPLICATE_KEY, self.marks.span(piece), key, self.marks.span(first))

    def _start(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        parent = self._open[-1] if self._open else None
        if len(self._open) >= MOST_DEPTH:
            raise self._stop(
                DefectKind.TOO_LARGE, Span(start, start + 1), f"more than {MOST_DEPTH} levels deep", FLATTER
            )
        if parent is not None and parent.wants_key:
            raise self._stop(DefectKind.NON_STRING_KEY, Span(start, start + 1), "a collection")
        if event.anchor is not None or event.tag is not None:
            start = self._properties.skip(event.anchor, start, end, route_to_next(self._open))
        is_mapping = type(event) is yaml.MappingStartEvent
        value: Any = {} if is_mapping else []
        self._put(value, parent)
        piece = self.marks.open(start, end, MAPPING if is_mapping else SEQUENCE)
        self._open.append(OpenCollection(value, piece, is_mapping, event.flow_style, parent))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        if done.is_flow:
            self.last_end = event.end_mark.index
        self.marks.close(done.piece, self.last_end)
        if (parent := done.within) is not None:
            parent.key = None

    def _put(self, value: Any, parent: OpenCollection | None) -> None:
        """A value into the collection that is open; of two with one key, the first is kept."""
        if parent is None:
            self.data = value
        elif parent.is_mapping:
            parent.value.setdefault(parent.key, value)
        else:
            parent.value.append(value)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        anchor = self._properties.anchor_of(event.anchor)
        if not any(item.key == "<<" for item in self._open[-2:]):
            self._note(DefectKind.ALIAS, span, f"*{event.anchor}", anchor)
        if self._open and self._open[-1].wants_key:
            raise Unbuildable
        self.marks.open(*span, PLAIN)
        self.last_end = span.end
        parent = self._open[-1] if self._open else None
        self._put(None, parent)
        if parent is not None:
            parent.key = None

    def _end_of_document(self, event: Any) -> None:
        defect = defect_behind(self.text, event.end_mark.index, is_explicit=event.explicit)
        if defect is not None:
            raise self.ledger.stop(defect)

    def _note(self, kind: DefectKind, span: Span, detail: str = "", other: Span | None = None, help: str = "") -> None:
        if self.ledger.wants(kind):
            self.ledger.note(Defect(kind, span, detail, other, route_to_next(self._open), help))

    def _stop(self, kind: DefectKind, span: Span, detail: str, help: str = "") -> Unbuildable:
        return self.ledger.stop(Defect(kind, span, detail, route=route_to_next(self._open), help=help))


def _ignore(_: Any) -> None:
    """An event that adds nothing to the document."""
