"""Where a pill lies on a box or an arrow: over no other one, and over no arrowhead, which says where a way leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist

from guidelint.diagrams.geometry import Point, Rect, between, sampled
from guidelint.diagrams.pills import HEIGHT
from guidelint.diagrams.placed import PlacedArrow

HEAD = 13.0
"""How long the longest head is."""

OVER = 6.0
"""How far a pill juts out over the corner of a box."""

GAP = 3.0
"""From pill to pill."""

SHIFT = 4.0
"""How far on the next place is that is tried."""

AWAY = 200.0
"""How far from the words of an arrow a mark of it may lie."""


Heads = Mapping[str, Sequence[Rect]]
"""By the box that they lead to."""


def heads_of(arrows: Iterable[PlacedArrow]) -> Heads:
    found: dict[str, list[Rect]] = {}
    for arrow in arrows:
        found.setdefault(arrow.target, []).append(_head(arrow))
    return found


def pill(left: Point, width: float) -> Rect:
    """What a pill covers that begins there: it lies half above."""
    return Rect(left.x, left.y - HEIGHT / 2, width, HEIGHT)


def place_on_box(frame: Rect, width: float, taken: Sequence[Rect], *, is_right: bool, inset: float = 0.0) -> Point:
    """Along the upper side from one of its corners, and then along the lower one."""
    ends = frame.left + inset - OVER, frame.right - inset + OVER - width
    return _free(_along(ends, (frame.top, frame.bottom), is_right=is_right), width, taken)


def place_on_arrow(arrow: PlacedArrow, width: float, taken: Sequence[Rect], *, is_right: bool) -> Point:
    """Over the words or under them; without words, on the line, as near to its middle as can be."""
    return _free(_on_arrow(arrow, width, is_right=is_right), width, taken)


def _along(ends: tuple[float, float], rows: Iterable[float], *, is_right: bool) -> Iterator[Point]:
    """From the left end to the right one or back, in each row."""
    first, last = ends[::-1] if is_right else ends
    step = SHIFT if last > first else -SHIFT
    return (Point(first + step * number, y) for y in rows for number in range(int((last - first) / step) + 1))


def _on_arrow(arrow: PlacedArrow, width: float, *, is_right: bool) -> Iterator[Point]:
    label = arrow.label
    if label is not None:
        ends = (label.left - AWAY, label.right - width) if is_right else (label.left, label.right + AWAY)
        yield from _along(ends, (label.top - HEIGHT / 2, label.bottom + HEIGHT / 2), is_right=is_right)
    points = sampled(arrow.curves[0])
    middle = points[len(points) // 2]
    for point in sorted(points, key=lambda point: dist(point, middle)):
        yield from (Point(point.x + beside, point.y) for beside in (-width / 2, HEIGHT / 2, -width - HEIGHT / 2))


def _free(places: Iterable[Point], width: float, taken: Sequence[Rect]) -> Point:
    """The first that covers nothing; the very first where there is none."""
    tried = list(places)
    return next((place for place in tried if not any(_meet(pill(place, width), each) for each in taken)), tried[0])


def _meet(one: Rect, other: Rect) -> bool:
    across = one.left < other.right + GAP and other.left < one.right + GAP
    return across and one.top < other.bottom and other.top < one.bottom


def _head(arrow: PlacedArrow) -> Rect:
    """What it covers at most: it is as wide as five sixths of its length."""
    *_, before, tip = arrow.curves[-1]
    length = dist(before, tip)
    neck = between(tip, before, HEAD / length) if length else tip
    left, right, top, bottom = min(tip.x, neck.x), max(tip.x, neck.x), min(tip.y, neck.y), max(tip.y, neck.y)
    half = HEAD * 0.42
    return Rect(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)
