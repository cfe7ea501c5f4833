"""Colour where it is wanted, and text that a terminal can be trusted with."""

from __future__ import annotations

import re
import unicodedata

from guidelint.diagnostic import Severity

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that move the cursor, turn the order of letters around or cannot be encoded."""

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


FEWEST_COLUMNS = 40
"""In fewer, nothing can be read anyway."""

HANGING = 2


def safe(text: str) -> str:
    """Text from a file for a terminal: one character stays one character."""
    return UNSAFE.sub(lambda hit: " " if hit[0] == "\t" else "\ufffd", text)


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Style:
    """Paints text, or leaves it as it is, and fits it into so many columns; None where nobody has said how many."""

    def __init__(self, colour: bool, columns: int | None = None) -> None:
        self._colour = colour
        self.columns = None if columns is None else max(columns, FEWEST_COLUMNS)

    def fitted(self, text: str, indent: str) -> list[str]:
        """Text without colour, on as many lines as it takes; all but the first hang by two columns more."""
        if self.columns is None or len(indent) + width(text) <= self.columns:
            return [f"{indent}{text}"]
        lines, room = [""], self.columns - len(indent)
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and width(longer) > room - (HANGING if len(lines) > 1 else 0):
                lines.append(word)
            else:
                lines[-1] = longer
        return [f"{indent}{' ' * HANGING if number else ''}{line}" for number, line in enumerate(lines)]

    def bold(self, text: str) -> str:
        return self._paint(text, "1")

    def dim(self, text: str) -> str:
        return self._paint(text, "2")

    def severity(self, severity: Severity, text: str) -> str:
        return self._paint(text, COLOURS[severity])

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


PLAIN = Style(False)
