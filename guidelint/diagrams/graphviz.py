"""Graphviz behind one door: it is given numbered boxes with fixed sizes and says where they and the lines stand.

It is given no text: its places are then the same wherever the same Graphviz runs, whatever fonts there are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from guidelint.diagrams.geometry import Curve, Point

INCH = 72.0
"""What Graphviz takes a pixel for does not matter, as long as it is the same in both directions."""

Direction = Literal["TB", "LR"]
Size = tuple[float, float]
"""Width and height."""


class GraphvizMissing(Exception):
    """The extra `diagrams` is not installed."""

    def __str__(self) -> str:
        return "this needs pygraphviz, which is not installed: pip install 'guidelint[diagrams]'"


@dataclass(frozen=True, slots=True)
class Wire:
    """A line between two boxes, by their numbers; heavy ones are kept short and straight."""

    source: int
    target: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Places:
    """The middles of the boxes and the curves of the wires, in the order in which these were given."""

    width: float
    height: float
    middles: tuple[Point, ...]
    curves: tuple[Curve, ...]


def place(sizes: Sequence[Size], wires: Sequence[Wire], direction: Direction) -> Places:
    """Every wire leads from the outline of one frame to that of another."""
    data = json.loads(_run(_dot(sizes, wires, direction)))
    _, _, width, height = map(float, data["bb"].split(","))
    middles = {node["name"]: _point(node["pos"], height) for node in data["objects"]}
    curves = {edge["id"]: _curve(edge["pos"], height) for edge in data.get("edges", ())}
    return Places(
        width,
        height,
        tuple(middles[str(number)] for number in range(len(sizes))),
        tuple(curves[str(number)] for number in range(len(wires))),
    )


def _dot(sizes: Sequence[Size], wires: Sequence[Wire], direction: Direction) -> str:
    nodes = (
        f"{number}[width={width / INCH:.4f},height={height / INCH:.4f}]" for number, (width, height) in enumerate(sizes)
    )
    edges = (f"{wire.source}->{wire.target}[id={number},weight={wire.weight}]" for number, wire in enumerate(wires))
    head = (
        "digraph{",
        f"graph[rankdir={direction},nodesep=0.4,ranksep=0.34]",
        'node[shape=box,fixedsize=true,label=""]',
        "edge[dir=none]",
    )
    return "\n".join((*head, *nodes, *edges, "}"))


def _run(dot: str) -> bytes:
    try:
        import pygraphviz
    except ModuleNotFoundError as missing:
        raise GraphvizMissing from missing
    graph: Any = pygraphviz.AGraph(string=dot)
    found: bytes = graph.draw(format="json0", prog="dot")
    return found


def _point(text: str, height: float) -> Point:
    """Graphviz counts upward."""
    x, y = text.split(",")
    return Point(float(x), height - float(y))


def _curve(text: str, height: float) -> Curve:
    return tuple(_point(point, height) for point in text.split())
