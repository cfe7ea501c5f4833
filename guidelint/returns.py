"""How often a patient comes back to a follow-up, in words that no number of a visit contradicts: who comes back for the
first time is at visit 2."""

from __future__ import annotations


def times_in_words(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def used_up_in_words(at_most: int) -> str:
    """Of the way on when that often is reached."""
    return f"seen again {times_in_words(at_most)} already"
