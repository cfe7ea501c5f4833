"""The truth of conditions for all patients at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.logic.grid import Grid
from tests.naive import UNKNOWN, Data, passes

Env = tuple[int, ...]
"""Of each fact, in the order of the document: the visit in which the value was taken that it has now."""


class Truth(NamedTuple):
    """The patients for whom a condition is surely true, and those for whom it is surely false."""

    true: int
    false: int


class Conditions:
    def __init__(self, data: Data, grid: Grid) -> None:
        self.data = data
        self.grid = grid
        self.order = {name: index for index, name in enumerate(data["facts"])}
        self.known: dict[tuple[int, Env], Truth] = {}
        self.sums: dict[tuple[str, Env], Mapping[tuple[int, int], int]] = {}
        self.always = Truth(grid.all, 0)

    def truth(self, raw: Any, env: Env) -> Truth:
        """Of a part of the guideline's own data, which is known by its identity."""
        key = (id(raw), env)
        if key not in self.known:
            self.known[key] = self._judge(raw, env)
        return self.known[key]

    def when(self, raw: Data, env: Env) -> Truth:
        return self.truth(raw["when"], env) if "when" in raw else self.always

    def assumption(self, raw: Any, env: Env) -> Truth:
        if isinstance(raw, str) or "if" not in raw:
            return self.truth(raw, env)
        first, second = self.truth(raw["if"], env), self.truth(raw["then"], env)
        return Truth(first.false | second.true, first.true & second.false)

    def _judge(self, raw: Any, env: Env) -> Truth:
        if isinstance(raw, str):
            return self._named(raw, env)
        if "all" in raw or "any" in raw:
            return self._joined([self.truth(part, env) for part in raw.get("all", raw.get("any"))], "all" in raw)
        if "not" in raw:
            inner = self.truth(raw["not"], env)
            return Truth(inner.false, inner.true)
        if "unknown" in raw:
            unknown = self._values(raw["unknown"], env).get(UNKNOWN, 0)
            return Truth(unknown, self.grid.all & ~unknown)
        if raw["fact"] in self.data["scores"]:
            return self._score(raw, env)
        return self._fact(raw["fact"], env, raw)

    def _named(self, name: str, env: Env) -> Truth:
        if name in self.data["criteria"]:
            return self._judge(self.data["criteria"][name], env)
        return self._fact(name, env, {"is": True})

    def _joined(self, parts: list[Truth], is_all: bool) -> Truth:
        true, false = parts[0]
        for part in parts[1:]:
            true = true & part.true if is_all else true | part.true
            false = false | part.false if is_all else false & part.false
        return Truth(true, false)

    def _values(self, name: str, env: Env) -> Mapping[Any, int]:
        return self.grid.masks[name, env[self.order[name]]]

    def _fact(self, name: str, env: Env, tests: Data) -> Truth:
        true = false = 0
        for value, patients in self._values(name, env).items():
            if value == UNKNOWN:
                continue
            if _passes_all(tests, value):
                true |= patients
            else:
                false |= patients
        return Truth(true, false)

    def _score(self, raw: Data, env: Env) -> Truth:
        true = false = 0
        for (least, most), patients in self._sums(raw["fact"], env).items():
            passed = {_passes_all(raw, value) for value in range(least, most + 1)}
            true |= patients if passed == {True} else 0
            false |= patients if passed == {False} else 0
        return Truth(true, false)

    def _sums(self, name: str, env: Env) -> Mapping[tuple[int, int], int]:
        """The patients by the least and the greatest sum that a score may have."""
        if (name, env) not in self.sums:
            found = {(0, 0): self.grid.all}
            for member in self.data["scores"][name]["add"]:
                found = _added(found, member["points"], self.truth(member["if"], env))
            self.sums[name, env] = found
        return self.sums[name, env]


def _passes_all(tests: Data, value: Any) -> bool:
    return all(passes(key, limit, value) for key, limit in tests.items() if key not in ("fact", "label"))


def _added(found: Mapping[tuple[int, int], int], points: int, truth: Truth) -> dict[tuple[int, int], int]:
    after: dict[tuple[int, int], int] = {}
    for (least, most), patients in found.items():
        sure, open_ones = patients & truth.true, patients & ~truth.true & ~truth.false
        for some, low, high in (
            (sure, points, points),
            (patients & truth.false, 0, 0),
            (open_ones, min(points, 0), max(points, 0)),
        ):
            if some:
                key = (least + low, most + high)
                after[key] = after.get(key, 0) | some
    return after
