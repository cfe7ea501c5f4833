"""The words of boxes and arrows as lines of text: how large a block they make, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from guidelint.diagrams import lettering
from guidelint.diagrams.geometry import Point, Rect
from guidelint.diagrams.lettering import Face, face
from guidelint.diagrams.outlines import OVALS, SIGN, frame_for, has_sign, margins
from guidelint.diagrams.picture import Arrow, Box
from guidelint.diagrams.placed import Line
from guidelint.diagrams.text import shown

TITLE, DETAIL, LABEL = 13.0, 11.0, 11.0
"""Sizes of type."""

LEADING = 1.34
"""From one baseline to the next, and how much of it is above the baseline, in em."""
ASCENT = 1.0

AFTER_TITLE, BETWEEN_DETAILS = 5.0, 4.0
LABEL_PADDING = 5.0
BULLET = re.compile(r"• |[+−]\d+ ")
"""What begins a paragraph whose further lines are indented as far as its words: also the points of a score."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines from (0, 0) to the right and downward."""

    width: float
    height: float
    lines: tuple[Line, ...]

    def at(self, corner: Point) -> tuple[Line, ...]:
        return tuple([line._replace(x=line.x + corner.x, y=line.y + corner.y) for line in self.lines])


def box_block(box: Box) -> Block:
    """The title, its details under it; in ovals everything is centred."""
    details = [shown(detail) for detail in box.details]
    title = shown(box.title)
    width = _column(TITLE, (title,), DETAIL, details)
    column = _Column(SIGN if has_sign(box) else 0.0)
    column.write(title, width, TITLE, is_bold=True)
    for index, detail in enumerate(details):
        column.skip(BETWEEN_DETAILS if index else AFTER_TITLE)
        column.write(detail, width, DETAIL)
    return column.block(is_centred=box.shape in OVALS)


def label_block(arrow: Arrow) -> Block:
    """The words on an arrow, centred; nothing where it has none."""
    text = shown(arrow.text)
    if not text.strip():
        return Block(0.0, 0.0, ())
    column = _Column(0.0)
    column.write(text, min(max(sqrt(4.5 * _area(LABEL, (text,))), 130.0), 420.0), LABEL, is_balanced=True)
    return column.block(is_centred=True)


def caption_block(title: str, lines: Iterable[str], width: float) -> Block:
    column = _Column(0.0)
    column.write(shown(title), width, TITLE, is_bold=True)
    for line in lines:
        column.skip(BETWEEN_DETAILS)
        column.write(shown(line), width, DETAIL)
    return column.block(is_centred=False)


def details_block(lines: Iterable[str], width: float) -> Block:
    column = _Column(0.0)
    for line in lines:
        column.write(shown(line), width, DETAIL)
        column.skip(BETWEEN_DETAILS)
    return column.block(is_centred=False)


def frame_size(box: Box, block: Block) -> tuple[float, float]:
    return frame_for(box, block.width, block.height)


def label_size(block: Block) -> tuple[float, float]:
    return block.width + 2 * LABEL_PADDING, block.height + LABEL_PADDING


def in_frame(box: Box, block: Block, frame: Rect) -> tuple[Line, ...]:
    """The block in the middle of the frame, or of what its margins leave of it."""
    before, after = (0.0, 0.0) if box.shape in OVALS else margins(box)
    left = frame.left + before + (frame.width - before - after - block.width) / 2
    return block.at(Point(left, frame.top + (frame.height - block.height) / 2))


def in_middle(block: Block, frame: Rect) -> tuple[Line, ...]:
    return block.at(Point(frame.left + (frame.width - block.width) / 2, frame.top + (frame.height - block.height) / 2))


class _Column:
    """Lines that are written one under the other."""

    def __init__(self, title_indent: float) -> None:
        self._lines: list[Line] = []
        self._bottom = 0.0
        self._title_indent = title_indent

    def skip(self, height: float) -> None:
        self._bottom += height

    def write(self, text: str, width: float, size: float, *, is_bold: bool = False, is_balanced: bool = False) -> None:
        """Every line of the text is a paragraph, and belongs to the bullet before it, if there is one."""
        letters = face(is_bold)
        left, hang = self._title_indent if is_bold else 0.0, 0.0
        for paragraph in text.split("\n"):
            bullet = BULLET.match(paragraph)
            hang = size * letters.width(bullet[0]) if bullet else hang
            for number, line in enumerate(
                _lines(paragraph, max(width - hang, width / 2), size, letters, is_balanced or is_bold)
            ):
                indent = 0.0 if bullet and not number else hang
                self._add(
                    Line(line.text, left + indent, 0.0, size, line.width, is_bold, is_sure=letters.knows(line.text))
                )

    def _add(self, line: Line) -> None:
        self._lines.append(line._replace(y=self._bottom + ASCENT * line.size))
        self._bottom += LEADING * line.size

    def block(self, *, is_centred: bool) -> Block:
        width = max((line.x + line.width for line in self._lines), default=0.0)
        lines = [line._replace(x=width / 2, anchor="middle") for line in self._lines] if is_centred else self._lines
        return Block(width, self._bottom, tuple(lines))


def _lines(text: str, width: float, size: float, letters: Face, is_balanced: bool) -> list[lettering.Line]:
    def measure(part: str) -> float:
        return size * letters.width(part)

    return lettering.balanced(text, width, measure) if is_balanced else lettering.broken(text, width, measure)


def _column(title_size: float, titles: Iterable[str], size: float, details: Iterable[str]) -> float:
    """A width at which a box is about twice as wide as high, within what is pleasant to read."""
    return min(max(sqrt(2.2 * (_area(title_size, titles) + _area(size, details))), 240.0), 640.0)


def _area(size: float, texts: Iterable[str]) -> float:
    return sum(size * face(False).width(text) * LEADING * size for text in texts)
