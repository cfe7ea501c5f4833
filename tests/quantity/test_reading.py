from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.quantity import Quantity, parse_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3 wk", "3", "wk"), ("75 mg", "75", "mg"), ("0.1 mg/kg/d", "1/10", "mg/kg/d"), ("-2.50 Cel", "-5/2", "Cel"),
        ("007 d", "7", "d"), ("5 weeks", "5", "weeks"), ("90 mL/min/{1.73_m2}", "90", "mL/min/{1.73_m2}"),
    ],
)  # fmt: skip
def test_quantity(text: str, value: str, unit: str) -> None:
    assert parse_quantity(text) == Quantity(Fraction(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "", "3", "wk", "3wk", "3  wk", " 3 wk", "3 wk ", "3 wk\n", "3\twk", "3\u00a0wk", "+3 wk", "3. wk", ".5 wk",
        "1e3 mg",
        "1/2 mg", "1,5 mg", "3 to 5 d", "٣ d", "NaN mg", "inf mg", "- 3 d", "--3 d", "3 mg kg", "three weeks",
        "1_000 mg",
    ],
)  # fmt: skip
def test_not_a_quantity(text: str) -> None:
    assert parse_quantity(text) is None


@pytest.mark.parametrize("digits", [50, 51])
def test_at_most_fifty_digits(digits: int) -> None:
    assert (parse_quantity("9" * digits + " mg") is None) == (digits > 50)
    assert (parse_quantity("0." + "1" * (digits - 1) + " mg") is None) == (digits > 50)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6))
def test_numbers_are_exact(number: Decimal) -> None:
    assert parse_quantity(f"{number:f} mg") == Quantity(Fraction(number), "mg")


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    parse_quantity(text)
