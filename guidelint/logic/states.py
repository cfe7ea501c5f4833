"""The unrolled guideline: every node as often as its walks can tell the difference, cycles gone.

A state is a node, how often the bounded follow-ups around it have been passed, and since which visit each group of
facts has its values. States are made in topological order, and ways that surely no patient takes are left out at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

from guidelint.graph import DecisionGraph, EdgeKind
from guidelint.logic.algebra import Versions
from guidelint.logic.formula import Compiler, Formula
from guidelint.logic.net import Arc, Guard, Net
from guidelint.model import Branch, Decision, FollowUp, Guideline
from guidelint.unrolling import Unrolling, rank_of

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
    def arcs(self) -> list[list[tuple[int, Arc]]]:
        """The same, as arcs of a net and where each leads."""
        return [[(way.target, self.arc(way)) for way in ways] for ways in self.ways]

    @cached_property
    def net(self) -> Net:
        into: list[list[Arc]] = [[] for _ in self.states]
        for arcs in self.arcs:
            for target, arc in arcs:
                into[target].append(arc)
        return Net(into)

    def arc(self, way: Way) -> Arc:
        state = self.states[way.source]
        guards = () if way.guard is None else (Guard(way.guard, state.versions),)
        target = self.states[way.target]
        return Arc(way.source, guards, target.versions if target.visit != state.visit else None)


def branch_guards(decision: Decision, compiler: Compiler, resolved: Sequence[tuple[int, int]]) -> tuple[Formula, ...]:
    """For each branch, the formula that is surely true where it is taken.

    Of each resolved pair of branches, the second is not taken where the first matches.
    """
    guards = tuple(_where_it_matches(branch, decision, compiler) for branch in decision.branches)
    if not resolved:
        return guards
    taken = [[guard] for guard in guards]
    for first, second in resolved:
        taken[second].append(compiler.negation(compiler.surely(guards[first])))
    return tuple(compiler.conjunction(parts) for parts in taken)


def _where_it_matches(branch: Branch, decision: Decision, compiler: Compiler) -> Formula:
    if branch.condition is not None:
        return compiler.compile(branch.condition)
    return compiler.conjunction(compiler.negation(compiler.compile(each)) for each in decision.conditions)


def unroll(graph: DecisionGraph, groups: Groups, guards: Mapping[str, tuple[Formula, ...]]) -> Unrolled:
    """Raises TooManyStates."""
    counting = Unrolling(graph, longest_count=None)
    node, counts = counting.entry(graph.guideline.start)
    start = State(node, 0, groups.first, counts)
    found, waiting = {start}, [(rank_of(graph, node, counts), start)]
    steps: dict[State, list[_Step]] = {}
    while waiting:
        if len(steps) == MOST_STATES:
            raise TooManyStates
        state = heappop(waiting)[1]
        steps[state] = list(_steps_from(state, counting, groups, guards))
        for target in (step.target for step in steps[state]):
            if target not in found:
                found.add(target)
                heappush(waiting, (rank_of(graph, target.node, target.counts), target))
    numbers = {state: number for number, state in enumerate(steps)}
    ways = [
        [Way(number, numbers[step.target], step.branch, step.guard) for step in steps[state]]
        for state, number in numbers.items()
    ]
    return Unrolled(list(numbers), ways)


class _Step(NamedTuple):
    """A way whose ends are not numbered yet."""

    target: State
    branch: int | None
    guard: Formula | None


def _steps_from(
    state: State, counting: Unrolling, groups: Groups, guards: Mapping[str, tuple[Formula, ...]]
) -> Iterator[_Step]:
    is_follow_up = isinstance(counting.graph.guideline.nodes[state.node], FollowUp)
    for edge in counting.graph.edges_from(state.node):
        counts = counting.counts_at_target(edge, state.counts)
        if counts is not None:
            target = State(edge.target, state.visit, state.versions, counts)
            if is_follow_up and edge.kind is EdgeKind.THEN:
                target = groups.in_next_visit(state.node, target)
            guard = None if edge.branch is None else guards[state.node][edge.branch]
            yield _Step(target, edge.branch, guard)
