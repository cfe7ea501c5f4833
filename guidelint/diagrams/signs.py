"""The signs beside the titles of what is urgent, an emergency or advised against: in shape, not in colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from guidelint.diagrams.geometry import Point, Rect, ellipse, straight
from guidelint.diagrams.picture import Box, Emphasis, Shape
from guidelint.diagrams.primitives import Paint, Path, Polygon, Primitive

RADIUS = 7.5


def sign_of(box: Box, middle: Point, colour: str, ground: str) -> Iterator[Primitive]:
    """Nothing for a box that is none of these."""
    if box.shape is Shape.EMERGENCY:
        yield Polygon(_around(middle, 8, pi / 8), Paint(colour))
        yield from _exclamation(middle, ground)
    elif box.emphasis is Emphasis.URGENT:
        yield Polygon(_around(Point(middle.x, middle.y + 1.6), 3, pi / 2, 9.0), Paint(colour))
        yield from _exclamation(Point(middle.x, middle.y + 1), ground)
    elif box.emphasis is Emphasis.AGAINST:
        frame = Rect(middle.x - RADIUS, middle.y - RADIUS, 2 * RADIUS, 2 * RADIUS)
        yield Path(ellipse(frame), Paint(stroke=colour, width=2.2), is_closed=True)
        reach = RADIUS * 0.68
        bar = straight(Point(middle.x - reach, middle.y - reach), Point(middle.x + reach, middle.y + reach))
        yield Path(bar, Paint(stroke=colour, width=2.2))


def _around(middle: Point, corners: int, turn: float, radius: float = RADIUS) -> tuple[Point, ...]:
    """A regular polygon; one corner lies in the direction `turn`, upward at a quarter of a circle."""
    turns = (turn + 2 * pi * number / corners for number in range(corners))
    return tuple(Point(middle.x + radius * cos(each), middle.y - radius * sin(each)) for each in turns)


def _exclamation(middle: Point, colour: str) -> Iterator[Primitive]:
    stroke = straight(Point(middle.x, middle.y - 4), Point(middle.x, middle.y + 1))
    yield Path(stroke, Paint(stroke=colour, width=1.9))
    dot = Rect(middle.x - 1.1, middle.y + 2.2, 2.2, 2.2)
    yield Path(ellipse(dot), Paint(colour), is_closed=True)
