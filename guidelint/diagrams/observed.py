"""What is observed at a follow-up, in as few words as say it all."""

from __future__ import annotations

from guidelint.condition import AnyOf, Condition, Name
from guidelint.model import Criterion, FollowUp, Guideline

FEWEST_FACTS = 3
"""A criterion with fewer stands no shorter than its facts."""


def observed_in_words(node: FollowUp, guideline: Guideline) -> str:
    """The facts; a criterion in place of all of its facts, where it is met by any of them and all are observed."""
    left = dict.fromkeys(node.observe)
    said: dict[str, str] = {}
    for facts, criterion in _widest_first(node, guideline):
        if facts <= left.keys():
            said[next(name for name in left if name in facts)] = criterion.name
            left = {name: None for name in left if name not in facts}
    said |= {name: guideline.label(name) for name in left}
    return "; ".join(said[name] for name in dict.fromkeys(node.observe) if name in said)


def _widest_first(node: FollowUp, guideline: Guideline) -> list[tuple[frozenset[str], Criterion]]:
    observed = frozenset(node.observe)
    found = [(_alternatives(criterion, guideline, observed), criterion) for criterion in guideline.criteria.values()]
    return sorted((pair for pair in found if len(pair[0]) >= FEWEST_FACTS), key=lambda pair: -len(pair[0]))


def _alternatives(criterion: Criterion, guideline: Guideline, observed: frozenset[str]) -> frozenset[str]:
    """The facts any one of which meets a criterion; none where that is not all there is to it, or not observed."""
    facts: set[str] = set()
    passed = {criterion.id}
    waiting: list[Condition] = [criterion.condition]
    while waiting:
        condition = waiting.pop()
        if isinstance(condition, AnyOf):
            waiting += condition.parts
        elif isinstance(condition, Name) and condition.name in guideline.criteria:
            if condition.name not in passed:
                passed.add(condition.name)
                waiting.append(guideline.criteria[condition.name].condition)
        elif isinstance(condition, Name) and condition.name in observed:
            facts.add(condition.name)
        else:
            return frozenset()
    return frozenset(facts)
