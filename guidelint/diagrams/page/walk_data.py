"""Guideline → what the page's own walker reads.

A number is a pair of whole numbers as texts, so that JavaScript rounds none; unknown is null, and what is not given is
left out. What steps, branches and advice say is not told again: it stands in the page's own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import Any

from guidelint.condition import AllOf, AnyOf, Comparison, Condition, IsUnknown, Name, Not, NotKnown, Value, is_number
from guidelint.diagrams.text import shown
from guidelint.model import Advice, Assumption, Branch, Decision, Direction, Fact, FollowUp, Guideline, Node
from guidelint.quantity import unit_in_words
from guidelint.walk import Facts, Patient
from guidelint.wording import (
    assumption_in_words,
    grade_in_words,
    interval_in_words,
)

Data = dict[str, Any]

MOST_OF_A_SCRIPT = 2**53
"""Whole numbers up to it are the same in a script; others are passed on as digits."""


def walk_data(guideline: Guideline, patients: Mapping[str, tuple[str, Patient]]) -> Data:
    """`patients` holds a title and a patient by a name that the page asks for."""
    grades: dict[str, Data] = {}
    return {
        "start": guideline.start,
        "facts": {name: _fact(fact) for name, fact in guideline.facts.items()},
        "terms": list(_terms(guideline)),
        "nodes": {name: _node(node, grades) for name, node in guideline.nodes.items()},
        "grades": list(grades.values()),
        "assumptions": [_assumption(item, guideline) for item in guideline.assumptions],
        "patients": {name: _patient(title, patient) for name, (title, patient) in patients.items()},
    }


def encode(value: Value | NotKnown | None) -> Any:
    if value is None or isinstance(value, NotKnown):
        return None
    if not is_number(value):
        return value
    number = Fraction(value)
    if number.denominator == 1 and abs(number) <= MOST_OF_A_SCRIPT:
        return number.numerator
    return [str(number.numerator), str(number.denominator)]


def condition_data(condition: Condition) -> Any:
    match condition:
        case Name():
            return condition.name
        case AllOf():
            return {"all": [condition_data(part) for part in condition.parts]}
        case AnyOf():
            return {"any": [condition_data(part) for part in condition.parts]}
        case Not():
            return {"not": condition_data(condition.part)}
        case IsUnknown():
            return {"unknown": condition.fact}
        case Comparison():
            tests = [
                [test.operator.value, *(encode(constant.value) for constant in test.constants)]
                for test in condition.tests
            ]
            return [condition.fact, *tests]


def _terms(guideline: Guideline) -> Iterator[tuple[str, Data]]:
    """Criteria and scores, each after those that it names."""
    for name in TopologicalSorter(guideline.inner_terms).static_order():
        term: Data = {"conditions": [condition_data(condition) for condition in guideline.terms[name]]}
        if name in guideline.scores:
            term["points"] = [str(member.points) for member in guideline.scores[name].members]
        yield name, term


def _fact(fact: Fact) -> Data:
    data: Data = {"label": shown(fact.name), "type": fact.type.value}
    if fact.description:
        data["description"] = shown(fact.description)
    if fact.values:
        data["values"] = [(value, shown(label)) for value, label in fact.values]
    if fact.unit:
        data["units"] = [_after_number(fact.unit, count) for count in (1, 2)]
    if fact.low is not None and fact.high is not None:
        data["range"] = [encode(fact.low), encode(fact.high)]
    if fact.may_be_unknown:
        data["maybe"] = True
    if fact.default is not None:
        data["default"] = encode(fact.default)
    return data


def _after_number(unit: str, count: int) -> str:
    """A unit as it stands after a number, with what stands between them."""
    words = unit_in_words(unit, Fraction(count))
    if words.startswith("10"):
        return f" × {words}"
    return words if words in ("", "%") else f" {words}"


def _node(node: Node, grades: dict[str, Data]) -> Data | list[list[Any]]:
    """Of a decision, the target of each branch, and its condition behind that; of advice, the numbers of its grades,
    which are added where they are new."""
    if isinstance(node, Decision):
        return [_branch(branch) for branch in node.branches]
    if isinstance(node, FollowUp):
        return _follow_up(node)
    return {"advice": [_grade(advice, grades) for advice in node.advice], **_filled(then=node.then)}


def _branch(branch: Branch) -> list[Any]:
    return [branch.target] if branch.condition is None else [branch.target, condition_data(branch.condition)]


def _follow_up(node: FollowUp) -> Data:
    data: Data = {"observe": node.observe, "after": interval_in_words(node.after)}
    return data | _filled(then=node.then, otherwise=node.otherwise, atMost=node.at_most)


def _grade(advice: Advice, grades: dict[str, Data]) -> int:
    against = {"against": True} if advice.direction is Direction.AGAINST else {}
    data: Data = {"grade": grade_in_words(advice), **against}
    key = repr(data)
    grades.setdefault(key, data)
    return list(grades).index(key)


def _assumption(assumption: Assumption, guideline: Guideline) -> Data:
    data = {"if": condition_data(assumption.condition), "words": shown(assumption_in_words(assumption, guideline))}
    return data if assumption.consequence is None else {**data, "then": condition_data(assumption.consequence)}


def _patient(title: str, patient: Patient) -> Data:
    return {
        "title": shown(title),
        "facts": _values(patient.facts),
        "visits": [_values(visit) for visit in patient.visits],
    }


def _values(facts: Facts) -> Data:
    return {name: encode(value) for name, value in facts.items()}


def _filled(**entries: Any) -> Data:
    return {name: value for name, value in entries.items() if value is not None}
