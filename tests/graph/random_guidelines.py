"""Small guidelines with any graph at all: sound, cut off, going round, leading nowhere."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]

CONDITIONS: list[Any] = [
    "plain",
    "known-by-a",
    {"all": ["plain", {"not": "known-by-b"}]},
    {"unknown": "known-by-a"},
    "outer",
    {"fact": "by-score", "at-least": 1},
]
TARGETS: list[Any] = [
    "test-a",
    "test-b",
    "pill",
    {"class": "tests"},
    {"class": "single"},
    {"kind": "laboratory"},
    {"exactly-one": ["test-a", "test-b"]},
    {"exactly-one": ["test-a", {"class": "single"}]},
    {"one-or-more": ["test-a"]},
    {"at-most-one": ["test-b"]},
    {"all": ["test-a", "pill"]},
    {"all": [{"class": "tests"}, "test-b"]},
    {"any": ["test-a", "test-b"]},
]


def any_graph(most_nodes: int = 7) -> st.SearchStrategy[Data]:
    """The data of a guideline whose nodes are `n0` to `n6`; edges lead anywhere, also to undefined nodes."""
    return st.integers(0, 2**32).map(lambda seed: random_graph(1 + seed % most_nodes, seed))


def random_graph(count: int, seed: int) -> Data:
    random = Random(seed)  # noqa: S311 - nothing is kept secret
    return {
        "format": "guidelint/1",
        "id": "any-graph",
        "title": "Any graph",
        "version": "1.0.0",
        "status": "draft",
        "facts": {
            "plain": {"label": "Plain", "type": "boolean"},
            "known-by-a": {"label": "A", "type": "boolean", "known": "maybe", "obtained-by": "test-a"},
            "known-by-b": {"label": "B", "type": "boolean", "obtained-by": "test-b"},
        },
        "scores": {
            "by-score": {"label": "Score", "add": [{"points": 1, "if": "known-by-b"}, {"points": 1, "if": "plain"}]}
        },
        "criteria": {
            "by-criterion": {"label": "Criterion", "any": ["inner", "plain"]},
            "outer": {"label": "Outer", "all": ["by-criterion"]},
            "inner": {"label": "Inner", "not": "known-by-a"},
        },
        "interventions": {
            "test-a": {"label": "Test A", "kind": "laboratory", "class": ["tests", "single"]},
            "test-b": {"label": "Test B", "kind": "laboratory", "class": ["tests"]},
            "pill": {"label": "Pill", "kind": "medication"},
        },
        "start": "nowhere" if random.random() < 0.02 else "n0",
        "nodes": {f"n{index}": _node(random, count) for index in range(count)},
    }


def _node(random: Random, count: int) -> Data:
    kind = random.choice(["decision", "decision", "recommendation", "follow-up"])
    if kind == "decision":
        size = random.choice([0, 1, 2, 2, 2, 3, 3])
        return {"type": kind, "label": "Decision", "branches": [_branch(random, count) for _ in range(size)]}
    way = {"then": _target(random, count)} if random.random() < 0.9 else {}
    if kind == "recommendation":
        items = [
            {"against" if random.random() < 0.2 else "for": random.choice(TARGETS)} for _ in range(random.randint(1, 2))
        ]
        return {"type": kind, "recommend": items, **way}
    if random.random() < 0.4:
        return {"type": kind, "after": "1 wk", **way}
    return {"type": kind, "after": "1 wk", "at-most": random.randint(1, 3), **way, "otherwise": _target(random, count)}


def _branch(random: Random, count: int) -> Data:
    target = _target(random, count)
    return {"else": target} if random.random() < 0.3 else {"if": random.choice(CONDITIONS), "then": target}


def _target(random: Random, count: int) -> str:
    return "nowhere" if random.random() < 0.03 else f"n{random.randrange(count)}"
