"""How wide text is in the fonts that are shipped, and where its lines break.

A character that the fonts do not have is drawn by whatever font a viewer finds: it is given the room that it needs
in common ones, and a line with one says so.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar
from unicodedata import category, combining, east_asian_width

from guidelint.diagrams.text import pieces_of

T = TypeVar("T")

FONTS = Path(__file__).parent / "fonts"
FONT_FILES = {False: FONTS / "DejaVuSans.ttf", True: FONTS / "DejaVuSans-Bold.ttf"}
"""By whether it is bold."""

FULL, HALF, SIGN, LETTER = 1.0, 0.5, 1.3, 0.85
"""Of characters that are not in the fonts, in em: ideographs are as wide as high in every font; words in ten other
scripts were never wider than their letters so, in Noto and DejaVu."""

CLOSE = 4.0
"""Lines whose widths differ by less look balanced."""

UNSEEN = ("Mn", "Me", "Cf")
"""Categories of characters that take no room of their own."""

JOINS = "\u200d\ufe0f"
"""Characters that tie what stands beside them into one sign."""


@dataclass(frozen=True)
class Face:
    """One of the two faces; `runs` are its characters that follow each other: the first one's code, then the widths."""

    em: int
    runs: tuple[tuple[int, ...], ...]

    def width(self, text: str) -> float:
        """In em."""
        return sum(map(self._widths.__getitem__, text))

    def knows(self, text: str) -> bool:
        """Whether it has all characters of the text."""
        return all(map(self._known.__getitem__, text))

    @cached_property
    def _widths(self) -> Mapping[str, float]:
        return _Remembered(self._width)

    @cached_property
    def _known(self) -> Mapping[str, bool]:
        return _Remembered(lambda character: self._advance(ord(character)) is not None)

    def _width(self, character: str) -> float:
        advance = self._advance(ord(character))
        return _foreign_width(character) if advance is None else advance / self.em

    def _advance(self, code: int) -> int | None:
        run = self.runs[bisect_right(self.runs, (code, _AFTER)) - 1]
        return run[code - run[0] + 1] if 0 <= code - run[0] < len(run) - 1 else None


_AFTER = 1 << 16
"""Wider than any character: sorts after every run that begins with the same code."""


class _Remembered(dict[str, T]):
    """A function's values, each asked for once."""

    def __init__(self, function: Callable[[str], T]) -> None:
        self._function = function

    def __missing__(self, character: str) -> T:
        self[character] = value = self._function(character)
        return value


def _foreign_width(character: str) -> float:
    if category(character) in UNSEEN:
        return 0.0
    if 0x1F000 <= ord(character) < 0x20000:
        return SIGN
    return {"W": FULL, "F": FULL, "H": HALF}.get(east_asian_width(character), LETTER)


@cache
def face(bold: bool) -> Face:
    data = json.loads((FONTS / "widths.json").read_bytes())
    return Face(data["em"], tuple(map(tuple, data["bold" if bold else "regular"])))


Measure = Callable[[str], float]


class Line(NamedTuple):
    """Some words and how wide they are."""

    text: str
    width: float


def broken(text: str, width: float, measure: Measure) -> list[Line]:
    """The lines of a paragraph that has no newlines, none wider than `width` unless it is a single character.

    Lines break at spaces, between words that can be parted; failing that between any words, and failing that anywhere.
    """
    whole = measure(text)
    if whole <= width:
        return [Line(text, whole)]
    return _filled(list(_pieces(text, width, measure)), width)


def balanced(text: str, width: float, measure: Measure) -> list[Line]:
    """As few lines as `broken` takes, all about as wide."""
    whole = measure(text)
    if whole <= width:
        return [Line(text, whole)]
    pieces = list(_pieces(text, width, measure))
    lines = _filled(pieces, width)
    low, high = max(piece.width for piece in pieces), width
    while high - low > CLOSE:
        middle = (low + high) / 2
        tried = _filled(pieces, middle)
        low, high, lines = (low, middle, tried) if len(tried) <= len(lines) else (middle, high, lines)
    return lines


class _Piece(NamedTuple):
    """What is not to be broken, and what stands between it and the piece before it on the same line."""

    before: str
    gap: float
    text: str
    width: float


def _filled(pieces: Sequence[_Piece], width: float) -> list[Line]:
    """As many pieces on each line as there is room for."""
    lines = []
    words, filled = [pieces[0].text], pieces[0].width
    for before, gap, text, own in pieces[1:]:
        if filled + gap + own <= width:
            words += (before, text)
            filled += gap + own
        else:
            lines.append(Line("".join(words), filled))
            words, filled = [text], own
    return [*lines, Line("".join(words), filled)]


def _pieces(text: str, width: float, measure: Measure) -> Iterator[_Piece]:
    """At least one."""
    space = measure(" ")
    for piece in pieces_of(text):
        whole = measure(piece)
        if whole <= width:
            yield _Piece(" ", space, piece, whole)
            continue
        for word in piece.split(" "):
            before = " "
            for part in _parts(word, width, measure):
                yield _Piece(before, space if before else 0.0, part, measure(part))
                before = ""


def _parts(word: str, width: float, measure: Measure) -> Iterator[str]:
    """A word that is too long is broken anywhere but within a sign."""
    if measure(word) <= width:
        yield word
        return
    part, so_far = "", 0.0
    for sign in _signs(word):
        sign_width = measure(sign)
        if part and so_far + sign_width > width:
            yield part
            part, so_far = "", 0.0
        part += sign
        so_far += sign_width
    yield part


def _signs(word: str) -> Iterator[str]:
    """Characters with what is tied to them, up to a length that nobody means."""
    sign = ""
    for character in word:
        is_tied = combining(character) or character in JOINS or sign.endswith("\u200d")
        if sign and not (is_tied and len(sign) < 12):
            yield sign
            sign = ""
        sign += character
    if sign:
        yield sign
