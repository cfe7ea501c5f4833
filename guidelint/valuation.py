"""One patient in one visit: what conditions are judged over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from guidelint.condition import (
    ANY_TRUTH,
    TELLINGS,
    Comparison,
    Condition,
    Interval,
    Name,
    NotKnown,
    Truth,
    ValueOrNot,
    deciding_facts,
    disjunction,
    distinct,
    evaluate,
    holds_over,
    missing_facts,
    negation,
)
from guidelint.model import Assumption, Guideline

T = TypeVar("T")
ByTerm = dict[str, tuple[T, ...]]
"""For each criterion and score, something for each condition that it stands for."""


@dataclass(frozen=True)
class PatientValuation:
    """The facts of one visit; what is not in `facts` is not given. Criteria must not be circular."""

    guideline: Guideline
    facts: Mapping[str, ValueOrNot]
    _truths: ByTerm[Truth] = field(default_factory=dict, repr=False, compare=False)
    _missing: ByTerm[dict[Truth, tuple[str, ...]]] = field(default_factory=dict, repr=False, compare=False)
    _deciding: ByTerm[tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def fact(self, name: str) -> ValueOrNot:
        return self.facts.get(name, NotKnown.NOT_GIVEN)

    def criterion(self, name: str) -> Truth | None:
        return self._of_each(name, self._truths, self.judge)[0] if name in self.guideline.criteria else None

    def score(self, name: str) -> Interval | None:
        return _sum(self._summands(name)) if name in self.guideline.scores else None

    def may_be_unknown(self, name: str) -> bool:
        fact = self.guideline.facts.get(name)
        return fact is not None and fact.may_be_unknown

    def judge(self, condition: Condition) -> Truth:
        return evaluate(condition, self)

    def breaks(self, assumption: Assumption) -> bool:
        """Whether the patient surely is none that the assumption allows."""
        truth = self.judge(assumption.condition)
        if assumption.consequence is not None:
            truth = disjunction((negation(truth), self.judge(assumption.consequence)))
        return truth is Truth.FALSE

    def missing(self, condition: Condition, telling: Truth = ANY_TRUTH) -> tuple[str, ...]:
        """The facts to be asked before this can be told of the condition (see `condition.TELLINGS`)."""
        return missing_facts(condition, self, self._told, telling)

    def deciding(self, condition: Condition) -> tuple[str, ...]:
        """The facts whose values settle the condition."""
        return deciding_facts(condition, self, self._deciding_behind)

    def _told(self, condition: Condition, telling: Truth) -> tuple[str, ...] | None:
        term = self._term(condition)
        if term is None:
            return None
        what = telling if isinstance(condition, Name) else ANY_TRUTH
        missing = self._of_each(term, self._missing, self._missing_for_each)
        return distinct(fact for member in missing for fact in member[what])

    def _missing_for_each(self, condition: Condition) -> dict[Truth, tuple[str, ...]]:
        return {telling: self.missing(condition, telling) for telling in TELLINGS}

    def _deciding_behind(self, condition: Condition) -> tuple[str, ...] | None:
        term = self._term(condition)
        if term is None:
            return None
        facts = self._of_each(term, self._deciding, self.deciding)
        chosen = self._settling_members(condition) if isinstance(condition, Comparison) else range(len(facts))
        return distinct(fact for member in chosen for fact in facts[member])

    def _settling_members(self, comparison: Comparison) -> list[int]:
        """The members of a score that settle a comparison, whatever the others add; all where it is not settled."""
        summands = self._summands(comparison.fact)
        total = _sum(summands)
        truth = holds_over(comparison.tests, total)
        members = self.guideline.scores[comparison.fact].members
        if truth is Truth.UNKNOWN:
            return list(range(len(members)))
        settling = []
        for index in reversed(range(len(members))):
            own, free = summands[index], _summand(members[index].points, Truth.UNKNOWN)
            wider = Interval(total.low - own.low + free.low, total.high - own.high + free.high)
            if holds_over(comparison.tests, wider) is truth:
                total = wider
            else:
                settling.append(index)
        return settling[::-1]

    def _summands(self, name: str) -> list[Interval]:
        truths = self._of_each(name, self._truths, self.judge)
        members = self.guideline.scores[name].members
        return [_summand(member.points, truth) for member, truth in zip(members, truths, strict=True)]

    def _term(self, condition: Condition) -> str | None:
        """The criterion or score that a condition is the name of."""
        if isinstance(condition, Name) and condition.name in self.guideline.criteria:
            return condition.name
        if isinstance(condition, Comparison) and condition.fact in self.guideline.scores:
            return condition.fact
        return None

    def _of_each(self, term: str, known: ByTerm[T], judge: Callable[[Condition], T]) -> tuple[T, ...]:
        """What each condition behind a term comes to."""
        for name in self.guideline.inner_first(term, known):
            known[name] = tuple(judge(condition) for condition in self.guideline.terms[name])
        return known[term]


def _summand(points: int, truth: Truth) -> Interval:
    """What a member of a score adds."""
    is_unknown = Truth.UNKNOWN in truth
    if truth is Truth.TRUE:
        return Interval(points, points)
    if truth is Truth.FALSE:
        return Interval(0, 0)
    return Interval(min(points, 0), max(points, 0), truth.is_open, is_unknown)


def _sum(summands: list[Interval]) -> Interval:
    """From the least to the greatest sum."""
    return Interval(
        sum(each.low for each in summands),
        sum(each.high for each in summands),
        any(each.is_open for each in summands),
        any(each.may_be_unknown for each in summands),
    )
