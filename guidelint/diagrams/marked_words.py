"""Marks as words, for writers that can draw no badges."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.diagrams.overlay import ArrowMarks, Badge, BoxMarks, Tone
from guidelint.diagrams.picture import Arrow, Box

SIGNS = {Tone.ERROR: "✖", Tone.WARNING: "⚠", Tone.INFO: "ℹ"}


def marked_box(box: Box, marks: BoxMarks) -> str:
    """The words of a box, with the steps of a walk above the title, and below all what was found there."""
    steps = f"Step {', '.join(map(str, marks.steps))}" if marks.steps else ""
    return "\n".join(filter(None, (steps, box.text, _found(marks.badges))))


def marked_arrow(arrow: Arrow, marks: ArrowMarks) -> str:
    return "\n".join(filter(None, (arrow.text, _found(marks.badges))))


def _found(badges: Iterable[Badge]) -> str:
    return "  ".join(f"{SIGNS[badge.tone]} {badge.text}" for badge in badges)
