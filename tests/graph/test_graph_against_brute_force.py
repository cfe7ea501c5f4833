"""The rules on the graph agree with plain enumeration on small random graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from guidelint.diagnostic import Finding
from guidelint.graph import DecisionGraph
from guidelint.model import Guideline, build_guideline, node_of
from guidelint.rule import Rule
from guidelint.rules.graph.cycle_without_follow_up import cycle_without_follow_up
from guidelint.rules.graph.else_not_last import else_not_last
from guidelint.rules.graph.fact_used_before_obtained import fact_used_before_obtained
from guidelint.rules.graph.path_without_recommendation import path_without_recommendation
from guidelint.rules.graph.several_else import several_else
from guidelint.rules.graph.superfluous_decision import superfluous_decision
from guidelint.rules.graph.treatment_without_follow_up import treatment_without_follow_up
from guidelint.rules.graph.unbounded_cycle import unbounded_cycle
from guidelint.rules.graph.undefined_target import undefined_target
from guidelint.rules.graph.unreachable_node import unreachable_node
from guidelint.unrolling import ways_without
from tests import naive
from tests.graph.random_guidelines import Data, any_graph

MANY = settings(deadline=None, max_examples=300)


def findings(rule: Rule[Any], data: Data) -> list[Finding]:
    return list(rule.check(DecisionGraph(build_guideline(data))))


def nodes(rule: Rule[Any], data: Data) -> set[str | None]:
    return {node_of(finding.place.route) for finding in findings(rule, data)}


def simple_ways(data: Data, node: str, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way from a node that passes no node twice."""
    way = (*way, node)
    yield way
    for _, _, target in naive.edges(data, node):
        if target not in way:
            yield from simple_ways(data, target, way)


def ways_from_start(data: Data) -> list[tuple[str, ...]]:
    return list(simple_ways(data, data["start"])) if data["start"] in data["nodes"] else []


@MANY
@given(any_graph())
def test_reachability(data: Data) -> None:
    reached = {way[-1] for way in ways_from_start(data)}
    assert reached == naive.reached(data, data["start"]) == DecisionGraph(build_guideline(data)).reachable
    assert nodes(unreachable_node, data) == set(data["nodes"]) - reached


@MANY
@given(any_graph())
def test_a_gate_is_passed_by_every_way(data: Data) -> None:
    """The gates of the nodes that the start leads to; a gate's own gate is one too."""
    gates, found = DecisionGraph(build_guideline(data)).gates, ways_from_start(data)
    for node in {way[-1] for way in found}:
        passed_by_all = set.intersection(*(set(way[:-1]) for way in found if way[-1] == node))
        gate, chain = gates[node], set[str]()
        while gate is not None:
            chain.add(gate)
            gate = gates[gate]
        assert chain == passed_by_all
        longest = max((way for way in found if way[-1] == node), key=len)
        assert gates[node] == next((other for other in reversed(longest[:-1]) if other in passed_by_all), None)


@MANY
@given(any_graph())
def test_dead_ends_and_the_ways_to_them(data: Data) -> None:
    def is_dead_end(node: Data) -> bool:
        return node.get("branches") == [] or (node["type"] == "follow-up" and "then" not in node)

    ways = [way for way in ways_from_start(data) if is_dead_end(data["nodes"][way[-1]])]
    assert nodes(path_without_recommendation, data) == {way[-1] for way in ways}
    shortest = {node: min(len(way) for way in ways if way[-1] == node) for node in {way[-1] for way in ways}}
    for finding in findings(path_without_recommendation, data):
        shown = tuple(finding.message.partition(": ")[2].split(" → "))
        assert shown in ways
        assert len(shown) == shortest[shown[-1]]


@MANY
@given(any_graph())
def test_undefined_targets(data: Data) -> None:
    named = [data["start"]]
    for node in data["nodes"].values():
        named += [branch.get("else", branch.get("then")) for branch in node.get("branches", [])]
        named += [node[key] for key in ("then", "otherwise") if key in node]
    assert len(findings(undefined_target, data)) == named.count("nowhere")


def is_bounded(data: Data, steps: tuple[tuple[str, str, str], ...]) -> bool:
    return any(key == "then" and "at-most" in data["nodes"][source] for source, key, _ in steps)


def has_follow_up(data: Data, steps: tuple[tuple[str, str, str], ...]) -> bool:
    return any(data["nodes"][source]["type"] == "follow-up" for source, _, _ in steps)


def pairs(steps: Any) -> set[tuple[str, str]]:
    return {(step[0], step[-1]) for step in steps}


@MANY
@given(any_graph())
def test_cycles(data: Data) -> None:
    graph = DecisionGraph(build_guideline(data))
    every = naive.cycles(data)
    momentary = [steps for steps in every if not has_follow_up(data, steps)]
    unbounded = [steps for steps in every if has_follow_up(data, steps) and not is_bounded(data, steps)]

    found = [pairs((edge.source, edge.target) for edge in cycle) for cycle in graph.cycles_without_follow_up]
    assert all(cycle in map(pairs, momentary) for cycle in found)
    assert all(any(pairs(steps) & cycle for cycle in found) for steps in momentary), "no cycle is passed over"
    assert sum(map(len, found)) == len(set().union(*found)), "no edge in two cycles"

    lasting = [pairs((edge.source, edge.target) for edge in cycle) for cycle in graph.unbounded_cycles]
    assert all(cycle in map(pairs, unbounded) for cycle in lasting)
    told = set().union(*map(pairs, momentary), *lasting)
    assert all(pairs(steps) & told for steps in unbounded)
    assert sum(map(len, lasting)) == len(set().union(*lasting))

    assert len(findings(cycle_without_follow_up, data)) == len(found)
    assert len(findings(unbounded_cycle, data)) == len(lasting)


@MANY
@given(any_graph())
def test_without_findings_on_cycles_the_unrolled_graph_is_finite(data: Data) -> None:
    graph = DecisionGraph(build_guideline(data))
    if data["start"] in data["nodes"] and not (graph.cycles_without_follow_up or graph.unbounded_cycles):
        assert not goes_round(data, (data["start"], ()), set(), [])


State = tuple[str, naive.Counts]


def goes_round(data: Data, state: State, done: set[State], way: list[State]) -> bool:
    """Whether some walk comes twice to the same node with the same counts."""
    if state in way:
        return True
    if state in done:
        return False
    done.add(state)
    return any(goes_round(data, after, done, [*way, state]) for after in naive.steps(data, *state))


@MANY
@given(any_graph())
def test_facts_that_are_read_too_early(data: Data) -> None:
    expected = naive.early_readings(data) if data["start"] in data["nodes"] else set()
    assert {early(finding, data) for finding in findings(fact_used_before_obtained, data)} == expected


def early(finding: Finding, data: Data) -> tuple[str | None, str]:
    fact = data["facts"][finding.related[0].route[1]]
    return node_of(finding.place.route), fact["obtained-by"]


@MANY
@given(any_graph())
def test_ways_that_miss_something_are_ways(data: Data) -> None:
    """The nodes with an even number have a mark, and every way shown is one of the unrolled graph."""
    met = {node: ["mark"] for node in data["nodes"] if int(node[1:]) % 2 == 0}
    guideline: Guideline = build_guideline(data)
    unmet = ways_without(DecisionGraph(guideline), met)
    for node in data["nodes"] if met else ():
        way = unmet.way(node, "mark")
        assert not way or (way[0], way[-1]) == (data["start"], node)
        assert not any(passed in met for passed in way[:-1])
        states: set[State] = {(data["start"], ())}
        for target in way[1:]:
            states = {after for state in states for after in naive.steps(data, *state) if after[0] == target}
        assert states, "no walk goes this way"


@MANY
@given(any_graph())
def test_treatments_without_follow_up(data: Data) -> None:
    def may_treat(item: Data) -> bool:
        return "for" in item and any("pill" in pick for pick in naive.picks(item, data))

    expected = {
        id
        for id in naive.reached(data, data["start"])
        if any(may_treat(item) for item in data["nodes"][id].get("recommend", []))
        and not any(data["nodes"][after]["type"] == "follow-up" for after in naive.reached(data, id))
    }
    assert nodes(treatment_without_follow_up, data) == expected


@MANY
@given(any_graph())
def test_branches(data: Data) -> None:
    for id, node in data["nodes"].items():
        branches = node.get("branches", [])
        elses = ["else" in branch for branch in branches]
        targets = {branch.get("else", branch.get("then")) for branch in branches}
        is_superfluous = len(branches) == 1 or (len(targets) == 1 and targets != {"nowhere"})
        assert (id in nodes(superfluous_decision, data)) == is_superfluous
        places = [finding.place.route[3] for finding in findings(else_not_last, data) if finding.place.route[1] == id]
        assert places == [index for index, is_else in enumerate(elses) if is_else and not all(elses[index:])]
        places = [finding.place.route[3] for finding in findings(several_else, data) if finding.place.route[1] == id]
        assert places == [index for index, is_else in enumerate(elses) if is_else][1:]
