from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.quantity import IncommensurableUnits, UnknownUnit, commensurable, convert, is_duration
from guidelint.quantity.atoms import METRIC, PLAIN, PREFIXES
from guidelint.quantity.customary import CUSTOMARY
from guidelint.quantity.scale import Dimension, scale_of

KNOWN = sorted(
    {*METRIC, *PLAIN, *CUSTOMARY, "mg", "kg", "mL", "dL", "mm[Hg]", "cm[H2O]", "kPa", "mCel", "mmol", "m[iU]"}
)


def _by_dimension() -> dict[Dimension, list[str]]:
    families: dict[Dimension, list[str]] = {}
    for code in KNOWN:
        scale = scale_of(code)
        assert scale is not None
        families.setdefault(scale.dimension, []).append(code)
    return families


FAMILIES = _by_dimension()
VALUES = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
TRIPLES = st.sampled_from(list(FAMILIES.values())).flatmap(
    lambda family: st.tuples(*[st.sampled_from(family)] * 3),
)


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        ("3", "wk", "d", "21"), ("6", "wk", "h", "1008"), ("1", "a", "mo", "12"), ("1", "a", "d", "365.25"),
        ("1", "mo", "d", "30.4375"), ("30", "min", "h", "0.5"), ("90", "s", "min", "1.5"),
        ("18", "a", "wk", "13149/14"),
        ("75", "mg", "g", "0.075"), ("1", "[lb_av]", "kg", "0.45359237"), ("1", "[oz_av]", "g", "28.349523125"),
        ("70", "kg", "g", "70000"), ("1", "t", "kg", "1000"), ("250", "ug", "mg", "0.25"),
        ("180", "cm", "m", "1.8"), ("1", "[ft_i]", "cm", "30.48"), ("1", "[in_i]", "mm", "25.4"),
        ("1", "L", "l", "1"), ("1", "cm3", "mL", "1"), ("20", "[drp]", "mL", "1"),
        ("1", "[tsp_us]", "mL", "4.92892159375"),
        ("37", "Cel", "[degF]", "98.6"), ("100.4", "[degF]", "Cel", "38"), ("0", "K", "Cel", "-273.15"),
        ("-40", "Cel", "[degF]", "-40"), ("80", "[degRe]", "Cel", "100"), ("38000", "mCel", "Cel", "38"),
        ("38", "Cel{oral}", "Cel", "38"), ("38", "(Cel)", "K", "311.15"), ("1", "Cel/h", "K/h", "1"),
        ("9", "[degF]/h", "K/h", "5"),
        ("120", "mm[Hg]", "kPa", "15.99864"), ("10", "cm[H2O]", "Pa", "980.665"), ("1", "bar", "kPa", "100"),
        ("1", "atm", "mbar", "1013.25"),
        ("100", "mg/dL", "g/L", "1"), ("5", "mmol/L", "umol/mL", "5"), ("1", "10*9/L", "10*3/uL", "1"),
        ("4.5", "10*3/uL", "10^9/L", "4.5"), ("140", "meq/L", "mmol/L", "140"), ("60", "U", "ukat", "1"),
        ("5", "m[iU]/L", "u[IU]/mL", "5"), ("1000", "m[iU]", "[iU]", "1"),
        ("72", "/min", "Hz", "1.2"), ("72", "{beats}/min", "/min", "72"), ("1", "kcal", "kJ", "4.184"),
        ("1", "[Cal]", "kcal", "1"),
        ("1", "rad2", "sr", "1"), ("180", "deg", "circ", "0.5"), ("1", "deg", "''", "3600"), ("1", "gon", "deg", "0.9"),
        ("2", "mg/kg/d", "ug/kg/d", "2000"), ("90", "mL/min/{1.73_m2}", "L/h", "5.4"),
        ("1", "[MET]", "mL/min/kg", "3.5"),
        ("50", "%", "1", "0.5"), ("1", "%", "[ppth]", "10"), ("1", "Gy", "mSv", "1000"), ("1", "Ci", "GBq", "37"),
        ("3", "[Ch]", "mm", "1"), ("1", "[LPF]", "[HPF]", "100"), ("30", "dB", "B", "3"), ("1", "Pa", "kg/(m.s2)", "1"),
        ("1", "[G]", "m3.kg-1.s-2", "6.67430e-11"), ("1", "eV", "J", "1.602176634e-19"),
        ("1", "[g]", "m/s2", "9.80665"),
    ],
)  # fmt: skip
def test_convert(value: str, unit: str, into: str, result: str) -> None:
    assert convert(Fraction(value), unit, into) == Fraction(result)


@given(VALUES, TRIPLES)
def test_there_and_back_is_where_one_was(value: Fraction, units: tuple[str, str, str]) -> None:
    here, there, _ = units
    assert convert(convert(value, here, there), there, here) == value


@given(VALUES, TRIPLES)
def test_a_detour_ends_at_the_same_place(value: Fraction, units: tuple[str, str, str]) -> None:
    here, over, there = units
    assert convert(convert(value, here, over), over, there) == convert(value, here, there)


@given(VALUES, VALUES, TRIPLES)
def test_order_is_kept(one: Fraction, other: Fraction, units: tuple[str, str, str]) -> None:
    here, there, _ = units
    assert (one < other) == (convert(one, here, there) < convert(other, here, there))


@given(VALUES, st.sampled_from(sorted(METRIC)), st.sampled_from(sorted(PREFIXES)))
def test_a_prefix_multiplies(value: Fraction, unit: str, prefix: str) -> None:
    if unit == "Cel":
        return
    assert convert(value, prefix + unit, unit) == value * Fraction(PREFIXES[prefix])


@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), VALUES)
def test_convert_refuses_exactly_what_is_not_commensurable(unit: str, into: str, value: Fraction) -> None:
    if commensurable(unit, into):
        convert(value, unit, into)
    else:
        with pytest.raises(IncommensurableUnits):
            convert(value, unit, into)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("mg", "mL"), ("wk", "kg"), ("mg/kg", "mg"), ("[iU]", "mg"), ("[iU]", "U"), ("[iU]", "%"), ("[iU]", "[USP'U]"),
        ("mmol/L", "10*9/L"), ("mmol/L", "mg/dL"), ("[pH]", "mol/L"), ("Np", "B"), ("B[V]", "V"), ("dB", "%"),
        ("rad", "%"),
        ("/min", "min"), ("mm[Hg]", "mm"), ("Cel", "J"), ("m", "min"), ("mo", "mol"), ("Gy", "Gy/s"), ("%", "%[slope]"),
    ],
)  # fmt: skip
def test_incommensurable(unit: str, other: str) -> None:
    assert not commensurable(unit, other)
    assert not commensurable(other, unit)
    with pytest.raises(IncommensurableUnits, match="cannot be converted into") as caught:
        convert(Fraction(1), unit, other)
    assert (caught.value.unit, caught.value.into) == (unit, other)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("{score}", "{points}"), ("{score}", "1"), ("10*9/L", "{cells}/uL"), ("m[iU]/mL", "[IU]/L"), ("Hz", "/min"),
        ("Cel", "[degF]"), ("U/L", "nkat/mL"), ("kg/m2", "g/cm2"), ("d/wk", "%"), ("[pH]", "[pH]"), ("Sv", "Gy"),
        ("mL/min/{1.73_m2}", "mL/s"), ("mosm/kg", "mmol/kg"), ("g/g", "mg/g{creat}"), ("[CFU]/mL", "10*3.[CFU]/L"),
    ],
)  # fmt: skip
def test_commensurable(unit: str, other: str) -> None:
    assert commensurable(unit, other)


@pytest.mark.parametrize(
    "unit", ["s", "ms", "min", "h", "d", "wk", "mo", "a", "a_g", "7.d", "d{working}", "wk2/d", "/Hz"]
)
def test_duration(unit: str) -> None:
    assert is_duration(unit)


@pytest.mark.parametrize("unit", ["/d", "mg/d", "Hz", "d/wk", "s2", "m", "ar", "weeks", "", "1", "mol"])
def test_not_a_duration(unit: str) -> None:
    assert not is_duration(unit)


@pytest.mark.parametrize(("unit", "other"), [("weeks", "d"), ("d", "weeks"), ("weeks", "weeks")])
def test_of_an_unknown_unit_nothing_is_said(unit: str, other: str) -> None:
    with pytest.raises(UnknownUnit, match="`weeks` is not a UCUM unit") as caught:
        commensurable(unit, other)
    assert caught.value.unit == "weeks"
    with pytest.raises(ValueError, match="weeks"):
        convert(Fraction(1), unit, other)
