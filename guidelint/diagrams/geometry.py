"""Points and rectangles of pictures: in pixels of 1/96 inch, x to the right, y downward."""

from __future__ import annotations

from itertools import pairwise
from math import dist
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

ROUND = 0.5523
"""How far the handles of a Bézier reach that looks like a quarter of a circle, of its radius."""


def rounded(frame: Rect, radius: float) -> Curve:
    """A rectangle with round corners, closed, from where its top side begins."""
    across, down = min(radius, frame.width / 2), min(radius, frame.height / 2)
    return _round(frame, across, down)


def ellipse(frame: Rect) -> Curve:
    return _round(frame, frame.width / 2, frame.height / 2)


def _round(frame: Rect, across: float, down: float) -> Curve:
    """Clockwise; sides without length are left out."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    corners = (
        (Point(right - across, top), Point(right, top), Point(right, top + down)),
        (Point(right, bottom - down), Point(right, bottom), Point(right - across, bottom)),
        (Point(left + across, bottom), Point(left, bottom), Point(left, bottom - down)),
        (Point(left, top + down), Point(left, top), Point(left + across, top)),
    )
    points = [corners[3][2]]
    for begin, corner, end in corners:
        if begin != points[-1]:
            points += straight(points[-1], begin)[1:]
        points += (between(begin, corner, ROUND), between(end, corner, ROUND), end)
    return tuple(points)


def straight(begin: Point, end: Point) -> Curve:
    return (begin, between(begin, end, 1 / 3), between(begin, end, 2 / 3), end)


def between(begin: Point, end: Point, share: float) -> Point:
    return Point(begin.x + (end.x - begin.x) * share, begin.y + (end.y - begin.y) * share)


def beziers(curve: Curve) -> list[Curve]:
    """The cubic Béziers of a curve, each with its four points."""
    return [curve[index : index + 4] for index in range(0, len(curve) - 1, 3)]


def parted(bezier: Curve, share: float) -> tuple[Curve, Curve]:
    """A Bézier in two, by de Casteljau."""
    rows = [bezier]
    while len(rows[-1]) > 1:
        rows.append(tuple(between(one, other, share) for one, other in pairwise(rows[-1])))
    return tuple(row[0] for row in rows), tuple(row[-1] for row in reversed(rows))


def sampled(curve: Curve, steps: int = 8) -> tuple[Point, ...]:
    """Points on a curve, its ends among them."""
    found = [curve[0]]
    for bezier in beziers(curve):
        found += (point_on(bezier, step / steps) for step in range(1, steps + 1))
    return tuple(found)


def point_on(bezier: Curve, share: float) -> Point:
    rest = 1 - share
    w0, w1, w2, w3 = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
    p0, p1, p2, p3 = bezier
    return Point(w0 * p0.x + w1 * p1.x + w2 * p2.x + w3 * p3.x, w0 * p0.y + w1 * p1.y + w2 * p2.y + w3 * p3.y)


def distance(point: Point, begin: Point, end: Point) -> float:
    """From a point to a straight line between two others."""
    length = dist(begin, end)
    if not length:
        return dist(point, begin)
    across, down = (end.x - begin.x) / length, (end.y - begin.y) / length
    along = (point.x - begin.x) * across + (point.y - begin.y) * down
    return dist(point, between(begin, end, min(max(along / length, 0.0), 1.0)))


def first_hit(begin: Point, end: Point, corners: tuple[Point, ...]) -> Point | None:
    """Where a straight way first meets a closed polygon, None where it does not."""
    shares = (_crossing(begin, end, *side) for side in pairwise((*corners, corners[0])))
    share = min((share for share in shares if share is not None), default=None)
    return None if share is None else between(begin, end, share)


def _crossing(begin: Point, end: Point, one: Point, other: Point) -> float | None:
    """How far along its way a line crosses a side."""
    across, down = end.x - begin.x, end.y - begin.y
    side_x, side_y = other.x - one.x, other.y - one.y
    determinant = across * side_y - down * side_x
    if abs(determinant) < 1e-9:
        return None
    gap_x, gap_y = one.x - begin.x, one.y - begin.y
    share = (gap_x * side_y - gap_y * side_x) / determinant
    along = (gap_x * down - gap_y * across) / determinant
    return share if -1e-9 <= share <= 1 + 1e-9 and -1e-9 <= along <= 1 + 1e-9 else None
