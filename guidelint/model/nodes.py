"""The three kinds of node of a decision graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from guidelint.condition import Condition
from guidelint.model.advice import Advice
from guidelint.model.entries import Entry, QuantityInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Entry):
    """One way out of a decision; `condition` is None for `else`."""

    condition: Condition | None
    target: str

    @property
    def is_else(self) -> bool:
        return self.condition is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entry):
    section: str | None
    branches: tuple[Branch, ...]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Those of its branches; `else` has none."""
        return tuple(branch.condition for branch in self.branches if branch.condition is not None)

    @property
    def has_else(self) -> bool:
        return any(branch.is_else for branch in self.branches)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Any two of its branches but `else`, by their numbers."""
        return combinations([index for index, branch in enumerate(self.branches) if not branch.is_else], 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Entry):
    """Everything under `recommend` is adopted; without `then` the walk ends here."""

    section: str | None
    advice: tuple[Advice, ...]
    then: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Entry):
    """Time passes and a new visit begins: at most `at_most` times, after that the way is `otherwise`."""

    section: str | None
    after: QuantityInterval
    observe: tuple[str, ...]
    at_most: int | None
    then: str | None
    otherwise: str | None

    @property
    def is_bounded(self) -> bool:
        return self.at_most is not None


Node = Decision | Recommendation | FollowUp
