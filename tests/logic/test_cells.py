"""The finite abstraction: nothing is lost between two cells, and nothing is added."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guidelint import condition
from guidelint.condition import Constant, Number, Operator, holds
from guidelint.logic.cells import Cells, cells_of, runs_in
from guidelint.model import build_guideline
from guidelint.runs import runs

NUMBERS = st.integers(-8, 48).map(lambda quarters: Fraction(quarters, 4))
ORDERED = [Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW, Operator.IS, Operator.IS_NOT]


def numeric(kind: str, low: Number, high: Number, constants: list[Fraction], default: Number | None = None) -> Cells:
    """The cells of a fact whose guideline compares it with the constants."""
    fact: dict[str, Any] = {"label": "X", "type": kind, "range": [low, high], "known": "maybe"}
    if default is not None:
        fact["default"] = default
    branches = [{"if": {"fact": "x", "at-least": constant}, "then": "end"} for constant in constants]
    data = {
        "format": "guidelint/1",
        "id": "cells",
        "title": "Cells",
        "version": "1",
        "status": "draft",
        "facts": {"x": fact},
        "start": "ask",
        "nodes": {"ask": {"type": "decision", "label": "A", "branches": branches}},
    }
    return cells_of(build_guideline(data))["x"]


def values(kind: str, low: int, high: int) -> list[Number]:
    """Every whole number of the range, and of a decimal every eighth."""
    step = 1 if kind == "integer" else Fraction(1, 8)
    return [low + index * step for index in range(int((high - low) / step) + 1)]


@given(st.sampled_from(["integer", "decimal"]), st.lists(NUMBERS, max_size=4), NUMBERS, st.sampled_from(ORDERED))
def test_values_of_one_cell_pass_the_same_tests(
    kind: str, constants: list[Fraction], other: Fraction, operator: Operator
) -> None:
    for constant in constants or [other]:
        cells = numeric(kind, 0, 10, [*constants, constant])
        test = condition.Test(operator, (Constant(constant, constant),))
        passing = cells.passing([test])
        for value in values(kind, 0, 10):
            assert holds(test, value) == bool(passing >> cells.cell_of(value) & 1)
        assert passing & cells.unknown == 0


@given(st.sampled_from(["integer", "decimal"]), st.lists(NUMBERS, max_size=4))
def test_every_value_has_one_cell_and_every_cell_a_value(kind: str, constants: list[Fraction]) -> None:
    cells = numeric(kind, 0, 10, constants)
    assert {cells.cell_of(value) for value in values(kind, 0, 10)} == set(range(len(cells.samples)))
    assert [cells.cell_of(sample) for sample in cells.samples] == list(range(len(cells.samples)))
    assert sorted(cells.by_preference) == list(range(cells.count))
    assert cells.unknown == 1 << len(cells.samples)


def test_whole_numbers_lie_between_whole_numbers_only() -> None:
    assert numeric("integer", 0, 10, [Fraction(3), Fraction(9, 2)]).samples == (0, 3, 4, 10)
    assert numeric("decimal", 0, 10, [Fraction(3)]).samples == (0, 2, 3, 5, 10)


def test_a_number_is_as_round_as_it_can_be_and_the_default_comes_first() -> None:
    cells = numeric("integer", 0, 120, [Fraction(65), Fraction(18)], default=42)
    shown = [cells.value(cell) for cell in range(len(cells.samples))]
    assert shown == [10, 18, 42, 65, 70]
    assert cells.by_preference[0] == 2
    assert numeric("decimal", 0, 10, [Fraction("16.99"), Fraction("2.01"), Fraction("2.02")]).samples == (
        0,
        2,
        Fraction("2.01"),
        Fraction("2.015"),
        Fraction("2.02"),
        5,
        10,
    )


def test_without_a_default_the_middle_of_the_range_comes_first_and_its_ends_last() -> None:
    potassium = numeric("decimal", 1, 10, [Fraction("3.5"), Fraction(5)])
    assert potassium.samples == (1, 3, Fraction("3.5"), 4, 5, 6, 10)
    shown = [potassium.value(cell) for cell in potassium.by_preference]
    assert shown == [6, 5, 4, Fraction("3.5"), 3, 10, 1, condition.NotKnown.UNKNOWN]


def test_runs_of_a_set_of_cells_are_those_of_its_numbers() -> None:
    for cells in range(1 << 10):
        assert list(runs_in(cells)) == runs(cell for cell in range(10) if cells >> cell & 1)
