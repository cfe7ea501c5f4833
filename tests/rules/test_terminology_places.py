"""The rules on codes and units: the exact place of every kind of finding, and its words."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint.rule import Rule
from guidelint.rules.terminology.malformed_code import malformed_code
from guidelint.rules.terminology.one_code_two_meanings import one_code_two_meanings
from guidelint.rules.terminology.unknown_code_system import unknown_code_system
from guidelint.rules.terminology.unknown_unit import unknown_unit
from tests.rules.places import table, told

RULES: tuple[Rule[Any], ...] = (
    malformed_code,
    unknown_code_system,
    unknown_unit,
    one_code_two_meanings,
)

PLACES = table("""
GL701/a-description-in-place-of-a-concept
  23:39-50 GL701 this is no code of SNOMED CT: its last digit, 4, checks the others and would have to be 1
    help: look the concept up, and copy its code
GL701/a-wrong-check-digit-of-loinc
  23:48-54 GL701 this is no code of LOINC: its last digit, 6, checks the others and would have to be 5
    help: look the concept up, and copy its code
GL701/a-wrong-check-digit-of-snomed-ct
  23:54-65 GL701 this is no code of SNOMED CT: its last digit, 7, checks the others and would have to be 6
    help: look the concept up, and copy its code
GL701/atc-with-the-letter-o-for-a-zero
  27:33-40 GL701 this is no code of Anatomical Therapeutic Chemical classification: not of one of the five
      levels, like M, M03, M03B, M03BX or M03BX08
    help: look the concept up, and copy its code
GL701/icd-10-without-its-point
  23:36-40 GL701 this is no code of ICD-10: without its point, R50.9
    help: look the concept up, and copy its code
GL701/the-second-of-two-codes
  27:66-71 GL701 this is no code of RxNorm: not a number of at most 8 digits
    help: look the concept up, and copy its code
GL701/wherever-a-code-can-stand
  30:39-45 GL701 this is no code of LOINC: not digits, a hyphen and a check digit, like 718-7
    help: look the concept up, and copy its code
  45:40-42 GL701 this is no code of ICPC-2: not the letter of a chapter and two digits, like L83
    help: look the concept up, and copy its code
  69:33-39 GL701 this is no code of CPT: not five digits, or four and a capital letter
    help: look the concept up, and copy its code
  75:40-46 GL701 this is no code of RxNorm: not a number of at most 8 digits
    help: look the concept up, and copy its code
  81:32-35 GL701 this is no code of ICD-10: not a letter and two digits, like M54 or M54.2
    help: look the concept up, and copy its code
  86:39-43 GL701 this is no code of SNOMED CT: not a number of 6 to 18 digits
    help: look the concept up, and copy its code
GL702/a-name-that-is-no-address
  27:22-41 GL702 no code system has this name
    help: take its address, or one of `snomed-ct`, `loinc`, `atc`, `rxnorm`, `icd-10`, `icd-10-cm`, `icd-11`,
      `icpc-2`, `cpt`
GL702/a-name-with-a-slip
  23:22-28 GL702 no code system has this name
    help: did you mean `snomed-ct`?
GL702/an-abbreviation-in-capitals
  27:22-29 GL702 no code system has this name
    help: take its address, or one of `snomed-ct`, `loinc`, `atc`, `rxnorm`, `icd-10`, `icd-10-cm`, `icd-11`,
      `icpc-2`, `cpt`
GL702/an-address-with-https-and-a-slash
  23:22-42 GL702 no code system has this name
    help: did you mean `http://loinc.org`?
GL702/the-address-of-an-edition
  23:22-65 GL702 no code system has this name
    help: did you mean `http://snomed.info/sct`?
GL703/in-constants-of-conditions
  39:25-31 GL703 `week` is no unit of UCUM
    help: did you mean `wk`?
GL703/in-constraints
  65:57-63 GL703 `days` is no unit of UCUM
    help: did you mean `d`?
  69:13-18 GL703 `wks` is no unit of UCUM
    help: did you mean `wk`?
GL703/in-courses-doses-intervals-and-choices
  43:21-28 GL703 `Mgs` is no unit of UCUM
    help: did you mean `mg`?
  43:35-41 GL703 `gram` is no unit of UCUM
    help: did you mean `g`?
  44:16-23 GL703 `hours` is no unit of UCUM
    help: did you mean `h`?
  45:17-23 GL703 `days` is no unit of UCUM
    help: did you mean `d`?
GL703/in-the-patient-of-a-case
  67:38-45 GL703 `weeks` is no unit of UCUM
    help: did you mean `wk`?
GL703/weeks-and-years-spelt-out
  22:42-47 GL703 `years` is no unit of UCUM
    help: did you mean `a`?
  46:18-24 GL703 `week` is no unit of UCUM
    help: did you mean `wk`?
  46:31-38 GL703 `weeks` is no unit of UCUM
    help: did you mean `wk`?
GL703/what-is-counted-wants-braces
  40:89-98 GL703 `tablets` is no unit of UCUM
    help: take a unit such as d, wk, mg or mL; for something that is counted write `{tablets}`
GL704/a-code-copied-with-its-drug
  35:33-40 GL704 this is the code of `paracetamol` "Paracetamol" too
    help: give each the code of what it means; if both mean the same, define it once
GL704/the-same-system-by-name-and-by-address
  35:55-62 GL704 this is the code of `paracetamol` "Paracetamol" too
    help: give each the code of what it means; if both mean the same, define it once
GL704/two-facts-and-two-criteria
  30:39-50 GL704 this is the code of `fever` "Fever" too
    help: give each the code of what it means; if both mean the same, define it once
  78:65-70 GL704 this is the code of `ill` "Ill" too
    help: give each the code of what it means; if both mean the same, define it once
GL704/two-values-of-one-choice
  28:76-86 GL704 this is the code of `positive` "Positive result" too
    help: give each the code of what it means; if both mean the same, define it once
""")


@pytest.mark.parametrize(("case", "findings"), PLACES, ids=[case for case, _ in PLACES])
def test_finding_points_at_the_thing_itself(case: str, findings: str) -> None:
    assert told(case, RULES, "GL7") == findings
