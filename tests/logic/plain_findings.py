"""Whether a finding shows in one patient: some walk of the patient refutes the claim (of `reachable`: comes there)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import inf
from typing import Any

from tests import naive
from tests.logic.plain_giving import Plain, Wanted
from tests.logic.plain_walks import Passed, Walk, is_possible, truths_of, walks
from tests.logic.questions import Question, contraindications
from tests.naive import Data, Facts

HOURS = {"h": 1, "d": 24, "wk": 168}


@dataclass
class PlainPatient:
    data: Data
    patient: Facts
    visits: list[Facts]

    @cached_property
    def walks(self) -> list[Walk]:
        return walks(self.data, self.patient, self.visits)

    @cached_property
    def plain(self) -> Plain:
        return Plain(self.data)

    @property
    def is_possible(self) -> bool:
        return is_possible(self.data, self.walks)

    def shows(self, question: Question) -> bool:
        if question.kind == "same-advice":
            return self._differs(question.about, question.indices)
        if question.kind in ("exhaustive", "exhaustive-when-unknown", "exclusive", "reachable"):
            return any(self._at(question, walk, passed) for walk in self.walks for passed in walk.passed)
        return any(self._on(question, walk) for walk in self.walks)

    def _at(self, question: Question, walk: Walk, passed: Passed) -> bool:
        if passed.node != question.about:
            return False
        if question.kind == "reachable":
            return question.indices in ((), (passed.way,))
        truths = truths_of(self.data["nodes"][passed.node], self.data, walk.facts[passed.visit - 1])
        if question.kind == "exhaustive":
            return set(truths) == {0}
        if question.kind == "exhaustive-when-unknown":
            return 1 not in truths and naive.HALF in truths
        return all(truths[index] == 1 for index in question.indices)

    def _on(self, question: Question, walk: Walk) -> bool:
        if question.kind == "holds":
            return self._violates(self.data["constraints"][question.about], walk)
        if question.kind == "respects":
            raw = contraindications(self.data["interventions"][question.about])[question.indices[0]]
            return self._violates({"never": {"recommend": question.about}, "when": raw["when"]}, walk)
        if question.kind == "consistent":
            each = [({"recommend": question.about}, {"advise-against": question.about})]
        else:
            members = self.plain.in_group("class", question.about)
            each = [({"recommend": one}, {"recommend": other}) for one, other in combinations(members, 2)]
        return any(self._violates({"together": list(pair), "never": True}, walk) for pair in each)

    def _violates(self, raw: Data, walk: Walk) -> bool:
        shape = next(key for key in ("together", "total", "before", "after", "never", "only", "always") if key in raw)
        return bool(getattr(self, f"_{shape}")(raw, walk))

    def _when(self, raw: Data, walk: Walk, visit: int) -> Fraction:
        if "when" not in raw:
            return Fraction(1)
        return naive.truth(raw["when"], self.data, walk.facts[visit - 1])

    def _items(self, passed: Passed) -> list[Data]:
        found: list[Data] = self.data["nodes"][passed.node].get("recommend", [])
        return found

    def _given(self, raw: Data, walk: Walk) -> Iterator[tuple[int, Passed]]:
        wanted = self.plain.wanted(raw)
        for index, passed in enumerate(walk.passed):
            if any(self.plain.may(item, wanted) for item in self._items(passed)):
                yield index, passed

    def _meets(self, raw: Data, passed: Passed) -> bool:
        if "node" in raw:
            return bool(passed.node == raw["node"])
        return any(self.plain.surely(item, self.plain.wanted(raw)) for item in self._items(passed))

    def _never(self, raw: Data, walk: Walk) -> bool:
        return any(self._when(raw, walk, passed.visit) != 0 for _, passed in self._given(raw["never"], walk))

    def _only(self, raw: Data, walk: Walk) -> bool:
        return any(self._when(raw, walk, passed.visit) != 1 for _, passed in self._given(raw["only"], walk))

    def _always(self, raw: Data, walk: Walk) -> bool:
        arises = any(self._when(raw, walk, visit) == 1 for visit in range(1, len(walk.facts) + 1))
        return walk.ending == "ended" and arises and not any(self._meets(raw["always"], at) for at in walk.passed)

    def _before(self, raw: Data, walk: Walk) -> bool:
        met = [index for index, passed in enumerate(walk.passed) if self._meets(raw["comes"], passed)]
        return any(
            self._when(raw, walk, passed.visit) != 0 and min(met, default=inf) >= index
            for index, passed in self._given(raw["before"], walk)
        )

    def _after(self, raw: Data, walk: Walk) -> bool:
        if walk.ending != "ended":
            return False
        clock = self._clock(walk)
        limit = _hours(raw["within"]) if "within" in raw else None
        met = [index for index, passed in enumerate(walk.passed) if self._meets(raw["follows"], passed)]
        return any(
            self._when(raw, walk, passed.visit) == 1
            and not any(later > index and _is_in_time(clock, index, later, limit) for later in met)
            for index, passed in self._given(raw["after"], walk)
        )

    def _clock(self, walk: Walk) -> list[Fraction | None]:
        """How many hours have gone by at most when each node is passed; None where no limit is given."""
        found: list[Fraction | None] = []
        for passed in walk.passed:
            wait: Fraction | None = Fraction(0)
            node = self.data["nodes"][passed.node]
            if node["type"] == "follow-up" and passed.way == "then":
                after = node["after"]
                longest = after.get("max") if isinstance(after, dict) else after
                wait = None if longest is None else _hours(longest)
            found.append(wait)
        return found

    def _total(self, raw: Data, walk: Walk) -> bool:
        wanted = self.plain.wanted(raw["total"])
        amounts = [
            (self.plain.most(item, wanted), item.get("course"))
            for passed in walk.passed
            if self._when(raw, walk, passed.visit) != 0
            for item in self._items(passed)
            if self.plain.may(item, wanted)
        ]
        if isinstance(raw["at-most"], int):
            return sum(count for count, _ in amounts) > raw["at-most"]
        hours = Fraction(0)
        for count, course in amounts:
            longest = course.get("max") if isinstance(course, dict) else course
            if longest is None or longest == "not-stated":
                return True
            hours += count * _hours(longest)
        return hours > _hours(raw["at-most"])

    def _together(self, raw: Data, walk: Walk) -> bool:
        first, second = raw["together"]
        return any(
            self._when(raw, walk, visit) != 0 and self._has_both(walk, visit, self.plain.wanted(first), second)
            for visit in range(1, len(walk.facts) + 1)
        )

    def _has_both(self, walk: Walk, visit: int, first: Wanted, second: Data) -> bool:
        here = [passed for passed in walk.passed if passed.visit == visit]
        items = [item for passed in here for item in self._items(passed)]
        if "node" in second:
            is_there = any(passed.node == second["node"] for passed in here)
            return is_there and any(self.plain.may(item, first) for item in items)
        return self.plain.may_both(items, first, self.plain.wanted(second))

    def _differs(self, decision: str, pair: tuple[int, ...]) -> bool:
        """Two walks that part here never come to the same place, nor to the same end, with the same advice."""
        parted = [
            (walk, index)
            for walk in self.walks
            for index, passed in enumerate(walk.passed)
            if passed.node == decision and passed.way in pair
        ]
        return any(
            one.passed[:index] == other.passed[:index]
            and one.passed[index] != other.passed[index]
            and not set(self._standings(one, index)) & set(self._standings(other, index))
            for (one, index), (other, at) in combinations(parted, 2)
            if index == at
        )

    def _standings(self, walk: Walk, index: int) -> Iterator[str]:
        for end in range(index + 1, len(walk.passed) + 1):
            advice = [_as_given(item) for passed in walk.passed[index:end] for item in self._items(passed)]
            if end == len(walk.passed):
                yield repr((walk.ending, advice))
            else:
                left = [passed for passed in walk.passed[:end] if passed.way == "then"]
                node = walk.passed[end].node
                yield repr((node, self._rounds(left, node), self._read(left), advice))

    def _rounds(self, left: list[Passed], node: str) -> list[tuple[str, int]]:
        """Of the follow-ups that may come again."""
        ahead = naive.reached(self.data, node)
        bounded = {passed.node for passed in left if "at-most" in self.data["nodes"][passed.node]} & ahead
        return [(name, [passed.node for passed in left].count(name)) for name in sorted(bounded)]

    def _read(self, left: list[Passed]) -> list[tuple[str, int]]:
        """When each fact was observed last, and in which visit the walk is."""
        last = {"": 1}
        for passed in left:
            node = self.data["nodes"][passed.node]
            if node["type"] == "follow-up":
                last |= dict.fromkeys(["", *node.get("observe", [])], passed.visit)
        return sorted(last.items())


def _as_given(item: Data) -> Any:
    compared = ("for", "against", "strength", "certainty", "urgency", "course", "dose", "every")
    return [(key, item[key]) for key in compared if key in item]


def _hours(quantity: str) -> Fraction:
    number, unit = quantity.split()
    return Fraction(number) * HOURS[unit]


def _is_in_time(clock: list[Fraction | None], index: int, later: int, limit: Fraction | None) -> bool:
    waits = clock[index + 1 : later + 1]
    return limit is None or (None not in waits and sum(wait for wait in waits if wait is not None) <= limit)
