"""A therapy that nothing else gives: an indication, the therapy, a look back at it, and what comes after.

What constraints say of it depends on these few nodes alone, so that many a one holds or fails by an hour or a visit.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import inf
from typing import Any

from tests.logic.giving import longest_course, longest_wait
from tests.logic.random_vocabulary import Data, Vocabulary

BLOCK = ["indication", "therapy", "look", "aftercare"]
GROUPS: list[Any] = [{"class": "special"}, {"kind": "procedure"}]


def draw_special(words: Vocabulary) -> Data:
    found: Data = {
        name: {"label": name.title(), "kind": "procedure", "class": ["special"]} for name in ("tonic", "patch")
    }
    if words.chance(0.5):
        found["tonic"]["contraindicated"] = {"when": words.changing_atom()}
    return found


def draw_part(words: Vocabulary, kind: str, index: int, later: Callable[[], str]) -> Data:
    """The node of a part of the block, at its place among the nodes."""
    following = f"n{index + 1}"
    if kind == "indication":
        raw = words.changing_atom() if words.chance(0.6) else words.condition(depth=1)
        otherwise = words.random.choice([f"n{index + 2}", f"n{index + 3}", later()])
        branches = [{"if": raw, "then": following}, {"else": otherwise}]
        return {"type": "decision", "label": "Indication", "branches": branches}
    if kind == "look":
        return _look(words, index)
    usual = "tonic" if kind == "therapy" else "patch"
    target = usual if words.chance(0.6) else _several(words)
    course = words.random.choice(["1 d", "36 h", {"max": "2 d"}, {"min": "1 d", "max": "3 d"}])
    return {"type": "recommendation", "recommend": [{"for": target, "course": course}], "then": following}


def _several(words: Vocabulary) -> Any:
    choice = words.random.choice(["exactly-one", "at-most-one", "one-or-more", "all", "any", "all"])
    return words.random.choice([{choice: ["tonic", "patch"]}, {choice: ["tonic", "patch"]}, *GROUPS])


def _look(words: Vocabulary, index: int) -> Data:
    after = words.random.choice(["1 d", "36 h", {"max": "2 d"}, {"min": "1 d", "max": "3 d"}])
    observe = [name for name in words.changing if words.chance(0.8)]
    then = f"n{words.random.choice([index - 2, index - 2, index - 1, index + 1])}"
    found: Data = {"type": "follow-up", "after": after, "observe": observe}
    return {**found, "at-most": words.random.choice([1, 1, 2]), "then": then, "otherwise": f"n{index + 1}"}


class Planting:
    """Constraints on the therapy, for which its nodes have to be there."""

    def __init__(self, words: Vocabulary, nodes: Data, block: list[str]) -> None:
        self.words = words
        self.indication, self.therapy, self.look, self.aftercare = (nodes[name] for name in block)
        self.names = block

    def draw(self, count: int) -> list[Data]:
        shapes = [self._after, self._after_look, self._total, self._times, self._always, self._before, self._in_visit]
        found = [self._with_when(shape()) for shape in self.words.random.choices(shapes, k=count)]
        raw = self.indication["branches"][0]["if"]
        selection = self._selection()
        return [*found, self.words.random.choice([{"only": selection, "when": raw}, {"never": selection, "when": raw}])]

    def _selection(self) -> Data:
        return {"recommend": self.words.random.choice(["tonic", "tonic", "patch", *GROUPS])}

    def _with_when(self, raw: Data) -> Data:
        indicated = self.indication["branches"][0]["if"]
        whens: list[Any] = [
            indicated,
            {"not": indicated},
            self.words.changing_atom(),
            {"all": [indicated, self.words.changing_atom()]},
        ]
        return {**raw, "when": self.words.random.choice(whens)} if self.words.chance(0.6) else raw

    def _after(self) -> Data:
        other = self.words.random.choice([{"recommend": "patch"}, self._selection(), {"node": self.names[3]}])
        wait, rounds = longest_wait(self.look), self.words.random.randint(1, self.look["at-most"])
        return {"after": self._selection(), "follows": other, "within": self._near(rounds * wait)}

    def _after_look(self) -> Data:
        within = {"within": self._near(longest_wait(self.look))} if self.words.chance(0.8) else {}
        return {"after": {"recommend": "tonic"}, "follows": {"node": self.names[2]}, **within}

    def _total(self) -> Data:
        course = longest_course(self.therapy["recommend"][0])
        rounds = self.words.random.randint(0, self.look["at-most"] + 1)
        return {"total": self._selection(), "at-most": self._near(rounds * course)}

    def _times(self) -> Data:
        return {"total": self._selection(), "at-most": self.words.random.randint(0, self.look["at-most"] + 2)}

    def _always(self) -> Data:
        return {"always": self._selection()}

    def _before(self) -> Data:
        comes = self.words.random.choice([self._selection(), {"node": self.words.random.choice(self.names)}])
        return {"before": self._selection(), "comes": comes}

    def _in_visit(self) -> Data:
        other = self.words.random.choice([self._selection(), {"node": self.words.random.choice(self.names)}])
        return {"together": [{"recommend": "tonic"}, other], "never": True}

    def _near(self, days: Fraction | float) -> str:
        """Just as long, or an hour more or less."""
        hours = 24 if days == inf else int(days * 24)
        return f"{max(0, hours + self.words.random.choice([0, 0, 0, -1, 1]))} h"
