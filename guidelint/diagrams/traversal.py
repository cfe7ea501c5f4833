"""One walk over the whole graph, in authored order: what the start reaches, and which ways lead back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidelint.graph import Edge, edges_of
from guidelint.model import Guideline


@dataclass(frozen=True, slots=True)
class Traversal:
    """`closing` holds the edges that close a loop: each leads back to a node that the way to it has passed."""

    reached: frozenset[str]
    closing: frozenset[Edge]


def traverse(guideline: Guideline) -> Traversal:
    """Depth first, from the start and then from whatever it does not reach; a stack of our own, however deep it is."""
    ways = {node.id: tuple(edges_of(node)) for node in guideline.nodes.values()}
    is_open: dict[str, bool] = {}
    closing: set[Edge] = set()
    _descend(guideline.start, ways, is_open, closing)
    reached = frozenset(is_open)
    for node in ways:
        _descend(node, ways, is_open, closing)
    return Traversal(reached, frozenset(closing))


def _descend(root: str, ways: Mapping[str, tuple[Edge, ...]], is_open: dict[str, bool], closing: set[Edge]) -> None:
    """Visits what is not visited yet; `is_open` is true for the nodes between the root and the one at hand."""
    if root not in ways or root in is_open:
        return
    is_open[root] = True
    stack = [(root, iter(ways[root]))]
    while stack:
        node, edges = stack[-1]
        edge = next(edges, None)
        if edge is None:
            is_open[node] = False
            stack.pop()
        elif is_open.get(edge.target):
            closing.add(edge)
        elif edge.target in ways and edge.target not in is_open:
            is_open[edge.target] = True
            stack.append((edge.target, iter(ways[edge.target])))
