"""What stands around a picture: above it whose walk it shows, under it the key to its signs and what is to be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from guidelint.diagrams.geometry import Point, straight
from guidelint.diagrams.key import Entry
from guidelint.diagrams.layout import MARGIN
from guidelint.diagrams.lettering import face
from guidelint.diagrams.palette import Palette
from guidelint.diagrams.placed import Line
from guidelint.diagrams.primitives import Drawing, NoteGroup, Paint, Path, Primitive, Text
from guidelint.diagrams.writing import DETAIL, caption_block, details_block

if TYPE_CHECKING:
    from guidelint.diagrams.captions import Caption

LEAST_WIDTH = 360.0
"""Of a caption: a narrow picture is given room beside it."""

MOST_WIDTH = 760.0
"""A line of words that is longer is not followed to its end."""

RULE = 12.0
"""The room to the left of a caption, for the line beside it."""

AFTER_SIGN, BETWEEN, ROW = 7.0, 22.0, 25.0
"""In a key: from a sign to its words, from entry to entry, from row to row."""


def framed(
    drawing: Drawing, caption: Caption | None, entries: Iterable[Entry], foot: Sequence[str], palette: Palette
) -> Drawing:
    return _with_foot(_with_key(_with_caption(drawing, caption, palette), list(entries), palette), foot, palette)


def _with_caption(drawing: Drawing, caption: Caption | None, palette: Palette) -> Drawing:
    if caption is None:
        return drawing
    width = min(max(drawing.width - 2 * MARGIN - RULE, LEAST_WIDTH), MOST_WIDTH)
    block = caption_block(caption.title, caption.lines, width)
    top = -block.height
    lines = block.at(Point(MARGIN + RULE, top))
    rule = straight(Point(MARGIN + 1.5, top), Point(MARGIN + 1.5, 0.0))
    items: tuple[Primitive, ...] = (
        Path(rule, Paint(stroke=palette.way, width=3.0)),
        *(Text(line, palette.ink) for line in lines),
    )
    above = block.height + MARGIN
    return replace(
        drawing,
        description="\n".join(filter(None, (drawing.description, caption.text))),
        width=max(drawing.width, block.width + 2 * MARGIN + RULE),
        height=drawing.height + above,
        above=above,
        groups=(*drawing.groups, NoteGroup("caption", items)),
    )


def _with_foot(drawing: Drawing, paragraphs: Sequence[str], palette: Palette) -> Drawing:
    if not paragraphs:
        return drawing
    width = min(max(drawing.width - 2 * MARGIN, LEAST_WIDTH), MOST_WIDTH)
    block = details_block(paragraphs, width)
    items = tuple(Text(line, palette.ink) for line in block.at(Point(MARGIN, drawing.height - drawing.above)))
    return replace(
        drawing,
        width=max(drawing.width, block.width + 2 * MARGIN),
        height=drawing.height + block.height + MARGIN,
        groups=(*drawing.groups, NoteGroup("foot", items)),
    )


def _with_key(drawing: Drawing, entries: Sequence[Entry], palette: Palette) -> Drawing:
    if not entries:
        return drawing
    width = max(drawing.width, max(map(_width, entries)) + 2 * MARGIN)
    bottom = drawing.height - drawing.above
    places = list(_places(entries, Point(MARGIN, bottom + ROW / 2), min(width - MARGIN, MARGIN + 1.6 * MOST_WIDTH)))
    items = [item for entry, place in zip(entries, places, strict=True) for item in _painted(entry, place, palette)]
    height = drawing.height + places[-1].y + ROW / 2 - bottom + MARGIN / 2
    return replace(drawing, width=width, height=height, groups=(*drawing.groups, NoteGroup("key", tuple(items))))


def _places(entries: Iterable[Entry], first: Point, right: float) -> Iterator[Point]:
    """As many beside each other as there is room for."""
    x, y = first
    for entry in entries:
        if x > first.x and x + _width(entry) > right:
            x, y = first.x, y + ROW
        yield Point(x, y)
        x += _width(entry) + BETWEEN


def _width(entry: Entry) -> float:
    return entry.width + AFTER_SIGN + DETAIL * face(False).width(entry.words)


def _painted(entry: Entry, place: Point, palette: Palette) -> Iterator[Primitive]:
    yield from entry.paint(place)
    width = DETAIL * face(False).width(entry.words)
    line = Line(entry.words, place.x + entry.width + AFTER_SIGN, place.y + 0.36 * DETAIL, DETAIL, width)
    yield Text(line, palette.muted)
