"""Published codes are silent; what is one slip away from them is not. `stdnum` is the oracle for the check digits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum import verhoeff as stdnum_verhoeff

from guidelint.check_digits import mod_10, verhoeff
from guidelint.code_systems import CODE_SYSTEMS, find_code_system

PUBLISHED = {
    "snomed-ct": [
        "22298006", "73211009", "38341003", "195967001", "44054006", "81680005", "138875005", "404684003", "246557006",
        "267106000", "900000000000207008", "900000000000489007", "45991000052106", "674481000119100",
        "999000011000001104",
    ],
    "loinc": [
        "718-7", "2160-0", "4548-4", "8480-6", "8462-4", "29463-7", "8867-4", "2345-7", "39156-5", "8310-5", "72514-3",
        "94500-6",
        "72166-2", "89247-1", "LA6576-8", "LA6577-6", "LA33-6", "LA32-8", "LA9633-4", "LA26418-6", "LA11884-6",
        "LA11882-0",
        "LP14635-4", "LP29693-6", "LP6960-1", "LL4459-5", "LL435-9", "LL2201-3", "LG33055-1",
        "11491-6", "11501-6", "5895-7", "6649-9",
    ],
    "atc": ["M", "M03", "M03B", "M03BX", "M03BX08", "N02BE01", "J01CE02", "A10BA02", "H02AB06", "V08CA01", "N02AJ13"],
    "rxnorm": ["161", "5640", "21949", "859751", "1049502", "2670371"],
    "icd-10": ["M54.2", "M54", "S13.4", "U07.1", "M47.12", "G54.2", "M40-M54", "XIII", "I"],
    "icd-10-cm": ["M54.2", "S13.4XXA", "C7A.00", "Z3A.08", "O9A.111", "M47.812", "T36.0X1A", "M50-M54", "13", "U07.1"],
    "icd-11": ["ME84.0", "1A00", "BA41.0", "8A80.Z", "RA01.0", "XS25", "XM4G42", "NA23.4", "VD00", "FA70&XS25/XN109"],
    "icpc-2": ["L83", "L01", "A98", "-45", "Z29", "R74", "L99"],
    "cpt": ["99213", "0001F", "0042T", "0001U", "72141"],
}  # fmt: skip

MALFORMED = {
    "snomed-ct": [
        "", "22298", "022298006", "2229800", "222 98006", "22298006 ", "SCT:22298006", "G30", "2" * 19, "٢٢٢٩٨٠٠٦",
        "22298006\n",
    ],
    "loinc": [
        "", "718", "7187", "718-", "-7", "718-77", "718–7", "LOINC:718-7", "LB718-7", "la6576-8", "718-7 ", "LA6576-9",
        "LP14635-5",
    ],
    "atc": ["", "m03", "M3", "M03BX8", "M03BX081", "M03 BX 08", "E03", "M03b", "03", "O01", "M03BX08 ", "QM03BX08"],
    "rxnorm": ["", "0161", "16 1", "RX161", "123456789", "161.0"],
    "icd-10": ["", "m54.2", "M5", "M54.", "M54,2", "M54.234", "54.2", "M54.2 ", "M54.-", "Ⅰ"],
    "icd-10-cm": ["", "m54.2", "M5", "M54.", "M54.21345", "54.2", "S13.4xxa", "123"],
    "icd-11": ["", "M54.2", "me84.0", "ME84.", "ME84.0&", "MEI4.0", "MO84", "22298006", "ME84 & XS25"],
    "icpc-2": ["", "L8", "C01", "L00", "l83", "L083", "-29", "-70", "L83.0"],
    "cpt": ["", "9921", "992133", "9921f", "A0001", "99213-25"],
}  # fmt: skip


def _pairs(codes: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(system, code) for system, of_system in codes.items() for code in of_system]


def _slips(code: str) -> Iterator[str]:
    """Every change of one digit to another, and every swap of two neighbours."""
    for place, digit in enumerate(code):
        if digit.isdigit():
            yield from (code[:place] + other + code[place + 1 :] for other in "0123456789" if other != digit)
    for place, (one, other) in enumerate(pairwise(code)):
        if one != other and one.isdigit() and other.isdigit():
            yield code[:place] + other + one + code[place + 2 :]


@pytest.mark.parametrize(("system", "code"), _pairs(PUBLISHED))
def test_a_published_code_is_well_formed(system: str, code: str) -> None:
    assert CODE_SYSTEMS[system].malformed(code) is None


@pytest.mark.parametrize(("system", "code"), _pairs(MALFORMED))
def test_a_malformed_code_is_explained(system: str, code: str) -> None:
    wrong = CODE_SYSTEMS[system].malformed(code)
    assert wrong
    assert wrong[0].islower()
    assert not wrong.endswith(".")


def test_every_system_has_examples_of_both() -> None:
    assert set(PUBLISHED) == set(MALFORMED) == set(CODE_SYSTEMS)


@pytest.mark.parametrize("code", PUBLISHED["snomed-ct"])
def test_one_slip_makes_a_snomed_ct_code_malformed(code: str) -> None:
    assert [slip for slip in _slips(code) if CODE_SYSTEMS["snomed-ct"].malformed(slip) is None] == []


@pytest.mark.parametrize("code", ["718-7", "2160-0", "4548-4", "29463-7", "94500-6", "LA6576-8", "LP14635-4"])
def test_one_wrong_digit_makes_a_loinc_code_malformed(code: str) -> None:
    wrong_digits = [slip for slip in _slips(code) if sum(a != b for a, b in zip(slip, code, strict=True)) == 1]
    assert [slip for slip in wrong_digits if CODE_SYSTEMS["loinc"].malformed(slip) is None] == []


@pytest.mark.parametrize(
    ("system", "code", "wrong"),
    [
        ("snomed-ct", "22298007", "its last digit, 7, checks the others and would have to be 6"),
        ("snomed-ct", "2619770012", "the identifier of a description, not of a concept"),
        ("snomed-ct", "337831000052112", "the identifier of a description, not of a concept"),
        ("snomed-ct", "2222222222", "its last digit, 2, checks the others and would have to be 8"),
        ("loinc", "718-8", "its last digit, 8, checks the others and would have to be 7"),
        ("icd-10", "M542", "without its point, M54.2"),
        ("icd-10-cm", "S134XXA", "without its point, S13.4XXA"),
    ],
)
def test_the_words(system: str, code: str, wrong: str) -> None:
    assert CODE_SYSTEMS[system].malformed(code) == wrong


@pytest.mark.parametrize("partition", ["02", "12", "03", "20", "99", "10"])
def test_the_partition_of_a_snomed_ct_code_must_be_that_of_concepts(partition: str) -> None:
    body = f"12345{partition}"
    wrong = CODE_SYSTEMS["snomed-ct"].malformed(body + verhoeff(body))
    assert wrong is not None
    assert "of a concept" in wrong


@pytest.mark.parametrize(
    "expression",
    [
        "73211009:363698007=113331007", "421720008 |spray| + 7946007 |drug|", "=== 46866001 |x| : 272741003 = 7771000",
        "(73211009 + 22298006)",
    ],
)  # fmt: skip
def test_a_snomed_ct_expression_is_not_judged(expression: str) -> None:
    assert CODE_SYSTEMS["snomed-ct"].malformed(expression) is None


@given(st.text("0123456789", min_size=1, max_size=18))
def test_check_digits_are_those_of_an_independent_implementation(digits: str) -> None:
    assert verhoeff(digits) == stdnum_verhoeff.calc_check_digit(digits)
    assert mod_10(digits) == luhn.calc_check_digit(digits)


@pytest.mark.parametrize("name", CODE_SYSTEMS)
def test_a_system_is_found_by_name_and_by_uri(name: str) -> None:
    system = CODE_SYSTEMS[name]
    assert system.name == name
    assert find_code_system(name) is system
    assert find_code_system(system.uri) is system


@pytest.mark.parametrize("name", ["", "SNOMED", "snomed", "http://snomed.info/sct/", "https://loinc.org", "icd"])
def test_another_name_is_not_found(name: str) -> None:
    assert find_code_system(name) is None


@given(st.sampled_from(sorted(CODE_SYSTEMS)), st.text())
def test_no_text_breaks_them(system: str, code: str) -> None:
    CODE_SYSTEMS[system].malformed(code)
