"""Offsets in a text → lines and columns, both counted from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from guidelint.diagnostic import Position

LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text; they end as YAML 1.2 and editors have it: with LF, CR LF or CR."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(_ends_of_lines(text) if "\r" in text else _ends_of_plain_lines(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        return self._text[self._starts[number - 1] : self.stop(number)].rstrip("\r\n")

    def start(self, number: int) -> int:
        return self._starts[number - 1]

    def stop(self, number: int) -> int:
        """Where the next line begins."""
        return self._starts[number] if number < len(self._starts) else len(self._text)

    def number(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> Position:
        number = self.number(offset)
        return Position(number, offset - self._starts[number - 1] + 1)


def _ends_of_lines(text: str) -> Iterable[int]:
    return (found.end() for found in LINE_END.finditer(text))


def _ends_of_plain_lines(text: str) -> Iterable[int]:
    """The same in a fifth of the time, where every line ends with LF."""
    return accumulate([len(line) + 1 for line in text.split("\n")[:-1]])
