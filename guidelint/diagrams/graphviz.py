"""Graphviz behind one door: it is given numbered boxes with fixed sizes and says where they and the lines stand.

It is given no text: its places are then the same wherever the same Graphviz runs, whatever fonts there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from guidelint.diagrams.extra import ExtraMissing
from guidelint.diagrams.geometry import Curve, Point

GROUND = re.compile(r'<g id="(graph0)"[^>]*>\n(?:<title>[^<]*</title>\n)?<polygon [^>]*points="([^"]*)"')
BOX = re.compile(r'class="node">\n<title>(\d+)</title>\n<polygon [^>]*points="([^"]*)"')
WIRE = re.compile(r'<g id="(\d+)" class="edge">\n<title>[^<]*</title>\n<path [^>]*d="([^"]*)"')
"""What Graphviz draws, by what it was called, with the numbers of its points."""

NUMBER = re.compile(r"-?[\d.]+")

INCH = 72.0
"""What Graphviz takes a pixel for does not matter, as long as it is the same in both directions."""

FEW = 60
"""The most boxes of a picture that is taken in at one look."""

FEW_GAP, MANY_GAP = 0.46, 0.8
"""Between the rows of a picture of few boxes, and of many with their many lines, in inches."""

Direction = Literal["TB", "LR"]
Size = tuple[float, float]
"""Width and height."""


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


@dataclass(frozen=True, slots=True)
class Question:
    """Lines lead through the boxes from number `labels` on: in at the middle of one side and out at the other."""

    sizes: tuple[Size, ...]
    wires: tuple[Wire, ...]
    labels: int


def place(question: Question, direction: Direction) -> Places:
    """Every wire leads from the outline of one frame to that of another."""
    drawn = _run(_dot(question, direction))
    corner, _, opposite, *_ = _points(_found(GROUND, drawn)["graph0"], 0.0)
    height = corner.y - opposite.y
    middles, curves = _found(BOX, drawn), _found(WIRE, drawn)
    return Places(
        opposite.x - corner.x,
        height,
        tuple(_middle(_points(middles[str(number)], height)) for number in range(len(question.sizes))),
        tuple(_points(curves[str(number)], height) for number in range(len(question.wires))),
    )


def _dot(question: Question, direction: Direction) -> str:
    nodes = (
        f"{number}[width={width / INCH:.4f},height={height / INCH:.4f}]"
        for number, (width, height) in enumerate(question.sizes)
    )
    head = (
        "digraph{",
        f"graph[pad=0,rankdir={direction},nodesep=0.42,ranksep={FEW_GAP if question.labels <= FEW else MANY_GAP}]",
        'node[shape=box,fixedsize=true,label=""]',
        "edge[dir=none]",
    )
    entry, way_out = ("n", "s") if direction == "TB" else ("w", "e")
    ports = dict.fromkeys(range(question.labels, len(question.sizes)), (entry, way_out))
    edges = (_edge(number, wire, ports) for number, wire in enumerate(question.wires))
    return "\n".join((*head, *nodes, *edges, "}"))


def _edge(number: int, wire: Wire, ports: Mapping[int, tuple[str, str]]) -> str:
    tail = f",tailport={ports[wire.source][1]}" if wire.source in ports else ""
    head = f",headport={ports[wire.target][0]}" if wire.target in ports else ""
    return f"{wire.source}->{wire.target}[id={number},weight={wire.weight}{tail}{head}]"


def _run(dot: str) -> str:
    """As SVG: what Graphviz writes soonest of that which has all digits; its attributes have five."""
    try:
        import pygraphviz
    except ModuleNotFoundError as missing:
        raise ExtraMissing("pygraphviz") from missing
    graph: Any = pygraphviz.AGraph(string=dot)
    found: bytes = graph.draw(format="svg", prog="dot")
    return found.decode()


def _found(shape: re.Pattern[str], drawn: str) -> Mapping[str, str]:
    """Of the boxes or the wires, the numbers of their points."""
    return dict(shape.findall(drawn))


def _points(numbers: str, height: float) -> Curve:
    """What stands above the bottom line is negative."""
    values = [float(value) for value in NUMBER.findall(numbers)]
    return tuple([Point(x, height + y) for x, y in zip(values[::2], values[1::2], strict=True)])


def _middle(corners: Curve) -> Point:
    one, _, other, *_ = corners
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2)
