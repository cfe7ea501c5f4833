"""The ends of arrows: from the outline of one box to that of another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from guidelint.diagrams.geometry import Curve, Point, between, distance, first_hit, straight

CLOSE = 0.5
"""Ends that lie so close to an outline lie on it."""


def between_outlines(pieces: Sequence[Curve], source: Curve, target: Curve) -> tuple[Curve, ...]:
    """The pieces of a line that lead from frame to frame, led on to the outlines that these frame, by their corners."""
    first, *rest = pieces
    begun = [_led_on(first[::-1], source)[::-1], *rest]
    return (*begun[:-1], _led_on(begun[-1], target))


def _led_on(curve: Curve, corners: Curve) -> Curve:
    """On in the direction in which it ends if that meets the outline, else towards the middle."""
    middle = Point(sum(point.x for point in corners) / len(corners), sum(point.y for point in corners) / len(corners))
    end = curve[-1]
    straight_on = between(curve[-2], end, 1000.0) if curve[-2] != end else middle
    if any(distance(end, *side) < CLOSE for side in pairwise((*corners, corners[0]))):
        return curve
    hit = first_hit(end, straight_on, corners) or first_hit(end, middle, corners)
    return curve if hit is None else curve + straight(end, hit)[1:]
