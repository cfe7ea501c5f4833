"""Where exactly the rules on definitions speak, and in which words: « and » stand around the characters pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from guidelint.diagnostic import Diagnostic, Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.linter import Options, lint
from guidelint.rule import rule
from guidelint.rules import RULES
from guidelint.rules.definitions.schema_violation import schema_violation
from tests.rules.examples import TODAY, whole


class Told(NamedTuple):
    """One fragment with its one finding; `related` holds what is said at the other places."""

    fragment: str
    code: str
    message: str
    help: str
    related: tuple[str, ...] = ()


TABLE = [
    Told(
        """\
facts:
  fever: {label: Fever, «typ»: boolean}
""",
        "GL101",
        "unknown key `typ`",
        "did you mean `type`?",
    ),
    Told(
        """\
nodes:
  ask:
    type: decision
    branches:
      - {if: {not: «fevr»}, then: treat}
      - {else: wait}
""",
        "GL102",
        "`fevr` is no fact or criterion of this guideline",
        "did you mean `fever`?",
    ),
    Told(
        """\
constraints:
  k: {never: {recommend: [rest, {class: «analgesics»}]}, because: [S1]}
""",
        "GL102",
        "`analgesics` is no class of interventions of this guideline",
        "did you mean `analgesic`?",
    ),
    Told(
        """\
scores:
  warmth: {label: Warmth, add: [{points: 1, if: fever}]}
constraints:
  k: {never: {recommend: rest}, when: «warmth», because: [S1]}
""",
        "GL102",
        "`warmth` is no fact or criterion of this guideline",
        "compare the score, as in `{fact: warmth, at-least: 1}`",
    ),
    Told(
        """\
criteria:
  ill: {label: Ill, any: [fever]}
constraints:
  k: {never: {recommend: rest}, when: {fact: «ill», is: true}, because: [S1]}
""",
        "GL102",
        "`ill` is no fact or score of this guideline",
        "write the name of the criterion alone: `ill`",
    ),
    Told(
        """\
criteria:
  ill: {label: Ill, any: [fever]}
constraints:
  k: {never: {recommend: rest}, when: {all: [ill, {unknown: «ill»}]}, because: [S1]}
""",
        "GL102",
        "`ill` is no fact of this guideline",
        "name one of the facts that `ill` rests on",
    ),
    Told(
        """\
nodes:
  wait:
    type: recommendation
    recommend:
      - {for: «analgesic», strength: strong, certainty: high, because: [S1]}
""",
        "GL102",
        "`analgesic` is no intervention of this guideline",
        "write `{class: analgesic}`",
    ),
    Told(
        """\
nodes:
  wait:
    type: recommendation
    recommend:
      - {for: {class: «medication»}, strength: strong, certainty: high, because: [S1]}
""",
        "GL102",
        "`medication` is no class of interventions of this guideline",
        "write `{kind: medication}`",
    ),
    Told(
        """\
nodes:
  wait:
    type: recommendation
    recommend:
      - {for: {class: «paracetamol»}, strength: strong, certainty: high, because: [S1]}
""",
        "GL102",
        "`paracetamol` is no class of interventions of this guideline",
        "write `paracetamol`",
    ),
    Told(
        """\
statements:
  s2: {says: Fever passes, cites: [textbook]}
  S1: {says: Fever is treated with paracetamol for a few days, cites: [textbook, «s2»]}
""",
        "GL102",
        "`s2` is no reference of this guideline",
        "name a reference, or put the statement under `because`: `because: [s2]`",
    ),
    Told(
        """\
facts:
  fever: {label: Fever, type: boolean, default: false, obtained-by: «analgesic»}
""",
        "GL102",
        "`analgesic` is no intervention of this guideline",
        "define it, or take one of `paracetamol`, `rest`, `hospital`",
    ),
    Told(
        """\
facts:
  «chills»: {label: Chills, type: boolean, default: false}
""",
        "GL103",
        'the fact `chills` "Chills" is used nowhere',
        "ask for it in a condition, or remove it",
    ),
    Told(
        """\
facts:
  «chills»: {label: Chills, type: boolean, default: false}
assumptions:
  - {if: chills, then: fever}
""",
        "GL103",
        'the fact `chills` "Chills" is used nowhere but in an assumption',
        "ask for it in a condition, or remove it",
        ("an assumption asks for nothing",),
    ),
    Told(
        """\
scores:
  «warmth»: {label: Warmth, add: [{points: 1, if: fever}]}
""",
        "GL103",
        'the score `warmth` "Warmth" is used nowhere',
        "ask for it in a condition, or remove it",
    ),
    Told(
        """\
criteria:
  «ill»: {label: Ill, any: [fever]}
""",
        "GL103",
        'the criterion `ill` "Ill" is used nowhere',
        "ask for it in a condition, or remove it",
    ),
    Told(
        """\
interventions:
  «ibuprofen»: {label: Ibuprofen, kind: medication}
""",
        "GL103",
        'the intervention `ibuprofen` "Ibuprofen" is used nowhere',
        "use it, or remove it",
    ),
    Told(
        """\
sections:
  «later»: {label: Later visits}
""",
        "GL103",
        'the section `later` "Later visits" is used nowhere',
        "use it, or remove it",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
nodes:
  ask:
    type: decision
    branches:
      - {if: {any: [fever, «age»]}, then: treat}
      - {else: wait}
""",
        "GL104",
        '`age` "Age" is a whole number, not true or false',
        "compare it, as in `{fact: age, at-least: …}`",
    ),
    Told(
        """\
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
criteria:
  ill: {label: Ill, all: [fever, «pain»]}
constraints:
  k: {never: {recommend: hospital}, when: ill, because: [S1]}
""",
        "GL104",
        '`pain` "Pain" is a choice, not true or false',
        "compare it, as in `{fact: pain, is: mild}`",
    ),
    Told(
        """\
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
constraints:
  k: {never: {recommend: hospital}, when: {fact: pain, «at-least»: 3, below: 7}, because: [S1]}
""",
        "GL104",
        '`pain` "Pain" is a choice, which has no order',
        "compare it with `is`, `is-not` or `in`",
    ),
    Told(
        """\
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
constraints:
  k: {never: {recommend: hospital}, when: {fact: pain, in: [mild, «7»]}, because: [S1]}
""",
        "GL104",
        '`pain` "Pain" is a choice and cannot be compared with a number',
        "take one of `mild`, `severe`",
    ),
    Told(
        """\
constraints:
  k: {never: {recommend: hospital}, when: {fact: fever, is: «1»}, because: [S1]}
""",
        "GL104",
        '`fever` "Fever" is true or false and cannot be compared with a number',
        "write true or false, without quotes",
    ),
    Told(
        """\
constraints:
  k: {never: {recommend: hospital}, when: {fact: fever, is-not: «unknown»}, because: [S1]}
""",
        "GL104",
        '`fever` "Fever" is true or false and cannot be compared with text',
        "write `{unknown: fever}`",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: decimal, unit: a, range: [0, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, above: «old»}, because: [S1]}
""",
        "GL104",
        '`age` "Age" is a number and cannot be compared with text',
        "write a number",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: decimal, unit: a, range: [0, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, is: «true»}, because: [S1]}
""",
        "GL104",
        '`age` "Age" is a number and cannot be compared with true or false',
        "write a number",
    ),
    Told(
        """\
scores:
  warmth: {label: Warmth, add: [{points: 1, if: fever}]}
constraints:
  k: {never: {recommend: hospital}, when: {fact: warmth, is: «high»}, because: [S1]}
""",
        "GL104",
        '`warmth` "Warmth" is a score and cannot be compared with text',
        "write a number",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, at-least: 18, below: «650»}, because: [S1]}
""",
        "GL105",
        'this lies outside the range of `age` "Age"',
        "write a whole number from 0 to 120 years, or widen `range`",
        ("the range",),
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, below: «6 mo»}, because: [S1]}
""",
        "GL105",
        'this lies outside the range of `age` "Age"',
        "write a whole number from 18 to 120 years, or widen `range`",
        ("the range",),
    ),
    Told(
        """\
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
constraints:
  k: {never: {recommend: hospital}, when: {fact: pain, in: [mild, «sever»]}, because: [S1]}
""",
        "GL105",
        '`pain` "Pain" has no such value',
        "did you mean `severe`?",
    ),
    Told(
        """\
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
constraints:
  k: {never: {recommend: hospital}, when: {fact: pain, is: «unknown»}, because: [S1]}
""",
        "GL105",
        '`pain` "Pain" has no such value',
        "write `{unknown: pain}`",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120], default: «4»}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, above: 65}, because: [S1]}
""",
        "GL105",
        'this lies outside the range of `age` "Age"',
        "write a whole number from 18 to 120 years, or widen `range`",
    ),
    Told(
        """\
scores:
  warmth: {label: Warmth, add: [{points: 2, if: fever}, {points: -1, if: improved}]}
constraints:
  k: {never: {recommend: hospital}, when: {fact: warmth, is: «3»}, because: [S1]}
""",
        "GL105",
        '3 is outside of what the points of `warmth` "Warmth" add up to, -1 to 2',
        "correct the number, or the points of the score",
    ),
    Told(
        """\
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: «-3 d», max: 5 d}
    observe: [improved]
    then: better
""",
        "GL105",
        "this `after` is less than nothing",
        "take the minus sign out",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, below: «18 kg»}, because: [S1]}
""",
        "GL106",
        '`kg` cannot be converted into `a`, the unit of `age` "Age"',
        "write a quantity in `a`",
        ("the unit of the fact",),
    ),
    Told(
        """\
facts:
  children: {label: Children, type: integer, range: [0, 20], default: 0}
constraints:
  k: {never: {recommend: hospital}, when: {fact: children, in: [0, «2 a»]}, because: [S1]}
""",
        "GL106",
        '`children` "Children" has no unit',
        "write the number alone, or give the fact a `unit`",
        ("defined without a unit",),
    ),
    Told(
        """\
scores:
  warmth: {label: Warmth, add: [{points: 1, if: fever}]}
constraints:
  k: {never: {recommend: hospital}, when: {fact: warmth, is: «1 d»}, because: [S1]}
""",
        "GL106",
        '`warmth` "Warmth" is a score and has no unit',
        "write the number alone",
    ),
    Told(
        """\
constraints:
  k: {total: {recommend: paracetamol}, at-most: «4 g», because: [S1]}
""",
        "GL106",
        "`at-most` is a length of time, and `g` does not measure time",
        "write a length of time, such as `5 d` or `6 wk`",
    ),
    Told(
        """\
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: «5 mg»
    observe: [improved]
    then: better
""",
        "GL106",
        "`after` is a length of time, and `mg` does not measure time",
        "write a length of time, such as `5 d` or `6 wk`",
    ),
    Told(
        """\
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: paracetamol
        strength: strong
        certainty: high
        course: 5 d
        dose: {min: 500 mg, max: «10 mL»}
        because: [S1]
    then: look-again
""",
        "GL106",
        "`mg` and `mL` cannot be compared",
        "write both ends in one unit",
        ("the other end",),
    ),
    Told(
        """\
criteria:
  «fever»: {label: Fever in any form, any: [improved]}
""",
        "GL107",
        "`fever` is the name of a fact and of a criterion",
        "give one of the two another name",
        ("the name of a fact",),
    ),
    Told(
        """\
statements:
  textbook: {says: Fever is treated with paracetamol for a few days, cites: [textbook]}
references:
  «textbook»: {title: A textbook of fever, year: 2020}
""",
        "GL107",
        "`textbook` is the name of a statement and of a reference",
        "give one of the two another name",
        ("the name of a statement",),
    ),
    Told(
        """\
criteria:
  «hot»: {label: Hot, any: [fever, {not: ill}]}
  ill: {label: Ill, all: [hot]}
constraints:
  k: {never: {recommend: hospital}, when: hot, because: [S1]}
""",
        "GL108",
        '`hot` "Hot" is defined by itself: hot → ill → hot',
        "take `ill` out of the definition of `hot`, or break the circle elsewhere",
        (
            "`hot` asks for `ill`",
            "`ill` asks for `hot`",
        ),
    ),
    Told(
        """\
criteria:
  «hot»: {label: Hot, any: [fever, hot]}
constraints:
  k: {never: {recommend: hospital}, when: hot, because: [S1]}
""",
        "GL108",
        '`hot` "Hot" is defined by itself',
        "take `hot` out of its own definition",
        ("`hot` asks for `hot`",),
    ),
    Told(
        """\
criteria:
  «hot»: {label: Hot, any: [warm]}
  warm: {label: Warm, any: [tepid]}
  tepid: {label: Tepid, any: [warm, hot, fever]}
constraints:
  k: {never: {recommend: hospital}, when: hot, because: [S1]}
""",
        "GL108",
        '`hot` "Hot" is defined by itself: hot → warm → tepid → hot',
        "take `warm` out of the definition of `hot`, or break the circle elsewhere",
        (
            "`hot` asks for `warm`",
            "`warm` asks for `tepid`",
            "`tepid` asks for `hot`",
        ),
    ),
    Told(
        """\
status: «active»
""",
        "GL109",
        "the guideline is active, and no day of approval is given",
        "add `approved` with the day of approval, or write `status: draft`",
    ),
    Told(
        """\
review-by: «2026-05-31»
""",
        "GL110",
        "the guideline was to be reviewed by 2026-05-31",
        "review it and set the next day, or write `status: retired`",
    ),
    Told(
        """\
facts:
  age: {label: Age, type: integer, unit: a, range: «[120, 0]»}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, above: 65}, because: [S1]}
""",
        "GL111",
        "the range runs down from 120 to 0",
        "write the smaller number first",
    ),
    Told(
        """\
facts:
  children: {label: Children, type: integer, range: «[0.2, 0.8]»}
constraints:
  k: {never: {recommend: hospital}, when: {fact: children, above: 0.5}, because: [S1]}
""",
        "GL111",
        "no whole number lies between 0.2 and 0.8",
        "widen the range, or write `type: decimal`",
    ),
    Told(
        """\
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: «1 wk», max: 5 d}
    observe: [improved]
    then: better
""",
        "GL111",
        "the interval runs down from 1 week to 5 days",
        "swap `min` and `max`, or correct one of them",
        ("the other end",),
    ),
    Told(
        """\
audience: []
«id»: fever
""",
        "GL112",
        "`audience` is missing",
        "add `audience` at the top",
    ),
    Told(
        """\
# whole file
format: guidelint/1
«id»: rest
title: Rest
version: 1.0.0
status: draft
references:
  textbook: {title: A textbook of fever, year: 2020}
statements:
  S1: {says: Rest is good, cites: [textbook]}
interventions:
  rest: {label: Advice to rest, kind: education}
start: wait
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
""",
        "GL112",
        "`publisher`, `date`, `population`, `audience` and `license` are missing",
        "add `publisher`, `date`, `population`, `audience` and `license` at the top",
    ),
    Told(
        """\
facts:
  rash: {label: Rash, type: boolean, default: false}
assumptions:
  - {if: improved, then: {not: «rash»}}
constraints:
  k: {never: {recommend: hospital}, when: rash, because: [S1]}
""",
        "GL113",
        '`rash` "Rash" is never observed anew, but `improved` "Improved" in the `if` is',
        "observe `rash` at the follow-ups too; if it cannot change, turn the assumption round",
        ("this can change: `improved` is observed at a follow-up",),
    ),
    Told(
        """\
facts:
  rash: {label: Rash, type: boolean, default: false}
criteria:
  skin: {label: Skin trouble, any: [rash]}
assumptions:
  - {if: {any: [improved, fever]}, then: {any: [improved, «skin»]}}
constraints:
  k: {never: {recommend: hospital}, when: skin, because: [S1]}
""",
        "GL113",
        '`skin` rests on `rash` "Rash", which is never observed anew, but `improved` "Improved" in the `if` is',
        "observe `rash` at the follow-ups too; if it cannot change, turn the assumption round",
        ("this can change: `improved` is observed at a follow-up",),
    ),
    Told(
        """\
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved, «fever»]
    then: better
""",
        "GL114",
        '`fever` "Fever" is observed here, but is not said to change',
        "write `observed: each-visit` with `fever`, or take it out of `observe`",
        ("defined without `observed: each-visit`",),
    ),
    Told(
        """\
constraints:
  k: {never: {recommend: hospital}, when: {not: {unknown: «fever»}}, because: [S1]}
""",
        "GL115",
        '`fever` "Fever" is always known, and here it is taken to be unknown',
        "write `known: maybe` with `fever`, or take this out",
        ("defined without `known: maybe`",),
    ),
    Told(
        """\
facts:
  fever: {label: Fever, type: boolean, default: «unknown»}
""",
        "GL115",
        '`fever` "Fever" is always known, and here it is taken to be unknown',
        "write `known: maybe` with `fever`, or another default",
    ),
]


def ids(told: Told) -> str:
    return f"{told.code} {told.message[:60]}"


FAMILY = frozenset(rule.code for rule in RULES if rule.code.startswith("GL1"))


def told_of(fragment: str) -> tuple[Diagnostic, ...]:
    """What the family alone says of a fragment."""
    return lint(whole(fragment).encode(), "example.yaml", RULES, Options(enabled=FAMILY, today=TODAY)).diagnostics


@pytest.mark.parametrize("told", TABLE, ids=ids)
def test_speaks_at_the_characters_themselves(told: Told) -> None:
    fragment = re.sub("[«»]", "", told.fragment)
    marked = next(line for line in told.fragment.split("\n") if "«" in line)
    line = 1 + whole(fragment).split("\n").index(re.sub("[«»]", "", marked))
    (found,) = told_of(fragment)
    assert (found.code, found.message, found.help) == (told.code, told.message, told.help)
    assert found.range.start == (line, marked.index("«") + 1)
    assert found.range.end == (line, marked.index("»"))
    assert tuple(place.message for place in found.related) == told.related


def test_every_rule_of_the_family_has_its_place() -> None:
    assert {told.code for told in TABLE} == FAMILY


def test_to_stand_in_a_case_is_no_use() -> None:
    fragment = """
facts:
  chills: {label: Chills, type: boolean, default: false}
interventions:
  ibuprofen: {label: Ibuprofen, kind: medication, class: old}
cases:
  cold: {patient: {chills: true}, expect: {ends: wait, never: [ibuprofen, {class: old}]}}
"""
    found = told_of(fragment)
    assert [(item.code, item.route) for item in found] == [
        ("GL103", ("facts", "chills")),
        ("GL103", ("interventions", "ibuprofen")),
    ]


def test_values_in_cases_are_left_to_the_rules_on_cases() -> None:
    fragment = """
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
constraints:
  k: {never: {recommend: hospital}, when: {fact: age, above: 65}, because: [S1]}
cases:
  old: {patient: {age: 650}, expect: {ends: wait}}
  heavy: {patient: {age: 3 kg}, expect: {ends: wait}}
  wrong: {patient: {age: true, fever: unknown}, expect: {ends: wait}}
"""
    assert told_of(fragment) == ()


@pytest.mark.parametrize(
    ("code", "kind", "fragment"),
    [
        ("GL003", DefectKind.AMBIGUOUS_SCALAR, "facts:\n  fever: {label: Fever, type: boolean, default: no}\n"),
        ("GL012", DefectKind.UNQUOTED_COMPARISON, "criteria:\n  c: {label: C, not: age < 3}\n"),
    ],
)
def test_what_the_text_itself_explains_is_not_said_again(code: str, kind: DefectKind, fragment: str) -> None:
    @rule(Document, code=code, severity=Severity.ERROR)
    def speaks_of_the_text(document: Document) -> Iterator[Finding]:
        yield from (Finding("here", at_span(defect.span), "mend it") for defect in document.defects_of(kind))

    options = Options(enabled=frozenset({code, "GL101"}), today=TODAY)
    report = lint(whole(fragment).encode(), "example.yaml", [speaks_of_the_text, schema_violation], options)
    assert [item.code for item in report.diagnostics] == [code]
    assert report.muted == 1
