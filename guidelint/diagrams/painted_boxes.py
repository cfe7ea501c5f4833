"""A box as it is drawn: its outline, what marks its kind, its words, and what is laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidelint.diagrams.geometry import Point, Rect, straight
from guidelint.diagrams.outlines import BAR, CUT, SIGN, outline_of, rectangle
from guidelint.diagrams.overlay import BoxMarks, Change
from guidelint.diagrams.palette import Palette, name_of
from guidelint.diagrams.picture import Box, Emphasis, Shape
from guidelint.diagrams.pill_places import Heads, pill, place_on_box
from guidelint.diagrams.pills import (
    badge_pill,
    badge_width,
    change_pill,
    change_width,
    step_pill,
    steps_width,
    struck_through,
)
from guidelint.diagrams.placed import PlacedBox
from guidelint.diagrams.primitives import NodeGroup, Paint, Path, Polygon, Primitive, Text
from guidelint.diagrams.signs import sign_of

WIDTHS = {Shape.EMERGENCY: 2.8, Shape.NOWHERE: 2.0}
DASHES = {Shape.FOLLOW_UP: (6.0, 4.0), Shape.UNDEFINED: (2.0, 3.0), Shape.NOWHERE: (3.0, 3.0)}
CHANGE_DASHES = {Change.ADDED: (), Change.REMOVED: (2.0, 3.0), Change.CHANGED: (7.0, 4.0)}


@dataclass(frozen=True, slots=True)
class _Pen:
    paint: Paint
    ink: str


def painted_box(placed: PlacedBox, palette: Palette, marks: BoxMarks, heads: Heads) -> NodeGroup:
    """No mark lies over one of the heads."""
    box = placed.face.box
    pen = _pen(box, palette, marks)
    items = (
        *_ground(box, placed.frame, pen.paint),
        *_words(placed, pen, palette),
        *_marks(placed, palette, marks, heads.get(placed.id, ())),
    )
    return NodeGroup(placed.id, tuple(_classes(box, marks)), items)


def plain_box(box: Box, frame: Rect, palette: Palette) -> Iterator[Primitive]:
    """Without words."""
    return _ground(box, frame, _pen(box, palette, BoxMarks()).paint)


def _classes(box: Box, marks: BoxMarks) -> Iterator[str]:
    yield name_of(box)
    if marks.is_dimmed:
        yield "dimmed"
    if marks.steps:
        yield "passed"
    if marks.change:
        yield marks.change.value


def _pen(box: Box, palette: Palette, marks: BoxMarks) -> _Pen:
    look = palette.look_of(box)
    width, dash = WIDTHS.get(box.shape, 1.3), DASHES.get(box.shape, ())
    if marks.change:
        change = palette.changes[marks.change]
        return _Pen(Paint(change.fill, change.line, width + 0.9, CHANGE_DASHES[marks.change]), palette.ink)
    if marks.is_dimmed:
        return _Pen(Paint(palette.ground, palette.faint, width, dash), palette.muted)
    if marks.steps:
        return _Pen(Paint(look.fill, palette.way, 3.0, dash), palette.ink)
    return _Pen(Paint(look.fill, look.line, width, dash), palette.ink)


def _ground(box: Box, frame: Rect, paint: Paint) -> Iterator[Primitive]:
    """The outline; what is urgent has a bar at its side, what stands for more than it says a second line."""
    outline = outline_of(box, frame)
    if outline.is_round:
        yield Path(outline.points, paint, is_closed=True)
    else:
        yield Polygon(outline.points, paint)
    line = Paint(stroke=paint.stroke, width=1.0)
    if box.emphasis is Emphasis.URGENT:
        yield Polygon(rectangle(Rect(frame.left, frame.top, BAR, frame.height)), Paint(paint.stroke))
    elif box.emphasis is Emphasis.AGAINST:
        yield Polygon(rectangle(Rect(frame.left + 3.5, frame.top + 3.5, frame.width - 7, frame.height - 7)), line)
    elif box.shape is Shape.SECTION:
        for x in (frame.left + 6, frame.right - 6):
            yield Path(straight(Point(x, frame.top), Point(x, frame.bottom)), line)


def _words(placed: PlacedBox, pen: _Pen, palette: Palette) -> Iterator[Primitive]:
    lines = placed.face.lines
    first = lines[0]
    middle = Point(first.x - SIGN + 8, first.y - 0.36 * first.size)
    yield from sign_of(placed.face.box, middle, pen.paint.stroke or pen.ink, palette.ground)
    yield from (Text(line, pen.ink) for line in lines if line.text)


def _marks(placed: PlacedBox, palette: Palette, marks: BoxMarks, heads: Sequence[Rect]) -> Iterator[Primitive]:
    frame, taken = placed.frame, list(heads)
    inset = CUT if placed.face.box.shape in (Shape.DECISION, Shape.EMERGENCY) else 0.0
    if marks.change is Change.REMOVED:
        yield from struck_through(placed.face.lines, palette.changes[Change.REMOVED].line)
    if marks.steps:
        width = steps_width(marks.steps)
        left = place_on_box(frame, width, taken, is_right=False, inset=inset)
        taken.append(pill(left, width))
        yield from step_pill(marks.steps, left, palette)
    if marks.change:
        width = change_width(marks.change)
        left = place_on_box(frame, width, taken, is_right=False, inset=inset)
        taken.append(pill(left, width))
        yield from change_pill(marks.change, left, palette)
    for badge in reversed(marks.badges):
        width = badge_width(badge)
        left = place_on_box(frame, width, taken, is_right=True)
        taken.append(pill(left, width))
        yield from badge_pill(badge, left, palette)
