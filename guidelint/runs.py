"""Whole numbers, by their runs."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.wording import listed


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of ascending numbers that follow one upon another."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        found.append((found.pop()[0] if found and found[-1][1] == number - 1 else number, number))
    return found


def numbers_in_words(numbers: Iterable[int], word: str) -> str:
    """As `1, 3 to 5 and 8`."""
    return listed([part for first, last in runs(sorted(numbers)) for part in _run(first, last)], word)


def _run(first: int, last: int) -> list[str]:
    return [f"{first} to {last}"] if last - first > 1 else [str(number) for number in range(first, last + 1)]
