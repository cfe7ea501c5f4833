"""Guidelines that are sound up to the graph: every name defined, every way bounded and ending in a recommendation.

Their logic is random: gaps and overlaps are to be expected. Edges lead forward, so that nothing goes round but the
bounded follow-ups, whose `then` may lead back.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guidelint.model import Guideline, build_guideline

Data = dict[str, Any]
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)


def guidelines(most_nodes: int = 8) -> st.SearchStrategy[Guideline]:
    return guideline_data(most_nodes).map(build_guideline)


@st.composite
def guideline_data(draw: st.DrawFn, most_nodes: int = 8) -> Data:
    """The data of a guideline, as JSON or YAML would hold it."""
    facts = {f"fact-{index}": _fact(draw) for index in range(draw(st.integers(1, 4)))}
    scores = {"score-0": _score(draw, facts)} if _coin(draw) else {}
    criteria = {"criterion-0": {"label": draw(TEXTS), "all": [_condition(draw, facts, {}, {})]}} if _coin(draw) else {}
    count = draw(st.integers(1, most_nodes))
    nodes = {f"node-{index}": _node(draw, index, count, facts, scores, criteria) for index in range(count)}
    return {
        "format": "guidelint/1",
        "id": "generated",
        "title": draw(TEXTS),
        "version": "1.0.0",
        "status": "draft",
        "statements": {"S1": {"says": draw(TEXTS)}},
        "facts": facts,
        "assumptions": [_assumption(draw, facts)] if _coin(draw) else [],
        "scores": scores,
        "criteria": criteria,
        "interventions": {
            "pill": {"label": draw(TEXTS), "kind": "medication", "class": "pills"},
            "talk": {"label": draw(TEXTS), "kind": "education"},
        },
        "start": "node-0",
        "nodes": _reached(nodes),
    }


def _coin(draw: st.DrawFn) -> bool:
    return draw(st.booleans())


def _fact(draw: st.DrawFn) -> Data:
    fact: Data = {"label": draw(TEXTS), "type": draw(st.sampled_from(["boolean", "choice", "integer", "decimal"]))}
    if fact["type"] == "choice":
        fact["values"] = {f"value-{index}": draw(TEXTS) for index in range(draw(st.integers(1, 3)))}
    if fact["type"] in ("integer", "decimal"):
        fact["range"] = [0, draw(st.integers(1, 9))]
    if _coin(draw):
        fact["default"] = {"boolean": False, "choice": "value-0"}.get(fact["type"], 0)
    if _coin(draw):
        fact["observed"] = "each-visit"
    if _coin(draw):
        fact["known"] = "maybe"
    return fact


def _condition(draw: st.DrawFn, facts: Data, scores: Data, criteria: Data, depth: int = 2) -> Any:
    if depth and draw(st.integers(0, 2)) == 0:
        join = draw(st.sampled_from(["all", "any", "not"]))
        parts = [_condition(draw, facts, scores, criteria, depth - 1) for _ in range(draw(st.integers(1, 3)))]
        return {join: parts[0] if join == "not" else parts}
    if criteria and _coin(draw):
        return draw(st.sampled_from(sorted(criteria)))
    if scores and _coin(draw):
        return {"fact": "score-0", draw(st.sampled_from(["at-least", "at-most", "is"])): draw(_sums(scores["score-0"]))}
    return _leaf(draw, facts)


def _sums(score: Data) -> st.SearchStrategy[int]:
    """What the points of a score could add up to."""
    points = [member["points"] for member in score["add"]]
    return st.integers(sum(min(point, 0) for point in points), sum(max(point, 0) for point in points))


def _leaf(draw: st.DrawFn, facts: Data) -> Any:
    name = draw(st.sampled_from(sorted(facts)))
    fact = facts[name]
    if "known" in fact and draw(st.integers(0, 3)) == 0:
        return {"unknown": name}
    if fact["type"] == "boolean":
        return draw(st.sampled_from([name, {"fact": name, "is": True}, {"not": name}]))
    if fact["type"] == "choice":
        values = sorted(fact["values"])
        operator = draw(st.sampled_from(["is", "is-not", "in"]))
        return {"fact": name, operator: values[:2] if operator == "in" else draw(st.sampled_from(values))}
    operator = draw(st.sampled_from(["is", "is-not", "at-least", "at-most", "above", "below"]))
    return {"fact": name, operator: draw(st.integers(0, fact["range"][1]))}


def _score(draw: st.DrawFn, facts: Data) -> Data:
    points = st.integers(-2, 2)
    members = [
        {"points": draw(points), "if": _condition(draw, facts, {}, {}, 1)} for _ in range(draw(st.integers(1, 3)))
    ]
    return {"label": draw(TEXTS), "add": members}


def _assumption(draw: st.DrawFn, facts: Data) -> Any:
    """A supposition that some patient meets: it speaks of one fact that may well be otherwise."""
    lasting = {name: fact for name, fact in facts.items() if "observed" not in fact}
    about = lasting or facts
    return {"any": [_leaf(draw, about), {"not": _leaf(draw, about)}]}


def _node(draw: st.DrawFn, index: int, count: int, facts: Data, scores: Data, criteria: Data) -> Data:
    """A node whose ways lead to later nodes; the last one is a recommendation that ends the walk."""
    later = [f"node-{number}" for number in range(index + 1, count)]
    kind = draw(st.sampled_from(["decision", "recommendation", "follow-up"])) if later else "recommendation"
    if kind == "decision":
        return _decision(draw, later, facts, scores, criteria)
    if kind == "recommendation":
        return _recommendation(draw, later)
    observed = [name for name, fact in facts.items() if "observed" in fact]
    node: Data = {"type": kind, "after": {"min": "1 wk", "max": "2 wk"}, "observe": observed}
    if _coin(draw):
        back = [f"node-{number}" for number in range(index + 1)]
        return {
            **node,
            "at-most": draw(st.integers(1, 3)),
            "then": draw(st.sampled_from(back + later)),
            "otherwise": draw(st.sampled_from(later)),
        }
    return {**node, "then": draw(st.sampled_from(later))}


def _decision(draw: st.DrawFn, later: list[str], facts: Data, scores: Data, criteria: Data) -> Data:
    targets = st.sampled_from(later)
    branches: list[Data] = [
        {"if": _condition(draw, facts, scores, criteria), "then": draw(targets)} for _ in range(draw(st.integers(1, 3)))
    ]
    if _coin(draw):
        branches.append({"else": draw(targets)})
    return {"type": "decision", "label": draw(TEXTS), "branches": branches}


def _recommendation(draw: st.DrawFn, later: list[str]) -> Data:
    items: list[Data] = [
        {"for": "talk"},
        {"against": {"class": "pills"}},
        {"for": {"at-most-one": ["pill", "talk"]}},
        {"for": "pill", "course": {"max": "2 wk"}},
    ]
    node: Data = {"type": "recommendation", "recommend": [{**draw(st.sampled_from(items)), "because": ["S1"]}]}
    if later and _coin(draw):
        node["then"] = draw(st.sampled_from(later))
    return node


def _reached(nodes: Data) -> Data:
    """The nodes that some way from the first one reaches."""
    reached, waiting = set(), ["node-0"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _targets(nodes[name])
    return {name: node for name, node in nodes.items() if name in reached}


def _targets(node: Data) -> list[str]:
    ways = [branch.get("then", branch.get("else")) for branch in node.get("branches", [])]
    return [target for target in (*ways, node.get("then"), node.get("otherwise")) if target is not None]
