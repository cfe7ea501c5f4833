"""Constraints of every shape, aimed at what the guideline gives and at how long it takes, so that many a one is close.

Some are planted along a branch, so that they may well hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf
from typing import Any

from tests.logic.giving import choice_of, longest_course, longest_wait, may_give, members, selected, surely_gives
from tests.logic.random_advice import draw_selection, groups_of
from tests.logic.random_vocabulary import Data, Vocabulary

SHAPES = ["never", "only", "always", "always", "before", "after", "after", "total", "total", "together"]


def draw_constraints(words: Vocabulary, data: Data, count: int) -> Data:
    drawing = _Drawing(words, data)
    found = {f"c{index}": drawing.draw(words.random.choice(SHAPES)) for index in range(count)}
    return {**found, **{f"p{index}": raw for index, raw in enumerate(drawing.planted()[:2])}}


class _Drawing:
    def __init__(self, words: Vocabulary, data: Data) -> None:
        self.words = words
        self.data = data
        self.items = [item for node in data["nodes"].values() for item in node.get("recommend", [])]

    def draw(self, shape: str) -> Data:
        found = self._parts(shape)
        if shape == "only" or self.words.chance(0.65):
            found["when"] = self._when(shape)
        return found

    def _parts(self, shape: str) -> Data:
        first = self._selection()
        if shape == "before":
            return {"before": first, "comes": self._other()}
        if shape == "after":
            return {"after": first, "follows": self._other(), **self._within()}
        if shape == "total":
            return {"total": first, "at-most": self._limit(first)}
        if shape == "together":
            return {"together": [first, self._other()], "never": True}
        return {shape: first}

    def _selection(self) -> Data:
        return self._given() if self.words.chance(0.75) else draw_selection(self.words, self.data)

    def _given(self) -> Data:
        """What some recommendation gives, itself or by a class or a kind of it."""
        item = self.words.random.choice(self.items)
        option = self.words.random.choice(choice_of(item)[1])
        if self.words.chance(0.4):
            own = members(option, self.data)
            option = self.words.random.choice(
                [group for group in groups_of(self.data) if own & members(group, self.data)]
            )
        return {"recommend" if "for" in item else "advise-against": option}

    def _other(self) -> Data:
        if self.words.chance(0.55):
            return self._selection()
        follow_ups = [name for name, node in self.data["nodes"].items() if node["type"] == "follow-up"]
        is_follow_up = follow_ups and self.words.chance(0.5)
        return {"node": self.words.random.choice(follow_ups if is_follow_up else list(self.data["nodes"]))}

    def _within(self) -> Data:
        """Often just as long as the follow-ups may take."""
        waits = [longest_wait(node) for node in self.data["nodes"].values() if node["type"] == "follow-up"]
        return {"within": self._span(waits, 2)} if self.words.chance(0.65) else {}

    def _limit(self, raw: Data) -> str | int:
        """Often just as long as the courses may take."""
        if self.words.chance(0.4):
            return self.words.random.choice([0, 1, 1, 2, 2, 3])
        given = [item for item in self.items if may_give(item, selected(raw, self.data), self.data)]
        return self._span((longest_course(item) for item in given), 3)

    def _span(self, days: Iterable[Fraction | float], most: int) -> str:
        known = [Fraction(each) for each in days if each != inf] or [Fraction(2)]
        total = sum((self.words.random.choice(known) for _ in range(self.words.random.randint(1, most))), Fraction(0))
        hours = int(total * 24) + self.words.random.choice([0, 0, 0, -1, 1])
        return f"{hours} h"

    def _when(self, shape: str) -> Any:
        raw = self.words.changing_atom() if self.words.chance(0.5) else self._condition()
        if shape == "only" and self.words.chance(0.4):
            return {"any": [raw, self.words.atom()]}
        if shape != "only" and self.words.chance(0.3):
            return {"all": [raw, self.words.atom()]}
        return raw

    def _condition(self) -> Any:
        """Mostly that of a branch."""
        branches = [branch for node in self.data["nodes"].values() for branch in node.get("branches", [])]
        raws = [branch["if"] for branch in branches if "if" in branch]
        return self.words.random.choice(raws) if raws and self.words.chance(0.6) else self.words.condition(depth=1)

    def planted(self) -> list[Data]:
        """Along branches that lead to a recommendation: what it gives where the branch is taken."""
        ways = [
            (name, branch["if"], item)
            for name, node in self.data["nodes"].items()
            for branch in node.get("branches", [])
            if "if" in branch
            for item in self.data["nodes"][branch["then"]].get("recommend", [])
        ]
        self.words.random.shuffle(ways)
        return [self._along(*way) for way in ways]

    def _along(self, name: str, raw: Any, item: Data) -> Data:
        option = self.words.random.choice(choice_of(item)[1])
        given = {"recommend" if "for" in item else "advise-against": option}
        found: list[Data] = [
            {"only": given, "when": raw},
            {"never": given, "when": {"not": raw}},
            {"before": given, "comes": {"node": name}},
        ]
        if surely_gives(item, selected(given, self.data), self.data):
            found += [{"always": given, "when": raw}] * 2
        return self.words.random.choice(found)
