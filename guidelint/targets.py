"""Names at the end of a way that are no node's, and the nodes that were meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guidelint.diagnostic import Route
from guidelint.graph import DecisionGraph
from guidelint.suggestion import closest

MOST_SUGGESTIONS = 50
"""More undefined targets than this are no typos, and a suggestion for each would only take time."""


class UndefinedTarget(NamedTuple):
    """`meant` is the node with the most similar name, if one is similar enough."""

    name: str
    route: Route
    meant: str | None


def undefined_targets(graph: DecisionGraph) -> Iterator[UndefinedTarget]:
    """Of `start` and of all edges."""
    nodes, start = graph.guideline.nodes, graph.guideline.start
    undefined: list[tuple[str, Route]] = [] if start in nodes else [(start, ("start",))]
    undefined += [(edge.target, edge.route) for edge in graph.written_edges if edge.target not in nodes]
    for count, (name, route) in enumerate(undefined):
        yield UndefinedTarget(name, route, closest(name, nodes) if count < MOST_SUGGESTIONS else None)
