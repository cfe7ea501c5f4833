"""The unrolled guideline: every node as often as its walks can tell the difference, cycles gone.

A state is a node, how often the bounded follow-ups around it have been passed, and since which visit each group of
facts has its values. States are made in topological order, and ways that surely no patient takes are left out at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

from guidelint.graph import DecisionGraph, EdgeKind
from guidelint.logic.algebra import Versions
from guidelint.logic.boxes import Box, Boxes
from guidelint.logic.formula import Compiler, Formula
from guidelint.logic.net import Arc, Guard, Net
from guidelint.model import Decision, FollowUp, Guideline
from guidelint.unrolling import Unrolling

MOST_STATES = 200_000


class TooManyStates(Exception):
    """The unrolled guideline is larger than what is looked at."""


class State(NamedTuple):
    """Visits are counted from 0; `versions` says at which of them each group of facts was last observed."""

    node: str
    visit: int
    versions: Versions
    counts: tuple[int, ...] = ()


class Way(NamedTuple):
    """A way from one state to another, by their numbers; `guard` is None where it is always open."""

    source: int
    target: int
    kind: EdgeKind
    branch: int | None
    guard: Formula | None


class Groups:
    """Facts that change, grouped by the follow-ups that observe them: those of one group always change together."""

    def __init__(self, guideline: Guideline) -> None:
        observers: dict[str, list[str]] = {}
        for follow_up in guideline.follow_ups():
            for fact in dict.fromkeys(follow_up.observe):
                observers.setdefault(fact, []).append(follow_up.id)
        numbers: dict[tuple[str, ...], int] = {}
        self.of = {fact: numbers.setdefault(tuple(by), len(numbers)) for fact, by in observers.items()}
        self.first: Versions = (0,) * len(numbers)
        self._observed = {
            follow_up.id: frozenset(group for by, group in numbers.items() if follow_up.id in by)
            for follow_up in guideline.follow_ups()
        }

    def in_next_visit(self, follow_up: str, state: State) -> State:
        """The same in the visit that a follow-up begins."""
        observed, visit = self._observed[follow_up], state.visit + 1
        versions = (visit if group in observed else version for group, version in enumerate(state.versions))
        return state._replace(visit=visit, versions=tuple(versions))


@dataclass(frozen=True)
class Unrolled:
    states: list[State]
    ways: list[list[Way]]
    """Out of each state, in the order in which they are written."""

    @cached_property
    def of_node(self) -> Mapping[str, list[int]]:
        """The states of each node that some way comes to."""
        found: dict[str, list[int]] = {}
        for number, state in enumerate(self.states):
            found.setdefault(state.node, []).append(number)
        return found

    @cached_property
    def last_visit(self) -> int:
        return max(state.visit for state in self.states)

    @cached_property
    def net(self) -> Net:
        arcs: list[list[Arc]] = [[] for _ in self.states]
        for ways in self.ways:
            for way in ways:
                arcs[way.target].append(self.arc(way))
        return Net(arcs)

    def arc(self, way: Way) -> Arc:
        state = self.states[way.source]
        guards = () if way.guard is None else (Guard(way.guard, state.versions),)
        target = self.states[way.target]
        return Arc(way.source, guards, target.versions if target.visit != state.visit else None)


def branch_guards(decision: Decision, compiler: Compiler) -> tuple[Formula, ...]:
    """For each branch, the formula that is surely true where it matches."""
    conditions = [
        None if branch.condition is None else compiler.compile(branch.condition) for branch in decision.branches
    ]
    written = [condition for condition in conditions if condition is not None]
    if len(written) == len(conditions):
        return tuple(written)
    otherwise = compiler.conjunction([compiler.negation(condition) for condition in written])
    return tuple(otherwise if condition is None else condition for condition in conditions)


def resolved_guards(decision: Decision, compiler: Compiler, resolved: Sequence[tuple[int, int]]) -> tuple[Formula, ...]:
    """The same, where of each of these pairs of branches the second is not taken where the first matches."""
    guards = branch_guards(decision, compiler)
    if not resolved:
        return guards
    others: list[list[Formula]] = [[] for _ in guards]
    for taken, left in resolved:
        others[left].append(compiler.negation(compiler.surely(guards[taken])))
    return tuple(compiler.conjunction((guard, *without)) for guard, without in zip(guards, others, strict=True))


def unroll(graph: DecisionGraph, groups: Groups, boxes: Boxes, guards: Mapping[str, tuple[Formula, ...]]) -> Unrolled:
    """Raises TooManyStates."""
    return _Search(Unrolling(graph, longest_count=None), groups, boxes, guards).run()


class _Step(NamedTuple):
    """A way that is not numbered yet."""

    source: int
    target: State
    kind: EdgeKind
    branch: int | None
    guard: Formula | None


@dataclass
class _Search:
    counting: Unrolling
    groups: Groups
    boxes: Boxes
    guards: Mapping[str, tuple[Formula, ...]]
    waiting: list[tuple[tuple[int, int, int], State]] = field(default_factory=list)
    found: dict[State, Box] = field(default_factory=dict)

    def run(self) -> Unrolled:
        numbers: dict[State, int] = {}
        steps: list[list[_Step]] = []
        start, counts = self.counting.entry(self.counting.graph.guideline.start)
        self._arrive(State(start, 0, self.groups.first, counts), self.boxes.start)
        while self.waiting:
            _, state = heappop(self.waiting)
            if len(numbers) == MOST_STATES:
                raise TooManyStates
            numbers[state] = len(steps)
            steps.append(self._pass(state, self.found.pop(state), len(steps)))
        ways = [
            [Way(step.source, numbers[step.target], step.kind, step.branch, step.guard) for step in each]
            for each in steps
        ]
        return Unrolled(list(numbers), ways)

    def _arrive(self, state: State, box: Box) -> None:
        known = self.found.get(state)
        if known is None:
            component, rank = self.counting.graph.ranks[state.node]
            heappush(self.waiting, ((component, sum(state.counts), rank), state))
            self.found[state] = box
        else:
            self.found[state] = self.boxes.join(known, box)

    def _pass(self, state: State, box: Box, number: int) -> list[_Step]:
        node = self.counting.graph.guideline.nodes[state.node]
        found = []
        for edge in self.counting.graph.edges_from(state.node):
            counts = self.counting.counts_at_target(edge, state.counts)
            guard = None if edge.branch is None else self.guards[state.node][edge.branch]
            left = box if guard is None else self.boxes.narrowed(box, guard)
            if counts is None or left is None:
                continue
            target = State(edge.target, state.visit, state.versions, counts)
            if isinstance(node, FollowUp) and edge.kind is EdgeKind.THEN:
                left = self.boxes.observed(left, node.observe)
                target = self.groups.in_next_visit(node.id, target)
            found.append(_Step(number, target, edge.kind, edge.branch, guard))
            self._arrive(target, left)
        return found
