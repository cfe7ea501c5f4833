"""What a drawing is made of: outlines and words with their colours, for any writer of images."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.diagrams.geometry import Curve, Point
from guidelint.diagrams.placed import Line


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours are `#rrggbb`, None for no fill or no stroke; `dash` holds lengths of strokes and gaps."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """Closed, with straight sides."""

    points: tuple[Point, ...]
    paint: Paint


@dataclass(frozen=True, slots=True)
class Path:
    """One curve of cubic Béziers; a closed one ends where it begins."""

    curve: Curve
    paint: Paint
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""

    line: Line
    fill: str


Primitive = Polygon | Path | Text


@dataclass(frozen=True, slots=True)
class NodeGroup:
    """All that is drawn of one box; `classes` say what it is and how it is marked, for style sheets."""

    id: str
    classes: tuple[str, ...]
    items: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class EdgeGroup:
    """All that is drawn of one arrow, from and to the ids of boxes."""

    id: str
    source: str
    target: str
    classes: tuple[str, ...]
    items: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """What stands above the picture or under it, by what it is."""

    kind: str
    items: tuple[Primitive, ...]


Group = NodeGroup | EdgeGroup | NoteGroup


@dataclass(frozen=True, slots=True)
class Drawing:
    """Groups in the order in which they are painted; what no group covers has the colour of the ground.

    So much of the height lies `above` the origin.
    """

    title: str
    description: str
    width: float
    height: float
    ground: str
    groups: tuple[Group, ...]
    above: float = 0.0
