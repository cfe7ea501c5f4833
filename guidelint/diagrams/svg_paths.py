"""Outlines and lines → the `d` of SVG paths: to a tenth of a pixel, and each step counted from where the last one
ended, which takes the fewest characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guidelint.diagrams.geometry import Curve, Point, beziers, distance

Step = tuple[str, tuple[int, ...]]
"""A command and its numbers, in tenths."""

STRAIGHT = 0.5
"""How far a Bézier may stray from the line between its ends and still be drawn as one, in tenths."""


def path_of(curve: Curve, *, is_closed: bool) -> str:
    start, *rest = map(_in_tenths, curve)
    steps = (_bezier_step(bezier) for bezier in beziers((start, *rest)))
    return _written(start, steps, is_closed=is_closed)


def polygon_path(corners: tuple[Point, ...]) -> str:
    start, *rest = map(_in_tenths, corners)
    steps = (_line_step(begin, end) for begin, end in pairwise((start, *rest)))
    return _written(start, steps, is_closed=True)


def number(value: float) -> str:
    """To a tenth, in as few characters as that takes."""
    return _said(_tenths(value))


def _tenths(value: float) -> int:
    return round(value * 10)


def _in_tenths(point: Point) -> Point:
    return Point(_tenths(point.x), _tenths(point.y))


def _bezier_step(bezier: Curve) -> Step:
    begin, *handles, end = bezier
    if all(distance(handle, begin, end) <= STRAIGHT for handle in handles):
        return _line_step(begin, end)
    return "c", tuple(int(each) for point in (*handles, end) for each in (point.x - begin.x, point.y - begin.y))


def _line_step(begin: Point, end: Point) -> Step:
    across, down = int(end.x - begin.x), int(end.y - begin.y)
    if not down:
        return "h", (across,)
    return ("l", (across, down)) if across else ("v", (down,))


def _written(start: Point, steps: Iterator[Step], *, is_closed: bool) -> str:
    """A command is not said again, and a minus parts numbers as well as a space does."""
    parts, last = [f"M{_list((int(start.x), int(start.y)))}"], "M"
    for command, numbers in steps:
        words = _list(numbers)
        between = command if command != last else "" if words.startswith("-") else " "
        parts.append(f"{between}{words}")
        last = command
    return f"{''.join(parts)}{'z' if is_closed else ''}"


def _list(numbers: tuple[int, ...]) -> str:
    return " ".join(map(_said, numbers)).replace(" -", "-")


def _said(tenths: int) -> str:
    if -10 < tenths < 10:
        return f"{'-' if tenths < 0 else ''}.{abs(tenths)}" if tenths else "0"  # the zero before a point is not needed
    return str(tenths / 10 if tenths % 10 else tenths // 10)
