"""The rules on cases: the exact place of every kind of finding, its words, its walk and its patient."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint.rule import Rule
from guidelint.rules.cases.case_fails import case_fails
from guidelint.rules.cases.impossible_patient import impossible_patient
from guidelint.rules.cases.incomplete_patient import incomplete_patient
from tests.rules.places import judge, table, told

RULES: tuple[Rule[Any], ...] = (
    case_fails,
    incomplete_patient,
    impossible_patient,
)

PLACES = table("""
GL601/a-case-fails-once-however-much-it-expects
  71:13-18 GL601 the patient is expected to end at `treat` "Treat the fever", but ends at `wait` "Rest at home"
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL601/advice-against-it-is-missing
  70:32-40 GL601 `hospital` "Hospital" is expected to be advised against, but is not
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
  73:32-36 GL601 `rest` "Advice to rest" is expected to be advised against, but is not
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL601/advice-that-only-some-picks-give
  70:27-31 GL601 `rest` "Advice to rest" is expected to be recommended, but is so under some picks of a choice
      only
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
  73:22-30 GL601 `hospital` "Hospital" is expected never to be recommended, but `wait` "Rest at home" may
      recommend it
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL601/advice-that-was-never-to-be-given-by-name-class-and-kind
  71:32-43 GL601 `paracetamol` "Paracetamol" is expected never to be recommended, but `treat` "Treat the fever"
      recommends it
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
  75:30-39 GL601 anything of class `analgesic` is expected never to be recommended, but `treat` "Treat the
      fever" recommends it
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
  82:18-26 GL601 anything of kind `referral` is expected never to be recommended, but `refer` "Send to hospital"
      recommends it
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL601/expected-advice-is-not-given
  70:33-44 GL601 `paracetamol` "Paracetamol" is expected to be recommended, but is not
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL601/the-walk-ends-elsewhere
  72:13-18 GL601 the patient is expected to end at `treat` "Treat the fever", but ends at `wait` "Rest at home"
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL602/a-fact-given-at-the-first-visit-is-asked-again
  72:9-23 GL602 the walk asks for `pain` "Pain" at `better` "Has it improved without pain?", and the case does
      not give it
    help: give `pain` in item 1 of `visits`
GL602/a-fact-of-the-first-visit
  70:5-12 GL602 the walk asks for `age` "Age" at `ask` "Is there a fever in old age?", and the case does not
      give it
    help: give `age` under `patient`
GL602/a-fact-of-the-follow-up
  72:9-25 GL602 the walk asks for `pain` "Pain" at `better` "Has it improved without pain?", and the case does
      not give it
    help: give `pain` in item 1 of `visits`
GL602/a-follow-up-of-a-case-without-visits
  68:3-12 GL602 the walk asks for `improved` "Improved", `pain` "Pain" at `better` "Has it improved without
      pain?", and the case gives none of them
    help: give `improved` in item 1 of `visits`
GL602/what-was-never-to-be-given-was-given-before-the-question
  82:5-12 GL602 the walk asks for `age` "Age" at `old` "Is the patient old?", and the case does not give it
    help: give `age` under `patient`
  83:34-38 GL601 `rest` "Advice to rest" is expected never to be recommended, but `advise` "Rest first"
      recommends it
    help: follow the walk and mend the guideline where it goes wrong, or correct the expectation
GL604/a-criterion-or-a-score-is-no-fact
  71:15-23 GL604 `feverish` is no fact of this guideline but a criterion, which follows from facts
    help: did you mean `fever`?
GL604/a-fact-that-is-not-defined
  70:15-19 GL604 `fevr` is no fact of this guideline
    help: did you mean `fever`?
  74:15-22 GL604 `improvd` is no fact of this guideline
    help: did you mean `improved`?
GL604/a-fact-that-is-not-observed-there
  71:31-34 GL604 `age` "Age" is not observed at `look-again` "Look again"
    help: take it out, or add it under `observe` of `look-again`
GL604/a-patient-who-breaks-an-assumption
  75:24-28 GL604 this patient breaks an assumption: if Measles, then Rash
    help: correct the patient, or the assumption
GL604/a-unit-where-there-is-none
  70:25-29 GL604 `children` "Number of children" has no unit
    help: write the number alone, or give the fact a unit
  73:25-29 GL604 `children` "Number of children" is a number
    help: write a whole number from 0 to 20
GL604/a-value-outside-the-range-or-of-another-type
  70:20-22 GL604 this lies outside the range of `age` "Age"
    help: write a whole number from 18 to 120 years, or widen `range`
  73:20-24 GL604 `age` "Age" is a whole number
    help: write a whole number from 18 to 120 years, or make the fact `decimal`
  76:20-23 GL604 `age` "Age" is a number
    help: write a whole number from 18 to 120 years
  79:22-23 GL604 `fever` "Fever" is true or false
    help: write true or false
  82:20-25 GL604 `kg` cannot be converted into the unit of `age` "Age"
    help: write a whole number from 18 to 120 years
  86:25-31 GL604 `improved` "Improved" is true or false
    help: write true or false
GL604/a-value-that-the-choice-does-not-have
  70:34-37 GL604 `pain` "Pain" has no such value
    help: did you mean `some`?
  75:13-17 GL604 `pain` "Pain" has no such value
    help: take one of `none`, `some`
GL604/a-visit-that-never-comes
  73:9-25 GL604 this visit never comes, since the walk passes 1 follow-up and ends at `wait` "Rest at home"
    help: take it out, or correct the patient
  77:14-30 GL604 this visit never comes, since the walk passes no follow-up and ends at `wait` "Rest at home"
    help: take it out, or correct the patient
GL604/an-assumption-that-is-broken-later
  76:19-23 GL604 this patient breaks an assumption: not (Improved and Pain)
    help: correct the patient, or the assumption
GL604/unknown-for-a-fact-that-is-always-known
  70:22-29 GL604 `fever` "Fever" is always known
    help: give its value, or write `known: maybe` with the fact
GL604/what-is-wrong-with-the-patient-mutes-what-follows
  70:33-35 GL604 this lies outside the range of `age` "Age"
    help: write a whole number from 18 to 120 years, or widen `range`
  73:28-32 GL604 `agee` is no fact of this guideline
    help: did you mean `age`?
""")


@pytest.mark.parametrize(("case", "findings"), PLACES, ids=[case for case, _ in PLACES])
def test_finding_points_at_the_thing_itself(case: str, findings: str) -> None:
    assert told(case, RULES, "GL6") == findings


WITH_GAP = """
facts:
  cough: {label: Cough, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, cough]}, then: treat}
      - {if: {all: [fever, {not: cough}]}, then: treat}
      - {if: {all: [{not: fever}, cough]}, then: wait}
cases:
  neither:
    label: Neither fever nor cough
    patient: {fever: false}
    expect: {ends: wait, recommends: [rest]}
"""


def test_a_gap_on_the_walk_is_told_with_every_branch() -> None:
    (found,) = judge(WITH_GAP, RULES)
    assert found.code == "GL601"
    assert found.message == 'the walk breaks off at `ask` "Is there a fever?", where no branch matches'
    assert found.route == ("cases", "neither", "expect", "ends")
    assert [(place.route, place.message) for place in found.related] == [
        (("nodes", "ask", "branches", index, "if"), "does not match") for index in range(3)
    ]
    assert (found.walk, found.patient) == (("ask",), (("Fever", "no"),))


def test_a_gap_that_the_unknown_opens_is_told_so() -> None:
    fragment = """
facts:
  fever: {label: Fever, type: boolean, known: maybe}
cases:
  nobody-knows:
    patient: {fever: unknown}
    expect: {never: [hospital]}
"""
    (found,) = judge(fragment, RULES)
    assert found.route == ("cases", "nobody-knows", "expect")
    assert [place.message for place in found.related] == [
        "unknown for this patient",
        "taken only where every other branch surely does not match",
    ]
    assert found.patient == (("Fever", "unknown"),)


def test_an_overlap_on_the_walk_is_told_with_the_branches_that_match() -> None:
    fragment = WITH_GAP.replace("{all: [fever, {not: cough}]}", "fever")
    (found,) = judge(fragment.replace("patient: {fever: false}", "patient: {fever: true, cough: true}"), RULES)
    assert found.message == 'the walk breaks off at `ask` "Is there a fever?", where several branches match'
    assert [(place.route[3], place.message) for place in found.related] == [(0, "matches"), (1, "matches")]


NEVER = '`paracetamol` "Paracetamol" is expected never to be recommended, but `treat` "Treat the fever" recommends it'


def test_the_walk_and_the_patient_of_every_visit_are_shown() -> None:
    fragment = """
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, below: 65}]}, then: treat}
      - {else: wait}
cases:
  worse:
    patient: {fever: true, age: 30}
    visits: [{improved: false}]
    expect: {ends: wait, never: [paracetamol]}
"""
    (found,) = judge(fragment, RULES)
    assert found.walk == ("ask", "treat", "look-again", "better", "refer")
    assert found.patient == (("Fever", "yes"), ("Age", "30 years"), ("Improved at visit 2", "no"))
    assert [(place.route, place.message) for place in found.related] == [
        (("nodes", "refer"), "the walk ends here"),
        (
            ("cases", "worse", "expect", "never", 0),
            NEVER,
        ),
    ]
