"""Which facts a condition still waits for, and which ones settled it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from guidelint.condition.evaluation import Valuation, evaluate
from guidelint.condition.tree import AllOf, AnyOf, Condition, Leaf, Not, name_in, parts
from guidelint.condition.truth import ANY_TRUTH, Truth, negation

Told = Callable[[Condition, Truth], tuple[str, ...] | None]
"""What `missing_facts` says of a name or a comparison that stands for a criterion or a score; None for any other."""

Behind = Callable[[Condition], tuple[str, ...] | None]
"""What `deciding_facts` says of them."""

TELLINGS = (ANY_TRUTH, Truth.TRUE, Truth.FALSE)
"""What is to be told of a condition: which of the three it is, whether it is true, or whether it is false."""


def missing_facts(
    condition: Condition, valuation: Valuation, told: Told, telling: Truth = ANY_TRUTH
) -> tuple[str, ...]:
    """The facts that are not given and that must be before this can be told of a condition, in reading order.

    A condition is read part by part: `any: [x, {not: x}]` depends on `x`.
    """
    truth = evaluate(condition, valuation)
    if not truth.is_open or not truth & telling:
        return ()
    if isinstance(condition, Leaf):
        facts = told(condition, telling)
        return (name_in(condition),) if facts is None else facts
    of_parts = _telling_of_parts(condition, valuation, telling)
    return distinct(fact for part in parts(condition) for fact in missing_facts(part, valuation, told, of_parts))


def _telling_of_parts(condition: Condition, valuation: Valuation, telling: Truth) -> Truth:
    """What must be told of the parts.

    Where a part of `any` cannot be false, the whole cannot be either, so it matters only whether each part is true.
    """
    if isinstance(condition, Not):
        return negation(telling)
    if telling is not ANY_TRUTH:
        return telling
    decisive = Truth.FALSE if isinstance(condition, AllOf) else Truth.TRUE
    is_decisive = any(negation(decisive) not in evaluate(part, valuation) for part in parts(condition))
    return decisive if is_decisive else ANY_TRUTH


def deciding_facts(condition: Condition, valuation: Valuation, behind: Behind) -> tuple[str, ...]:
    """Facts that settle the truth of a condition by their values, in reading order; as few as reading finds."""
    if isinstance(condition, Leaf):
        facts = behind(condition)
        return (name_in(condition),) if facts is None else facts
    chosen = _settling_parts(condition, valuation)
    return distinct(fact for part in chosen for fact in deciding_facts(part, valuation, behind))


def _settling_parts(condition: Condition, valuation: Valuation) -> tuple[Condition, ...]:
    """One part where one is enough (a true part of `any`, a false part of `all`), else all of them."""
    enough = {AllOf: Truth.FALSE, AnyOf: Truth.TRUE}.get(type(condition))
    settling = (part for part in parts(condition) if evaluate(part, valuation) is enough)
    one = next(settling, None)
    return parts(condition) if one is None else (one,)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, where it comes first."""
    return tuple(dict.fromkeys(names))
