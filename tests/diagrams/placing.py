"""What must hold of any layout, asked with plain geometry that knows nothing of how it was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from guidelint.diagrams import lettering
from guidelint.diagrams.geometry import Point, Rect, sampled
from guidelint.diagrams.outlines import Outline, outline_of
from guidelint.diagrams.placed import Layout, Line, PlacedArrow

CLOSE = 0.6
"""Closer than half a line's width."""

LOOSE = 1.5
"""Graphviz ends its lines where the pen that draws a box ends: a pixel outside of it."""


def faults(layout: Layout) -> list[str]:
    return [*_outside(layout), *_overlaps(layout), *_crossings(layout), *_spilt_words(layout), *_loose_ends(layout)]


def _frames(layout: Layout) -> dict[str, Rect]:
    labels = {f"label of {arrow.id}": arrow.label for arrow in layout.arrows if arrow.label is not None}
    return {box.id: box.frame for box in layout.boxes} | labels


def _outside(layout: Layout) -> Iterator[str]:
    points = [point for arrow in layout.arrows for curve in arrow.curves for point in sampled(curve)]
    for frame in _frames(layout).values():
        points += [Point(frame.left, frame.top), Point(frame.right, frame.bottom)]
    if any(not (0 <= point.x <= layout.width and 0 <= point.y <= layout.height) for point in points):
        yield "something is outside"


def _overlaps(layout: Layout) -> Iterator[str]:
    for (one_id, one), (other_id, other) in combinations(_frames(layout).items(), 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        if across > 0.1 and down > 0.1:
            yield f"{one_id} lies on {other_id}"


def _crossings(layout: Layout) -> Iterator[str]:
    frames = _frames(layout)
    for arrow in layout.arrows:
        points = [point for curve in arrow.curves for point in sampled(curve, 16)]
        ends = {arrow.source, arrow.target}
        left, right = min(point.x for point in points), max(point.x for point in points)
        top, bottom = min(point.y for point in points), max(point.y for point in points)
        near = {
            id: frame
            for id, frame in frames.items()
            if frame.left < right and frame.right > left and frame.top < bottom and frame.bottom > top
        }
        for id, frame in near.items():
            if id not in ends and any(_is_inside(point, frame) for point in points):
                yield f"{arrow.id} from {arrow.source} to {arrow.target} crosses {id}"


def _is_inside(point: Point, frame: Rect) -> bool:
    return frame.left + CLOSE < point.x < frame.right - CLOSE and frame.top + CLOSE < point.y < frame.bottom - CLOSE


def _spilt_words(layout: Layout) -> Iterator[str]:
    for box in layout.boxes:
        for face in box.faces:
            if face is not None:
                yield from _spilt(box.id, face.lines, outline_of(face.box, box.frame))
    for arrow in layout.arrows:
        for said in arrow.faces:
            if said is not None and arrow.label is not None:
                yield from _spilt(arrow.id, said.lines, Outline(_corners(arrow.label)))


def _spilt(id: str, lines: tuple[Line, ...], outline: Outline) -> Iterator[str]:
    return (f"{id} spills {line.text!r}" for line in lines if not _is_held(line, outline))


def _corners(frame: Rect) -> tuple[Point, ...]:
    return (
        Point(frame.left, frame.top),
        Point(frame.right, frame.top),
        Point(frame.right, frame.bottom),
        Point(frame.left, frame.bottom),
    )


def _is_held(line: Line, outline: Outline) -> bool:
    """All of a line's letters, from its tallest to its deepest, as wide as the font says."""
    width = line.size * lettering.face(line.bold).width(line.text)
    left = line.x - width / 2 if line.anchor == "middle" else line.x
    top, bottom = line.y - 0.76 * line.size, line.y + 0.24 * line.size
    corners = (Point(left, top), Point(left + width, top), Point(left, bottom), Point(left + width, bottom))
    return all(is_within(corner, outline.corners) for corner in corners)


def is_within(point: Point, corners: tuple[Point, ...]) -> bool:
    """By the sides that a ray to the right crosses."""
    crossed = 0
    for one, other in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (one.y > point.y) != (other.y > point.y):
            crossed += point.x < one.x + (point.y - one.y) / (other.y - one.y) * (other.x - one.x)
    return crossed % 2 == 1


def _loose_ends(layout: Layout) -> Iterator[str]:
    """An arrow begins and ends on an outline, and its pieces on its label."""
    boxes = {box.id: box for box in layout.boxes}
    for arrow in layout.arrows:
        for id, end in ((arrow.source, arrow.curves[0][0]), (arrow.target, arrow.curves[-1][-1])):
            corners = outline_of(boxes[id].face.box, boxes[id].frame).corners
            if _distance(end, corners) > LOOSE:
                yield f"{arrow.id} does not end on {id}"
        yield from _loose_label(arrow)


def _loose_label(arrow: PlacedArrow) -> Iterator[str]:
    if arrow.label is None:
        if len(arrow.curves) != 1:
            yield f"{arrow.id} has pieces, but no label"
        return
    first, last = arrow.curves
    if any(_distance(end, _corners(arrow.label)) > LOOSE for end in (first[-1], last[0])):
        yield f"{arrow.id} misses its label"


def _distance(point: Point, corners: tuple[Point, ...]) -> float:
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return min(_from_side(point, one, other) for one, other in sides)


def _from_side(point: Point, one: Point, other: Point) -> float:
    across, down = other.x - one.x, other.y - one.y
    length = across * across + down * down
    along = 0.0 if not length else ((point.x - one.x) * across + (point.y - one.y) * down) / length
    along = min(max(along, 0.0), 1.0)
    x, y = one.x + along * across - point.x, one.y + along * down - point.y
    return float((x * x + y * y) ** 0.5)
