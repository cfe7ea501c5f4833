"""Which facts a condition still waits for, and which ones settled it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from guidelint.condition.evaluation import Valuation, evaluate
from guidelint.condition.tree import AllOf, AnyOf, Condition, Leaf, name_in, parts
from guidelint.condition.truth import Truth

Behind = Callable[[Condition], tuple[str, ...] | None]
"""The facts behind a name or a comparison that stands for a criterion or a score; None for any other condition."""


def missing_facts(condition: Condition, valuation: Valuation, behind: Behind) -> tuple[str, ...]:
    """The facts that are not given and that the truth of a condition still depends on, in reading order.

    A condition is read part by part: `any: [x, {not: x}]` depends on `x`.
    """
    if not evaluate(condition, valuation).is_open:
        return ()
    if isinstance(condition, Leaf):
        return _of_leaf(condition, behind)
    return distinct(fact for part in parts(condition) for fact in missing_facts(part, valuation, behind))


def deciding_facts(condition: Condition, valuation: Valuation, behind: Behind) -> tuple[str, ...]:
    """Facts that settle the truth of a condition by their values, in reading order; as few as reading finds."""
    if isinstance(condition, Leaf):
        return _of_leaf(condition, behind)
    chosen = _settling_parts(condition, valuation)
    return distinct(fact for part in chosen for fact in deciding_facts(part, valuation, behind))


def _settling_parts(condition: Condition, valuation: Valuation) -> tuple[Condition, ...]:
    """One part where one is enough (a true part of `any`, a false part of `all`), else all of them."""
    enough = {AllOf: Truth.FALSE, AnyOf: Truth.TRUE}.get(type(condition))
    settling = (part for part in parts(condition) if evaluate(part, valuation) is enough)
    one = next(settling, None)
    return parts(condition) if one is None else (one,)


def _of_leaf(leaf: Leaf, behind: Behind) -> tuple[str, ...]:
    facts = behind(leaf)
    return (name_in(leaf),) if facts is None else facts


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, where it comes first."""
    return tuple(dict.fromkeys(names))
