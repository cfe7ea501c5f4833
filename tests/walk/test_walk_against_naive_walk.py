"""Walks of random patients through random guidelines, sound or not, agree with a second walker."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guidelint.condition import NotKnown, ValueOrNot
from guidelint.graph import EdgeKind, edges_of
from guidelint.model import Decision, FollowUp, Guideline, Recommendation, build_guideline
from guidelint.walk import Astray, Ended, Gap, Overlap, Patient, Question, Step, Walk, walk
from tests import naive
from tests.random_conditions import FACTS
from tests.walk.naive_walk import OBSERVED, Passed, outcome, random_guideline, random_values
from tests.walk.naive_walk import walk as naive_walk

Data = dict[str, Any]
MANY = settings(deadline=None, max_examples=300)
WORDS = {Ended: "ended", Gap: "gap", Overlap: "overlap", Question: "question", Astray: "astray"}


def seeds() -> st.SearchStrategy[Random]:
    return st.integers(0, 2**32).map(Random)


class Drawn:
    """A guideline and a patient of whom this share of the facts is given."""

    def __init__(self, random: Random, share: float = 1.0) -> None:
        self.data = random_guideline(random)
        self.guideline = build_guideline(self.data)
        self.facts = random_values(random, list(FACTS), share)
        self.visits = [random_values(random, OBSERVED, share) for _ in range(9)]

    def walk(self) -> Walk:
        visits = tuple(values(visit) for visit in self.visits)
        return walk(self.guideline, Patient(values(self.facts), visits))


def values(given: Data) -> dict[str, ValueOrNot]:
    return {name: NotKnown.UNKNOWN if value == naive.UNKNOWN else value for name, value in given.items()}


def passed(step: Step) -> Passed:
    way = step.branch if step.way is EdgeKind.BRANCH else step.way.value if step.way else None
    return step.node, step.visit, way


@MANY
@given(seeds())
def test_patients_of_whom_all_is_given(random: Random) -> None:
    drawn = Drawn(random)
    walked = drawn.walk()
    steps, ending = naive_walk(drawn.data, drawn.facts, drawn.visits)
    assert [passed(step) for step in walked.steps] == steps
    assert WORDS[type(walked.ending)] == ending


@MANY
@given(seeds())
def test_patients_of_whom_some_is_not_given(random: Random) -> None:
    """Both go the same way until guidelint asks; where the second walker has to ask, guidelint asks too."""
    drawn = Drawn(random, share=0.75)
    walked = drawn.walk()
    steps, ending = naive_walk(drawn.data, drawn.facts, drawn.visits)
    if isinstance(walked.ending, Question):
        assert [passed(step)[:2] for step in walked.steps] == [step[:2] for step in steps[: len(walked.steps)]]
    else:
        assert [passed(step) for step in walked.steps] == steps
        assert WORDS[type(walked.ending)] == ending


@MANY
@given(seeds())
def test_questions_ask_for_what_is_missing_and_can_be_answered(random: Random) -> None:
    drawn = Drawn(random, share=0.3)
    for _ in range(100):
        walked = drawn.walk()
        if not isinstance(walked.ending, Question):
            return
        facts = walked.visits[-1]
        assert walked.ending.facts
        assert not facts.keys() & set(walked.ending.facts)
        answers = {name: random.choice(naive.domain(FACTS[name])) for name in walked.ending.facts}
        answer(drawn, walked, answers)
        again = drawn.walk()
        assert [passed(step) for step in again.steps][: len(walked.steps) - 1] == [
            passed(step) for step in walked.steps[:-1]
        ]
        assert len(again.steps) > len(walked.steps) or not isinstance(again.ending, Question)
    raise AssertionError("no end of questions")


def answer(drawn: Drawn, walked: Walk, answers: Data) -> None:
    """Gives what is asked in the visit in which it was last read."""
    for name, value in answers.items():
        read = [
            step.visit - 1
            for step in walked.steps
            if step.way is EdgeKind.THEN and name in drawn.data["nodes"][step.node].get("observe", ())
        ]
        (drawn.visits[read[-1] - 1] if read else drawn.facts)[name] = value


@MANY
@given(seeds())
def test_a_walk_holds_together(random: Random) -> None:
    drawn = Drawn(random)
    walked = drawn.walk()
    nodes = drawn.guideline.nodes
    assert len(walked.visits) == walked.steps[-1].visit
    for step, after in pairwise(walked.steps):
        targets = [
            edge.target for edge in edges_of(nodes[step.node]) if (edge.kind, edge.branch) == (step.way, step.branch)
        ]
        assert targets == [after.node]
        begins = isinstance(nodes[after.node], FollowUp) and after.way is EdgeKind.THEN
        assert after.visit == step.visit + begins
    given = [(step.node, step.visit, item) for step in walked.steps for item in advice_at(drawn.guideline, step)]
    assert [(item.node, item.visit, item.advice) for item in walked.advice] == given
    for id, node in nodes.items():
        if isinstance(node, FollowUp) and node.at_most:
            taken = [step.way for step in walked.steps if step.node == id]
            assert taken[: node.at_most].count(EdgeKind.OTHERWISE) == 0
            assert set(taken[node.at_most :]) <= {EdgeKind.OTHERWISE}


def advice_at(guideline: Guideline, step: Step) -> tuple[Any, ...]:
    node = guideline.nodes[step.node]
    return node.advice if isinstance(node, Recommendation) else ()


@MANY
@given(seeds())
def test_reasons_of_a_branch_are_reasons(random: Random) -> None:
    """With these facts, and whatever the others are, the branch taken is never passed over for another one."""
    drawn = Drawn(random)
    walked = drawn.walk()
    for step in walked.steps:
        node = drawn.guideline.nodes[step.node]
        if isinstance(node, Decision) and step.branch is not None:
            seen = values_of(walked.visits[step.visit - 1])
            reasons = {name: seen[name] for name, _ in step.because_of}
            assert reasons == values_of(dict(step.because_of))
            for _ in range(3):
                facts = {**random_values(random, list(FACTS), 1.0), **reasons}
                assert outcome(drawn.data["nodes"][step.node], drawn.data, facts) in (step.branch, "overlap")


def values_of(facts: Any) -> Data:
    return {name: naive.UNKNOWN if value is NotKnown.UNKNOWN else value for name, value in facts.items()}
