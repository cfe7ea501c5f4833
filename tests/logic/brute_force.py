"""Answers to every question by walking every patient of the grid in every way that the guideline allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tests.logic.grid import Grid
from tests.logic.masks import Conditions, Env, Truth
from tests.logic.unrolled import Place, following, start
from tests.naive import Data


class Step(NamedTuple):
    """A node passed; the visit and the facts are those that hold in it, of a follow-up those of the visit it begins."""

    node: str
    visit: int
    env: Env
    way: int | str | None


class Walk(NamedTuple):
    """The patients who can walk so."""

    steps: tuple[Step, ...]
    patients: int
    is_complete: bool

    @property
    def envs(self) -> tuple[Env, ...]:
        """Of each visit that the walk comes to; a follow-up that it starts with is passed in the second."""
        first = (1,) * len(self.steps[0].env)
        return tuple({1: first, **{step.visit: step.env for step in self.steps}}.values())


class Walks:
    """All walks of all patients, possible or not."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.grid = Grid(data)
        self.conditions = Conditions(data, self.grid)

    @cached_property
    def all(self) -> list[Walk]:
        env = (1,) * len(self.data["facts"])
        return list(self._from(start(self.data), env, (), self.grid.all))

    def _from(self, place: Place, env: Env, steps: tuple[Step, ...], patients: int) -> Iterator[Walk]:
        id, visit, _ = place
        node = self.data["nodes"][id]
        matching = self.matching(id, env) if node["type"] == "decision" else []
        for way, target in following(self.data, place):
            some = patients & matching[way] if isinstance(way, int) else patients
            if some:
                after = self._env_after(node, target, place, env)
                step = Step(id, target[1], after, way)
                yield from self._from(target, after, (*steps, step), some)
        stopped = self._stopped(id, env, patients)
        if stopped:
            yield Walk((*steps, Step(id, visit, env, None)), stopped, node["type"] == "recommendation")

    def _stopped(self, id: str, env: Env, patients: int) -> int:
        """Those who go no further, at a gap or at the end."""
        if self.data["nodes"][id]["type"] == "decision":
            return patients & self.unmatched(id, env)
        return patients if "then" not in self.data["nodes"][id] else 0

    def _env_after(self, node: Data, target: Place, place: Place, env: Env) -> Env:
        if target[1] == place[1]:
            return env
        observed = node.get("observe", [])
        return tuple(
            target[1] if name in observed else visit for name, visit in zip(self.data["facts"], env, strict=True)
        )

    def truths(self, decision: str, env: Env) -> list[Truth | None]:
        """Of each branch; None for `else`."""
        branches = self.data["nodes"][decision]["branches"]
        return [self.conditions.truth(branch["if"], env) if "if" in branch else None for branch in branches]

    def matching(self, decision: str, env: Env) -> list[int]:
        """The patients whom each branch takes."""
        truths = self.truths(decision, env)
        all_false = self.grid.all
        for truth in truths:
            all_false &= truth.false if truth is not None else -1
        return [truth.true if truth is not None else all_false for truth in truths]

    def unmatched(self, decision: str, env: Env) -> int:
        found = self.grid.all
        for patients in self.matching(decision, env):
            found &= ~patients
        return found

    @cached_property
    def possible(self) -> int:
        """The patients on none of whose walks an assumption is surely false."""
        impossible = 0
        for walk in self.all:
            for env in walk.envs:
                for raw in self.data.get("assumptions", []):
                    impossible |= walk.patients & self.conditions.assumption(raw, env).false
        return self.grid.all & ~impossible
