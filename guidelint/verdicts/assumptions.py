"""Which assumptions are to blame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from guidelint.logic import Logic
from guidelint.model import Assumption

MOST_TRIES = 50


def to_blame(logic: Logic, is_so: Callable[[Logic], bool]) -> Sequence[Assumption]:
    """Those that are left when each without which it is still so has gone, one after another; nothing of very many."""
    kept = list(logic.guideline.assumptions)
    if len(kept) > MOST_TRIES:
        return ()
    for assumption in reversed(logic.guideline.assumptions):
        without = [each for each in kept if each is not assumption]
        if is_so(Logic(replace(logic.guideline, assumptions=tuple(without)), logic.budget)):
            kept = without
    return kept
