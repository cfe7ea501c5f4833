"""Truth tables and samples of patients, one bit each: the algebra of sets of patients."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import and_, or_
from random import Random

from guidelint.logic.cells import Cells, runs_in

Variable = tuple[str, int]
"""A fact, as observed at a visit that is counted from 0."""


class Bits:
    """Sets of patients as numbers. `cells` gives, for a fact as observed at a visit, the set of each cell."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.true = (1 << count) - 1
        self._before: dict[tuple[str, int], Sequence[int]] = {}

    def negation(self, element: int) -> int:
        return self.true ^ element

    def conjunction(self, elements: Iterable[int]) -> int:
        each = iter(elements)
        return reduce(and_, each, next(each, self.true))

    def disjunction(self, elements: Iterable[int]) -> int:
        each = iter(elements)
        return reduce(or_, each, next(each, 0))

    def among(self, fact: str, version: int, cells: int) -> int:
        before = self._before.get((fact, version))
        if before is None:
            before = self._before[fact, version] = (0, *accumulate(self.cells(fact, version), or_))
        return self.disjunction(before[last + 1] ^ before[first] for first, last in runs_in(cells))

    def cells(self, fact: str, version: int) -> Sequence[int]:
        """The patients of each cell; every patient is in one."""
        raise NotImplementedError


class TruthTable(Bits):
    """Every combination of cells of some facts, in one visit."""

    def __init__(self, facts: Sequence[Cells]) -> None:
        self._facts: dict[str, tuple[int, Cells]] = {}
        stride = 1
        for cells in facts:
            self._facts[cells.fact.id] = (stride, cells)
            stride *= cells.count
        super().__init__(stride)

    def cells(self, fact: str, version: int) -> Sequence[int]:
        """A cell takes each `stride` bits of a period, and the period comes again to the end."""
        stride, cells = self._facts[fact]
        period = stride * cells.count
        periods = self.true // ((1 << period) - 1)
        return [periods * (((1 << stride) - 1) << cell * stride) for cell in range(cells.count)]


SAMPLED = 4096
"""An eighth of them differ from a patient without findings in an eighth of the facts, the rest in anything."""


class Sample(Bits):
    """Patients drawn at random, the same ones every time."""

    def __init__(self, cells: Mapping[str, Cells], count: int) -> None:
        super().__init__(count)
        self._cells = cells

    def cells(self, fact: str, version: int) -> Sequence[int]:
        random = Random(f"{fact} {version}")  # noqa: S311 - drawn to be looked at, not to be kept secret
        cells = self._cells[fact]
        share = self.count // 8
        changed = random.getrandbits(share) & random.getrandbits(share) & random.getrandbits(share)
        plain = ((1 << share) - 1) ^ changed
        sets = _dealt(self.true ^ plain, cells.count, random)
        sets[cells.by_preference[0]] |= plain
        return sets


class Flock(Bits):
    """Patients around some who were found: each like one of them, but for a quarter of the facts."""

    def __init__(self, cells: Mapping[str, Cells], found: Sequence[Mapping[Variable, int]]) -> None:
        super().__init__(SAMPLED)
        self._cells = cells
        self._found = found

    def cells(self, fact: str, version: int) -> Sequence[int]:
        random = Random(f"{fact} {version} {len(self._found)}")  # noqa: S311 - as above
        cells = self._cells[fact]
        share = self.count // len(self._found)
        changed = random.getrandbits(self.count) & random.getrandbits(self.count)
        sets = _dealt(changed, cells.count, random)
        for place, patient in enumerate(self._found):
            cell = patient.get((fact, version), cells.by_preference[0])
            sets[cell] |= ((1 << share) - 1) << place * share & ~changed
        return sets


def _dealt(patients: int, count: int, random: Random) -> list[int]:
    """Patients, dealt out to so many cells by halves."""
    if count == 1:
        return [patients]
    half = random.getrandbits(patients.bit_length())
    first, second = patients & half, patients & ~half
    return [*_dealt(first, count // 2, random), *_dealt(second, count - count // 2, random)]


class One(Bits):
    """A single patient, by the cell of each fact at each visit."""

    def __init__(self, cells: Mapping[str, Cells], of: Mapping[Variable, int]) -> None:
        super().__init__(1)
        self._cells = cells
        self._of = of

    def cells(self, fact: str, version: int) -> Sequence[int]:
        return [int(cell == self._of[fact, version]) for cell in range(self._cells[fact].count)]
