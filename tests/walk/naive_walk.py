"""A second walker, straight from the data; what is not given is tried out in every way."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

from tests import naive
from tests.random_conditions import FACTS, guideline_data, random_condition, random_terms

Data = dict[str, Any]
Passed = tuple[str, int, str | int | None]
"""A node, the visit, and the way out: a branch's number, `then`, `otherwise`, or None where the walk stops."""


def walk(data: Data, patient: Data, visits: list[Data]) -> tuple[list[Passed], str]:
    """The nodes passed, and the word for the ending; a question is an open decision."""
    defaults = {name: fact["default"] for name, fact in data["facts"].items() if "default" in fact}
    facts = {**defaults, **patient}
    passed: list[Passed] = []
    counts: dict[str, int] = {}
    seen: set[tuple[str, naive.Counts]] = set()
    visit, id = 1, data["start"]
    while True:
        state = (id, tuple(sorted(counts.items())))
        if id not in data["nodes"] or state in seen:
            return passed, "astray"
        seen.add(state)
        node = data["nodes"][id]
        if node["type"] == "decision":
            outcome = decide(node, data, facts)
            if isinstance(outcome, str):
                return [*passed, (id, visit, None)], outcome
            passed.append((id, visit, outcome))
            id = node["branches"][outcome].get("then") or node["branches"][outcome]["else"]
            continue
        way = "then"
        if node["type"] == "follow-up" and counts.get(id, 0) == node.get("at-most"):
            way = "otherwise"
        elif way not in node:
            return [*passed, (id, visit, None)], "ended" if node["type"] == "recommendation" else "astray"
        elif node["type"] == "follow-up":
            counts = {**counts, id: counts.get(id, 0) + 1} if "at-most" in node else counts
            read = {**defaults, **(visits[visit - 1] if visit <= len(visits) else {})}
            kept = {name: value for name, value in facts.items() if name not in node["observe"]}
            facts = {**kept, **{name: read[name] for name in node["observe"] if name in read}}
            visit += 1
        passed.append((id, visit, way))
        id = node[way]


def decide(node: Data, data: Data, facts: Data) -> int | str:
    outcomes = {outcome(node, data, whole) for whole in naive.completions(data, facts)}
    return outcomes.pop() if len(outcomes) == 1 else "question"


def outcome(node: Data, data: Data, facts: Data) -> int | str:
    truths = [naive.truth(branch["if"], data, facts) if "if" in branch else None for branch in node["branches"]]
    matching = [index for index, is_true in enumerate(truths) if is_true == 1]
    if not matching and all(is_true in (None, 0) for is_true in truths):
        matching = [index for index, is_true in enumerate(truths) if is_true is None]
    return matching[0] if len(matching) == 1 else "overlap" if matching else "gap"


# Random guidelines and patients --------------------------------------------------------------------------------------

OBSERVED = ["fever", "test", "age"]


def random_guideline(random: Random) -> Data:
    """With any graph, over the facts of the random conditions; some are observed and some have a default."""
    facts = {name: dict(fact) for name, fact in FACTS.items()}
    for name in OBSERVED:
        facts[name]["observed"] = "each-visit"
    for name, default in (("fever", False), ("smoker", "unknown"), ("test", "green"), ("age", 2)):
        if random.random() < 0.5:
            facts[name]["default"] = default
    count = random.randint(1, 6)
    nodes = {f"n{index}": _node(random, count) for index in range(count)}
    pill = {"pill": {"label": "Pill", "kind": "medication"}}
    return guideline_data(**random_terms(random), facts=facts, nodes=nodes, start="n0", interventions=pill)


def _node(random: Random, count: int) -> Data:
    kind = random.choice(["decision", "decision", "recommendation", "follow-up"])
    if kind == "decision":
        return {"type": kind, "label": "Decision", "branches": _branches(random, count)}
    way = {"then": _target(random, count)} if random.random() < 0.85 else {}
    if kind == "recommendation":
        return {"type": kind, "recommend": [{"for": "pill"}, {"against": "pill"}][: random.randint(1, 2)], **way}
    observe = random.sample(OBSERVED, random.randint(0, len(OBSERVED)))
    bound = {"at-most": random.randint(1, 3), "otherwise": _target(random, count)} if random.random() < 0.7 else {}
    return {"type": kind, "after": "1 wk", "observe": observe, **way, **bound}


def _branches(random: Random, count: int) -> list[Data]:
    """Often with an `else`, or with a condition and its contrary, so that walks go on."""
    raw = random_condition(random, "k0", "k1", "s0", depth=1)
    branches: list[Data] = [{"if": raw, "then": _target(random, count)}]
    if random.random() < 0.3:
        branches.append({"if": random_condition(random, "k0", "s0", depth=1), "then": _target(random, count)})
    if random.random() < 0.4:
        branches.append({"if": {"not": raw}, "then": _target(random, count)})
    if random.random() < 0.6:
        branches.append({"else": _target(random, count)})
    return branches


def _target(random: Random, count: int) -> str:
    return "nowhere" if random.random() < 0.03 else f"n{random.randrange(count)}"


def random_values(random: Random, names: list[str], share: float) -> dict[str, bool | str | int | Fraction]:
    return {name: random.choice(naive.domain(FACTS[name])) for name in names if random.random() < share}
