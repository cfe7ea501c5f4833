"""Ten thousand nodes: no recursion, and time in proportion to their number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from guidelint.graph import DecisionGraph
from guidelint.model import build_guideline, node_of
from guidelint.rules import RULES

Data = dict[str, Any]
COUNT = 10_000

PILL = {"for": "pill", "course": "5 d"}


def guideline_data(nodes: dict[str, Data], **more: Data) -> Data:
    return {
        "format": "guidelint/1",
        "id": "large",
        "title": "Large",
        "version": "1.0.0",
        "status": "draft",
        "facts": {
            "ill": {"label": "Ill", "type": "boolean", "default": False},
            "result": {"label": "Result", "type": "boolean", "default": False, "obtained-by": "test"},
        },
        "interventions": {
            "pill": {"label": "Pill", "kind": "medication"},
            "test": {"label": "Test", "kind": "laboratory"},
        },
        "start": next(iter(nodes)),
        "nodes": nodes,
        **more,
    }


def recommendation(then: str | None, item: Data | None = None) -> Data:
    node: Data = {"type": "recommendation", "recommend": [item or {"for": "test"}]}
    return {**node, "then": then} if then else node


def decision(condition: Any, then: str, otherwise: str) -> Data:
    return {"type": "decision", "label": "Ill?", "branches": [{"if": condition, "then": then}, {"else": otherwise}]}


def follow_up(then: str | None, **more: Any) -> Data:
    node: Data = {"type": "follow-up", "after": "1 d", **more}
    return {**node, "then": then} if then else node


def a_chain_of_recommendations() -> Data:
    nodes = {f"n{index}": recommendation(f"n{index + 1}", PILL) for index in range(COUNT)}
    return guideline_data({**nodes, f"n{COUNT}": recommendation(None)})


def a_chain_of_decisions_that_read_too_early() -> Data:
    nodes = {f"n{index}": decision("result", f"n{index + 1}", "end") for index in range(COUNT)}
    return guideline_data({**nodes, f"n{COUNT}": recommendation(None), "end": recommendation(None)})


def a_chain_with_a_way_out_of_each_decision_that_ends_in_nothing() -> Data:
    half = COUNT // 2
    nodes = {f"n{index}": decision("ill", f"n{index + 1}", f"out{index}") for index in range(half)}
    return guideline_data(
        {**nodes, f"n{half}": recommendation(None), **{f"out{i}": follow_up(None) for i in range(half)}}
    )


def one_circle_within_a_visit() -> Data:
    return guideline_data({f"n{index}": recommendation(f"n{(index + 1) % COUNT}") for index in range(COUNT)})


def one_circle_through_a_follow_up() -> Data:
    nodes = {f"n{index}": recommendation(f"n{(index + 1) % COUNT}") for index in range(COUNT)}
    return guideline_data({**nodes, "n0": follow_up("n1")})


def one_long_loop_that_is_bounded() -> Data:
    nodes = {f"n{index}": recommendation(f"n{(index + 1) % COUNT}") for index in range(COUNT)}
    nodes |= {"n0": follow_up("n1", **{"at-most": 100, "otherwise": "end"}), "n9": decision("ill", "n10", "n10")}
    return guideline_data({**nodes, "end": decision("result", "last", "last"), "last": recommendation(None)})


def many_small_loops_in_a_row() -> Data:
    nodes: dict[str, Data] = {}
    for index in range(COUNT // 3):
        nodes[f"f{index}"] = follow_up(f"d{index}", **{"at-most": 3, "otherwise": f"r{index}"})
        nodes[f"d{index}"] = decision("result", f"f{index}", f"r{index}")
        nodes[f"r{index}"] = recommendation(f"f{index + 1}")
    return guideline_data({**nodes, f"f{COUNT // 3}": recommendation(None)})


def one_knot_of_many_bounded_follow_ups() -> Data:
    nodes: dict[str, Data] = {"d0": decision("ill", "f0", "end")}
    for index in range(COUNT // 2):
        nodes[f"f{index}"] = follow_up("d0", **{"at-most": 3, "otherwise": f"r{index}"})
        nodes[f"r{index}"] = recommendation(f"f{index + 1}", PILL)
    nodes["end"] = decision("result", "last", f"f{COUNT // 2}")
    return guideline_data({**nodes, f"f{COUNT // 2}": recommendation(None), "last": recommendation(None)})


def many_follow_ups_that_any_visit_may_lead_to() -> Data:
    """More counts than can be told apart."""
    count = 300
    nodes: dict[str, Data] = {
        f"d{index}": decision("ill", f"f{index}", f"d{(index + 1) % count}") for index in range(count)
    }
    for index in range(count):
        nodes[f"f{index}"] = follow_up(f"d{index + 1}", **{"at-most": 3, "otherwise": "end"})
    nodes[f"d{count}"] = decision("ill", "d0", "end")
    return guideline_data({**nodes, "end": decision("result", "last", "d1"), "last": recommendation(None)})


def nothing_that_any_way_leads_to() -> Data:
    nodes = {f"n{index}": recommendation("n0") for index in range(1, COUNT)}
    return guideline_data({"n0": recommendation(None), **nodes})


def a_chain_of_criteria() -> Data:
    criteria: Data = {f"c{index}": {"label": "C", "not": f"c{index + 1}"} for index in range(COUNT)}
    criteria[f"c{COUNT}"] = {"label": "C", "any": ["result"]}
    nodes = {"n0": decision("c0", "n1", "n2"), "n1": recommendation(None), "n2": recommendation(None, PILL)}
    return guideline_data(nodes, criteria=criteria)


SHAPES = [
    a_chain_of_recommendations,
    a_chain_of_decisions_that_read_too_early,
    a_chain_with_a_way_out_of_each_decision_that_ends_in_nothing,
    one_circle_within_a_visit,
    one_circle_through_a_follow_up,
    one_long_loop_that_is_bounded,
    many_small_loops_in_a_row,
    one_knot_of_many_bounded_follow_ups,
    many_follow_ups_that_any_visit_may_lead_to,
    nothing_that_any_way_leads_to,
    a_chain_of_criteria,
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_rules_on_the_graph_come_to_an_end(shape: Callable[[], Data]) -> None:
    """Without a deep stack, and without time or memory that grows with the square of the graph."""
    graph = DecisionGraph(build_guideline(shape()))
    found = [finding for rule in RULES if rule.reads is DecisionGraph for finding in rule.check(graph)]
    assert {node_of(finding.place.route) for finding in found} <= graph.guideline.nodes.keys()
