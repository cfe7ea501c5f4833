"""The key under a picture: what its signs mean, and only of those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from guidelint.diagrams.geometry import Point, Rect, straight
from guidelint.diagrams.overlay import Badge, Overlay
from guidelint.diagrams.painted_arrows import LOOP_DASH
from guidelint.diagrams.painted_boxes import plain_box
from guidelint.diagrams.palette import Palette
from guidelint.diagrams.picture import Box, Emphasis, Shape
from guidelint.diagrams.pills import badge_pill, badge_width, step_pill, steps_width
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.primitives import Paint, Path, Primitive
from guidelint.diagrams.signs import RADIUS, sign_of

Painter = Callable[[Point], Iterable[Primitive]]
"""From the middle of the left side of a sign to the sign."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign of some width, and its meaning."""

    width: float
    paint: Painter
    words: str


SIZE = 30.0, 17.0
"""Of a box that is shown as a sign."""

SIGNS = (
    (Box("", None, Shape.EMERGENCY, ""), "Emergency"),
    (Box("", None, Shape.RECOMMENDATION, "", emphasis=Emphasis.URGENT), "Urgent"),
    (Box("", None, Shape.RECOMMENDATION, "", emphasis=Emphasis.AGAINST), "Advice against something"),
)
SHAPES = {
    Shape.FOLLOW_UP: "Follow-up: the patient is seen again",
    Shape.NOWHERE: "No answer: the way ends here, for this patient or for such patients",
    Shape.LINK: "The way goes on in another picture, or comes from one",
}


def key_of(layout: Layout, overlay: Overlay, palette: Palette) -> Iterator[Entry]:
    boxes = [placed.face.box for placed in layout.boxes]
    kinds = {(box.shape, box.emphasis) for box in boxes}
    for box, words in SIGNS:
        if (box.shape, box.emphasis) in kinds:
            yield Entry(2 * RADIUS, partial(_sign, box, palette), words)
    shapes = {box.shape for box in boxes}
    for shape, words in SHAPES.items():
        if shape in shapes:
            yield Entry(SIZE[0], partial(_outline, Box("", None, shape, ""), palette), words)
    if any(placed.face.arrow.closes_loop for placed in layout.arrows):
        yield Entry(SIZE[0], partial(_loop, palette), "↺ The way back into a loop")
    yield from _marks(overlay, palette)


def _marks(overlay: Overlay, palette: Palette) -> Iterator[Entry]:
    if any(marks.steps for marks in overlay.boxes.values()):
        steps = (1,)
        words = "Steps of this patient, in their order; the rest is pale"
        yield Entry(steps_width(steps), lambda left: step_pill(steps, left, palette), words)
    on_boxes = (badge for marks in overlay.boxes.values() for badge in marks.badges)
    on_arrows = (badge for marks in overlay.arrows.values() for badge in marks.badges)
    for badge in _kinds((*on_boxes, *on_arrows)):
        yield Entry(badge_width(badge), partial(_badge, badge, palette), badge.name or "More findings")


def _kinds(badges: Iterable[Badge]) -> list[Badge]:
    """One of each code, without how often it is found at one place."""
    return sorted(
        {Badge(badge.text.partition(" ")[0] if badge.name else "+", badge.tone, badge.name) for badge in badges},
        key=lambda badge: (not badge.name, badge.text, badge.tone.value),
    )


def _badge(badge: Badge, palette: Palette, left: Point) -> Iterator[Primitive]:
    return badge_pill(badge, left, palette)


def _sign(box: Box, palette: Palette, left: Point) -> Iterator[Primitive]:
    return sign_of(box, Point(left.x + RADIUS, left.y), palette.look_of(box).line, palette.ground)


def _outline(box: Box, palette: Palette, left: Point) -> Iterator[Primitive]:
    width, height = SIZE
    return plain_box(box, Rect(left.x, left.y - height / 2, width, height), palette)


def _loop(palette: Palette, left: Point) -> Iterator[Primitive]:
    yield Path(straight(left, Point(left.x + SIZE[0], left.y)), Paint(stroke=palette.arrow, width=1.4, dash=LOOP_DASH))
