from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.quantity import convert, is_unit, meant_unit, parse_quantity, spell, spell_number, unit_in_words
from guidelint.quantity.atoms import METRIC, PLAIN
from guidelint.quantity.customary import CUSTOMARY
from guidelint.quantity.reading import Quantity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 wk", "3 weeks"), ("6 wk", "6 weeks"), ("1 wk", "1 week"), ("0.5 wk", "0.5 weeks"), ("5 d", "5 days"),
        ("1 d", "1 day"),
        ("30 min", "30 minutes"), ("1 h", "1 hour"), ("18 a", "18 years"), ("1 a", "1 year"), ("6 mo", "6 months"),
        ("10 s", "10 seconds"),
        ("0 d", "0 days"), ("1.0 wk", "1 week"), ("75 mg", "75 mg"), ("12.50 mg", "12.5 mg"),
        ("0.05 mg/kg", "0.05 mg/kg"),
        ("250 ug", "250 mcg"), ("5 ug/kg/min", "5 mcg/kg/min"), ("90 umol/L", "90 µmol/L"), ("5 u[IU]/mL", "5 µIU/mL"),
        ("38.5 Cel", "38.5 °C"), ("-1 Cel", "-1 °C"), ("101 [degF]", "101 °F"), ("50 %", "50%"),
        ("2 %{cells}", "2 % cells"),
        ("140 mm[Hg]", "140 mmHg"), ("9 cm[H2O]", "9 cmH2O"), ("400 [iU]", "400 international units"),
        ("8 k[IU]/L", "8 kIU/L"),
        ("4.5 10*9/L", "4.5 × 10⁹/L"), ("4 10*3/uL", "4 × 10³/µL"), ("30 kg/m2", "30 kg/m²"),
        ("80 /min", "80 per minute"),
        ("80 {beats}/min", "80 beats/min"), ("3 /100{WBCs}", "3 per 100 WBCs"),
        ("90 mL/min/{1.73_m2}", "90 mL/min/1.73 m2"),
        ("30 mg/g{creat}", "30 mg/g creat"), ("4 {points}", "4 points"), ("5 1", "5"), ("1 [in_i]", "1 inch"),
        ("6 [ft_i]", "6 feet"),
        ("2 [drp]", "2 drops"), ("45 deg", "45 degrees"), ("7.4 [pH]", "7.4 [pH]"), ("2 [in_i'H2O]", "2 [in_i'H2O]"),
        ("3 U/L", "3 U/L"), ("2 u", "2 u"), ("2 /weeks", "2 /weeks"), ("2 mcg/m2", "2 mcg/m2"),
        ("1 [m/s2/Hz^(1/2)]", "1 [m/s2/Hz^(1/2)]"),
    ],
)  # fmt: skip
def test_spell(text: str, words: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert spell(quantity) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"), ("-3", "-3"), ("1/2", "0.5"), ("30", "30"), ("1000000", "1000000"), ("365.25", "365.25"),
        ("1/1024", "0.0009765625"),
        ("1/3", "about 0.3333"), ("-2/3", "about -0.6667"), ("20000/3", "about 6667"),
        ("1e-13", "about 0.0000000000001"),
        ("487/16", "30.4375"), ("99999999999999999999", "99999999999999999999"),
    ],
)  # fmt: skip
def test_spell_number(value: str, words: str) -> None:
    assert spell_number(Fraction(value)) == words


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=12).map(Fraction)
)
def test_a_decimal_is_spelled_exactly(value: Fraction) -> None:
    assert Fraction(spell_number(value)) == value


@pytest.mark.parametrize("unit", [*METRIC, *PLAIN, *CUSTOMARY])
def test_no_unit_breaks_the_words(unit: str) -> None:
    assert unit_in_words(unit, Fraction(1))
    assert unit_in_words(f"/{unit}", Fraction(2)).startswith("per ")


@given(st.text(max_size=20), st.fractions())
def test_no_text_breaks_the_words(unit: str, count: Fraction) -> None:
    spell(Quantity(count, unit))


def test_the_largest_number_can_be_spelled() -> None:
    largest = convert(Fraction(10**50 - 1), "Ym49", "ym49")
    assert len(spell_number(largest)) > 2000


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("weeks", "wk"), ("days", "d"), ("mg/day", "mg/d"), ("years", "a"), ("mcg/kg/min", "ug/kg/min"), ("µg", "ug"),
        ("mmHg", "mm[Hg]"),
        ("°C", "Cel"), ("IU/L", "[iU]/L"), ("kg/m²", "kg/m2"), ("mL/min/1.73m2", "mL/min/{1.73_m2}"),
        ("10e9/L", "10*9/L"), ("cc", "mL"),
        ("mEq/L", "meq/L"), ("per cent", "%"),
    ],
)  # fmt: skip
def test_meant(code: str, meant: str) -> None:
    assert not is_unit(code)
    assert meant_unit(code) == meant


@pytest.mark.parametrize(
    "code", ["wk", "mg", "frobs", "", "beats/min", "MG", "C", "Torr", "mg/frob", "tablets", "drops/frob"]
)
def test_nothing_is_guessed(code: str) -> None:
    assert meant_unit(code) is None
