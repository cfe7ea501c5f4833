"""What somebody probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guidelint.diagnostic import Fix, Place, Rename

LEAST_LIKENESS = 70.0
MOST_CANDIDATES = 20_000


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like a name, if it is like enough to be meant; ties go to the first."""
    from rapidfuzz import fuzz, process

    known = list(candidates)[:MOST_CANDIDATES]
    best = process.extractOne(name[:100], known, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return None if best is None else best[0]


LEAST_LENGTH = 4


def renaming(place: Place, name: str, meant: str, candidates: Iterable[str]) -> Fix:
    """Writes what was meant; safe only where it cannot well have been anything else."""
    return Fix((Rename(place, meant),), f"write `{meant}`", is_safe=is_slip(name, meant, candidates))


def is_slip(name: str, meant: str, candidates: Iterable[str]) -> bool:
    """Whether one stroke makes a name of the other, and no other candidate is near. In a short name, and among digits,
    a stroke makes another name."""
    from rapidfuzz.distance import OSA

    if min(len(name), len(meant)) < LEAST_LENGTH or _digits(name) != _digits(meant):
        return False
    known = list(candidates)
    if len(known) > MOST_CANDIDATES or OSA.distance(name, meant) != 1:
        return False
    return [other for other in known if OSA.distance(name, other, score_cutoff=2) <= 2] == [meant]


def _digits(name: str) -> list[str]:
    return re.findall("[0-9]", name)


def did_you_mean(suggestion: str) -> str:
    return f"did you mean `{suggestion}`?"


def listing(names: Iterable[str], most: int = 8) -> str:
    """Names for a message: the first few, and how many more there are."""
    known = list(names)
    shown = ", ".join(f"`{name}`" for name in known[:most])
    return f"{shown} and {len(known) - most} more" if len(known) > most else shown or "none"
