"""The finite abstraction of a fact: its values, cut into cells between which no condition of the guideline changes.

Conditions compare facts with constants only, so nothing is lost and nothing is added: what holds for one value of a
cell holds for all of it. A set of cells is a number, one bit each; a fact that may be unknown has a last cell for that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import cast

from guidelint.condition import Comparison, NotKnown, Number, Operator, Test, Value, ValueOrNot, holds, is_number
from guidelint.model import Fact, FactType, Guideline

STEPS = (10, 5, 1, Fraction(1, 2), Fraction(1, 10), Fraction(1, 20), Fraction(1, 100))
"""How round a number is, the roundest first."""


DOWNWARDS = (Operator.AT_MOST, Operator.BELOW)
ORDERED = (Operator.AT_LEAST, Operator.ABOVE, *DOWNWARDS)


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers of a cell, from `low` to `high`; both ends belong to it unless it is open."""

    low: Number
    high: Number
    is_open: bool = False

    @property
    def is_point(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True)
class Cells:
    """`spans` holds the numbers of each cell, and nothing where the fact is no number."""

    fact: Fact
    samples: tuple[Value, ...]
    spans: tuple[Span, ...] = ()

    @cached_property
    def count(self) -> int:
        return len(self.samples) + self.fact.may_be_unknown

    @cached_property
    def full(self) -> int:
        return (1 << self.count) - 1

    @cached_property
    def unknown(self) -> int:
        """The cell of the unknown value; empty where the fact is always known."""
        return 1 << len(self.samples) if self.fact.may_be_unknown else 0

    @property
    def known(self) -> int:
        return self.full ^ self.unknown

    def passing(self, tests: Sequence[Test]) -> int:
        """The cells whose values pass all of the tests."""
        found = self.known
        for test in tests:
            found &= self._passing(test)
        return found

    def _passing(self, test: Test) -> int:
        """The numbers of the cells ascend, so those on one side of a limit lie side by side."""
        limit = test.constants[0].value
        if self.spans and test.operator in ORDERED and is_number(limit):
            is_strict = test.operator in (Operator.ABOVE, Operator.AT_MOST)
            place = (bisect_right if is_strict else bisect_left)(cast(Sequence[Number], self.samples), limit)
            below = (1 << place) - 1
            return below if test.operator in DOWNWARDS else self.known & ~below
        return sum(1 << cell for cell, value in enumerate(self.samples) if holds(test, value))

    def value(self, cell: int) -> Value | NotKnown:
        """A value of the cell: the default where that lies in it, else the roundest."""
        if cell == len(self.samples):
            return NotKnown.UNKNOWN
        default = self.fact.default
        if self.spans and is_number(default) and _lies_in(default, self.spans[cell]):
            return default
        return self.samples[cell]

    @cached_property
    def by_preference(self) -> tuple[int, ...]:
        """The cells, the most ordinary first: the default, or the middle of the range, then those next to it, the ends
        of the range after them. Unknown comes last, unless it is the default."""
        default = self.fact.default
        ordinary = _ordinary_number(self.fact) if self.spans else default
        middle = 0 if ordinary is None or isinstance(ordinary, NotKnown) else self.cell_of(ordinary)
        cells = sorted(range(len(self.samples)), key=lambda cell: (self._is_end(cell), abs(cell - middle), cell))
        unknown = range(len(self.samples), self.count)
        return (*unknown, *cells) if isinstance(default, NotKnown) else (*cells, *unknown)

    def _is_end(self, cell: int) -> bool:
        """Whether it holds an end of the range alone, which is not the default."""
        sample = self.samples[cell]
        is_alone = bool(self.spans) and self.spans[cell].is_point and sample in (self.fact.low, self.fact.high)
        return is_alone and sample != self.fact.default

    def cell_with(self, value: ValueOrNot) -> int:
        """The cell of a value, or of being unknown."""
        return len(self.samples) if isinstance(value, NotKnown) else self.cell_of(value)

    def cell_of(self, value: Value) -> int:
        if self.spans and is_number(value):
            return next(cell for cell, span in enumerate(self.spans) if _lies_in(value, span))
        return next(cell for cell, sample in enumerate(self.samples) if sample == value)


def cells_of(guideline: Guideline) -> Mapping[str, Cells]:
    constants: dict[str, set[Number]] = {name: set() for name in guideline.facts}
    for _, leaf in guideline.leaves:
        if isinstance(leaf, Comparison) and leaf.fact in constants:
            values = (constant.value for test in leaf.tests for constant in test.constants)
            constants[leaf.fact].update(value for value in values if is_number(value))
    return {name: _cells(fact, constants[name]) for name, fact in guideline.facts.items()}


def _cells(fact: Fact, constants: set[Number]) -> Cells:
    if fact.type is FactType.BOOLEAN:
        return Cells(fact, (False, True))
    if fact.type is FactType.CHOICE:
        return Cells(fact, tuple(value for value, _ in fact.values))
    low, high = fact.low or 0, fact.high or 0
    inside = sorted(value for value in constants if low <= value <= high)
    cut = _whole_numbers if fact.type is FactType.INTEGER else _dense_numbers
    spans = tuple(cut(low, high, inside))
    ordinary = _ordinary_number(fact)
    return Cells(fact, tuple(_roundest(span, fact, ordinary) for span in spans), spans)


def _whole_numbers(low: Number, high: Number, constants: Sequence[Number]) -> Iterator[Span]:
    """Each constant alone, and the whole numbers between them; a constant that is none only cuts."""
    first, last = ceil(low), floor(high)
    for constant in constants:
        if first <= ceil(constant) - 1:
            yield Span(first, ceil(constant) - 1)
        if constant == floor(constant):
            yield Span(int(constant), int(constant))
        first = floor(constant) + 1
    if first <= last:
        yield Span(first, last)


def _dense_numbers(low: Number, high: Number, constants: Sequence[Number]) -> Iterator[Span]:
    """Each constant and each end of the range alone, and the open intervals between them."""
    points = sorted({low, high, *constants})
    for point, following in zip(points, (*points[1:], None), strict=True):
        yield Span(point, point)
        if following is not None:
            yield Span(point, following, is_open=True)


def _lies_in(value: Number, span: Span) -> bool:
    return span.low < value < span.high if span.is_open else span.low <= value <= span.high


def _roundest(span: Span, fact: Fact, ordinary: Number) -> Number:
    """The roundest number of a span, of several the most ordinary."""
    if span.is_point:
        return span.low
    nearest = min(max(ordinary, span.low), span.high)
    for step in STEPS:
        place = nearest // step
        numbers = (each * step for each in range(place - 1, place + 3))
        if inside := [number for number in numbers if _lies_in(number, span)]:
            number = min(inside, key=lambda number: (abs(number - ordinary), number))
            return int(number) if number.denominator == 1 else number
    return Fraction(span.low + span.high) / 2 if fact.type is FactType.DECIMAL else span.low


def _ordinary_number(fact: Fact) -> Number:
    """The default, or the middle of the range."""
    low, high = fact.low or 0, fact.high or 0
    middle = Fraction(low + high) / 2
    number = fact.default if is_number(fact.default) else middle if fact.type is FactType.DECIMAL else floor(middle)
    return min(max(number, low), high)


def runs_in(cells: int) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours in a set of cells."""
    while cells:
        first = (cells & -cells).bit_length() - 1
        beyond = cells + (1 << first)
        last = (beyond & -beyond).bit_length() - 2
        yield first, last
        cells &= -1 << last + 1
