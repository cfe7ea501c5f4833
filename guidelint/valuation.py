"""One patient in one visit: what conditions are judged over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidelint.condition import (
    Comparison,
    Condition,
    Interval,
    Name,
    NotKnown,
    Truth,
    ValueOrNot,
    deciding_facts,
    evaluate,
    missing_facts,
)
from guidelint.model import Guideline, Score


@dataclass(frozen=True)
class PatientValuation:
    """The facts of one visit; what is not in `facts` is not given. Criteria must not be circular."""

    guideline: Guideline
    facts: Mapping[str, ValueOrNot]
    _criteria: dict[str, Truth] = field(default_factory=dict, repr=False, compare=False)
    _scores: dict[str, Interval] = field(default_factory=dict, repr=False, compare=False)

    def fact(self, name: str) -> ValueOrNot:
        return self.facts.get(name, NotKnown.NOT_GIVEN)

    def criterion(self, name: str) -> Truth | None:
        criterion = self.guideline.criteria.get(name)
        if criterion is None:
            return None
        if name not in self._criteria:
            self._criteria[name] = evaluate(criterion.condition, self)
        return self._criteria[name]

    def score(self, name: str) -> Interval | None:
        score = self.guideline.scores.get(name)
        if score is None:
            return None
        if name not in self._scores:
            self._scores[name] = _sum(score, self)
        return self._scores[name]

    def may_be_unknown(self, name: str) -> bool:
        fact = self.guideline.facts.get(name)
        return fact is not None and fact.may_be_unknown

    def judge(self, condition: Condition) -> Truth:
        return evaluate(condition, self)

    def missing(self, condition: Condition) -> tuple[str, ...]:
        """The facts to be asked before the condition can be judged."""
        return missing_facts(condition, self, self._expand)

    def deciding(self, condition: Condition) -> tuple[str, ...]:
        """The facts whose values settle the condition."""
        return deciding_facts(condition, self, self._expand)

    def _expand(self, condition: Condition) -> tuple[Condition, ...]:
        if isinstance(condition, Name) and condition.name in self.guideline.criteria:
            return (self.guideline.criteria[condition.name].condition,)
        if isinstance(condition, Comparison) and condition.fact in self.guideline.scores:
            return tuple(member.condition for member in self.guideline.scores[condition.fact].members)
        return ()


def _sum(score: Score, valuation: PatientValuation) -> Interval:
    """From the least to the greatest sum that the score's members allow."""
    low = high = 0
    is_open = False
    for member in score.members:
        truth = evaluate(member.condition, valuation)
        if truth is Truth.TRUE:
            low, high = low + member.points, high + member.points
        elif truth is not Truth.FALSE:
            low, high = low + min(member.points, 0), high + max(member.points, 0)
            is_open = is_open or truth.is_open
    return Interval(low, high, is_open)
