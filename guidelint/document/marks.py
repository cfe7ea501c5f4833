"""Where every key and value of a document stands, in thirteen bytes a piece."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Any

from guidelint.diagnostic import Part, Route, Span

KEY, PLAIN, QUOTED, MAPPING, SEQUENCE = 1, 2, 4, 8, 16
SCALAR = PLAIN | QUOTED
"""Bits of a piece's kind; QUOTED stands for every scalar that is not plain."""


class Marks:
    """The pieces of a document (keys, values, items) in reading order; `pieces` counts each with all that it holds.

    Flat arrays in place of one object a piece: a guideline of 100,000 nodes has five million pieces.
    """

    __slots__ = ("_children", "_positions", "end", "kind", "pieces", "start")

    def __init__(self) -> None:
        self.start = array("I")
        self.end = array("I")
        self.pieces = array("I")
        self.kind = array("B")
        self._children: dict[int, list[int]] = {}
        self._positions: dict[int, dict[Any, int]] = {}

    def open(self, start: int, end: int, kind: int) -> int:
        self.kind.append(kind)
        self.start.append(start)
        self.end.append(end)
        self.pieces.append(1)
        return len(self.start) - 1

    def close(self, piece: int, end: int) -> None:
        self.end[piece] = end
        self.pieces[piece] = len(self.start) - piece

    def span(self, piece: int) -> Span:
        return Span(self.start[piece], self.end[piece])

    def children(self, piece: int) -> list[int]:
        """The pieces directly inside a collection; keys and values alternate in a mapping."""
        known = self._children.get(piece)
        if known is None:
            known, child, stop = [], piece + 1, piece + self.pieces[piece]
            while child < stop:
                known.append(child)
                child += self.pieces[child]
            self._children[piece] = known
        return known

    def at(self, offset: int) -> int | None:
        """The last piece that starts at or before an offset."""
        piece = bisect_right(self.start, offset) - 1
        return piece if piece >= 0 else None

    def find(self, data: Any, route: Route, part: Part) -> int | None:
        """The piece at the end of a route, or of its longest part that exists; None in an empty document."""
        if not self.start:
            return None
        piece, key = 0, 0
        for step in route:
            inner = self._step(data, piece, step)
            if inner is None:
                return piece
            (key, piece), data = inner, data[step]
        return key if part is Part.KEY and route else piece

    def _step(self, data: Any, piece: int, step: str | int) -> tuple[int, int] | None:
        if isinstance(data, dict) and step in data:
            position = self._position(piece, data, step)
            children = self.children(piece)
            return (children[2 * position], children[2 * position + 1]) if len(children) > 2 * position + 1 else None
        if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            item = self.children(piece)[step]
            return item, item
        return None

    def _position(self, piece: int, mapping: dict[Any, Any], key: str | int) -> int:
        """Which key of a mapping this is; remembered, since many findings lead through the same few mappings."""
        known = self._positions.get(piece)
        if known is None:
            known = self._positions[piece] = {key: position for position, key in enumerate(mapping)}
        return known[key]
