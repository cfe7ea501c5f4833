"""What a rule says and where: routes, spans, findings, diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import NamedTuple

Route = tuple[str | int, ...]
"""The keys and indices that lead from the root of a document to one of its values."""


class Span(NamedTuple):
    """Half-open range of character offsets (code points) in the text of a document."""

    start: int
    end: int


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Confidence(Enum):
    """How sure a rule is that what it names is a mistake."""

    HIGH = "high"
    MEDIUM = "medium"


class Part(Enum):
    """Which part of a `key: value` pair a place points at."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a route, or a span of its own where no route leads there."""

    route: Route = ()
    part: Part = Part.VALUE
    span: Span | None = None
    note: str = ""


def at_key(route: Route, note: str = "") -> Place:
    return Place(route, Part.KEY, note=note)


def at_value(route: Route, note: str = "") -> Place:
    return Place(route, Part.VALUE, note=note)


def at_span(span: Span, route: Route = (), note: str = "") -> Place:
    return Place(route, span=span, note=note)


@dataclass(frozen=True, slots=True)
class Rename:
    """Another text as a key or as a value; it keeps the quotes that are written."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Respell:
    """Another ending of a text, such as the unit of a quantity."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Other YAML in the place of a value, as it is to stand there: `3`, `{unknown: fever}`."""

    place: Place
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Quotes around a key or a value as it is written."""

    place: Place


@dataclass(frozen=True, slots=True)
class Remove:
    """An entry with its key, or an item of a list; where a span is given, the entry whose key is written there."""

    place: Place


@dataclass(frozen=True, slots=True)
class MoveLast:
    """An item of a list behind all others."""

    route: Route


@dataclass(frozen=True, slots=True)
class Swap:
    """Two values, each in the place of the other."""

    one: Route
    other: Route


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters that are no part of the data, such as a comment, with what takes their place."""

    span: Span
    text: str = ""


Edit = Rename | Respell | Rewrite | Quote | Remove | MoveLast | Swap | Cut
"""What is done to a document, in terms of its data; `edits` knows how that is written."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding; `title` is the same as an order. It `is_safe` where nobody has to look at it: it says what
    its author said already."""

    edits: tuple[Edit, ...]
    title: str
    is_safe: bool = False


class TextEdit(NamedTuple):
    """A text in the place of these characters."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A fix in terms of the characters of one document."""

    fix: Fix
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect as a rule sees it; `place` is the thing itself, never its parent.

    `subject` groups findings for muting (see `rule.Muting`); `follows_from` are further subjects that it may be an echo
    of, and `leads_to` further ones whose findings may be its echoes. `severity` is given only where a rule has two.
    `patient` suffices for the finding, and says too what that comes to on a score that is compared there; `region` says
    in words who else it is about.
    """

    message: str
    place: Place
    help: str
    related: tuple[Place, ...] = ()
    subject: str | None = None
    severity: Severity | None = None
    walk: tuple[str, ...] = ()
    patient: tuple[tuple[str, str], ...] = ()
    region: tuple[str, ...] = ()
    follows_from: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    fix: Fix | None = None


class Position(NamedTuple):
    """Line and column of a character, both counted from 1 in code points."""

    line: int
    column: int


class Range(NamedTuple):
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    range: Range
    message: str
    route: Route


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding that has found its place: ready to be printed. `is_undecided` where it is about a proof not made,
    `is_stranded` where the node leaves its patient without a way on."""

    path: str
    range: Range
    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    help: str
    route: Route = ()
    node: str | None = None
    node_label: str | None = None
    related: tuple[RelatedPlace, ...] = ()
    patient: tuple[tuple[str, str], ...] = ()
    region: tuple[str, ...] = ()
    walk: tuple[str, ...] = ()
    fingerprint: str = ""
    is_undecided: bool = False
    is_stranded: bool = False
    span: Span = field(default=Span(0, 0), compare=False)
    patch: Patch | None = None

    @property
    def sort_key(self) -> tuple[str, Range, str, str]:
        return (self.path, self.range, self.code, self.message)
