"""Whether two ways out of a decision come to the same advice, for all patients at once.

Two walks that part there come to the same where they meet again with the same advice behind them and the same before
them (what parts them later is not this decision's), or where both end alike with the same advice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cached_property
from itertools import pairwise

from tests.logic.brute_force import Walk, Walks
from tests.logic.unrolled import counted
from tests.naive import Data, reached

COMPARED = ("for", "against", "strength", "certainty", "urgency", "course", "dose", "every")


class Side:
    """A walk from where it parts."""

    def __init__(self, walk: Walk, index: int, data: Data) -> None:
        self.walk = walk
        self.index = index
        self.data = data

    @cached_property
    def meetings(self) -> frozenset[Hashable]:
        """Every place that it comes to, and its end, with the advice up to there."""
        return frozenset(self._meetings())

    def _meetings(self) -> Iterator[Hashable]:
        steps = self.walk.steps
        counts = counted(self.data, ((step.node, step.way) for step in steps[: self.index]))
        advice: tuple[Hashable, ...] = ()
        for step, after in pairwise(steps[self.index :]):
            counts = counted(self.data, [(step.node, step.way)], counts)
            advice += tuple(adopted(step.node, self.data))
            ahead = reached(self.data, after.node)
            yield after.node, step.visit, step.env, tuple(count for count in counts if count[0] in ahead), advice
        yield self.walk.is_complete, (*advice, *adopted(steps[-1].node, self.data))


def differing(walks: Walks, decision: str, pair: tuple[int, ...]) -> int:
    found = 0
    for one, other in _parted(walks, decision, pair):
        for side in one:
            for another in other:
                both = side.walk.patients & another.walk.patients
                if both & ~found and not side.meetings & another.meetings:
                    found |= both
    return found


def _parted(walks: Walks, decision: str, pair: tuple[int, ...]) -> list[tuple[list[Side], list[Side]]]:
    """By what is behind them when they part: the walks that take the first branch, and those that take the second."""
    found: dict[Hashable, tuple[list[Side], list[Side]]] = {}
    for walk in walks.all:
        for index, step in enumerate(walk.steps):
            if step.node == decision and step.way in pair:
                before = tuple((earlier.node, earlier.way) for earlier in walk.steps[:index])
                side = Side(walk, index, walks.data)
                found.setdefault(before, ([], []))[pair.index(step.way)].append(side)
    return list(found.values())


def adopted(node: str, data: Data) -> Iterator[Hashable]:
    for advice in data["nodes"][node].get("recommend", []):
        yield tuple((key, repr(advice.get(key))) for key in COMPARED)
