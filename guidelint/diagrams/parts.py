"""The parts of a guideline that is too large for one picture: its own sections, and what the other steps fall into.

These stand in the order of the guideline, and a part is a stretch of it, so that the parts lead to each other in a loop
only where their steps do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guidelint.diagrams.ordering import Ways, cut, in_order, reaches
from guidelint.graph import edges_of
from guidelint.model import Guideline

MOST_ON_A_PAGE = 60
"""Boxes of a picture that can still be read; a section with more is divided."""

BEST_ON_A_PAGE = MOST_ON_A_PAGE // 2
"""Where it is for us to divide: the links to other pictures need room too."""

MOST_NAMED = 2
"""Steps that a part is named after: those where it is entered."""


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes that are drawn in one picture, from where they begin; `name` can end the name of a file."""

    name: str
    title: str
    nodes: tuple[str, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Of a section that stays whole, `is_whole`; else some of its nodes, or of those without a section."""

    section: str
    nodes: tuple[str, ...]
    is_whole: bool


def parts_of(guideline: Guideline, most: int = BEST_ON_A_PAGE) -> tuple[Part, ...]:
    """Every node in exactly one part, in the order of their first nodes; a section of twice `most` stays whole."""
    ways = _ways(guideline)
    pieces = _merged(list(_pieces(guideline, ways, most)), ways, most)
    place = {node: index for index, node in enumerate(guideline.nodes)}
    pieces.sort(key=lambda piece: place[piece.nodes[0]])
    entered = _entered(guideline, pieces, ways)
    return tuple(named_apart(_part(guideline, piece, entered) for piece in pieces))


def _ways(guideline: Guideline) -> Ways:
    """Between nodes that are defined, each once."""
    return {
        node.id: dict.fromkeys(edge.target for edge in edges_of(node) if edge.target in guideline.nodes)
        for node in guideline.nodes.values()
    }


def _pieces(guideline: Guideline, ways: Ways, most: int) -> Iterator[_Piece]:
    """Along the order of the guideline, in which a section that fits a picture is one thing."""
    sections: dict[str, list[str]] = {}
    for node in guideline.nodes.values():
        sections.setdefault(node.section or "", []).append(node.id)
    fitting = {name for name, nodes in sections.items() if name and len(nodes) <= 2 * most}
    sections_of = {name: node.section or "" for name, node in guideline.nodes.items()}
    thing = {name: f" {of}" if of in fitting else name for name, of in sections_of.items()}  # no id has a space
    start = [thing[guideline.start]] if guideline.start in thing else []
    order = in_order(list(dict.fromkeys((*start, *thing.values()))), _between(ways, thing))
    for section, run in groupby(_stretches(order), lambda knot: knot[0][1:] if knot[0][0] == " " else None):
        if section is not None:
            yield _Piece(section, tuple(sections[section]), is_whole=True)
            continue
        for of, knots in groupby(run, lambda knot: sections_of[knot[0]]):
            yield from (_Piece(of, nodes, is_whole=False) for nodes in cut(knots, ways, most))


def _stretches(order: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A section that is knotted up with other things stays by itself."""
    for knot in order:
        is_pure = len(knot) == 1 or not any(name[0] == " " for name in knot)
        yield from (knot,) if is_pure else ((name,) for name in knot)


def _between(ways: Ways, thing: Mapping[str, str]) -> Ways:
    found: dict[str, dict[str, None]] = {}
    for source, targets in ways.items():
        for target in targets:
            if thing[source] != thing[target]:
                found.setdefault(thing[source], {})[thing[target]] = None
    return found


def _merged(pieces: Sequence[_Piece], ways: Ways, most: int) -> list[_Piece]:
    """A piece is joined to the one before it where both fit and no way leads from one to the other through a third."""
    merged = list(pieces)
    last: dict[str, _Piece] = {}
    for piece in pieces:
        if piece.is_whole:
            continue
        before = last.get(piece.section)
        last[piece.section] = piece
        if before is None or len(before.nodes) + len(piece.nodes) > most:
            continue
        home = {node: each.nodes[0] for each in merged for node in each.nodes}
        if not reaches(before.nodes[0], piece.nodes[0], _between(ways, home)):
            last[piece.section] = _Piece(piece.section, (*before.nodes, *piece.nodes), is_whole=False)
            merged[merged.index(before)] = last[piece.section]
            merged.remove(piece)
    return merged


# Names ---------------------------------------------------------------------------------------------------------------


def _entered(guideline: Guideline, pieces: Iterable[_Piece], ways: Ways) -> frozenset[str]:
    """The nodes that are led to from another piece, or from nowhere."""
    home = {node: number for number, piece in enumerate(pieces) for node in piece.nodes}
    led_to = {target for source in ways for target in ways[source] if home[source] == home[target]}
    crossed = {target for source in ways for target in ways[source] if home[source] != home[target]}
    return frozenset(node for node in guideline.nodes if node in crossed or node not in led_to)


def _part(guideline: Guideline, piece: _Piece, entered: Collection[str]) -> Part:
    """A section is called as it is; a piece after the first steps at which it is entered."""
    section = guideline.sections.get(piece.section)
    title = section.name if section else piece.section
    if piece.is_whole:
        return Part(piece.section, title, piece.nodes, (section and section.description) or "")
    doors = [node for node in piece.nodes if node in entered][:MOST_NAMED] or [piece.nodes[0]]
    names = "; ".join(guideline.nodes[node].name for node in doors)
    more = " …" if len(piece.nodes) > len(doors) else ""
    return Part(piece.nodes[0], f"{title}: {names}{more}" if title else f"{names}{more}", piece.nodes)


def named_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """A node may be named like a section: nodes and sections have namespaces of their own."""
    taken: set[str] = set()
    for part in parts:
        name, number = part.name, 2
        while name in taken:
            name, number = f"{part.name}-{number}", number + 1
        taken.add(name)
        yield Part(name, part.title, part.nodes, part.description)
