"""The page's walker goes the same way as guidelint's, for the same reasons, wherever that leads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from guidelint.cases import patient_of
from guidelint.condition import NotKnown, Value
from guidelint.diagrams.page.walk_data import encode, walk_data
from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from guidelint.walk import Overlap, Patient, Question, Walk, walk
from tests.browser.conftest import Open
from tests.browser.pages import NECK, THROAT, page_of_file
from tests.random_conditions import FACTS
from tests.walk.naive_walk import OBSERVED, random_guideline, random_values
from tests.walk.test_walk_against_naive_walk import values
from tests.walk.walking import HEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page

Data = dict[str, Any]

WALK = """({guideline, patients}) => {
  const read = readGuideline(guideline);
  const plain = (value) => value instanceof Exact ? [String(value.numerator), String(value.denominator)] : value;
  const facts = (visit) => Object.fromEntries([...visit].map(([name, value]) => [name, plain(value)]));
  return patients.map(([name, defaults]) => {
    const {steps, advice, visits, ending} = walk(read, read.patients.get(name), {defaults});
    return {
      steps: steps.map(({node, visit, way, branch, reasons}) => [
        node, visit, way ?? null, branch ?? null, (reasons ?? []).map(([fact, value]) => [fact, plain(value)])]),
      advice: advice.map(({node, visit, index}) => [node, visit, index]),
      visits: visits.map(facts),
      ending: [ending.kind, ending.node, ending.branches ?? ending.facts ?? []],
    };
  });
}"""


def exact(value: Value | NotKnown | None) -> Any:
    """Every number as a pair, as a script is asked to tell it."""
    told = encode(value)
    return [str(told), "1"] if isinstance(told, int) and not isinstance(told, bool) else told


def asked(guideline: Guideline, patients: dict[str, Patient], defaults: bool) -> tuple[Data, list[Data]]:
    """What the page is given, and what it must answer."""
    data = walk_data(guideline, {name: (name, patient) for name, patient in patients.items()})
    bare = replace(guideline, facts={name: replace(fact, default=None) for name, fact in guideline.facts.items()})
    walks = [told(walk(guideline if defaults else bare, patient)) for patient in patients.values()]
    return {"guideline": data, "patients": [[name, defaults] for name in patients]}, walks


def told(walked: Walk) -> Data:
    ending = walked.ending
    more: tuple[Any, ...] = ()
    if isinstance(ending, Overlap):
        more = ending.branches
    elif isinstance(ending, Question):
        more = ending.facts
    return {
        "steps": [
            [step.node, step.visit, step.way and step.way.value, step.branch, reasons(step.because_of)]
            for step in walked.steps
        ],
        "advice": [[item.node, item.visit, item.advice.route[-1]] for item in walked.advice],
        "visits": [{name: exact(value) for name, value in visit.items()} for visit in walked.visits],
        "ending": [type(ending).__name__.lower(), ending.node, list(more)],
    }


def reasons(because_of: Any) -> list[Any]:
    return [[name, exact(value)] for name, value in because_of]


def random_patients(random: Random, count: int) -> dict[str, Patient]:
    """Of some all is given, of others a part; with answers for more visits than most walks have."""
    shares = [random.choice([1.0, 0.75, 0.3]) for _ in range(count)]
    return {
        f"p{number}": Patient(
            values(random_values(random, list(FACTS), share)),
            tuple(values(random_values(random, OBSERVED, share)) for _ in range(9)),
        )
        for number, share in enumerate(shares)
    }


def answers(page: Page, questions: list[Data]) -> list[list[Data]]:
    """As texts in both directions: Playwright is slow with what is nested."""
    found = page.evaluate(f"questions => JSON.stringify(JSON.parse(questions).map({WALK}))", json.dumps(questions))
    walked: list[list[Data]] = json.loads(found)
    return walked


def random_questions(random: Random) -> Iterator[tuple[Data, list[Data]]]:
    """Most random graphs lead astray; of those that do so for most patients there need not be many."""
    while True:
        guideline, is_kept = build_guideline(random_guideline(random)), random.random() < 0.1
        question, walks = asked(guideline, random_patients(random, 5), defaults=random.random() < 0.5)
        if is_kept or sum(each["ending"][0] == "astray" for each in walks) < 2:
            yield question, walks


def test_a_thousand_random_patients_of_random_guidelines(open_page: Open) -> None:
    random = Random(20261127)  # noqa: S311 - nothing is kept secret
    pairs = list(islice(random_questions(random), 200))
    walked = [each for _, walks in pairs for each in walks]
    endings = Counter(each["ending"][0] for each in walked)
    ways = Counter(step[2] for each in walked for step in each["steps"])
    assert len(walked) == 1000
    assert all(endings[kind] > 40 for kind in ("ended", "gap", "overlap", "question", "astray")), endings
    assert all(ways[way] > 40 for way in ("branch", "then", "otherwise")), ways
    assert max(step[1] for each in walked for step in each["steps"]) > 4
    found = answers(open_page(page_of_file(THROAT)), [question for question, _ in pairs])
    assert found == [walks for _, walks in pairs]


@pytest.mark.parametrize("path", [NECK, THROAT], ids=lambda path: path.stem)
def test_every_case_with_its_defaults_and_without(path: Path, open_page: Open) -> None:
    guideline = build_guideline(read_document(path.read_bytes(), path.name).data)
    cases = {case.id: patient_of(case) for case in guideline.cases.values()}
    pairs = [asked(guideline, cases, defaults=defaults) for defaults in (True, False)]
    found = answers(open_page(page_of_file(path)), [question for question, _ in pairs])
    assert found == [walks for _, walks in pairs]


EXACT = """
facts:
  dose: {label: Dose, type: decimal, unit: mg, range: [0, 10]}
  lasting: {label: Lasting, type: decimal, unit: d, range: [0, 100], observed: each-visit}
  heat: {label: Heat, type: decimal, unit: Cel, range: [30, 45]}
  weight: {label: Weight, type: decimal, unit: kg, range: [0, 300], known: maybe}
  count: {label: Count, type: integer, range: [0, 9007199254740993]}
scores:
  risk:
    label: Risk
    add:
      - {points: 2, if: {fact: weight, above: "100 [lb_av]"}}
      - {points: -1, if: {unknown: weight}}
      - {points: 1, if: {fact: heat, at-least: "100.4 [degF]"}}
interventions:
  rest: {label: Rest, kind: education}
start: dose
nodes:
  dose:
    type: decision
    branches:
      - {if: {fact: dose, at-most: 0.3}, then: heat}
      - {if: {fact: dose, above: 0.3, below: "400 ug"}, then: risk}
      - {else: end}
  heat:
    type: decision
    branches:
      - {if: {fact: heat, is: "100.4 [degF]"}, then: risk}
      - {else: end}
  risk:
    type: decision
    branches:
      - {if: {fact: risk, at-least: 2.5}, then: count}
      - {if: {fact: risk, above: 1, below: 2.5}, then: look}
      - {else: end}
  count:
    type: decision
    branches:
      - {if: {fact: count, is: 9007199254740993}, then: look}
      - {else: end}
  look: {type: follow-up, after: 1 wk, observe: [lasting], at-most: 2, then: lasting, otherwise: end}
  lasting:
    type: decision
    branches:
      - {if: {fact: lasting, at-least: 6 wk}, then: end}
      - {else: look}
  end: {type: recommendation, recommend: [{for: rest}]}
"""


def test_numbers_are_exact_whatever_their_units(open_page: Open) -> None:
    guideline = build_guideline(read_document((HEAD + EXACT).encode(), "exact.yaml").data)
    doses = (Fraction(3, 10), Fraction(3, 10) + Fraction(1, 10**18), Fraction(4, 10))
    pounds = Fraction(45359237, 10**6)
    weights = (pounds, pounds + Fraction(1, 10**9), NotKnown.UNKNOWN)
    visits = ({"lasting": Fraction(41999, 1000)}, {"lasting": 42})
    patients = {
        f"{dose} {heat} {weight} {count}": Patient(
            {"dose": dose, "heat": heat, "weight": weight, "count": count, "lasting": 1}, visits
        )
        for dose in doses
        for heat in (38, Fraction(380000001, 10**7))
        for weight in weights
        for count in (9007199254740992, 9007199254740993)
    }
    question, walks = asked(guideline, patients, defaults=True)
    assert {"count", "heat", "lasting", "look"} <= {step[0] for each in walks for step in each["steps"]}
    assert answers(open_page(page_of_file(THROAT)), [question]) == [walks]


def test_a_long_chain_of_criteria_needs_no_deep_stack(open_page: Open) -> None:
    criteria = {f"c{index}": {"all": [f"c{index - 1}" if index else "fever"]} for index in range(2000)}
    ask = {"type": "decision", "branches": [{"if": "c1999", "then": "end"}, {"else": "end"}]}
    data = {
        "id": "chain", "title": "Chain", "version": "1", "status": "draft", "start": "ask", "criteria": criteria,
        "facts": {"fever": {"label": "Fever", "type": "boolean"}},
        "nodes": {"ask": ask, "end": {"type": "recommendation", "recommend": [{"for": "rest"}]}},
        "interventions": {"rest": {"label": "Rest", "kind": "education"}},
    }  # fmt: skip
    patients = {"ill": Patient({"fever": True}), "well": Patient({"fever": False}), "who": Patient()}
    question, walks = asked(build_guideline(data), patients, defaults=True)
    assert [each["ending"][0] for each in walks] == ["ended", "ended", "question"]
    assert answers(open_page(page_of_file(THROAT)), [question]) == [walks]
