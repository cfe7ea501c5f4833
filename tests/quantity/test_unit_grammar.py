from __future__ import annotations

import csv
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ucumvert.parser import InvalidUcumError, get_ucum_parser, parse_ucum

from guidelint.quantity import is_unit
from guidelint.quantity.grammar import powers


def _published_examples() -> list[str]:
    """The UCUM organisation's table of example codes for electronic messaging, 1.5."""
    table = resources.files("ucumvert") / "vendor" / "ucum_examples.tsv"
    with table.open(encoding="utf-8") as lines:
        return [row["UCUM_CODE"] for row in csv.DictReader(lines, delimiter="\t")]


# Listed there, but defined nowhere in UCUM.
WITHDRAWN = {"Torr"}


@pytest.mark.parametrize("code", sorted(set(_published_examples()) - WITHDRAWN))
def test_every_published_example_is_a_unit(code: str) -> None:
    assert is_unit(code)


@pytest.mark.parametrize(
    "code",
    [
        "1", "%", "{score}", "{beats}/min", "/min", "mL/min/{1.73_m2}", "10*9/L", "10^6/uL", "10*-3/ul", "10*+3/ul",
        "4.[pi].10*-7.N/A2", "m3.kg-1.s-2", "{a}.rad2{b}", "1{c}", "/{tot}", "100{pc}", "g/(8.h){shift}", "((m))",
        "mmol/(8.h.kg)", "dyn.s/(cm5.m2)", "mL/{hb}.m2", "dB[10.nV]", "[m/s2/Hz^(1/2)]", "B[10.nV]", "%[slope]", "''",
        "m[IU]/L", "kU/L", "dar", "hL", "cm[H2O]/(s.m)", "mg/kg/d", "[arb'U]", "[Amb'a'1'U]", "mCel", "Cel/min",
        "[pH]", "{}", "m{}", "(/m)", "{a}{b}", "10*0", "m0", "K/W", "cal_[15]/d", "umol/2.h", "mg/dL{RBCs}",
    ],
)  # fmt: skip
def test_unit(code: str) -> None:
    assert is_unit(code)


@pytest.mark.parametrize(
    "code",
    [
        "", " ", "m/", "/", ".", "m.", "//m", "m//s", "m..s", "()", "(m", "m)", ")m(", "(m)2", "m2{x}3", "kg{a}2",
        "{a}m", "{a}rad2{b}", "{|}1", "2{a}m", "12h", "g/12h", "ug(8.h)", "m(s)", "m.-2", "10+3/ul", "m s", "m 2", " m",
        "mg\n", "{a b}", "{é}", "rad2{錠}", "{{a}}", "{a", "a}", "µg", "m²", "٣", "mmol/kg[H20]", "cm[H20]", "[BETH'U]",
        "[iIU]", "iU", "IU", "molv", "kmin", "m%", "k10*", "[PH]", "MMOL", "mcg", "hr", "wks", "mmHg", "°C", "0", "1/0",
        "m100", "[", "]", "[]", "{", "-1", "+1", "3 mg", "mg/kg/day",
    ],
)  # fmt: skip
def test_not_a_unit(code: str) -> None:
    assert not is_unit(code)


@pytest.mark.parametrize(
    "code",
    [
        "(" * 5000 + "m" + ")" * 5000,
        "m" * 5000,
        "9" * 5000,
        "Ym99" + ".Ym99" * 30,
        "/" * 5000,
        "[pi]99.[pi]99",
        "{" * 200,
    ],
)
def test_absurd_codes_are_refused_quickly(code: str) -> None:
    assert not is_unit(code)


def test_division_goes_from_left_to_right() -> None:
    assert powers("s/m.g") == (("s", 1), ("m", -1), ("g", 1))
    assert powers("s/(m.g-2/(mol/K))") == (("s", 1), ("m", -1), ("g", 2), ("mol", 1), ("K", -1))
    assert powers("/m/(/s)") == (("m", -1), ("s", 1))
    assert powers("100{WBCs}/10*3") == (("100", 1), ("10*", -3))


PIECES = st.sampled_from(
    ["m", "g", "min", "mm[Hg]", "[iU]", "%", "10*", "10^", "2", "12", "-1", "+", ".", "/", "(", ")", "{a}", "k", "da"],
)
# Two annotations in a row are harmless to us, an exponent after a number is not UCUM's; both the other way round there.
# Exponents of three digits we refuse.
JUDGED_OTHERWISE = re.compile(r"\}\{|(^|[./(])[0-9]+[-+]|[0-9]{3}")
UCUMVERT = get_ucum_parser()


@given(st.lists(PIECES, max_size=7).map("".join).filter(lambda code: not JUDGED_OTHERWISE.search(code)))
def test_the_grammar_of_ucumvert_agrees(code: str) -> None:
    assert is_unit(code) == _accepted_by_ucumvert(code)


def _accepted_by_ucumvert(code: str) -> bool:
    try:
        parse_ucum(code, UCUMVERT)
    except InvalidUcumError:
        return False
    return True


@given(st.text(max_size=30))
def test_no_text_breaks_it(code: str) -> None:
    is_unit(code)


def test_ucum_has_no_decimals() -> None:
    assert powers("1.73") == (("1", 1), ("73", 1))
