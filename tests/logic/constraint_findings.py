"""For each shape of constraint, those of a walk's patients whom the walk shows to be treated otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from tests.logic.brute_force import Step, Walk
from tests.logic.giving import (
    days,
    longest_course,
    longest_wait,
    may_both,
    may_give,
    most_options,
    selected,
    surely_gives,
)
from tests.logic.masks import Conditions
from tests.naive import Data


class Judge:
    """Judges walks by one constraint."""

    def __init__(self, name: str, data: Data, conditions: Conditions) -> None:
        self.raw = data["constraints"][name]
        self.data = data
        self.conditions = conditions
        self.shape = next(key for key in SHAPES if key in self.raw)
        self.gives = cache(self._gives)
        self.meets = cache(self._meets)

    def found(self, walk: Walk) -> int:
        return walk.patients & SHAPES[self.shape](self, walk)

    def advice(self, step: Step) -> list[Data]:
        found: list[Data] = self.data["nodes"][step.node].get("recommend", [])
        return found

    def giving(self, walk: Walk) -> Iterator[tuple[int, Step]]:
        """The steps that may give X."""
        return ((index, step) for index, step in enumerate(walk.steps) if self.gives(step.node))

    def _gives(self, node: str) -> bool:
        wanted = selected(self.raw[self.shape], self.data)
        return any(may_give(advice, wanted, self.data) for advice in self.data["nodes"][node].get("recommend", []))

    def _meets(self, node: str, key: str) -> bool:
        """Whether a node surely gives what is asked for under a key of the constraint, or is the node."""
        raw = self.raw[key]
        if "node" in raw:
            return bool(node == raw["node"])
        wanted = selected(raw, self.data)
        return any(surely_gives(advice, wanted, self.data) for advice in self.data["nodes"][node].get("recommend", []))

    def maybe(self, step: Step) -> int:
        """The patients of whom `when` is not surely false in the visit."""
        return ~self.conditions.when(self.raw, step.env).false

    def surely(self, step: Step) -> int:
        return self.conditions.when(self.raw, step.env).true


def _never(judge: Judge, walk: Walk) -> int:
    found = 0
    for _, step in judge.giving(walk):
        found |= judge.maybe(step)
    return found


def _only(judge: Judge, walk: Walk) -> int:
    found = 0
    for _, step in judge.giving(walk):
        found |= ~judge.surely(step)
    return found


def _always(judge: Judge, walk: Walk) -> int:
    if not walk.is_complete or any(judge.meets(step.node, "always") for step in walk.steps):
        return 0
    found = 0
    for env in walk.envs:
        found |= judge.conditions.when(judge.raw, env).true
    return found


def _before(judge: Judge, walk: Walk) -> int:
    found = 0
    for index, step in judge.giving(walk):
        if not any(judge.meets(earlier.node, "comes") for earlier in walk.steps[:index]):
            found |= judge.maybe(step)
    return found


def _after(judge: Judge, walk: Walk) -> int:
    if not walk.is_complete:
        return 0
    limit = days(judge.raw["within"]) if "within" in judge.raw else None
    found = 0
    for index, step in judge.giving(walk):
        if not _follows(judge, walk.steps[index + 1 :], limit):
            found |= judge.surely(step)
    return found


def _follows(judge: Judge, steps: tuple[Step, ...], limit: Fraction | None) -> bool:
    gone_by: Fraction | float = 0
    for step in steps:
        node = judge.data["nodes"][step.node]
        if node["type"] == "follow-up" and step.way == "then":
            gone_by += longest_wait(node)
        if limit is not None and gone_by > limit:
            return False
        if judge.meets(step.node, "follows"):
            return True
    return False


def _total(judge: Judge, walk: Walk) -> int:
    raw_limit = judge.raw["at-most"]
    limit = days(raw_limit) if isinstance(raw_limit, str) else raw_limit
    sums: dict[Fraction | float, int] = {0: walk.patients}
    for _, step in judge.giving(walk):
        added = _amount(judge, step, is_duration=isinstance(raw_limit, str))
        after: dict[Fraction | float, int] = {}
        for total, patients in sums.items():
            counted = patients & judge.maybe(step)
            for key, some in ((total + added, counted), (total, patients & ~counted)):
                after[key] = after.get(key, 0) | some
        sums = after
    found = 0
    for total, patients in sums.items():
        found |= patients if total > limit else 0
    return found


def _amount(judge: Judge, step: Step, is_duration: bool) -> Fraction | float:
    wanted = selected(judge.raw["total"], judge.data)
    found: Fraction | float = 0
    for advice in judge.advice(step):
        count = most_options(advice, wanted, judge.data)
        if count:
            found += count * longest_course(advice) if is_duration else count
    return found


def _together(judge: Judge, walk: Walk) -> int:
    found = 0
    for visit in range(1, walk.steps[-1].visit + 1):
        steps = [step for step in walk.steps if step.visit == visit]
        if _has_both(judge, steps):
            found |= judge.maybe(steps[0])
    return found


def _has_both(judge: Judge, steps: list[Step]) -> bool:
    raw_first, raw_second = judge.raw["together"]
    first = selected(raw_first, judge.data)
    items = [advice for step in steps for advice in judge.advice(step)]
    giving = [advice for advice in items if may_give(advice, first, judge.data)]
    if "node" in raw_second:
        return bool(giving) and any(step.node == raw_second["node"] for step in steps)
    second = selected(raw_second, judge.data)
    also = [advice for advice in items if may_give(advice, second, judge.data)]
    if any(one is not other for one in giving for other in also):
        return True
    return any(may_both(advice, first, second, judge.data) for advice in giving)


SHAPES: dict[str, Callable[[Judge, Walk], int]] = {
    "together": _together,
    "total": _total,
    "before": _before,
    "after": _after,
    "never": _never,
    "only": _only,
    "always": _always,
}
"""`together` comes first: it carries a `never: true` of its own."""
