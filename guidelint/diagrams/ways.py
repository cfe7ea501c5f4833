"""What findings and walks know the arrows of a picture by."""

from __future__ import annotations

from guidelint.graph import Edge, EdgeKind

Way = tuple[str, EdgeKind, int | None]
"""An edge by the node it leaves, its kind and its branch."""


def way_of(edge: Edge) -> Way:
    return edge.source, edge.kind, edge.branch
