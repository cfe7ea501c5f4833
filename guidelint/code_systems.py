"""The code systems of clinical guidelines, and the form of their codes.

Only the form is judged: a well-formed code may still not exist, or mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guidelint.check_digits import mod_10, verhoeff

# Published with a wrong check digit, and kept: LOINC Users' Guide, Calculating Mod 10 Check Digits.
_LOINC_AS_PUBLISHED = frozenset(
    {
        "11491-6", "11501-6", "5895-7", "5896-5", "5897-3", "5928-1", "6028-3",
        "6415-5", "6580-7", "6645-7", "6646-5", "6647-3", "6648-1", "6649-9",
    },
)  # fmt: skip
_SNOMED_COMPONENTS = {"1": "description", "2": "relationship"}

_SNOMED_EXPRESSION = r"[\s(=<]*[0-9]{6,18}\s*(?:\|[^|]*\|\s*)?[:+].*"
_LOINC = r"(?:L[AGLP])?[0-9]{1,8}-[0-9]"
_ATC = r"[A-DGHJL-NPRSV](?:[0-9]{2}(?:[A-Z](?:[A-Z](?:[0-9]{2})?)?)?)?"
_ICD_10 = r"[A-Z][0-9]{2}(?:\.[0-9]{1,2})?"
_ICD_10_GROUP = r"[A-Z][0-9]{2}-[A-Z][0-9]{2}|[IVX]+"
_ICD_10_CM = r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?"
_ICD_10_CM_GROUP = r"[A-Z][0-9][0-9A-Z]-[A-Z][0-9][0-9A-Z]|[0-9]{1,2}"
_ICD_11_STEM = r"[1-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](?:\.[0-9A-HJ-NP-Z]{1,3})?"
_ICD_11_EXTENSION = r"X[A-HJ-NP-Z][0-9A-HJ-NP-Z]{2,5}"
_ICPC_2 = r"[ABDFHKLNPRSTUWXYZ](?:0[1-9]|[1-9][0-9])|-[3-6][0-9]"


@dataclass(frozen=True, slots=True)
class CodeSystem:
    name: str
    title: str
    uri: str
    """As in FHIR's `Coding.system`."""
    malformed: Callable[[str], str | None]
    """What is wrong with the form of a code, in words that follow a colon; None where nothing is."""


def _snomed_ct(code: str) -> str | None:
    if re.fullmatch(_SNOMED_EXPRESSION, code, re.DOTALL):
        return None  # an expression of the compositional grammar, which FHIR allows in place of a code
    if not re.fullmatch(r"[1-9][0-9]{5,17}", code):
        return "not a number of 6 to 18 digits"
    if verhoeff(code[:-1]) != code[-1]:
        return _wrong_check_digit(code, verhoeff(code[:-1]))
    form, component = code[-3], code[-2]
    if component in _SNOMED_COMPONENTS and form in "01":
        return f"the identifier of a {_SNOMED_COMPONENTS[component]}, not of a concept"
    if form + component not in ("00", "10") or (form == "1" and len(code) < 11):
        return "not the identifier of a concept (the third and second last digits are neither 00 nor 10)"
    return None


def _loinc(code: str) -> str | None:
    if not re.fullmatch(_LOINC, code):
        return "not digits, a hyphen and a check digit, like 718-7"
    if code.startswith(("LL", "LG")) or code in _LOINC_AS_PUBLISHED:
        return None  # of answer lists and groups, LOINC does not say how the last digit comes about
    body, check = code.split("-")
    if mod_10(body) != check:
        return _wrong_check_digit(code, mod_10(body))
    return None


def _wrong_check_digit(code: str, right: str) -> str:
    return f"its last digit, {code[-1]}, checks the others and would have to be {right}"


def _in_form(pattern: str, wrong: str) -> Callable[[str], str | None]:
    return lambda code: None if re.fullmatch(pattern, code) else wrong


def _icd_10(pattern: str, group: str, wrong: str) -> Callable[[str], str | None]:
    def malformed(code: str) -> str | None:
        if re.fullmatch(f"{pattern}|{group}", code):
            return None
        with_point = f"{code[:3]}.{code[3:]}"
        return f"without its point, {with_point}" if re.fullmatch(pattern, with_point) else wrong

    return malformed


def _icd_11(code: str) -> str | None:
    parts = re.split(r"[&/]", code)
    if all(re.fullmatch(f"{_ICD_11_STEM}|{_ICD_11_EXTENSION}", part) for part in parts):
        return None
    return "not like ME84.0 or XS25, or several of these joined by & or /"


_ALL = (
    CodeSystem("snomed-ct", "SNOMED CT", "http://snomed.info/sct", _snomed_ct),
    CodeSystem("loinc", "LOINC", "http://loinc.org", _loinc),
    CodeSystem(
        "atc",
        "Anatomical Therapeutic Chemical classification",
        "http://www.whocc.no/atc",
        _in_form(_ATC, "not of one of the five levels, like M, M03, M03B, M03BX or M03BX08"),
    ),
    CodeSystem(
        "rxnorm",
        "RxNorm",
        "http://www.nlm.nih.gov/research/umls/rxnorm",
        _in_form("[1-9][0-9]{0,7}", "not a number of at most 8 digits"),
    ),
    CodeSystem(
        "icd-10",
        "ICD-10",
        "http://hl7.org/fhir/sid/icd-10",
        _icd_10(_ICD_10, _ICD_10_GROUP, "not a letter and two digits, like M54 or M54.2"),
    ),
    CodeSystem(
        "icd-10-cm",
        "ICD-10-CM",
        "http://hl7.org/fhir/sid/icd-10-cm",
        _icd_10(_ICD_10_CM, _ICD_10_CM_GROUP, "not like M54, M54.2 or S13.4XXA"),
    ),
    CodeSystem("icd-11", "ICD-11 MMS", "http://id.who.int/icd/release/11/mms", _icd_11),
    CodeSystem(
        "icpc-2",
        "ICPC-2",
        "http://hl7.org/fhir/sid/icpc-2",
        _in_form(_ICPC_2, "not the letter of a chapter and two digits, like L83"),
    ),
    CodeSystem(
        "cpt",
        "CPT",
        "http://www.ama-assn.org/go/cpt",
        _in_form("[0-9]{4}[0-9A-Z]", "not five digits, or four and a capital letter"),
    ),
)

CODE_SYSTEMS: Mapping[str, CodeSystem] = {system.name: system for system in _ALL}

_BY_URI = {system.uri: system for system in _ALL}


def find_code_system(name: str) -> CodeSystem | None:
    """By its short name or by its FHIR URI."""
    return CODE_SYSTEMS.get(name) or _BY_URI.get(name)
