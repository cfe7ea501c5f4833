"""Walks that break off where no branch matches: what is owed on a complete walk is not judged on them."""

from __future__ import annotations

from guidelint.logic import Logic, Proved
from guidelint.model import After, Always, Entry


def breaking_off(logic: Logic) -> list[str]:
    """The decisions at which some walk breaks off, as far as it is not proved that none does."""
    return [
        decision.id
        for decision in logic.guideline.decisions()
        if not isinstance(logic.exhaustive(decision.id), Proved)
        or not isinstance(logic.exhaustive_when_unknown(decision.id), Proved)
    ]


def is_owed(entry: Entry) -> bool:
    """Whether it is about what a complete walk has to give, and says nothing of one that breaks off."""
    return isinstance(entry, (Always, After))


def proved_where_complete(logic: Logic) -> list[str]:
    """The constraints that are proved, but not on walks that break off."""
    owed = (constraint.id for constraint in logic.guideline.constraints.values() if is_owed(constraint))
    return [name for name in owed if isinstance(logic.holds(name), Proved)]
