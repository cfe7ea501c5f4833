"""Guideline → DecisionGraph. networkx stays behind this door, and is imported when the first question is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from guidelint.diagnostic import Route
from guidelint.model import Decision, FollowUp, Guideline, Node
from guidelint.steps import Steps, reached, steps_of, topological_order

if TYPE_CHECKING:
    import networkx as nx


class EdgeKind(Enum):
    BRANCH = "branch"
    THEN = "then"
    OTHERWISE = "otherwise"


class Edge(NamedTuple):
    """One way from a node to another; `route` leads to the target's name in the document."""

    source: str
    target: str
    kind: EdgeKind
    route: Route
    branch: int | None = None


Cycle = tuple[Edge, ...]
"""The edges of a cycle in their order: the last one leads back to where the first one begins."""

MOST_ROUNDS = 8
"""Of looking for further cycles in the same knot of nodes: who has that many mends them first."""


def edges_of(node: Node) -> Iterator[Edge]:
    """The edges out of a node, in the order in which they are written; targets may be undefined."""
    if isinstance(node, Decision):
        for index, branch in enumerate(node.branches):
            route = (*branch.route, "else" if branch.is_else else "then")
            yield Edge(node.id, branch.target, EdgeKind.BRANCH, route, index)
        return
    if node.then is not None:
        yield Edge(node.id, node.then, EdgeKind.THEN, (*node.route, "then"))
    if isinstance(node, FollowUp) and node.otherwise is not None:
        yield Edge(node.id, node.otherwise, EdgeKind.OTHERWISE, (*node.route, "otherwise"))


@dataclass(frozen=True)
class DecisionGraph:
    """The nodes of a guideline and the ways between them; ways to undefined nodes are left out."""

    guideline: Guideline

    @cached_property
    def written_edges(self) -> tuple[Edge, ...]:
        """Those to undefined nodes too."""
        return tuple(edge for node in self.guideline.nodes.values() for edge in edges_of(node))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.written_edges if edge.target in self.guideline.nodes)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The nodes that some way from `start` reaches, conditions left aside."""
        return self.reachable_from(self.guideline.start)

    def reachable_from(self, node: str) -> frozenset[str]:
        """The node itself and all that some way from it reaches; none where the node is undefined."""
        return reached(self._steps, [node]) if node in self.guideline.nodes else frozenset()

    def leading_to(self, nodes: Collection[str]) -> frozenset[str]:
        """The nodes themselves and all from which some way reaches one of them."""
        return reached(steps_of((edge.target, edge.source) for edge in self.edges), nodes)

    @cached_property
    def dead_ends(self) -> tuple[str, ...]:
        """Decisions without branches and follow-ups without `then`: a way ends there, and nothing is recommended."""
        return tuple(node.id for node in self.guideline.nodes.values() if _is_dead_end(node))

    @cached_property
    def cycles_without_follow_up(self) -> tuple[Cycle, ...]:
        """Cycles that a walk could go round in a single visit; no two share an edge."""
        return self._cycles(self._within_a_visit) if self._order is None else ()

    @cached_property
    def unbounded_cycles(self) -> tuple[Cycle, ...]:
        """Cycles through a follow-up that no bounded follow-up's `then` opens; no two share an edge."""
        if self._order is not None:
            return ()
        nodes = self.guideline.nodes
        momentary = {node: knot for knot in _knots(_graph_of(self._within_a_visit)) for node in knot}
        lasting = (edge for edge in self.edges if not _is_bounded_step(nodes[edge.source], edge))
        return self._cycles(edge for edge in lasting if edge.target not in momentary.get(edge.source, ()))

    def way_from_start(self, node: str) -> tuple[str, ...]:
        """The nodes of a shortest way to a reachable node, both ends included."""
        way = [node]
        while (before := self._before.get(way[-1])) is not None:
            way.append(before)
        return tuple(reversed(way))

    def edges_from(self, node: str) -> tuple[Edge, ...]:
        return self._edges_by_source.get(node, ())

    @cached_property
    def knots(self) -> tuple[frozenset[str], ...]:
        """The parts of the graph in which every node leads to every other and to itself."""
        return tuple(frozenset(knot) for knot in _knots(self._graph)) if self._order is None else ()

    @cached_property
    def ranks(self) -> Mapping[str, tuple[int, int]]:
        """For each node the number of its strongly connected part and its number within: every edge leads to a higher
        pair, but for the `then` of bounded follow-ups. Every cycle must go through one of those."""
        if self._order is not None:
            return {node: (0, rank) for rank, node in enumerate(self._order)}
        nodes, networkx = self.guideline.nodes, _networkx()
        parts = networkx.condensation(self._graph)
        part_of = parts.graph["mapping"]
        order = {part: number for number, part in enumerate(networkx.topological_sort(parts))}
        lasting = _graph_of(edge for edge in self.edges if not _is_bounded_step(nodes[edge.source], edge))
        lasting.add_nodes_from(nodes)
        inner = {node: number for number, node in enumerate(networkx.topological_sort(lasting))}
        return {node: (order[part_of[node]], inner[node]) for node in nodes}

    @cached_property
    def gates(self) -> Mapping[str, str | None]:
        """For each node the last of the others that every way from the start to it passes (its immediate dominator), if
        there is one. What the start does not lead to has ways of its own, which do not count for the rest."""
        networkx, root = _networkx(), ""  # no node has an empty name
        begun_at: dict[str, str] = {}
        for first in (self.guideline.start, *self.guideline.nodes):
            if first not in begun_at:
                begun_at |= dict.fromkeys(self.reachable_from(first) - begun_at.keys(), first)
        graph = _graph_of(edge for edge in self.edges if begun_at[edge.source] == begun_at[edge.target])
        graph.add_edges_from((root, first) for first in begun_at.values())
        found = networkx.immediate_dominators(graph, root)
        return {node: found[node] or None for node in self.guideline.nodes}

    @cached_property
    def _edges_by_source(self) -> Mapping[str, tuple[Edge, ...]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.source, []).append(edge)
        return {node: tuple(edges) for node, edges in found.items()}

    @cached_property
    def _before(self) -> Mapping[str, str]:
        """For each node that the start leads to, the node before it on a shortest way."""
        return dict(_networkx().bfs_predecessors(self._graph, self.guideline.start))

    @cached_property
    def _within_a_visit(self) -> tuple[Edge, ...]:
        """The edges between nodes that are no follow-ups."""
        lasting = {node.id for node in self.guideline.follow_ups()}
        return tuple(edge for edge in self.edges if lasting.isdisjoint((edge.source, edge.target)))

    @cached_property
    def _graph(self) -> nx.DiGraph[str]:
        graph = _graph_of(self.edges)
        graph.add_nodes_from(self.guideline.nodes)
        return graph

    @cached_property
    def _steps(self) -> Steps:
        return steps_of((edge.source, edge.target) for edge in self.edges)

    @cached_property
    def _order(self) -> list[str] | None:
        """The nodes in topological order, where there is no cycle."""
        return topological_order(self._steps, self.guideline.nodes)

    def _cycles(self, edges: Iterable[Edge]) -> tuple[Cycle, ...]:
        """In each knot a shortest cycle through its first node, then again in what is left without those edges."""
        left: dict[tuple[str, str], Edge] = {}
        for edge in edges:
            left.setdefault((edge.source, edge.target), edge)
        position = {node: index for index, node in enumerate(self.guideline.nodes)}
        found: list[Cycle] = []
        for _ in range(MOST_ROUNDS):
            graph = _graph_of(left.values())
            firsts = [(knot, min(knot, key=position.__getitem__)) for knot in _knots(graph)]
            found += (
                tuple(left.pop(step) for step in _cycle_through(graph.subgraph(knot), first)) for knot, first in firsts
            )
            if not firsts:
                break
        return tuple(sorted(found, key=lambda cycle: position[cycle[0].source]))


def cycles_of(names: Iterable[str], steps: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """A shortest cycle through the first name of each knot, in the order of those names."""
    position = {name: index for index, name in enumerate(names)}
    graph: nx.DiGraph[str] = _networkx().DiGraph(list(steps))
    firsts = {min(knot, key=position.__getitem__): knot for knot in _knots(graph)}
    for first in sorted(firsts, key=position.__getitem__):
        yield tuple(source for source, _ in _cycle_through(graph.subgraph(firsts[first]), first))


def _is_dead_end(node: Node) -> bool:
    if isinstance(node, Decision):
        return not node.branches
    return isinstance(node, FollowUp) and node.then is None


def _is_bounded_step(node: Node, edge: Edge) -> bool:
    return isinstance(node, FollowUp) and node.is_bounded and edge.kind is EdgeKind.THEN


def _graph_of(edges: Iterable[Edge]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = _networkx().DiGraph()
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    return graph


def _knots(graph: nx.DiGraph[str]) -> Iterator[set[str]]:
    """The strongly connected parts that have a cycle."""
    for part in _networkx().strongly_connected_components(graph):
        if len(part) > 1 or any(graph.has_edge(node, node) for node in part):
            yield part


def _cycle_through(knot: nx.DiGraph[str], node: str) -> list[tuple[str, str]]:
    """The steps of a shortest cycle through a node of a knot."""
    before: dict[str, str] = {}
    last = node
    if not knot.has_edge(node, node):
        for source, target in _networkx().bfs_edges(knot, node):
            before[target] = source
            if knot.has_edge(target, node):
                last = target
                break
    steps = [(last, node)]
    while steps[-1][0] != node:
        steps.append((before[steps[-1][0]], steps[-1][0]))
    return steps[::-1]


def _networkx() -> Any:
    """An eighth of a second of imports, which only the rules on the graph need."""
    import networkx

    return networkx
