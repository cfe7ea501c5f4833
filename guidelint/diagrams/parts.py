"""The parts of a guideline that is too large for one picture: its own sections, or what the graph falls into.

A part of the graph is what lies behind one node: every way into it from outside passes that node first, but for the
ways between neighbours of which neither alone would fill a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidelint.graph import DecisionGraph
from guidelint.model import Guideline

MOST_ON_A_PAGE = 60
"""Boxes of a picture that can still be read; a section with more is divided."""

BEST_ON_A_PAGE = 30
"""Where it is for us to divide: the links to other pictures need room too."""


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes that are drawn in one picture, from where they begin; `name` can end the name of a file."""

    name: str
    title: str
    nodes: tuple[str, ...]
    description: str = ""


def parts_of(guideline: Guideline) -> tuple[Part, ...]:
    """Every node in exactly one part, in the order of their first nodes."""
    sections: dict[str, list[str]] = {}
    for node in guideline.nodes.values():
        sections.setdefault(node.section or "", []).append(node.id)
    parts = [part for name, nodes in sections.items() for part in _parts_of_section(guideline, name, nodes)]
    place = {node: index for index, node in enumerate(guideline.nodes)}
    return tuple(sorted(_named_apart(parts), key=lambda part: place[part.nodes[0]]))


def _parts_of_section(guideline: Guideline, name: str, nodes: Sequence[str]) -> Iterator[Part]:
    """A section as it is, if it fits; else what it falls into, named after the first node of each piece."""
    section = guideline.sections.get(name)
    title = section.name if section else name
    if name and len(nodes) <= MOST_ON_A_PAGE:
        yield Part(name, title, tuple(nodes), (section and section.description) or "")
        return
    for piece in divided(guideline, nodes):
        first = guideline.nodes[piece[0]]
        yield Part(first.id, f"{title}: {first.name} …" if name else f"{first.name} …", piece)


def _named_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """A node may be named like a section: nodes and sections have namespaces of their own."""
    taken: set[str] = set()
    for part in parts:
        name, number = part.name, 2
        while name in taken:
            name, number = f"{part.name}-{number}", number + 1
        taken.add(name)
        yield Part(name, part.title, part.nodes, part.description)


def divided(guideline: Guideline, nodes: Iterable[str], most: int = BEST_ON_A_PAGE) -> Iterator[tuple[str, ...]]:
    """Pieces of at most so many nodes, cut off the tree of gates from its leaves upward."""
    wanted = frozenset(nodes)
    gates = DecisionGraph(guideline).gates
    behind: dict[str | None, list[str]] = {}
    for node in guideline.nodes:
        behind.setdefault(gates[node], []).append(node)
    held: dict[str | None, list[str]] = {}
    for gate in (*_leaves_first(behind), None):
        own = [gate] if gate in wanted and gate is not None else []
        bundles = _bundled((held.pop(node) for node in behind.get(gate, ())), most)
        while len(own) + sum(map(len, bundles)) > most:
            yield tuple(bundles.pop(bundles.index(max(bundles, key=len))))
        held[gate] = [*own, *(node for bundle in bundles for node in bundle)]
    if held[None]:
        yield tuple(held[None])


def _leaves_first(behind: dict[str | None, list[str]]) -> list[str]:
    """All nodes, each after everything that lies behind it."""
    order = list(behind.get(None, ()))
    for node in order:  # which grows
        order += behind.get(node, ())
    return order[::-1]


def _bundled(pieces: Iterable[list[str]], most: int) -> list[list[str]]:
    """Neighbours together, as long as they fit."""
    bundles: list[list[str]] = []
    for piece in filter(None, pieces):
        if bundles and len(bundles[-1]) + len(piece) <= most:
            bundles[-1] += piece
        else:
            bundles.append(list(piece))
    return bundles
