"""Text for pictures: what every writer does to a label before its own escapes."""

from __future__ import annotations

import re

LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters without a look, that turn the order of letters around, or that XML cannot hold."""

MEASURE = r"[<>≤≥=±~≈•⊘⚠‼+]+|[-−+]?\d[\d.,]*"
STAYS_WITH_UNIT = re.compile(MEASURE)
STAYS_WITH_NEXT = re.compile(rf"{MEASURE}|at|least|most|above|below|for|every|not|no", re.IGNORECASE)
"""Words that would be read without their unit, their limit or what they deny, if a line ended with them."""

BEGINS_RANGE = re.compile(r"\d to$")


def shown(text: str) -> str:
    """The text as a picture can show it, with newlines between its lines.

    A character that is unfit becomes a visible U+FFFD, a tab a space: dropped, it would be a change that nobody sees.
    """
    if text.isprintable():  # which nothing is that is unfit or breaks a line
        return text
    return "\n".join(UNFIT.sub(_replacement, line) for line in LINE_BREAK.split(text))


def _replacement(unfit: re.Match[str]) -> str:
    return " " if unfit[0] == "\t" else "\ufffd"


def on_one_line(text: str) -> str:
    return shown(text).replace("\n", " ")


def wrapped(text: str, width: int) -> str:
    """Lines of at most `width` characters where spaces allow it; nothing but spaces becomes a line break."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def held_together(text: str) -> str:
    """The text with no-break spaces between numbers and their units: for whoever breaks the lines later."""
    return "\n".join(
        " ".join(piece.replace(" ", "\u00a0") for piece in _pieces(line, STAYS_WITH_UNIT)) for line in text.split("\n")
    )


def _wrapped_line(line: str, width: int) -> str:
    lines: list[str] = []
    for piece in pieces_of(line):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return "\n".join(lines)


def pieces_of(line: str) -> list[str]:
    """What a line may be broken into, at the spaces between."""
    return _pieces(line, STAYS_WITH_NEXT)


def _pieces(line: str, stays: re.Pattern[str]) -> list[str]:
    """The words of a line, each with the words that must not be torn from it."""
    pieces: list[str] = []
    is_open = False
    for word in line.split(" "):
        if is_open:
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
        is_open = not word or bool(stays.fullmatch(word) or BEGINS_RANGE.search(pieces[-1]))
    return pieces
