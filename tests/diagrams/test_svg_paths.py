"""The `d` of paths, counted together again: what is drawn is what was to be drawn, to a tenth of a pixel."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.diagrams.geometry import Curve, Point, Rect, beziers, distance, rounded, straight
from guidelint.diagrams.svg_paths import number, path_of, polygon_path

SIZES = {"M": 2, "c": 6, "l": 2, "h": 1, "v": 1, "z": 0}

tenths = st.integers(-5_000, 5_000).map(lambda count: count / 10)
points = st.builds(Point, tenths, tenths)


def drawn(path: str) -> list[Curve]:
    """Each step as its points: four of a Bézier, two of a line."""
    found: list[Curve] = []
    at = Point(0, 0)
    for command, words in re.findall(r"([Mclhvz])([^Mclhvz]*)", path):
        numbers = list(map(float, re.findall(r"-?[0-9.]+", words)))
        size = SIZES[command]
        assert len(numbers) % size == 0 if size else not numbers
        for index in range(0, len(numbers), size or 1):
            each = numbers[index : index + size]
            pairs = {"h": [each[0], 0.0], "v": [0.0, each[0]]}.get(command, each)
            steps = [Point(at.x + x, at.y + y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]
            if command == "M":
                at = Point(*each)
                continue
            found.append((at, *steps))
            at = steps[-1]
    return found


def is_near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 1e-6 and abs(one.y - other.y) < 1e-6


@given(points, st.lists(st.tuples(points, points, points), min_size=1, max_size=8))
def test_a_curve_is_read_back(start: Point, rest: list[tuple[Point, Point, Point]]) -> None:
    curve = (start, *(point for each in rest for point in each))
    steps = drawn(path_of(curve, is_closed=False))
    for step, bezier in zip(steps, beziers(curve), strict=True):
        assert is_near(step[0], bezier[0])
        assert is_near(step[-1], bezier[-1])
        if len(step) == 4:
            assert all(map(is_near, step, bezier))
        else:
            assert all(distance(handle, bezier[0], bezier[-1]) < 0.051 for handle in bezier[1:3])


@given(st.lists(points, min_size=2, max_size=9))
def test_corners_are_read_back(corners: list[Point]) -> None:
    path = polygon_path(tuple(corners))
    assert path.endswith("z")
    assert all(map(is_near, [corners[0], *(step[-1] for step in drawn(path))], corners))


@pytest.mark.parametrize(
    ("curve", "is_closed", "path"),
    [
        (straight(Point(1, 2), Point(1, 9.5)), False, "M1 2v7.5"),
        (straight(Point(3, 2.25), Point(-1, 2.25)), False, "M3 2.2h-4"),
        (straight(Point(0, 0), Point(10, 7)), False, "M0 0l10 7"),
        ((Point(0, 0), Point(0, 5), Point(5, 10), Point(10, -10)), False, "M0 0c0 5 5 10 10-10"),
        (
            rounded(Rect(0, 0, 4, 2), 1),
            True,
            "M1 0h2c.6 0 1 .4 1 1 0 .6-.4 1-1 1h-2c-.6 0-1-.4-1-1 0-.6 .4-1 1-1z",
        ),
    ],
)
def test_few_characters_are_taken(curve: Curve, is_closed: bool, path: str) -> None:
    assert path_of(curve, is_closed=is_closed) == path


@pytest.mark.parametrize(
    ("value", "text"), [(0.04, "0"), (-0.04, "0"), (2.0, "2"), (-2.35, "-2.4"), (1234.56, "1234.6")]
)
def test_a_number_has_one_digit_behind_the_point(value: float, text: str) -> None:
    assert number(value) == text
