"""What somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable

LEAST_LIKENESS = 70.0
MOST_CANDIDATES = 20_000


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like a name, if it is like enough to be meant; ties go to the first."""
    from rapidfuzz import fuzz, process

    known = list(candidates)[:MOST_CANDIDATES]
    best = process.extractOne(name[:100], known, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return None if best is None else best[0]


def did_you_mean(suggestion: str) -> str:
    return f"did you mean `{suggestion}`?"


def listing(names: Iterable[str], most: int = 8) -> str:
    """Names for a message: the first few, and how many more there are."""
    known = list(names)
    shown = ", ".join(f"`{name}`" for name in known[:most])
    return f"{shown} and {len(known) - most} more" if len(known) > most else shown or "none"
