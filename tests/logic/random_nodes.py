"""Decision graphs whose edges lead forward, but for the `then` of bounded follow-ups, which may lead back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.logic.random_advice import draw_recommendation
from tests.logic.random_branches import draw_conditions
from tests.logic.random_therapy import BLOCK, draw_part
from tests.logic.random_vocabulary import ELSE, Data, Vocabulary

REACH = 3
"""How far ahead an edge leads at most, but for those that lead to an end."""


@dataclass
class NodeDrawing:
    words: Vocabulary
    interventions: Data
    kinds: list[str]
    nodes: Data = field(default_factory=dict)

    def draw(self) -> Data:
        """From the last node to the first, so that what is drawn later can be like what comes after it."""
        for index in reversed(range(len(self.kinds))):
            self.nodes[f"n{index}"] = self._node(index)
        return {f"n{index}": self.nodes[f"n{index}"] for index in range(len(self.kinds))}

    def _node(self, index: int) -> Data:
        kind = self.kinds[index]
        if kind == "decision":
            return self._decision(index)
        if kind == "follow-up":
            return self._follow_up(index)
        if kind in BLOCK:
            return draw_part(self.words, kind, index, lambda: self._target(index))
        node = draw_recommendation(self.words, self.interventions, self._alike())
        return {**node, "then": self._next(index)} if kind == "on-the-way" else node

    def _alike(self) -> list[Data]:
        """The recommendations drawn so far that are no part of a therapy."""
        usual = [f"n{index}" for index, kind in enumerate(self.kinds) if kind not in BLOCK]
        return [node for name, node in self.nodes.items() if name in usual and node["type"] == "recommendation"]

    def _decision(self, index: int) -> Data:
        raws = draw_conditions(self.words)
        branches = []
        for number, raw in enumerate(raws):
            target = f"n{index + 1}" if number == 0 else self._target(index)
            branches.append({"else": target} if raw == ELSE else {"if": raw, "then": target})
        self._swap_targets(branches)
        return {"type": "decision", "label": "Decision", "branches": branches}

    def _swap_targets(self, branches: list[Data]) -> None:
        first, other = branches[0], self.words.random.choice(branches)
        one, two = ("else" if "else" in branch else "then" for branch in (first, other))
        first[one], other[two] = other[two], first[one]

    def _follow_up(self, index: int) -> Data:
        random = self.words.random
        observed = [name for name, fact in self.words.facts.items() if "observed" in fact]
        some = observed if self.words.chance(0.5) else random.sample(observed, random.randint(0, len(observed)))
        after = random.choice(["1 d", "2 d", "1 wk", {"min": "1 d", "max": "3 d"}, {"max": "36 h"}, {"min": "1 d"}])
        node: Data = {"type": "follow-up", "after": after, "observe": some}
        if self.words.chance(0.3):
            return {**node, "then": self._next(index)}
        back = [f"n{number}" for number in range(max(0, index - 5), index)]
        then = random.choice(back) if back and self.words.chance(0.8) else self._next(index)
        return {**node, "at-most": random.choice([1, 1, 1, 2, 2, 3]), "then": then, "otherwise": self._next(index)}

    def _next(self, index: int) -> str:
        return f"n{index + 1}" if self.words.chance(0.8) else self._target(index)

    def _target(self, index: int) -> str:
        """One of the next few nodes, or an end."""
        later = range(index + 1, len(self.kinds))
        near = [number for number in later if number <= index + REACH]
        ends = [number for number in later if self.kinds[number] == "end"]
        return f"n{self.words.random.choice(near if self.words.chance(0.88) else ends)}"


def draw_nodes(words: Vocabulary, interventions: Data, most_decisions: int, follow_ups: int) -> tuple[Data, list[str]]:
    """The nodes; and those of a therapy."""
    kinds = _kinds(words, most_decisions, follow_ups)
    nodes = reached(NodeDrawing(words, interventions, kinds).draw())
    block = [f"n{index}" for index, kind in enumerate(kinds) if kind in BLOCK]
    return nodes, [name for name in block if name in nodes]


def _kinds(words: Vocabulary, most_decisions: int, follow_ups: int) -> list[str]:
    random = words.random
    decisions = random.randint(min(4, most_decisions), most_decisions)
    kinds = ["decision"] * decisions
    kinds += ["on-the-way"] * random.randint(1, 3 + decisions // 3)
    has_therapy = follow_ups and words.chance(0.65)
    kinds += ["follow-up"] * (follow_ups - bool(has_therapy))
    kinds += ["end"] * random.randint(0, 1 + decisions // 4)
    random.shuffle(kinds)
    kinds = ["decision", *kinds[: kinds.index("decision")], *kinds[kinds.index("decision") + 1 :]]
    if words.chance(0.2):
        kinds.insert(0, random.choice(["on-the-way", "on-the-way", "follow-up"]))
    if has_therapy:
        place = random.randint(0, min(3, len(kinds)))
        kinds[place:place] = BLOCK
    return [*kinds, *["end"] * random.randint(1, 2)]


def reached(nodes: Data) -> Data:
    """Without the nodes that no edge leads to."""
    found, waiting = set(), ["n0"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += targets(nodes[name])
    return {name: node for name, node in nodes.items() if name in found}


def targets(node: Data) -> list[str]:
    ways: list[Any] = [branch.get("then", branch.get("else")) for branch in node.get("branches", [])]
    return [*ways, *(node[key] for key in ("then", "otherwise") if key in node)]
