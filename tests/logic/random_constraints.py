"""Constraints of every shape: some at random, some planted along a branch so that they may well hold."""

from __future__ import annotations

from typing import Any

from tests.logic.giving import choice_of, selected, surely_gives
from tests.logic.random_advice import draw_selection
from tests.logic.random_vocabulary import Data, Vocabulary

SHAPES = ["never", "only", "always", "before", "after", "total", "together"]


def draw_constraints(words: Vocabulary, data: Data, count: int) -> Data:
    shapes = [shape for shape in SHAPES for _ in range(2)]
    return {f"c{index}": _draw(words, data, words.random.choice(shapes)) for index in range(count)}


def _draw(words: Vocabulary, data: Data, shape: str) -> Data:
    found: Data = _parts(words, data, shape)
    if shape == "only" or words.chance(0.6):
        found["when"] = _when(words, data, shape)
    return found


def _parts(words: Vocabulary, data: Data, shape: str) -> Data:
    first = _given(words, data) if words.chance(0.6) else draw_selection(words, data)
    if shape == "before":
        return {"before": first, "comes": _other(words, data)}
    if shape == "after":
        within = {"within": words.random.choice(["1 d", "3 d", "1 wk", "2 wk"])} if words.chance(0.6) else {}
        return {"after": first, "follows": _other(words, data), **within}
    if shape == "total":
        return {"total": first, "at-most": words.random.choice(["3 d", "1 wk", "12 d", 0, 1, 1, 2, 2])}
    if shape == "together":
        return {"together": [first, _other(words, data)], "never": True}
    return {shape: first}


def _given(words: Vocabulary, data: Data) -> Data:
    """What some recommendation gives, where it can be selected."""
    items = [item for node in data["nodes"].values() for item in node.get("recommend", [])]
    item = words.random.choice(items)
    option = words.random.choice(choice_of(item)[1])
    return {"recommend" if "for" in item else "advise-against": option}


def _other(words: Vocabulary, data: Data) -> Data:
    if words.chance(0.45):
        return {"node": words.random.choice(list(data["nodes"]))}
    return _given(words, data) if words.chance(0.6) else draw_selection(words, data)


def _when(words: Vocabulary, data: Data, shape: str) -> Any:
    raws = [branch["if"] for node in data["nodes"].values() for branch in node.get("branches", []) if "if" in branch]
    raw = words.random.choice(raws) if raws and words.chance(0.6) else words.condition(depth=1)
    if shape == "only":
        return raw if words.chance(0.6) else {"any": [raw, words.atom()]}
    return raw if words.chance(0.5) else {"all": [raw, words.atom()]}


def planted(words: Vocabulary, data: Data) -> Data:
    """Along a branch that leads to a recommendation: what it gives where the branch is taken."""
    ways = [
        (name, branch["if"], item)
        for name, node in data["nodes"].items()
        for branch in node.get("branches", [])
        if "if" in branch
        for item in data["nodes"][branch["then"]].get("recommend", [])
    ]
    if not ways:
        return {}
    name, raw, item = words.random.choice(ways)
    option = words.random.choice(choice_of(item)[1])
    given = {"recommend" if "for" in item else "advise-against": option}
    found: list[Data] = [
        {"only": given, "when": raw},
        {"never": given, "when": {"not": raw}},
        {"before": given, "comes": {"node": name}},
    ]
    if surely_gives(item, selected(given, data), data):
        found += [{"always": given, "when": raw}] * 2
    return {"planted": words.random.choice(found)}
