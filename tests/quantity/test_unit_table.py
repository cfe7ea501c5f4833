"""Every unit of UCUM against two oracles that share no code with ours: UCUM's own table, and pint.

`ucumvert` carries both: a copy of `ucum-essence.xml`, and a map from UCUM to pint.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from ucumvert import PintUcumRegistry
from ucumvert.xml_util import get_metric_units, get_prefixes, get_units_with_full_definition

from guidelint.quantity import convert, is_unit
from guidelint.quantity.atoms import ITSELF, METRIC, PLAIN, PREFIXES, ZERO_POINTS
from guidelint.quantity.customary import CUSTOMARY
from guidelint.quantity.scale import scale_of

UCUM = {unit.code_cs: unit for unit in get_units_with_full_definition()}
BASE = {"m", "s", "g", "rad", "K", "C", "cd"}
OURS = {**METRIC, **PLAIN, **CUSTOMARY}
DEFINED = sorted(code for code, definition in OURS.items() if definition != ITSELF and code not in ZERO_POINTS)

# Where pint, or ucumvert's map to it, departs from UCUM's own definition by more than 1 in 100,000.
NOT_AS_IN_PINT = {
    "[IU]": "pint has no arbitrary units: 1 [IU] would be 100 %",
    "g%": "mapped to gram times percent",
    "'": "mapped to the minute of time", "''": "mapped to the second of time",
    "[LPF]": "mapped to 1, UCUM says 100", "[Cal]": "mapped to the small calorie",
    "[Btu]": "another Btu", "cal_[15]": "4.1855 J", "[didot]": "another point",
    "[in_i'H2O]": "at 39 °F", "[in_i'Hg]": "at 60 °F",
    "[cft_i]": "mapped to a length", "[cyd_i]": "mapped to a length",
    "[rd_br]": "divided by 12", "[ch_br]": "divided by 12", "[lk_br]": "divided by 12", "[cicero]": "another point",
    "Mx": "not SI in pint", "G": "not SI in pint", "Oe": "not SI in pint",
}  # fmt: skip
PINT_DIMENSIONS = {
    "[length]": {"m": 1}, "[mass]": {"g": 1}, "[time]": {"s": 1}, "[current]": {"C": 1, "s": -1},
    "[temperature]": {"K": 1}, "[luminosity]": {"cd": 1}, "[substance]": {"mol": 1},
}  # fmt: skip


def test_no_unit_of_ucum_is_missing_and_none_is_invented() -> None:
    assert set(OURS) == set(UCUM) | BASE
    assert set(METRIC) == set(get_metric_units()) | BASE
    assert set(PREFIXES) == set(get_prefixes())
    assert len(OURS) == len(METRIC) + len(PLAIN) + len(CUSTOMARY)


def test_what_stands_by_itself_is_a_base_unit_or_arbitrary_or_special_or_the_mole() -> None:
    by_itself = {code for code, definition in OURS.items() if definition == ITSELF}
    odd = {code for code, unit in UCUM.items() if unit.is_arbitrary or unit.is_special}
    assert by_itself == (BASE | odd | {"mol"}) - set(ZERO_POINTS) - {"[IU]"}


@pytest.mark.parametrize("code", [code for code in DEFINED if code != "[IU]"])
def test_the_value_is_that_of_ucum(code: str) -> None:
    assert convert(Fraction(1), code, UCUM[code].defining_unit) == Fraction(str(UCUM[code].conversion_factor))


@pytest.fixture(scope="module")
def pint() -> PintUcumRegistry:
    return PintUcumRegistry()


@pytest.mark.parametrize("code", [code for code in DEFINED if code not in NOT_AS_IN_PINT])
def test_pint_agrees(pint: PintUcumRegistry, code: str) -> None:
    theirs = pint.Quantity(1, pint.from_ucum(code).units).to_base_units()
    dimension = Counter[str]()
    for name, power in theirs.dimensionality.items():
        dimension.update({base: round(power * times) for base, times in PINT_DIMENSIONS[name].items()})
    ours = scale_of(code)
    assert ours is not None
    ours_without_angle = {name: power for name, power in ours.dimension if name != "rad"}
    assert ours_without_angle == {name: power for name, power in dimension.items() if power}
    kilograms = float(ours.factor) / 1000 ** ours_without_angle.get("g", 0)
    assert theirs.magnitude == pytest.approx(kilograms, rel=1e-5)


def test_prefixes_are_powers_of_ten_or_of_1024() -> None:
    values = [Fraction(value) for value in PREFIXES.values()]
    assert all(larger > smaller for larger, smaller in pairwise(values[:20]))
    assert [convert(Fraction(1), f"{prefix}By", "By") for prefix in ("Ki", "Mi", "Gi", "Ti")] == values[20:]
    assert convert(Fraction(1), "Mg", "ug") == 10**12


def test_no_prefixed_unit_can_be_read_in_two_ways() -> None:
    prefixed = [prefix + code for prefix in PREFIXES for code in METRIC]
    assert len(prefixed) == len(set(prefixed))
    assert not set(prefixed) & set(OURS)
    assert all(is_unit(code) for code in prefixed)


@pytest.mark.parametrize("code", [*PLAIN, *CUSTOMARY])
def test_a_plain_unit_takes_no_prefix(code: str) -> None:
    assert is_unit(code)
    assert not is_unit(f"k{code}")
