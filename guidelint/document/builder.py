"""YAML events → data and marks, without recursion and within bounds.

PyYAML's own composer recurses (a deep file kills the process), takes YAML 1.1 for granted and drops positions; its
event stream does none of that, so the tree is built here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern
from typing import Any

import yaml

from guidelint.diagnostic import Span
from guidelint.document.borders import defect_behind
from guidelint.document.characters import FORBIDDEN, escaped_character
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.ledger import Ledger, Unbuildable
from guidelint.document.marks import KEY, MAPPING, PLAIN, QUOTED, SEQUENCE, Marks
from guidelint.document.open_collection import OpenCollection, route_to_next
from guidelint.document.plain_texts import cut_off_text, is_comparison, is_folded_number
from guidelint.document.properties import Properties
from guidelint.document.scalars import FIRST_OF_NUMBER, WORDS, NumberTooLong, resolve
from guidelint.document.yaml_1_1 import WORDS_OF_YAML_1_1_ONLY, ambiguity

MOST_DEPTH = 100
FLATTER = "close the brackets, or name inner conditions as criteria"
SMALLER = "take out what is not part of the guideline"

FIRST_OF_NO_TEXT = FIRST_OF_NUMBER | {word[0] for word in WORDS.keys() | WORDS_OF_YAML_1_1_ONLY if word}
"""What a plain scalar has to begin with to be anything but text, in either version of YAML."""


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
        self._words: set[str] = set()
        """Plain scalars that are text in either version of YAML, though they begin like something else."""
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentEndEvent: self._end_of_document,
        }

    def take(self, events: Iterable[Any]) -> None:
        """Builds the whole document. Raises Unbuildable."""
        handlers = self._take
        for event in events:
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)
        self._finish()

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
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        if event.anchor is not None or event.tag is not None:
            start = self._properties.skip(event.anchor, start, end, route_to_next(self._open))
        parent = self._open[-1] if self._open else None
        if event.style:
            kind = QUOTED
            end = self._styled(event, start, end)
        else:
            kind = PLAIN
            if start == end:
                value = None
            elif event.tag is None:
                value = self._plain(intern(value), start, end)
        self.last_end = end
        if parent is not None and parent.is_mapping and parent.key is None:
            self._key(parent, value, self.marks.open(start, end, kind | KEY))
        else:
            self.marks.open(start, end, kind)
            self._put(value)
            if parent is not None:
                parent.key = None

    def _plain(self, text: str, start: int, end: int) -> Any:
        value = text if text[0] not in FIRST_OF_NO_TEXT else self._resolved(text, Span(start, end))
        if type(value) is str:
            if self._open and self._open[-1].is_condition and is_comparison(text):
                self._note(DefectKind.UNQUOTED_COMPARISON, Span(start, end), self.text[start:end])
            if self.text[end : end + 1] in (" ", "\t") and (cut := cut_off_text(self.text, end)) is not None:
                self._note(DefectKind.TEXT_AFTER_HASH, cut, self.text[slice(*cut)])
        return value

    def _resolved(self, text: str, span: Span) -> Any:
        if text in self._words:
            return text
        try:
            value = resolve(text)
        except NumberTooLong:
            raise self._stop(
                DefectKind.TOO_LARGE, span, "a number with too many digits", "write fewer digits"
            ) from None
        if (doubt := ambiguity(text, value)) is not None:
            self._note(DefectKind.AMBIGUOUS_SCALAR, span, doubt.words, help=doubt.help)
        elif value is text:
            self._words.add(text)
        return value

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
            mapping.begin(self.text[span.start : span.end])
            self._note(DefectKind.NON_STRING_KEY, span, self.text[span.start : span.end])
        elif key == "<<" and self.marks.kind[piece] & PLAIN:
            mapping.begin(key)
            self._note(DefectKind.ALIAS, self.marks.span(piece), "<<")
        else:
            mapping.begin(key)
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
        self._put(value)
        piece = self.marks.open(start, end, MAPPING if is_mapping else SEQUENCE)
        self._open.append(OpenCollection(value, piece, is_mapping, bool(event.flow_style), parent))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        if done.is_flow:
            self.last_end = event.end_mark.index
        self.marks.close(done.piece, self.last_end)
        if self._open:
            self._open[-1].key = None

    def _put(self, value: Any) -> None:
        """A value into the collection that is open; of two with one key, the first is kept."""
        if not self._open:
            self.data = value
        elif (parent := self._open[-1]).is_mapping:
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
        self._put(None)
        if self._open:
            self._open[-1].key = None

    def _end_of_document(self, event: Any) -> None:
        defect = defect_behind(self.text, event.end_mark.index, is_explicit=event.explicit)
        if defect is not None:
            raise self.ledger.stop(defect)

    def _note(self, kind: DefectKind, span: Span, detail: str = "", other: Span | None = None, help: str = "") -> None:
        if self.ledger.wants(kind):
            self.ledger.note(Defect(kind, span, detail, other, route_to_next(self._open), help))

    def _stop(self, kind: DefectKind, span: Span, detail: str, help: str = "") -> Unbuildable:
        return self.ledger.stop(Defect(kind, span, detail, route=route_to_next(self._open), help=help))
