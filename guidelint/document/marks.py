"""Where every key and value of a document stands, in thirteen bytes a piece."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from guidelint.diagnostic import Part, Route, Span

KEY, PLAIN, QUOTED, MAPPING, SEQUENCE = 1, 2, 4, 8, 16
SCALAR = PLAIN | QUOTED
"""Bits of a piece's kind; QUOTED stands for every scalar that is not plain."""


class Marks:
    """The pieces of a document (keys, values, items) in reading order; `pieces` counts each with all that it holds.

    Flat arrays in place of one object a piece: a guideline of 100,000 nodes has five million pieces.
    """

    __slots__ = (
        "_children",
        "_positions",
        "end",
        "kind",
        "pieces",
        "start",
    )

    def __init__(self) -> None:
        self.start = array("I")
        self.end = array("I")
        self.pieces = array("I")
        self.kind = array("B")
        self._children: dict[int, list[int]] = {}
        self._positions: dict[int, dict[Any, int]] = {}

    @property
    def adders(self) -> tuple[Callable[[int], None], ...]:
        """What adds a piece, in four parts, for whoever has no time for a call: start, end, kind and pieces."""
        return self.start.append, self.end.append, self.kind.append, self.pieces.append

    def open(self, start: int, end: int, kind: int) -> int:
        self.start.append(start)
        self.end.append(end)
        self.pieces.append(1)
        self.kind.append(kind)
        return len(self.kind) - 1

    def close(self, piece: int, end: int) -> None:
        self.end[piece] = end
        self.pieces[piece] = len(self.kind) - piece

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

    def around(self, offset: int) -> int | None:
        """The innermost piece that an offset lies in."""
        piece, found = 0, None
        while self.start and self.start[piece] <= offset < self.end[piece]:
            found = piece
            children = self.children(piece)
            inner = bisect_right(children, offset, key=self.start.__getitem__)
            if not inner:
                break
            piece = children[inner - 1]
        return found

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
            position = 2 * self._position(data, piece, step)
            children = self.children(piece)
            return (children[position], children[position + 1]) if len(children) > position + 1 else None
        if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            item = self.children(piece)[step]
            return item, item
        return None

    def _position(self, mapping: dict[Any, Any], piece: int, key: str | int) -> int:
        """How many keys stand before one; remembered, so that a thousand findings do not count a thousand times."""
        known = self._positions.get(piece)
        if known is None:
            known = self._positions[piece] = {name: position for position, name in enumerate(mapping)}
        return known[key]
