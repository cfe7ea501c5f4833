"""Ways through a guideline for a reader: of a long one the ends."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NODES = 200
"""Of a walk in a report: thousands of nodes nobody follows."""


def shortened(way: tuple[str, ...]) -> tuple[str, ...]:
    half = MOST_NODES // 2
    return way if len(way) <= MOST_NODES else (*way[:half], "…", *way[-half:])


def way_in_words(way: Sequence[str], most: int = 9) -> str:
    """A way for a message."""
    if len(way) > most:
        half = most // 2
        way = (*way[:half], f"… {len(way) - 2 * half} more …", *way[-half:])
    return " → ".join(way)
