"""An arrow as it is drawn: a line through its words, and a head that is a polygon, which every viewer draws alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import dist

from guidelint.diagrams.geometry import Curve, Point, beziers, parted, point_on
from guidelint.diagrams.overlay import ArrowMarks, Change
from guidelint.diagrams.palette import Palette
from guidelint.diagrams.pill_places import Heads, pill, place_on_arrow
from guidelint.diagrams.pills import HEIGHT, badge_pill, badge_width, change_sign, struck_through
from guidelint.diagrams.placed import PlacedArrow
from guidelint.diagrams.primitives import EdgeGroup, Paint, Path, Polygon, Primitive, Text

LOOP_DASH = (5.0, 4.0)
REMOVED_DASH = (2.0, 3.0)


@dataclass(frozen=True, slots=True)
class _Pen:
    colour: str
    ink: str
    width: float = 1.4
    dash: tuple[float, ...] = ()

    @property
    def head(self) -> float:
        """The length of the head."""
        return 6.5 + 2 * self.width


def painted_arrow(arrow: PlacedArrow, palette: Palette, marks: ArrowMarks, heads: Heads) -> EdgeGroup:
    """No mark lies over one of the heads."""
    return EdgeGroup(
        arrow.id,
        arrow.source,
        arrow.target,
        tuple(_classes(arrow, marks)),
        tuple(_items(arrow, _pen(arrow, palette, marks), palette, marks, heads)),
    )


def _classes(arrow: PlacedArrow, marks: ArrowMarks) -> Iterator[str]:
    if arrow.face.arrow.closes_loop:
        yield "loop"
    if marks.is_dimmed:
        yield "dimmed"
    if marks.is_taken:
        yield "taken"
    if marks.change:
        yield marks.change.value


def _pen(arrow: PlacedArrow, palette: Palette, marks: ArrowMarks) -> _Pen:
    dash = LOOP_DASH if arrow.face.arrow.closes_loop else ()
    if marks.change:
        is_removed = marks.change is Change.REMOVED
        return _Pen(palette.changes[marks.change].line, palette.ink, 2.0, REMOVED_DASH if is_removed else dash)
    if marks.is_dimmed:
        return _Pen(palette.faint, palette.muted, dash=dash)
    if marks.is_taken:
        return _Pen(palette.way, palette.ink, 3.0, dash)
    return _Pen(palette.arrow, palette.ink, dash=dash)


def _items(arrow: PlacedArrow, pen: _Pen, palette: Palette, marks: ArrowMarks, heads: Heads) -> Iterator[Primitive]:
    *pieces, last = arrow.curves
    shaft, neck = _cut(last, pen.head)
    paint = Paint(stroke=pen.colour, width=pen.width, dash=pen.dash)
    for piece in (*pieces, shaft):
        yield Path(piece, paint)
    yield Polygon(_head(neck, last[-1]), Paint(fill=pen.colour))
    lines = arrow.face.lines
    yield from (Text(line, pen.ink) for line in lines if line.text)
    if marks.change is Change.REMOVED:
        yield from struck_through(lines, pen.colour)
    yield from _marks(arrow, palette, marks, heads)


def _marks(arrow: PlacedArrow, palette: Palette, marks: ArrowMarks, heads: Heads) -> Iterator[Primitive]:
    taken = [head for all_there in heads.values() for head in all_there] if marks.badges or marks.change else []
    if marks.change:
        left = place_on_arrow(arrow, HEIGHT, taken, is_right=False)
        taken.append(pill(left, HEIGHT))
        yield from change_sign(marks.change, left, palette)
    for badge in reversed(marks.badges):
        width = badge_width(badge)
        left = place_on_arrow(arrow, width, taken, is_right=True)
        taken.append(pill(left, width))
        yield from badge_pill(badge, left, palette)


def _cut(curve: Curve, length: float) -> tuple[Curve, Point]:
    """The curve without what the head covers, and the middle of the head's base."""
    tip = curve[-1]
    kept = beziers(curve)
    while len(kept) > 1 and dist(kept[-1][0], tip) < length:
        kept.pop()
    last = kept.pop()
    low, high = 0.0, 1.0
    for _ in range(14):
        middle = (low + high) / 2
        low, high = (middle, high) if dist(point_on(last, middle), tip) > length else (low, middle)
    shaft = parted(last, low)[0]
    joined = [point for bezier in kept for point in bezier[:-1]]
    return (*joined, *shaft), shaft[-1]


def _head(neck: Point, tip: Point) -> Curve:
    """An isosceles triangle."""
    across = Point((tip.y - neck.y) * 0.42, (neck.x - tip.x) * 0.42)
    return (tip, Point(neck.x + across.x, neck.y + across.y), Point(neck.x - across.x, neck.y - across.y))
