"""Long ways, deep criteria and loops without an end in sight: walked without recursion, and in time."""

from __future__ import annotations

from typing import Any

from guidelint.model import build_guideline
from guidelint.walk import MOST_STEPS, Astray, Ended, Patient, Walk, walk
from tests.graph.test_large_graphs import COUNT, decision, follow_up, guideline_data, recommendation


def walk_nobody(nodes: dict[str, Any], **more: Any) -> Walk:
    guideline = build_guideline(guideline_data(nodes, **more))
    return walk(guideline, Patient())


def test_a_long_chain() -> None:
    nodes = {f"n{index}": decision("ill", "end", f"n{index + 1}") for index in range(COUNT)}
    walked = walk_nobody({**nodes, f"n{COUNT}": recommendation(None), "end": recommendation(None)})
    assert walked.ending == Ended(f"n{COUNT}")
    assert len(walked.steps) == COUNT + 1


def test_a_large_criterion_that_every_node_asks_for() -> None:
    facts = {f"fact-{index}": {"label": "F", "type": "boolean", "default": False} for index in range(1000)}
    nodes = {f"n{index}": decision("large", "end", f"n{index + 1}") for index in range(1000)}
    walked = walk_nobody(
        {**nodes, "n1000": recommendation(None), "end": recommendation(None)},
        facts=facts,
        criteria={"large": {"label": "Large", "any": list(facts)}},
    )
    assert walked.ending == Ended("n1000")


def test_a_loop_of_many_visits() -> None:
    nodes = {"look": follow_up("ask", **{"at-most": 5_000, "otherwise": "end"}), "ask": decision("ill", "end", "look")}
    walked = walk_nobody({**nodes, "end": recommendation(None)})
    assert walked.ending == Ended("end")
    assert len(walked.visits) == 5_001


def test_a_bound_beyond_all_measure() -> None:
    nodes = {"look": follow_up("ask", **{"at-most": 10**30, "otherwise": "end"}), "ask": decision("ill", "end", "look")}
    walked = walk_nobody({**nodes, "end": recommendation(None)})
    assert isinstance(walked.ending, Astray)
    assert len(walked.steps) == MOST_STEPS
