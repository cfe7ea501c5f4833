"""Boxes: for each fact the cells that it can lie in.

What a box rules out is true of no patient; what it leaves open proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guidelint.logic.cells import Cells
from guidelint.logic.formula import Among, Conjunction, Formula, Negation, Surely

Box = Mapping[str, int]
"""Facts that are not in it can lie anywhere."""

DEPTH = 12
"""How deep a formula is looked into; further down, nothing is ruled out."""


class Boxes:
    def __init__(self, cells: Mapping[str, Cells], assumptions: Iterable[Formula]) -> None:
        self._cells = cells
        self.start = self._start(assumptions)

    def narrowed(self, box: Box, formula: Formula) -> Box | None:
        """What is left of a box where a formula is surely true; None where nothing is."""
        return self._narrow(box, formula, DEPTH, true=True)

    def join(self, one: Box, other: Box) -> Box:
        if one is other:
            return one
        found = {}
        for fact, cells in one.items():
            if fact in other and (both := cells | other[fact]) != self._cells[fact].full:
                found[fact] = both
        return found

    def observed(self, box: Box, facts: Iterable[str]) -> Box:
        """Facts that are read anew can lie anywhere again, but for what is assumed of each by itself."""
        found = dict(box)
        for fact in facts:
            found.pop(fact, None)
            if fact in self.start:
                found[fact] = self.start[fact]
        return found

    def _start(self, assumptions: Iterable[Formula]) -> Box:
        """Only assumptions about a single fact narrow anything without a case distinction."""
        found: dict[str, int] = {}
        for formula in assumptions:
            if isinstance(formula, Among):
                found[formula.fact] = found.get(formula.fact, self._cells[formula.fact].full) & ~formula.false
        return found

    def _narrow(self, box: Box, formula: Formula, depth: int, *, true: bool) -> Box | None:
        match formula:
            case Among():
                known = box.get(formula.fact, self._cells[formula.fact].full)
                cells = known & (formula.true if true else formula.false)
                if cells == known:
                    return box
                return {**box, formula.fact: cells} if cells else None
            case Surely() if depth and true:
                return self._narrow(box, formula.parts[0], depth - 1, true=True)
            case Negation() if depth:
                return self._narrow(box, formula.parts[0], depth - 1, true=not true)
            case Conjunction() if depth and true:
                left: Box | None = box
                for part in formula.parts:
                    left = None if left is None else self._narrow(left, part, depth - 1, true=True)
                return left
            case Conjunction() if depth:
                return self._any(box, formula.parts, depth - 1)
        return box

    def _any(self, box: Box, parts: Iterable[Formula], depth: int) -> Box | None:
        """Where one of the parts is surely false."""
        found: Box | None = None
        for part in parts:
            left = self._narrow(box, part, depth, true=False)
            if left is not None:
                found = left if found is None else self.join(found, left)
        return found


class Everything(Boxes):
    """Boxes that rule nothing out."""

    def narrowed(self, box: Box, formula: Formula) -> Box | None:
        return box
