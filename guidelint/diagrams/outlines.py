"""The outline of each kind of box, and the room for words in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from guidelint.diagrams.geometry import Curve, Point, Rect, ellipse, rounded, sampled
from guidelint.diagrams.picture import Box, Emphasis, Shape

CUT = 16.0
"""How far the corners of hexagons and octagons are cut."""

ROUNDING = {Shape.START: 12.0, Shape.FOLLOW_UP: 20.0}
OVALS = (Shape.LINK, Shape.NOWHERE)
BAR = 7.0
"""The width of the bar along the left side of what is urgent."""

SIGN = 22.0
"""The room for a sign to the left of the title, with the gap between them."""

PADDING = 14.0
ABOVE = 11.0


@dataclass(frozen=True, slots=True)
class Outline:
    """The corners of a polygon or, where it is round, a closed curve."""

    points: Curve
    is_round: bool = False

    @property
    def corners(self) -> tuple[Point, ...]:
        """A polygon that lies on the outline."""
        return sampled(self.points) if self.is_round else self.points


def outline_of(box: Box, frame: Rect) -> Outline:
    if box.shape in OVALS:
        return Outline(ellipse(frame), is_round=True)
    if box.shape in ROUNDING:
        return Outline(rounded(frame, ROUNDING[box.shape]), is_round=True)
    if box.shape is Shape.DECISION:
        return Outline(_hexagon(frame))
    return Outline(_octagon(frame) if box.shape is Shape.EMERGENCY else rectangle(frame))


def rectangle(frame: Rect) -> Curve:
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    return (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom))


def _hexagon(frame: Rect) -> Curve:
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    middle = frame.centre.y
    return (
        Point(left + CUT, top),
        Point(right - CUT, top),
        Point(right, middle),
        Point(right - CUT, bottom),
        Point(left + CUT, bottom),
        Point(left, middle),
    )


def _octagon(frame: Rect) -> Curve:
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    return (
        Point(left + CUT, top),
        Point(right - CUT, top),
        Point(right, top + CUT),
        Point(right, bottom - CUT),
        Point(right - CUT, bottom),
        Point(left + CUT, bottom),
        Point(left, bottom - CUT),
        Point(left, top + CUT),
    )


def has_sign(box: Box) -> bool:
    """Whether a sign stands beside the title, that says without colour what the box is above all."""
    return box.shape is Shape.EMERGENCY or box.emphasis is not Emphasis.PLAIN


def frame_for(box: Box, width: float, height: float) -> tuple[float, float]:
    """The size of the frame around words of a size."""
    if box.shape in OVALS:
        whole = 1.2 * width + 2 * PADDING
        return whole, (height + 4) / sqrt(1 - (width / whole) ** 2)
    before, after = margins(box)
    return before + width + after, 2 * ABOVE + height


def margins(box: Box) -> tuple[float, float]:
    """To the left and to the right of the words."""
    if box.shape is Shape.DECISION:
        return CUT + PADDING / 2, CUT + PADDING / 2
    return (PADDING + BAR if box.emphasis is Emphasis.URGENT else PADDING), PADDING
