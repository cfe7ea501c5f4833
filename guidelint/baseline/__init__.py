"""Findings that were there before guidelint was, or before a rule was: known, counted, and not told again."""

from guidelint.baseline.comparing import Compared, Stale, compare
from guidelint.baseline.entries import Counts, Entry, Known, entry_of, frozen
from guidelint.baseline.text import BaselineError, Files, baseline_text, read_baseline

__all__ = [
    "BaselineError",
    "Compared",
    "Counts",
    "Entry",
    "Files",
    "Known",
    "Stale",
    "baseline_text",
    "compare",
    "entry_of",
    "frozen",
    "read_baseline",
]
