"""Points and rectangles of pictures: in pixels of 1/96 inch, x to the right, y downward."""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    x: float
    y: float


class Rect(NamedTuple):
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def centre(self) -> Point:
        return Point(self.left + self.width / 2, self.top + self.height / 2)


Curve = tuple[Point, ...]
"""A start, and three points for each cubic Bézier that goes on from there: 1 + 3n points."""
