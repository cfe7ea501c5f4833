"""Defects of decision logic that are known from the literature, each as small as it can be, and their sound neighbours.

Single values between two rules, rules that touch and rules that are masked: the verification of decision tables
(Vanthienen 1998, Calvanese et al. 2018). Combinations that are missing, and combinations that cannot be: Shiffman and
Greenes (1994). The `«…»` in a fragment is the place that must be named.
"""

from __future__ import annotations

import pytest

from guidelint.diagnostic import Diagnostic
from tests.rules.examples import run, whole

AGE = "  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}\n"
BMI = "  bmi: {label: Body mass index, type: decimal, unit: kg/m2, range: [10, 80], default: 22}\n"
PAIN = "  pain: {label: Pain, type: boolean, default: false}\n"
SEVERE = "  severe: {label: Severe, type: boolean, default: false}\n"
RASH = "  rash: {label: Rash, type: boolean, default: false}\n"
RISK = """\
scores:
  risk: {label: Risk, add: [{points: 1, if: pain}, {points: 1, if: severe}, {points: 1, if: rash}]}
"""
ANOTHER_DRUG = """\
interventions:
  ibuprofen: {label: Ibuprofen, kind: medication, class: analgesic}
nodes:
  treat-otherwise:
    type: recommendation
    label: Treat with another drug
    recommend:
      - {for: ibuprofen, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
"""
ASK = """\
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: which}
      - {else: wait}
  which:
    type: decision
    label: Which treatment?
"""


def table(facts: str, *rules: str, before: str = "nodes:\n", branches: str = "branches") -> str:
    """A decision with these rules, for whoever has a fever."""
    return f"facts:\n{facts}{before}{ASK}    {branches}:\n" + "".join(f"      - {{{rule}}}\n" for rule in rules)


FOUR = ("{all: [pain, severe]}", "{all: [pain, {not: severe}]}", "{all: [{not: pain}, severe]}")
THREE_OF_FOUR = tuple(f"if: {one}, then: {to}" for one, to in zip(FOUR, ("refer", "treat", "refer"), strict=True))
KINDS = (
    "  infant: {label: Infant, type: boolean, default: false}\n  adult: {label: Adult, type: boolean, default: false}\n"
)
BY_KIND = (
    "if: {all: [infant, {not: adult}]}, then: refer",
    "if: {all: [adult, {not: infant}]}, then: treat",
    "if: {all: [{not: infant}, {not: adult}]}, then: wait",
)
NEVER_BOTH = "assumptions:\n  - {if: infant, then: {not: adult}}\nnodes:\n"

FOUND = {
    "a whole number between below and above": (
        table(AGE, "if: {fact: age, below: «60»}, then: treat", "if: {fact: age, above: 60}, then: refer"),
        "GL313",
        "Fever yes, Age 60 years",
        "",
    ),
    "a decimal between below and above": (
        table(BMI, "if: {fact: bmi, below: «25»}, then: treat", "if: {fact: bmi, above: 25}, then: refer"),
        "GL313",
        "Fever yes, Body mass index 25 kg/m²",
        "",
    ),
    "what rounding hides of a decimal": (
        table(BMI, "if: {fact: bmi, at-most: «16.99»}, then: treat", "if: {fact: bmi, at-least: 17}, then: refer"),
        "GL313",
        "Fever yes, Body mass index 16.995 kg/m²",
        "Fever and Body mass index above 16.99 and below 17 kg/m²",
    ),
    "closed intervals that touch": (
        table(AGE, "if: {fact: age, at-most: 60}, then: treat", "if: {fact: age, at-least: «60»}, then: refer"),
        "GL314",
        "Fever yes, Age 60 years",
        "",
    ),
    "a rule masked by a wider one": (
        table(
            AGE,
            "if: {fact: age, at-least: 65}, then: refer",
            "if: «{fact: age, at-least: 75}», then: treat",
            "else: wait",
        ),
        "GL308",
        "Fever yes, Age 75 years",
        "Fever and Age at least 75 years",
    ),
    "one guard on two branches to two drugs": (
        table(PAIN, "if: pain, then: treat", "if: «pain», then: treat-otherwise", "else: wait", before=ANOTHER_DRUG),
        "GL308",
        "Fever yes, Pain yes",
        "",
    ),
    "a score that is two risks": (
        table(
            PAIN + SEVERE + RASH,
            "if: {fact: risk, at-most: 2}, then: treat",
            "if: {fact: risk, at-least: «2»}, then: refer",
            before=f"{RISK}nodes:\n",
        ),
        "GL314",
        "Fever yes, Pain no, Severe yes, Rash yes, Risk 2",
        (
            "Fever and no Pain and Severe and Rash; Fever and Pain and no Severe and Rash; "
            "Fever and Pain and Severe and no Rash"
        ),
    ),
    "a combination missing in a table of two by two": (
        table(PAIN + SEVERE, *THREE_OF_FOUR, branches="«branches»"),
        "GL301",
        "Fever yes, Pain no, Severe no",
        "",
    ),
    "a combination that nobody has excluded": (
        table(KINDS, *BY_KIND, branches="«branches»"),
        "GL301",
        "Fever yes, Infant yes, Adult yes",
        "",
    ),
}
SILENT = {
    "what lies between is no whole number": table(
        AGE, "if: {fact: age, at-most: 16.99}, then: treat", "if: {fact: age, at-least: 17}, then: refer"
    ),
    "half-open intervals": table(
        BMI, "if: {fact: bmi, below: 17}, then: treat", "if: {fact: bmi, at-least: 17}, then: refer"
    ),
    "whole numbers next to each other": table(
        AGE, "if: {fact: age, at-most: 59}, then: treat", "if: {fact: age, at-least: 60}, then: refer"
    ),
    "a table of two by two": table(
        PAIN + SEVERE, *THREE_OF_FOUR, "if: {all: [{not: pain}, {not: severe}]}, then: wait"
    ),
}


def located(item: Diagnostic) -> tuple[str, int, int, int, int]:
    start, end = item.range
    return item.code, start.line, start.column, end.line, end.column


def marked(fragment: str) -> tuple[int, int, int, int]:
    """The lines and columns of the mark in the whole guideline."""
    text = whole(fragment)
    (line,) = (number for number, line in enumerate(text.splitlines(), start=1) if "«" in line)
    row = text.splitlines()[line - 1]
    return line, row.index("«") + 1, line, row.index("»")


@pytest.mark.parametrize(("fragment", "code", "patient", "region"), FOUND.values(), ids=FOUND)
def test_a_known_defect_is_found_at_its_place_with_its_patients(
    fragment: str, code: str, patient: str, region: str
) -> None:
    (item,) = run(fragment.replace("«", "").replace("»", "")).diagnostics
    assert located(item) == (code, *marked(fragment))
    assert ", ".join(f"{label} {value}" for label, value in item.patient) == patient
    assert "; ".join(item.region) == region
    assert item.walk == ("ask", "which")


def test_a_combination_that_cannot_be_is_no_gap() -> None:
    report = run(table(KINDS, *BY_KIND, before=NEVER_BOTH))
    assert {item.code for item in report.diagnostics} <= {"GL309"}


def test_a_full_table_without_a_combination_that_cannot_be_is_silent() -> None:
    assert run(table(KINDS, *BY_KIND, before=NEVER_BOTH)).diagnostics == ()


@pytest.mark.parametrize("fragment", SILENT.values(), ids=SILENT)
def test_a_sound_neighbour_of_a_known_defect_is_silent(fragment: str) -> None:
    assert run(fragment).diagnostics == ()
