"""All patients at once: one bit each, of every value that could make a difference in every visit.

A slot is a fact with the visit in which its value is taken: 1, or that of the follow-up that observes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import prod
from typing import Any

from tests.logic.unrolled import observable
from tests.naive import UNKNOWN, Data

Slot = tuple[str, int]
Value = bool | str | int | Fraction


class Grid:
    """Facts that nothing reads are left out."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.slots = {slot: values_of(slot[0], data) for slot in _slots(data)}

    @cached_property
    def count(self) -> int:
        return prod(map(len, self.slots.values()))

    @cached_property
    def all(self) -> int:
        return (1 << self.count) - 1

    @cached_property
    def masks(self) -> Mapping[Slot, Mapping[Value, int]]:
        """The patients with each value in each slot."""
        found: dict[Slot, dict[Value, int]] = {}
        stride = 1
        for slot, values in self.slots.items():
            every = self.all // ((1 << stride * len(values)) - 1)
            block = (1 << stride) - 1
            found[slot] = {value: every * (block << stride * index) for index, value in enumerate(values)}
            stride *= len(values)
        return found

    def agreeing(self, values: Iterable[tuple[Slot, Value]]) -> int:
        """The patients with these values; of a number that is no point of the grid, with one from between the same."""
        found = self.all
        for slot, value in values:
            found &= self.masks[slot][_like(slot[0], value, self.slots[slot], self.data)]
        return found

    def patient(self, index: int) -> dict[Slot, Value]:
        """The patient of one bit."""
        found: dict[Slot, Value] = {}
        for slot, values in self.slots.items():
            index, position = divmod(index, len(values))
            found[slot] = values[position]
        return found


def _like(name: str, value: Value, values: list[Value], data: Data) -> Value:
    """The point of the grid that no constant parts from a value."""
    if value in values:
        return value
    cuts = set(constants(name, data))
    ends = ((point, sorted((Fraction(point), Fraction(value)))) for point in values if point != UNKNOWN)
    return next(point for point, (low, high) in ends if not any(low <= cut <= high for cut in cuts))


def _slots(data: Data) -> Iterator[Slot]:
    read = read_anywhere(data)
    yield from ((name, 1) for name in data["facts"] if name in read)
    for visit, names in sorted(observable(data).items()):
        yield from ((name, visit) for name in data["facts"] if name in read & names)


def values_of(name: str, data: Data) -> list[Value]:
    fact = data["facts"][name]
    unknown: list[Value] = [UNKNOWN] if "known" in fact else []
    if fact["type"] == "boolean":
        return [False, True, *unknown]
    if fact["type"] == "choice":
        return [*fact["values"], *unknown]
    low, high = map(exact, fact["range"])
    if fact["type"] == "integer":
        return [*range(int(low), int(high) + 1), *unknown]
    return [*_points(low, high, {constant for constant in constants(name, data) if low <= constant <= high}), *unknown]


def _points(low: Fraction, high: Fraction, cuts: set[Fraction]) -> list[Value]:
    """Every constant, and a point between any two and beyond the last."""
    between = [(one + other) / 2 for one, other in pairwise(sorted({low, *cuts, high}))]
    return sorted({*cuts, *between} or {low})


def constants(name: str, data: Data) -> Iterator[Fraction]:
    for part in parts(data):
        if part.get("fact") == name:
            for key, value in part.items():
                if key not in ("fact", "label"):
                    yield from map(exact, value if isinstance(value, list) else [value])


def parts(raw: Any) -> Iterator[Data]:
    """Every mapping in the data."""
    if isinstance(raw, dict):
        yield raw
        raw = list(raw.values())
    for part in raw if isinstance(raw, list) else []:
        yield from parts(part)


def exact(raw: int | Decimal | Fraction) -> Fraction:
    return Fraction(raw)


def read_anywhere(data: Data) -> set[str]:
    """The facts that any condition names."""
    rooms = ("assumptions", "scores", "criteria", "interventions", "nodes", "constraints")
    return {name for room in rooms for name in texts(_without_observe(data.get(room, {})))} & set(data["facts"])


def _without_observe(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _without_observe(value) for key, value in raw.items() if key != "observe"}
    return [_without_observe(part) for part in raw] if isinstance(raw, list) else raw


def texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    for part in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else []:
        yield from texts(part)
