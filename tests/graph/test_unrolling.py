"""What a way has surely met, where visits are counted."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint import unrolling
from guidelint.graph import DecisionGraph
from guidelint.model import build_guideline
from guidelint.unrolling import Unmet, ways_without
from tests.graph.test_large_graphs import decision, follow_up, guideline_data, recommendation

Data = dict[str, Any]


def ways(nodes: Data, *marked: str) -> Unmet:
    return ways_without(DecisionGraph(build_guideline(guideline_data(nodes))), {node: ["mark"] for node in marked})


def loop(at_most: int) -> Data:
    """Look, treat and look again; in the end, refer."""
    return {
        "look": follow_up("treat", **{"at-most": at_most, "otherwise": "refer"}),
        "treat": recommendation("look"),
        "refer": recommendation(None),
    }


@pytest.mark.parametrize("at_most", [1, 2, 3, 1000, 10**12])
def test_otherwise_comes_after_every_round(at_most: int) -> None:
    assert ways(loop(at_most), "treat").way("refer", "mark") == ()


def test_the_way_shown_goes_round_as_often_as_it_must() -> None:
    assert ways(loop(2), "refer").way("refer", "mark") == ("look", "treat", "look", "treat", "look", "refer")


def test_otherwise_of_a_follow_up_that_no_way_comes_back_to_is_never_taken() -> None:
    nodes = {
        "look": follow_up("treat", **{"at-most": 2, "otherwise": "stop"}),
        "treat": recommendation("refer"),
        "refer": recommendation(None),
        "stop": recommendation(None),
    }
    unmet = ways(nodes, "stop")
    assert unmet.way("stop", "mark") == ()
    assert unmet.way("refer", "mark") == ("look", "treat", "refer")


def test_one_follow_up_may_keep_another_from_being_used_up() -> None:
    """The inner one allows a single round, so the outer one, which allows three, never comes to its `otherwise`."""
    nodes = {
        "outer": follow_up("inner", **{"at-most": 3, "otherwise": "never"}),
        "inner": follow_up("outer", **{"at-most": 1, "otherwise": "refer"}),
        "refer": recommendation(None),
        "never": recommendation(None),
    }
    unmet = ways(nodes, "never")
    assert unmet.way("never", "mark") == ()
    assert unmet.way("refer", "mark") == ("outer", "inner", "outer", "inner", "refer")


def test_a_knot_that_is_left_is_counted_no_more() -> None:
    """Twenty loops one after another: the rounds in one say nothing of those in the next."""
    nodes: Data = {}
    for index in range(20):
        nodes[f"f{index}"] = follow_up(f"d{index}", **{"at-most": 9, "otherwise": f"f{index + 1}"})
        nodes[f"d{index}"] = decision("ill", f"f{index}", f"f{index + 1}")
    nodes["f20"] = recommendation(None)
    unmet = ways(nodes, "f20")
    assert len(unmet.way("f20", "mark")) == 41
    assert len(unmet.arrivals) < 300


def test_where_there_is_too_much_to_count_each_edge_may_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unrolling, "MOST_COUNTS", 0)
    assert ways(loop(2), "treat").way("refer", "mark") == ("look", "refer")
