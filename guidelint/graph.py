"""Guideline → DecisionGraph. networkx stays behind this door, and is imported when the first question is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guidelint.diagnostic import Route
from guidelint.model import Decision, FollowUp, Guideline, Node, Recommendation

if TYPE_CHECKING:
    import networkx as nx


Cycle = tuple[str, ...]
"""The nodes of a cycle in their order, each once."""


class EdgeKind(Enum):
    BRANCH = "branch"
    THEN = "then"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Edge:
    """One way from a node to another; `route` leads to the target's name in the document."""

    source: str
    target: str
    kind: EdgeKind
    route: Route
    branch: int | None = None


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
    def edges(self) -> tuple[Edge, ...]:
        nodes = self.guideline.nodes
        return tuple(edge for node in nodes.values() for edge in edges_of(node) if edge.target in nodes)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The nodes that some way from `start` reaches, conditions left aside."""
        return self.reachable_from(self.guideline.start)

    def reachable_from(self, node: str) -> frozenset[str]:
        """The node itself and all that some way from it reaches; none where the node is undefined."""
        if node not in self.guideline.nodes:
            return frozenset()
        return frozenset(_networkx().descendants(self._graph, node)) | {node}

    @cached_property
    def dead_ends(self) -> tuple[str, ...]:
        """Nodes that a way ends in although they recommend nothing."""
        nodes = self.guideline.nodes.values()
        return tuple(node.id for node in nodes if not isinstance(node, Recommendation) and not any(edges_of(node)))

    @cached_property
    def cycles_without_follow_up(self) -> tuple[Cycle, ...]:
        """One shortest cycle for each knot of nodes through which a walk could go round in a single visit."""
        nodes = self.guideline.nodes
        moments = [edge for edge in self.edges if not isinstance(nodes[edge.source], FollowUp)]
        moments = [edge for edge in moments if not isinstance(nodes[edge.target], FollowUp)]
        return self._knots(moments)

    @cached_property
    def unbounded_cycles(self) -> tuple[Cycle, ...]:
        """One shortest cycle for each knot that no bounded follow-up's `then` opens, but some follow-up is on."""
        nodes = self.guideline.nodes
        lasting = [edge for edge in self.edges if not _is_bounded_step(nodes[edge.source], edge)]
        momentary = {node for cycle in self.cycles_without_follow_up for node in cycle}
        return self._knots(lasting, without=momentary)

    def shortest_way(self, source: str, target: str) -> tuple[str, ...]:
        """The nodes of a shortest way, both ends included; empty where there is none."""
        networkx = _networkx()
        try:
            return tuple(networkx.shortest_path(self._graph, source, target))
        except (networkx.NetworkXNoPath, networkx.NodeNotFound):
            return ()

    def predecessors(self, node: str) -> tuple[Edge, ...]:
        return self._edges_into.get(node, ())

    @cached_property
    def _edges_into(self) -> dict[str, tuple[Edge, ...]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.target, []).append(edge)
        return {node: tuple(edges) for node, edges in found.items()}

    @cached_property
    def _graph(self) -> nx.DiGraph[str]:
        return _graph_of(self.guideline.nodes, _steps(self.edges))

    def _knots(self, edges: Iterable[Edge], without: Collection[str] = ()) -> tuple[Cycle, ...]:
        return tuple(cycle for cycle, part in knots(self.guideline.nodes, _steps(edges)) if part.isdisjoint(without))


def knots(names: Iterable[str], steps: Iterable[tuple[str, str]]) -> Iterator[tuple[Cycle, frozenset[str]]]:
    """Each strongly connected part that has a cycle, in the order of their first names.

    With a shortest cycle through that first name, and all the names of the part.
    """
    position = {name: index for index, name in enumerate(names)}
    graph = _graph_of(position, steps)
    parts = [frozenset(part) for part in _networkx().strongly_connected_components(graph)]
    part_of = {name: part for part in parts for name in part}
    inside: dict[frozenset[str], list[tuple[str, str]]] = {part: [] for part in parts}
    for source, target in graph.edges:
        if part_of[source] is part_of[target]:
            inside[part_of[source]].append((source, target))
    found = [(min(part, key=position.__getitem__), part) for part in parts if inside[part]]
    for first, part in sorted(found, key=lambda item: position[item[0]]):
        yield _cycle_through(_graph_of((), inside[part]), first), part


def _steps(edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    return ((edge.source, edge.target) for edge in edges)


def _graph_of(names: Iterable[str], steps: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = _networkx().DiGraph()
    graph.add_nodes_from(names)
    graph.add_edges_from(steps)
    return graph


def _cycle_through(graph: nx.DiGraph[str], node: str) -> tuple[str, ...]:
    """A shortest cycle through a node that is on one, without the node's repetition at the end."""
    networkx = _networkx()
    if graph.has_edge(node, node):
        return (node,)
    back = networkx.single_source_shortest_path(graph.reverse(copy=False), node)
    last = min((step for step in graph.successors(node) if step in back), key=lambda step: len(back[step]))
    return (node, *reversed(back[last][1:])) if last != node else (node,)


def _is_bounded_step(node: Node, edge: Edge) -> bool:
    return isinstance(node, FollowUp) and node.is_bounded and edge.kind is EdgeKind.THEN


def _networkx() -> Any:
    """An eighth of a second of imports, which only the rules on the graph need."""
    import networkx

    return networkx
