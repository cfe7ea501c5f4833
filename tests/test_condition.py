"""Conditions: Kleene's tables, comparisons, scores, what is missing and what decides."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelint.condition import (
    ANY_TRUTH,
    EITHER,
    TELLINGS,
    Condition,
    NotKnown,
    Truth,
    ValueOrNot,
    conjunction,
    disjunction,
    leaves,
    name_in,
    negation,
)
from guidelint.model import Guideline, build_guideline
from guidelint.model.build.conditions import build_condition
from guidelint.valuation import PatientValuation
from tests import naive
from tests.random_conditions import (
    FACTS,
    guideline_data,
    random_condition,
    random_facts,
    random_read_once,
    random_terms,
)

Data = dict[str, Any]
F, T, U = Truth.FALSE, Truth.TRUE, Truth.UNKNOWN
MANY = settings(deadline=None, max_examples=1000)


def valuation(facts: Data, **more: Data) -> PatientValuation:
    return PatientValuation(build_guideline(guideline_data(**more)), given_facts(facts))


def given_facts(facts: Data) -> dict[str, ValueOrNot]:
    return {name: NotKnown.UNKNOWN if value == naive.UNKNOWN else value for name, value in facts.items()}


def condition(raw: Any, guideline: Guideline | None = None) -> Condition:
    return build_condition(raw, (), (guideline or build_guideline(guideline_data())).facts)


def judge(raw: Any, facts: Data, **more: Data) -> Truth:
    over = valuation(facts, **more)
    return over.judge(condition(raw, over.guideline))


# Tables --------------------------------------------------------------------------------------------------------------


def test_not() -> None:
    assert [negation(truth) for truth in (F, T, U)] == [T, F, U]


def test_all() -> None:
    table = {
        (F, F): F, (F, U): F, (F, T): F,
        (U, F): F, (U, U): U, (U, T): U,
        (T, F): F, (T, U): U, (T, T): T,
    }  # fmt: skip
    assert {pair: conjunction(pair) for pair in product((F, U, T), repeat=2)} == table


def test_any() -> None:
    table = {
        (F, F): F, (F, U): U, (F, T): T,
        (U, F): U, (U, U): U, (U, T): T,
        (T, F): T, (T, U): T, (T, T): T,
    }  # fmt: skip
    assert {pair: disjunction(pair) for pair in product((F, U, T), repeat=2)} == table


@pytest.mark.parametrize("join", [conjunction, disjunction])
def test_sets_of_truths_hold_what_their_members_come_to(join: Any) -> None:
    sets = [Truth(bits) for bits in range(1, 8)]
    for one, other in product(sets, repeat=2):
        expected = Truth(0)
        for first, second in product((F, U, T), repeat=2):
            if first in one and second in other:
                expected |= join((first, second))
        assert join((one, other)) == expected


# Leaves --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "facts", "truth"),
    [
        ("fever", {"fever": True}, T),
        ("fever", {"fever": False}, F),
        ("fever", {}, EITHER),
        ("allergy", {"allergy": "unknown"}, U),
        ("allergy", {}, ANY_TRUTH),
        ({"fact": "fever", "is": False}, {"fever": False}, T),
        ({"fact": "fever", "is-not": False}, {"fever": False}, F),
        ({"unknown": "allergy"}, {"allergy": "unknown"}, T),
        ({"unknown": "allergy"}, {"allergy": False}, F),
        ({"unknown": "allergy"}, {}, EITHER),
        ({"unknown": "fever"}, {}, F),
        ({"fact": "test", "is": "red"}, {"test": "red"}, T),
        ({"fact": "test", "is": "red"}, {"test": "green"}, F),
        ({"fact": "test", "is-not": "red"}, {"test": "green"}, T),
        ({"fact": "test", "is-not": "red"}, {"test": "unknown"}, U),
        ({"fact": "test", "in": ["red", "green"]}, {"test": "green"}, T),
        ({"fact": "test", "in": ["red", "green"]}, {"test": "unknown"}, U),
        ({"fact": "age", "at-least": 2}, {"age": 2}, T),
        ({"fact": "age", "above": 2}, {"age": 2}, F),
        ({"fact": "age", "at-most": 2}, {"age": 2}, T),
        ({"fact": "age", "below": 2}, {"age": 2}, F),
        ({"fact": "age", "at-least": 1, "below": 3}, {"age": 2}, T),
        ({"fact": "age", "at-least": 1, "below": 3}, {"age": 3}, F),
        ({"fact": "age", "above": Fraction(3, 2)}, {"age": 2}, T),
        ({"fact": "age", "at-least": "731 d"}, {"age": 2}, F),
        ({"fact": "age", "at-least": "730 d"}, {"age": 2}, T),
        ({"fact": "age", "at-least": "24 mo"}, {"age": 2}, T),
        ({"fact": "age", "is": 1}, {"age": 1}, T),
        ({"fact": "dose", "above": Fraction(1, 10)}, {"dose": Fraction(1, 10)}, F),
        ({"fact": "dose", "at-least": "100 ug"}, {"dose": Fraction(1, 10)}, T),
        ({"fact": "dose", "at-least": 0}, {"dose": "unknown"}, U),
    ],
)
def test_leaf(raw: Any, facts: Data, truth: Truth) -> None:
    assert judge(raw, facts) == truth


def test_a_boolean_is_no_number() -> None:
    assert judge({"fact": "fever", "is": 1}, {"fever": True}) is F
    assert judge({"fact": "age", "is": True}, {"age": 1}) is F


def test_a_constant_that_cannot_be_converted_is_no_value() -> None:
    assert judge({"fact": "age", "is": "3 kg"}, {"age": 3}) is F
    assert judge({"fact": "age", "is-not": "3 kg"}, {"age": 3}) is T
    assert judge({"fact": "age", "at-least": "3 kg"}, {"age": 3}) is F


def test_leaves_stand_in_reading_order() -> None:
    raw = {"any": [{"all": ["fever", {"not": {"unknown": "allergy"}}]}, {"fact": "age", "is": 1}, "cough"]}
    assert [name_in(leaf) for leaf in leaves(condition(raw))] == ["fever", "allergy", "age", "cough"]


# Scores --------------------------------------------------------------------------------------------------------------

RISK = {
    "risk": {
        "label": "Risk",
        "add": [{"points": 2, "if": "allergy"}, {"points": 1, "if": "fever"}, {"points": -1, "if": "cough"}],
    }
}


@pytest.mark.parametrize(
    ("facts", "tests", "truth"),
    [
        ({"allergy": True, "fever": True, "cough": True}, {"is": 2}, T),
        ({"allergy": False, "fever": False, "cough": True}, {"is": -1}, T),
        # unknown: from 1 to 3
        ({"allergy": "unknown", "fever": True, "cough": False}, {"at-least": 1}, T),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"at-least": 2}, U),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"above": 3}, F),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"is": 2}, U),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"is-not": 2}, U),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"is-not": 4}, T),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"in": [1, 2, 3]}, T),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"in": [0, 4]}, F),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"at-least": 1, "at-most": 3}, T),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"at-least": 2, "at-most": 2}, U),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"above": Fraction(3, 2), "below": Fraction(9, 5)}, F),
        ({"allergy": "unknown", "fever": True, "cough": False}, {"at-least": 3, "at-most": 1}, F),
        # not given: either
        ({"allergy": True, "fever": True}, {"at-least": 3}, EITHER),
        ({"allergy": True, "fever": True}, {"at-least": 2}, T),
        ({"fever": True, "cough": False}, {"at-least": 3}, ANY_TRUTH),
        ({"fever": True, "cough": False}, {"at-least": 4}, F),
    ],
)
def test_score(facts: Data, tests: Data, truth: Truth) -> None:
    assert judge({"fact": "risk", **tests}, facts, scores=RISK) == truth


def test_what_a_comparison_of_a_score_waits_for() -> None:
    over = valuation({"fever": True}, scores=RISK)
    assert over.missing(condition({"fact": "risk", "at-least": 2})) == ("allergy", "cough")
    assert over.missing(condition({"fact": "risk", "at-least": 4})) == ()


def test_a_score_is_settled_by_the_members_that_it_takes() -> None:
    facts = {"allergy": True, "fever": True, "cough": False}
    assert valuation(facts, scores=RISK).deciding(condition({"fact": "risk", "at-least": 1})) == ("allergy",)
    assert valuation(facts, scores=RISK).deciding(condition({"fact": "risk", "at-least": 3})) == tuple(facts)
    without_cough = {"allergy": True, "fever": False}
    assert valuation(without_cough, scores=RISK).deciding(condition({"fact": "risk", "is-not": 3})) == ("fever",)


# Against enumeration -------------------------------------------------------------------------------------------------


def every_truth(raw: Any, data: Data, facts: Data) -> Truth:
    """What the condition comes to over every completion."""
    words = {Fraction(0): F, Fraction(1): T, naive.HALF: U}
    found = Truth(0)
    for whole in naive.completions(data, facts):
        found |= words[naive.truth(raw, data, whole)]
    return found


def seeds() -> st.SearchStrategy[Random]:
    return st.integers(0, 2**32).map(Random)


class Drawn:
    """A condition over random terms, with some of the facts."""

    def __init__(self, random: Random, least: int = 0) -> None:
        self.data = guideline_data(**random_terms(random))
        self.raw = random_condition(random, "k0", "k1", "s0")
        self.facts = random_facts(random, least)
        self.guideline = build_guideline(self.data)
        self.condition = condition(self.raw, self.guideline)

    def over(self, facts: Data) -> PatientValuation:
        return PatientValuation(self.guideline, given_facts(facts))


@MANY
@given(seeds())
def test_given_facts_agree_with_enumeration(random: Random) -> None:
    drawn = Drawn(random, least=len(FACTS))
    assert drawn.over(drawn.facts).judge(drawn.condition) == every_truth(drawn.raw, drawn.data, drawn.facts)


@MANY
@given(seeds())
def test_what_is_not_given_may_come_to_no_more_than_is_said(random: Random) -> None:
    drawn = Drawn(random, least=4)
    judged = drawn.over(drawn.facts).judge(drawn.condition)
    assert every_truth(drawn.raw, drawn.data, drawn.facts) & ~judged == Truth(0)


@MANY
@given(seeds())
def test_a_condition_that_reads_no_fact_twice_is_judged_exactly(random: Random) -> None:
    raw, facts = random_read_once(random), random_facts(random, least=3)
    assert judge(raw, facts) == every_truth(raw, guideline_data(), facts)


def answers(truth: Fraction, telling: Truth) -> Fraction | bool:
    """What is told of a condition: which of the three it is, or whether it is the one that is asked for."""
    return truth if telling is ANY_TRUTH else truth == int(telling is T)


@MANY
@given(seeds(), st.sampled_from(TELLINGS))
def test_missing_facts_are_enough_and_none_is_given(random: Random, telling: Truth) -> None:
    drawn = Drawn(random)
    over = drawn.over(drawn.facts)
    missing = over.missing(drawn.condition, telling)
    assert set(missing) <= FACTS.keys() - drawn.facts.keys()
    truth = over.judge(drawn.condition)
    assert bool(missing) == (truth.is_open and bool(truth & telling))
    more = {name: random.choice(naive.domain(FACTS[name])) for name in missing}
    after = drawn.over({**drawn.facts, **more})
    assert after.missing(drawn.condition, telling) == ()
    truth = after.judge(drawn.condition)
    assert not truth.is_open or not truth & telling


@MANY
@given(seeds(), st.sampled_from(TELLINGS))
def test_every_missing_fact_matters(random: Random, telling: Truth) -> None:
    """Where no fact is read twice: for some values of the others, its own value makes the difference."""
    raw, facts = random_read_once(random), random_facts(random, least=2)
    read = {name: FACTS[name] for name in FACTS if name in facts or name in str(raw)}
    for name in valuation(facts).missing(condition(raw), telling):
        others = naive.completions({"facts": {key: read[key] for key in read if key != name}}, facts)
        cases = ([{**other, name: value} for value in naive.domain(FACTS[name])] for other in others)
        assert any(len({answers(naive.truth(raw, {}, case), telling) for case in each}) > 1 for each in cases)


@MANY
@given(seeds())
def test_deciding_facts_decide(random: Random) -> None:
    """Whatever all the other facts are, known or not, the truth stays."""
    drawn = Drawn(random)
    before = drawn.over(drawn.facts)
    truth = before.judge(drawn.condition)
    if truth.is_open:
        return
    deciding = before.deciding(drawn.condition)
    assert truth is Truth.UNKNOWN or set(deciding) <= drawn.facts.keys(), "what is not given has settled nothing"
    kept = {name: drawn.facts[name] for name in deciding if name in drawn.facts}
    for others in ({}, random_facts(random), random_facts(random, least=len(FACTS))):
        assert drawn.over({**others, **kept}).judge(drawn.condition) is truth


# Depth ---------------------------------------------------------------------------------------------------------------


def chain(count: int) -> Data:
    """Criteria and scores that stand on one another, each named twice by the next."""
    criteria: Data = {"k0": {"label": "K", "any": ["fever"]}}
    scores: Data = {}
    for index in range(count):
        twice = [{"points": 1, "if": f"k{index}"}, {"points": 1, "if": {"not": f"k{index}"}}]
        scores[f"s{index}"] = {"label": "S", "add": [*twice, {"points": 1, "if": f"k{index}"}]}
        criteria[f"k{index + 1}"] = {"label": "K", "fact": f"s{index}", "is": 2}
    return {"criteria": criteria, "scores": scores}


@pytest.mark.parametrize(("facts", "truth"), [({"fever": True}, T), ({"fever": False}, F), ({}, ANY_TRUTH)])
def test_a_long_chain_of_terms_is_judged_without_recursion(facts: Data, truth: Truth) -> None:
    count = 3_000
    over = valuation(facts, **chain(count))
    assert over.judge(condition(f"k{count}")) & truth
    assert over.missing(condition(f"k{count}")) == (() if facts else ("fever",))
    assert over.deciding(condition(f"k{count}")) == ("fever",)
