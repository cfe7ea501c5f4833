"""Findings that somebody set aside on purpose: by a comment, or by a waiver in the data."""

from guidelint.set_asides.comments import find_malformed
from guidelint.set_asides.finding import find_set_asides
from guidelint.set_asides.kinds import (
    Crash,
    DeadEnd,
    Judged,
    Located,
    Malformed,
    Origin,
    Outcome,
    SetAside,
    Settled,
)

__all__ = [
    "Crash",
    "DeadEnd",
    "Judged",
    "Located",
    "Malformed",
    "Origin",
    "Outcome",
    "SetAside",
    "Settled",
    "find_malformed",
    "find_set_asides",
]
