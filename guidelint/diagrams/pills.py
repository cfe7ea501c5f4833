"""Small round labels that lie on boxes and arrows: steps, findings, what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidelint.diagrams.geometry import Point, Rect, rounded, straight
from guidelint.diagrams.lettering import face
from guidelint.diagrams.overlay import Badge, Change, Tone
from guidelint.diagrams.palette import Palette
from guidelint.diagrams.placed import Line
from guidelint.diagrams.primitives import Paint, Path, Primitive, Text

SIZE = 10.0
HEIGHT = 17.0
MOST_STEPS = 6

TONE_SIGNS = {Tone.ERROR: "✖", Tone.WARNING: "⚠", Tone.INFO: "ℹ"}
CHANGE_WORDS = {Change.ADDED: "+ added", Change.REMOVED: "− removed", Change.CHANGED: "Δ changed"}


def badge_pill(badge: Badge, left: Point, palette: Palette) -> Iterator[Primitive]:
    look = palette.tones[badge.tone]
    yield from _pill(_badge_text(badge), left, Paint(look.fill, look.line, 1.2), look.line)


def badge_width(badge: Badge) -> float:
    return _width(_badge_text(badge))


def _badge_text(badge: Badge) -> str:
    return f"{TONE_SIGNS[badge.tone]} {badge.text}"


def step_pill(steps: tuple[int, ...], left: Point, palette: Palette) -> Iterator[Primitive]:
    yield from _pill(_steps_text(steps), left, Paint(palette.way), palette.ground)


def steps_width(steps: tuple[int, ...]) -> float:
    return _width(_steps_text(steps))


def _steps_text(steps: tuple[int, ...]) -> str:
    """The numbers of a patient's steps; of many, the first ones."""
    return " · ".join((*map(str, steps[:MOST_STEPS]), *(["…"] if len(steps) > MOST_STEPS else [])))


def change_pill(change: Change, corner: Point, palette: Palette) -> Iterator[Primitive]:
    look = palette.changes[change]
    yield from _pill(CHANGE_WORDS[change], corner, Paint(look.fill, look.line, 1.2), look.line)


def change_width(change: Change) -> float:
    return _width(CHANGE_WORDS[change])


def change_sign(change: Change, corner: Point, palette: Palette) -> Iterator[Primitive]:
    """The first character of the words: on arrows, where there is room for no more."""
    look = palette.changes[change]
    yield from _pill(CHANGE_WORDS[change][0], corner, Paint(look.fill, look.line, 1.2), look.line)


def struck_through(lines: Iterable[Line], colour: str) -> Iterator[Primitive]:
    for line in lines:
        left = line.x - line.width / 2 if line.anchor == "middle" else line.x
        y = line.y - 0.32 * line.size
        yield Path(straight(Point(left, y), Point(left + line.width, y)), Paint(stroke=colour, width=1.2))


def _width(text: str) -> float:
    return max(SIZE * face(True).width(text) + 10, HEIGHT)


def _pill(text: str, left: Point, paint: Paint, ink: str) -> Iterator[Primitive]:
    """Its left end is at `left`, and it lies half above that."""
    frame = Rect(left.x, left.y - HEIGHT / 2, _width(text), HEIGHT)
    yield Path(rounded(frame, HEIGHT / 2), paint, is_closed=True)
    letters = face(True)
    middle = frame.centre
    line = Line(text, middle.x, middle.y + 0.36 * SIZE, SIZE, SIZE * letters.width(text), True, "middle")
    yield Text(line, ink)
