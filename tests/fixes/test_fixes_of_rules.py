"""What each rule's fix makes of a text, byte for byte; and which fixes nobody has to look at."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest

from guidelint.linter import lint
from guidelint.rule import Fixing, Rule
from guidelint.rules import RULES
from tests.fixes.fixing import mended
from tests.rules.examples import EVERY_RULE, SCAFFOLD

SAFE, UNSAFE = False, True

FEVER = "  fever: {label: Fever, type: boolean, default: false}\n"
AGE = "  age: {label: Age, type: integer, unit: a, range: [18, 120], default: 40}\n"
BRANCHES = "      - {if: fever, then: treat}\n      - {else: wait}\n"
REST = "{for: rest, strength: conditional, certainty: low, because: [S1]}"
TEXTBOOK = "title: A textbook of fever, year: 2020"
END = "{for: hospital, strength: strong, certainty: high, because: [S1]}\n"
UNGRADED = END.replace("certainty: high, ", "")
WAIVER = "waivers: [{{rule: GL506, at: nodes.{}, reason: it has none}}]\n"
WITH_AGE = ((FEVER, FEVER + AGE),)


class Mending(NamedTuple):
    """A text of the scaffold, the defect that is put in its place, and what a fix makes of that."""

    code: str
    unsafe: bool
    sound: str
    defect: str
    mended: str
    also: tuple[tuple[str, str], ...] = ()

    def whole(self, piece: str) -> str:
        text = SCAFFOLD
        for old, new in (*self.also, (self.sound, piece)):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text


def branches(code: str, unsafe: bool, defect: str, mended: str) -> Mending:
    """Other branches of a decision on fever and age; one line each."""
    before, after = (
        "".join(f"      - {line.strip()}\n" for line in text.splitlines() if line.strip()) for text in (defect, mended)
    )
    return Mending(code, unsafe, BRANCHES, before, after, WITH_AGE if "age" in defect else ())


MENDINGS = [
    Mending("GL002", SAFE, FEVER, FEVER + FEVER.replace("{label: ", "{label:   "), FEVER),
    Mending("GL003", SAFE, "license: CC-BY-4.0", "license: no", "license: 'no'"),
    Mending("GL003", SAFE, "label: Fever,", "label: 12:30,", "label: '12:30',"),
    Mending("GL003", SAFE, "year: 2020", "year: 0o3744", "year: 2020"),
    Mending("GL003", UNSAFE, "version: 1.0.0", "version: 010", "version: '010'"),
    Mending("GL004", UNSAFE, "title: Fever in", "title: &t Fever in", "title: Fever in"),
    Mending("GL005", SAFE, "version: 1.0.0", "version: !!str 1.0", "version: '1.0'"),
    Mending("GL005", SAFE, "title: Fever in adults", 'title: !!str   "Fever"', 'title: "Fever"'),
    Mending("GL005", SAFE, "year: 2020", "year: !!int 2020", "year: 2020"),
    Mending("GL011", UNSAFE, "title: Fever in adults", "title: It's part #2", "title: 'It''s part #2'"),
    branches("GL012", SAFE, "{if: age >= 65, then: treat}\n{if: {all: [fever, {fact: age, below: 65}]}, then: treat}\n{else: wait}",
             "{if: {fact: age, at-least: 65}, then: treat}\n{if: {all: [fever, {fact: age, below: 65}]}, then: treat}\n{else: wait}"),
    Mending("GL101", SAFE, "version: 1.0.0", "version: 1.10", "version: '1.10'"),
    Mending("GL101", SAFE, "status: draft", "status: drft", "status: draft"),
    Mending("GL101", UNSAFE, "status: draft", "status: final", "status: draft"),
    Mending("GL101", SAFE, "date: 2026-01-01", "date: 2026/1/5", "date: 2026-01-05"),
    Mending("GL101", UNSAFE, "audience: [family physicians]", "audience: physicians", "audience: [physicians]"),
    Mending("GL101", SAFE, "year: 2020", "year: '2020'", "year: 2020"),
    Mending("GL101", SAFE, "{max: 5 d}", "{max: 5d}", "{max: 5 d}"),
    Mending("GL101", SAFE, "label: Fever, type: boolean, default: false", "label: Fever, type: boolean, default: 'false'",
            "label: Fever, type: boolean, default: false"),
    Mending("GL101", SAFE, REST, REST.replace("strength", "strenght"), REST),
    Mending("GL101", UNSAFE, REST, "{give: rest, strength: weak, certainty: low, because: S1}", REST),
    Mending("GL101", UNSAFE, "label: Fever, type", "label: Fever, or the patient's chills, type", "label: 'Fever, or the patient''s chills', type"),
    branches("GL102", SAFE, "{if: fevr, then: treat}\n{else: wait}", "{if: fever, then: treat}\n{else: wait}"),
    branches("GL102", SAFE, "{if: 'fevre', then: treat}\n{else: wait}", "{if: 'fever', then: treat}\n{else: wait}"),
    branches("GL102", UNSAFE, "{if: fever-2, then: treat}\n{else: wait}", "{if: fever, then: treat}\n{else: wait}"),
    Mending("GL102", UNSAFE, REST, REST.replace("for: rest", "for: counsel"), REST.replace("for: rest", "for: {class: counsel}"),
            (("kind: education", "kind: education, class: counsel"),)),
    Mending("GL102", UNSAFE, REST, REST.replace("for: rest", "for: {class: rest}"), REST),
    Mending("GL103", UNSAFE, FEVER, FEVER + "  # asked by nobody\n  cough: {label: Cough, type: boolean}\n", FEVER),
    Mending("GL103", UNSAFE, "start: ask\n", "sections:\n  late: {label: Late}\nstart: ask\n", "start: ask\n"),
    Mending("GL104", SAFE, BRANCHES, BRANCHES.replace("if: fever", "if: {fact: fever, is: 'true'}"),
            BRANCHES.replace("if: fever", "if: {fact: fever, is: true}")),
    Mending("GL105", SAFE, BRANCHES, BRANCHES.replace("if: fever", "if: {any: [fever, {fact: cough, is: sever}]}"),
            BRANCHES.replace("if: fever", "if: {any: [fever, {fact: cough, is: severe}]}"),
            ((FEVER, FEVER + "  cough: {label: Cough, type: choice, values: {none: None, severe: Severe}}\n"),)),
    Mending("GL105", UNSAFE, BRANCHES, BRANCHES.replace("if: fever", "if: {any: [fever, {fact: cough, is: severest}]}"),
            BRANCHES.replace("if: fever", "if: {any: [fever, {fact: cough, is: severe}]}"),
            ((FEVER, FEVER + "  cough: {label: Cough, type: choice, values: {none: None, severe: Severe}}\n"),)),
    Mending("GL109", UNSAFE, "status: draft", "status: active", "status: draft"),
    Mending("GL111", UNSAFE, "{min: 3 d, max: 5 d}", "{min: 2 wk, max: 5 d}", "{min: 5 d, max: 2 wk}"),
    Mending("GL203", SAFE, "then: look-again", "then: look-agian", "then: look-again"),
    Mending("GL203", SAFE, BRANCHES, BRANCHES.replace("wait", "waitt"), BRANCHES),
    Mending("GL203", UNSAFE, "then: look-again", "then: look-later-again", "then: look-again"),
    branches("GL207", SAFE, "{else: wait} # the rest\n{if: fever, then: treat}", "{if: fever, then: treat}\n{else: wait} # the rest"),
    branches("GL208", SAFE, "{if: fever, then: treat}\n{else: wait}\n{else: wait}", "{if: fever, then: treat}\n{else: wait}"),
    Mending("GL302", UNSAFE, BRANCHES,
            "      - {if: fever, then: treat}\n      - {if: {not: fever}, then: wait}\n      - else: refer # who knows\n",
            "      - {if: fever, then: treat}\n      - {if: {not: fever}, then: wait}\n      - {if: {unknown: fever}, then: refer} # who knows\n",
            ((FEVER, "  fever: {label: Fever, type: boolean, known: maybe}\n"),)),
    branches("GL304", UNSAFE,
             "{if: fever, then: treat}\n{if: {all: [{not: fever}, {fact: age, at-least: 65}]}, then: refer}\n"
             "{if: {all: [{not: fever}, {fact: age, below: 65}]}, then: wait}\n{else: wait}",
             "{if: fever, then: treat}\n{if: {all: [{not: fever}, {fact: age, at-least: 65}]}, then: refer}\n"
             "{if: {all: [{not: fever}, {fact: age, below: 65}]}, then: wait}"),
    branches("GL308", UNSAFE,
             "{if: fever, then: treat}\n{if: {all: [fever, {fact: age, above: 65}]}, then: treat}\n"
             "{if: {all: [{not: fever}, {fact: age, above: 80}]}, then: refer}\n{else: wait}",
             "{if: fever, then: treat}\n"
             "{if: {all: [{not: fever}, {fact: age, above: 80}]}, then: refer}\n{else: wait}"),
    branches("GL309", UNSAFE, "{if: {all: [fever, {fact: age, above: 80}, {fact: age, above: 65}]}, then: treat}\n{else: wait}",
             "{if: {all: [fever, {fact: age, above: 80}]}, then: treat}\n{else: wait}"),
    branches("GL313", UNSAFE,
             "{if: {all: [fever, {fact: age, above: 65}]}, then: treat}\n{if: {all: [fever, {fact: age, below: 65}]}, then: refer}\n{if: {not: fever}, then: wait}",
             "{if: {all: [fever, {fact: age, above: 65}]}, then: treat}\n{if: {all: [fever, {fact: age, at-most: 65}]}, then: refer}\n{if: {not: fever}, then: wait}"),
    branches("GL314", UNSAFE,
             "{if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}\n{if: {all: [fever, {fact: age, at-most: 65}]}, then: refer}\n{if: {not: fever}, then: wait}",
             "{if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}\n{if: {all: [fever, {fact: age, below: 65}]}, then: refer}\n{if: {not: fever}, then: wait}"),
    Mending("GL510", UNSAFE, "statements:\n", "  atlas: {title: An atlas}\nstatements:\n", "statements:\n"),
    Mending("GL511", SAFE, TEXTBOOK, f"{TEXTBOOK}, doi: 'https://doi.org/10.1000/182'", f"{TEXTBOOK}, doi: '10.1000/182'"),
    Mending("GL511", SAFE, TEXTBOOK, f"{TEXTBOOK}, pmid: 'PMID: 25659245'", f"{TEXTBOOK}, pmid: '25659245'"),
    Mending("GL604", SAFE, END, END + "cases:\n  hot:\n    patient: {fevr: true}\n    expect: {recommends: [paracetamol]}\n",
            END + "cases:\n  hot:\n    patient: {fever: true}\n    expect: {recommends: [paracetamol]}\n"),
    Mending("GL604", UNSAFE, END, END + "cases:\n  well:\n    patient: {fever: false}\n    visits: [{improved: true}]\n    expect: {ends: wait}\n",
            END + "cases:\n  well:\n    patient: {fever: false}\n    expect: {ends: wait}\n"),
    Mending("GL702", SAFE, FEVER, FEVER.replace("}", ", codes: [{system: 'http://www.loinc.org/', code: 8310-5}]}"),
            FEVER.replace("}", ", codes: [{system: 'http://loinc.org', code: 8310-5}]}")),
    Mending("GL702", UNSAFE, FEVER, FEVER.replace("}", ", codes: [{system: loincs-2, code: 8310-5}]}"),
            FEVER.replace("}", ", codes: [{system: loinc, code: 8310-5}]}")),
    Mending("GL703", SAFE, "{max: 5 d}", "{max: 5 days}", "{max: 5 d}"),
    Mending("GL703", UNSAFE, "{max: 5 d}", "{max: 5 Days}", "{max: 5 d}"),
    Mending("GL901", SAFE, "license: CC-BY-4.0\n", "license: CC-BY-4.0 # guidelint: ignore[GL509] not yet\n", "license: CC-BY-4.0\n"),
    Mending("GL901", SAFE, "license: CC-BY-4.0\n", "# guidelint: ignore[GL509, GL109] not yet\nlicense: CC-BY-4.0\n", "license: CC-BY-4.0\n"),
    Mending("GL901", SAFE, "license: CC-BY-4.0\n", "license: CC-BY-4.0 # free # guidelint: ignore[GL509] not yet\n", "license: CC-BY-4.0 # free\n"),
    Mending("GL901", SAFE, "license: CC-BY-4.0\n", "license: CC-BY-4.0 # guidelint: ignore[GL509] not yet # free\n", "license: CC-BY-4.0 # free\n"),
    Mending("GL901", SAFE, END, END + "waivers:\n  - {rule: GL509, at: nodes.wait, reason: old}\n", END),
    Mending("GL901", SAFE, END, UNGRADED + WAIVER.format("refre"), UNGRADED + WAIVER.format("refer")),
    Mending("GL901", UNSAFE, END, UNGRADED + WAIVER.format("referral"), UNGRADED + WAIVER.format("refer")),
    Mending("GL902", SAFE, "  refer:\n", "  # guidelint: ignore[unreachable-nodes] not yet\n  alone:\n    type: recommendation\n    recommend: [" + REST + "]\n  refer:\n",
            "  # guidelint: ignore[unreachable-node] not yet\n  alone:\n    type: recommendation\n    recommend: [" + REST + "]\n  refer:\n"),
    Mending("GL902", UNSAFE, "license: CC-BY-4.0\n", "license: CC-BY-4.0 # guidelint: ignore[GL399] not yet\n", "license: CC-BY-4.0\n"),
    Mending("GL904", UNSAFE, END, END + "waivers: [{rule: GL509, at: nodes.wait, reason: old, until: 2026-05-31}]\n", END),
    Mending("GL905", SAFE, "  refer:\n", "  # guidelint: ignore GL201 not yet # free\n  alone:\n    type: recommendation\n    recommend: [" + REST + "]\n  refer:\n",
            "  # guidelint: ignore[GL201] not yet # free\n  alone:\n    type: recommendation\n    recommend: [" + REST + "]\n  refer:\n"),
    Mending("GL905", UNSAFE, "license: CC-BY-4.0\n", "license: CC-BY-4.0 # guidelint: ignore-file\n", "license: CC-BY-4.0\n"),
]  # fmt: skip


@pytest.mark.parametrize("mending", MENDINGS, ids=lambda mending: f"{mending.code}: {mending.defect.strip()[-60:]}")
def test_fix_is_exactly_this(mending: Mending) -> None:
    text = mending.whole(mending.defect)
    before = lint(text.encode(), "example.yaml", RULES, EVERY_RULE)
    assert mending.code in {item.code for item in before.diagnostics}
    after = mended(text.encode(), unsafe=mending.unsafe)
    assert after.content.decode() == mending.whole(mending.mended)
    if mending.unsafe:
        assert mending.code not in {item.code for item in mended(text.encode()).fixed}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_says_how_a_rule_is_mended(rule: Rule[Any]) -> None:
    how = rule.documentation.split("## How to fix\n", 1)[1].split("\n## ", 1)[0]
    assert tuple(sorted(set(re.findall("`(--[a-z-]*fix[a-z]*)`", how)))) == rule.fixing.value


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_promise_of_a_rule_is_held_by_some_example(rule: Rule[Any]) -> None:
    ways = {mending.unsafe for mending in MENDINGS if mending.code == rule.code}
    wanted = {Fixing.NEVER: set(), Fixing.SAFELY: {SAFE}, Fixing.UNSAFELY: {UNSAFE}, Fixing.EITHER: {SAFE, UNSAFE}}
    assert ways == wanted[rule.fixing]
