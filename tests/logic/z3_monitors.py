"""Small machines that watch a walk: what a constraint has to remember from one node to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from math import inf
from typing import Any, NamedTuple

import z3

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
from tests.logic.masks import Env
from tests.logic.z3_conditions import TRUE, Formula, Formulas
from tests.naive import Data

Memory = Hashable


class Passing(NamedTuple):
    """A node passed; `env` is that of the visit in which it is passed, and a follow-up may begin it."""

    node: str
    env: Env
    begins: bool


class Outcome(NamedTuple):
    """Under `condition`, what is remembered from then on; `is_bad` ends the watch."""

    condition: Formula
    memory: Memory
    is_bad: bool = False


class Monitor:
    """`is_at_the_end` where only complete walks are judged, by what is remembered at their end."""

    start: Memory = None
    is_at_the_end = False

    def __init__(self, raw: Data, data: Data, formulas: Formulas) -> None:
        self.raw = raw
        self.data = data
        self.formulas = formulas

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        yield Outcome(TRUE, memory)

    def beginning(self, memory: Any, env: Env) -> Iterator[Outcome]:
        """At the start of the walk and of each visit."""
        yield Outcome(TRUE, memory)

    def is_bad_end(self, memory: Any) -> bool:
        return False

    def advice(self, node: str) -> list[Data]:
        found: list[Data] = self.data["nodes"][node].get("recommend", [])
        return found

    def may(self, node: str, raw: Data) -> bool:
        wanted = selected(raw, self.data)
        return any(may_give(advice, wanted, self.data) for advice in self.advice(node))

    def meets(self, node: str, raw: Data) -> bool:
        if "node" in raw:
            return bool(node == raw["node"])
        wanted = selected(raw, self.data)
        return any(surely_gives(advice, wanted, self.data) for advice in self.advice(node))

    def maybe(self, env: Env) -> Formula:
        return z3.Not(self.formulas.when(self.raw, env).false)

    def surely(self, env: Env) -> Formula:
        return self.formulas.when(self.raw, env).true


class NeverMonitor(Monitor):
    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        if self.may(passed.node, self.raw["never"]):
            yield Outcome(self.maybe(passed.env), memory, is_bad=True)
        yield Outcome(TRUE, memory)


class OnlyMonitor(Monitor):
    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        if self.may(passed.node, self.raw["only"]):
            yield Outcome(z3.Not(self.surely(passed.env)), memory, is_bad=True)
        yield Outcome(TRUE, memory)


class BeforeMonitor(Monitor):
    """Remembers whether what must come has come."""

    start = False

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        if not memory and self.may(passed.node, self.raw["before"]):
            yield Outcome(self.maybe(passed.env), memory, is_bad=True)
        yield Outcome(TRUE, memory or self.meets(passed.node, self.raw["comes"]))


class AlwaysMonitor(Monitor):
    """Remembers whether the duty has arisen, and whether it has been done."""

    start = (False, False)
    is_at_the_end = True

    def beginning(self, memory: Any, env: Env) -> Iterator[Outcome]:
        arisen, done = memory
        yield Outcome(self.surely(env), (True, done))
        yield Outcome(z3.Not(self.surely(env)), (arisen, done))

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        arisen, done = memory
        yield Outcome(TRUE, (arisen, done or self.meets(passed.node, self.raw["always"])))

    def is_bad_end(self, memory: Any) -> bool:
        return bool(memory == (True, False))


class AfterMonitor(Monitor):
    """Remembers for how long the oldest duty has been open (None where none is), and whether one came too late."""

    start = (None, False)
    is_at_the_end = True

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        waited, is_late = memory
        if waited is not None and passed.begins:
            waited, is_late = self._later(waited, passed.node, is_late)
        if self.meets(passed.node, self.raw["follows"]):
            waited = None
        if not self.may(passed.node, self.raw["after"]):
            yield Outcome(TRUE, (waited, is_late))
            return
        arises = self.surely(passed.env)
        yield Outcome(arises, (0 if waited is None else waited, is_late))
        yield Outcome(z3.Not(arises), (waited, is_late))

    def _later(self, waited: Fraction | float, node: str, is_late: bool) -> tuple[Fraction | float | None, bool]:
        if "within" not in self.raw:
            return waited, is_late
        waited += longest_wait(self.data["nodes"][node])
        return (None, True) if waited > days(self.raw["within"]) else (waited, is_late)

    def is_bad_end(self, memory: Any) -> bool:
        return bool(memory != (None, False))


class TotalMonitor(Monitor):
    """Remembers the sum so far."""

    start = Fraction(0)

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        added = self._added(passed.node)
        if not added:
            yield Outcome(TRUE, memory)
            return
        limit = self.raw["at-most"]
        is_over = memory + added > (days(limit) if isinstance(limit, str) else limit)
        counts = self.maybe(passed.env)
        yield Outcome(counts, memory if is_over else memory + added, is_over)
        yield Outcome(z3.Not(counts), memory)

    def _added(self, node: str) -> Fraction | float:
        wanted = selected(self.raw["total"], self.data)
        found: Fraction | float = Fraction(0)
        for advice in self.advice(node):
            count = most_options(advice, wanted, self.data)
            each = longest_course(advice) if isinstance(self.raw["at-most"], str) else 1
            found += 0 if not count else inf if each == inf else count * each
        return found


class TogetherMonitor(Monitor):
    """Remembers which of the two the visit has had."""

    start = (False, False)

    def passing(self, memory: Any, passed: Passing) -> Iterator[Outcome]:
        had = (False, False) if passed.begins else memory
        after, is_bad = self._after(had, passed.node)
        if is_bad:
            yield Outcome(self.maybe(passed.env), after, is_bad=True)
        yield Outcome(TRUE, after)

    def _after(self, had: tuple[bool, bool], node: str) -> tuple[tuple[bool, bool], bool]:
        first, second = self.raw["together"]
        if "node" in second:
            after = (had[0] or self.may(node, first), had[1] or node == second["node"])
            return after, all(after) and after != had
        is_bad = False
        for advice in self.advice(node):
            one, other = selected(first, self.data), selected(second, self.data)
            gives = (may_give(advice, one, self.data), may_give(advice, other, self.data))
            is_bad |= (gives[0] and had[1]) or (gives[1] and had[0])
            is_bad |= all(gives) and may_both(advice, one, other, self.data)
            had = (had[0] or gives[0], had[1] or gives[1])
        return had, is_bad


MONITORS: dict[str, Callable[[Data, Data, Formulas], Monitor]] = {
    "together": TogetherMonitor,
    "total": TotalMonitor,
    "before": BeforeMonitor,
    "after": AfterMonitor,
    "never": NeverMonitor,
    "only": OnlyMonitor,
    "always": AlwaysMonitor,
}
"""`together` comes first: it carries a `never: true` of its own."""
