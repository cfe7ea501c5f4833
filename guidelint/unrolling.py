"""The finite unrolled graph, which is what a guideline means, and what is met on its ways.

A walk takes the `then` of a bounded follow-up as often as `at-most` says, and only after that its `otherwise`. Visits
are counted within a knot of the graph alone: no way comes back into a knot that it has left.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from guidelint.graph import DecisionGraph, Edge, EdgeKind
from guidelint.model import FollowUp

MOST_COUNTS = 400_000
"""Where the unrolled graph holds more, an `otherwise` counts as a way on from the first arrival."""

LONGEST_COUNT = 4
"""Of a follow-up that is alone in its knot: what a way meets in a further round, it has met before."""


class State(NamedTuple):
    """A node, and how often each bounded follow-up of its knot has been passed."""

    node: str
    counts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Unrolling:
    """`is_counting` is False for the graph as it is drawn, in which every edge can be taken.

    `longest_count` bounds the counts of a follow-up that is alone in its knot; None counts to the end.
    """

    graph: DecisionGraph
    is_counting: bool = True
    longest_count: int | None = LONGEST_COUNT

    def entry(self, node: str) -> State:
        """A node as a way first comes into its knot."""
        return State(node, (0,) * len(self._bounds.get(node, ())))

    def successors(self, state: State) -> Iterator[State]:
        for edge in self.graph.edges_from(state.node):
            counts = self.counts_at_target(edge, state.counts)
            if counts is not None:
                yield State(edge.target, counts)

    def counts_at_target(self, edge: Edge, counts: tuple[int, ...]) -> tuple[int, ...] | None:
        """As a way that has these counts comes out of the edge; None where it cannot take it."""
        after = self._counts_after(edge, counts)
        if after is None or self._bounds.get(edge.target) is self._bounds.get(edge.source):
            return after
        return self.entry(edge.target).counts

    def _counts_after(self, edge: Edge, counts: tuple[int, ...]) -> tuple[int, ...] | None:
        """None where the edge cannot be taken; a follow-up that no way comes back to never gets to `otherwise`."""
        bounds = self._bounds.get(edge.source, {})
        if not self.is_counting:
            return counts
        if edge.source not in bounds:
            return None if edge.kind is EdgeKind.OTHERWISE else counts
        index = list(bounds).index(edge.source)
        is_used_up = counts[index] == bounds[edge.source]
        if is_used_up != (edge.kind is EdgeKind.OTHERWISE):
            return None
        return counts if is_used_up else (*counts[:index], counts[index] + 1, *counts[index + 1 :])

    @cached_property
    def most_states(self) -> float:
        widest = max(map(len, self._bounds.values()), default=0)
        return MOST_COUNTS / (1 + widest) if self.is_counting else inf

    @cached_property
    def _bounds(self) -> Mapping[str, Mapping[str, int]]:
        """For each node of a knot, how often the knot's follow-ups may be passed."""
        nodes = self.graph.guideline.nodes
        found: dict[str, dict[str, int]] = {}
        for knot in self.graph.knots if self.is_counting else ():
            bounds = {name: node.at_most for name in knot if isinstance(node := nodes[name], FollowUp) and node.at_most}
            if len(bounds) == 1 and self.longest_count is not None:
                bounds = {name: min(bound, self.longest_count) for name, bound in bounds.items()}
            found.update(dict.fromkeys(knot, bounds))
        return found


@dataclass(frozen=True)
class Unmet:
    """Which marks a way from the start may not have met when it comes to a node; each mark is one bit.

    `arrivals` says of each state which marks came there first from where, `comings` the same of each node.
    """

    bits: Mapping[str, int]
    arrivals: dict[State, list[tuple[int, State | None]]] = field(default_factory=dict)
    comings: dict[str, list[tuple[int, State | None]]] = field(default_factory=dict)

    def way(self, node: str, mark: str) -> tuple[str, ...]:
        """The nodes of a shortest such way, both ends included; empty where every way has met the mark."""
        way: list[str] = []
        state = self._origin(self.comings.get(node, ()), mark)
        while state is not None:
            way.append(state.node)
            state = self._origin(self.arrivals[state], mark)
        return tuple(reversed(way))

    def _origin(self, origins: Iterable[tuple[int, State | None]], mark: str) -> State | None:
        return next((origin for marks, origin in origins if marks & self.bits[mark]), None)

    def take(self, marks: int, state: State, before: State | None) -> int:
        """Lets marks come to a state; those of them that come for the first time."""
        arrivals = self.arrivals.setdefault(state, [])
        for known, _ in arrivals:
            marks &= ~known
        if marks:
            arrivals.append((marks, before))
            self.comings.setdefault(state.node, []).append((marks, state))
        return marks


def ways_without(graph: DecisionGraph, met: Mapping[str, Collection[str]]) -> Unmet:
    """`met` holds the marks of nodes; a way has met those of all nodes but its last."""
    unmet, is_whole = _spread(Unrolling(graph), met)
    return unmet if is_whole else _spread(Unrolling(graph, is_counting=False), met)[0]


def count_ways(graph: DecisionGraph) -> int | None:
    """How many ways lead from the start to an end, conditions left aside; None where the graph is too large to count.

    Every cycle must go through the `then` of a bounded follow-up.
    """
    unrolling = Unrolling(graph, longest_count=None)
    start = unrolling.entry(graph.guideline.start)
    ways, waiting, total = {start: 1}, [(rank_of(graph, *start), start)], 0
    for _ in range(MOST_COUNTS):
        if not waiting:
            return total
        state = heappop(waiting)[1]
        coming, following = ways.pop(state), list(unrolling.successors(state))
        total += 0 if following else coming
        for each in following:
            if each not in ways:
                heappush(waiting, (rank_of(graph, *each), each))
            ways[each] = ways.get(each, 0) + coming
    return None


def rank_of(graph: DecisionGraph, node: str, counts: Iterable[int]) -> tuple[int, int, int]:
    """Of a node, passed with these counts: higher with every step of a way."""
    part, rank = graph.ranks[node]
    return part, sum(counts), rank


def _spread(unrolling: Unrolling, met: Mapping[str, Collection[str]]) -> tuple[Unmet, bool]:
    """Breadth first, all marks at once; and whether that came to its end."""
    names = dict.fromkeys(name for marks in met.values() for name in marks)
    unmet = Unmet({name: 1 << index for index, name in enumerate(names)})
    passing = {node: ~sum(unmet.bits[name] for name in set(marks)) for node, marks in met.items()}
    start = unrolling.entry(unrolling.graph.guideline.start)
    waiting = deque([(start, unmet.take((1 << len(names)) - 1, start, None))])
    while waiting and len(unmet.arrivals) <= unrolling.most_states:
        state, marks = waiting.popleft()
        left = marks & passing.get(state.node, -1)
        for following in unrolling.successors(state) if left else ():
            if new := unmet.take(left, following, state):
                waiting.append((following, new))
    return unmet, not waiting
