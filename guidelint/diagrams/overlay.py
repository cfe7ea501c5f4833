"""What is laid over a picture without moving anything: the way of a patient, findings, what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Tone(Enum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Change(Enum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Badge:
    """A few characters, such as the code of a finding; `name` says in words what was found, if it is one thing."""

    text: str
    tone: Tone
    name: str = ""


@dataclass(frozen=True, slots=True)
class BoxMarks:
    """`steps` are the numbers under which a patient passes; a dimmed box is still read."""

    is_dimmed: bool = False
    steps: tuple[int, ...] = ()
    badges: tuple[Badge, ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class ArrowMarks:
    """`is_taken` where the patient goes this way."""

    is_dimmed: bool = False
    is_taken: bool = False
    badges: tuple[Badge, ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """Marks by the ids of placed boxes and arrows.

    A way out to nowhere needs room, so it is none of these: `with_ways_out` puts it into the picture before the layout.
    """

    boxes: Mapping[str, BoxMarks] = field(default_factory=dict)
    arrows: Mapping[str, ArrowMarks] = field(default_factory=dict)


NOTHING = Overlay()
