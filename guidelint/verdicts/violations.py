"""What on the walk of a witness violates a constraint, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import cast

from guidelint.condition import Truth
from guidelint.diagnostic import Place, at_key
from guidelint.graph import EdgeKind
from guidelint.logic import Logic, Witness
from guidelint.logic.gives import may_be
from guidelint.logic.monitors import BoundedExistence, Mode, Response
from guidelint.model import (
    Advice,
    AdviceSelection,
    After,
    Always,
    Before,
    Constraint,
    FollowUp,
    Guideline,
    Never,
    NodeSelection,
    Only,
    Recommendation,
    Together,
    Total,
)
from guidelint.quantity import Quantity, spell
from guidelint.verdicts.advice_on_walk import (
    advice_of_last_visit,
    advice_passed,
    place_of_target,
    steps_passed,
    truth_at,
)
from guidelint.verdicts.violation_words import (
    IS,
    adoptions,
    given_in_words,
    is_without_limit,
    selection_in_words,
    sum_in_words,
    thing_in_words,
    times,
    when_in_words,
)
from guidelint.wording import condition_in_words


@dataclass(frozen=True, slots=True)
class Violation:
    """`charged` is the advice that violates, the one that is blamed first; nothing where advice is missing.

    `is_without_limit` says that it does so by a course that has no end.
    """

    message: str
    help: str
    charged: tuple[Advice, ...]
    related: tuple[Place, ...]
    is_without_limit: bool = False


def violation(logic: Logic, constraint: Constraint, witness: Witness) -> Violation:
    guideline = logic.guideline
    match constraint:
        case Never():
            return _given(guideline, constraint, witness, f"must never be{when_in_words(guideline, constraint)}")
        case Only():
            return _given(guideline, constraint, witness, _only(guideline, constraint))
        case Always():
            return _missing(guideline, constraint, witness)
        case Before():
            return _too_early(guideline, constraint, witness)
        case After():
            return _unanswered(logic, constraint, witness)
        case Total():
            return _too_much(logic, constraint, witness)
        case Together():
            return _together(guideline, constraint, witness)
    raise TypeError(constraint)


# Each shape ---------------------------------------------------------------------------------------------------------


def _given(guideline: Guideline, constraint: Never | Only, witness: Witness, rule: str) -> Violation:
    advice = _at_the_end(guideline, witness, constraint.advice)
    return Violation(
        f"{given_in_words(guideline, advice, constraint.advice)}, which {rule}",
        "keep these patients from this advice, or correct the constraint",
        tuple(advice),
        tuple(place_of_target(item) for item in advice),
    )


def _only(guideline: Guideline, constraint: Only) -> str:
    if constraint.when is None:
        return "is allowed for nobody"
    return f"is allowed only when: {condition_in_words(constraint.when, guideline)}"


def _missing(guideline: Guideline, constraint: Always, witness: Witness) -> Violation:
    end = steps_passed(witness)[-1].node
    passed = (item.advice for item in advice_passed(guideline, witness))
    picks = [
        place_of_target(item, "not under every pick") for item in passed if may_be(guideline, item, constraint.advice)
    ]
    what, given = selection_in_words(guideline, constraint.advice), IS[constraint.advice.direction]
    must = f"must always be {given.removeprefix('is ')}{when_in_words(guideline, constraint)}"
    return Violation(
        f"{what} {must}, but {'is so under some picks only' if picks else 'is so nowhere on this walk'}",
        "lead these patients to a node that surely gives it, or correct the constraint",
        (),
        (*picks, at_key(("nodes", end), "the walk ends here")),
    )


def _too_early(guideline: Guideline, constraint: Before, witness: Witness) -> Violation:
    advice = _at_the_end(guideline, witness, constraint.advice)
    given, first = given_in_words(guideline, advice, constraint.advice), thing_in_words(guideline, constraint.comes)
    return Violation(
        f"{given} before {first}, which must come first{when_in_words(guideline, constraint)}",
        "lead every way to this advice past what has to come first, or correct the constraint",
        tuple(advice),
        tuple(place_of_target(item) for item in advice),
    )


def _unanswered(logic: Logic, constraint: After, witness: Witness) -> Violation:
    guideline = logic.guideline
    monitor = cast(Response, logic.property(constraint.id))
    step = next(step for step in range(witness.passed) if _is_owed_since(logic, constraint, monitor, witness, step))
    node = guideline.nodes[steps_passed(witness)[step].node]
    advice = [item for item in _advice_of(node) if may_be(guideline, item, constraint.advice)]
    follows = thing_in_words(guideline, constraint.follows)
    within = "" if constraint.within is None else f" within {spell(constraint.within)}"
    return Violation(
        f"{given_in_words(guideline, advice, constraint.advice)}, but is not followed by {follows}{within}"
        f"{when_in_words(guideline, constraint)}",
        "lead every way on from this advice to what has to follow, in time, or correct the constraint",
        tuple(advice),
        (*(place_of_target(item) for item in advice), at_key(("nodes", witness.walk.nodes[-1]), "the walk ends here")),
    )


def _too_much(logic: Logic, constraint: Total, witness: Witness) -> Violation:
    guideline, limit = logic.guideline, constraint.at_most
    adds = cast(BoundedExistence, logic.property(constraint.id)).adds
    counted = [
        item
        for item in advice_passed(guideline, witness)
        if may_be(guideline, item.advice, constraint.advice) and _is_watched(guideline, constraint, witness, item.visit)
    ]
    steps = [step for step in steps_passed(witness) if _is_watched(guideline, constraint, witness, step.visit)]
    total = sum((adds.get(step.node, 0) for step in steps), Fraction(0))
    what, when = selection_in_words(guideline, constraint.advice), when_in_words(guideline, constraint)
    if not isinstance(limit, Quantity):
        given = f"{IS[constraint.advice.direction]} {times(int(total))}"
        message = f"{what} {given}, more often than {times(limit)}{when}"
    elif total == inf:
        message = f"courses of {what} have no limit, and must add up to no more than {spell(limit)}{when}"
    else:
        summed = sum_in_words(Quantity(Fraction(total), limit.unit), [item.advice for item in counted])
        message = f"courses of {what} add up to {summed}, more than the {spell(limit)} allowed{when}"
    return Violation(
        message,
        "shorten the courses, let the follow-up come round less often, or correct the constraint",
        tuple(dict.fromkeys(item.advice for item in reversed(counted) if total < inf or is_without_limit(item.advice))),
        tuple(adoptions(counted, by_time=isinstance(limit, Quantity))),
        is_without_limit=total == inf,
    )


def _together(guideline: Guideline, constraint: Together, witness: Witness) -> Violation:
    passed = [item.advice for item in advice_of_last_visit(guideline, witness)]
    first, second = constraint.first, constraint.second
    ones = [item for item in passed if may_be(guideline, item, first)]
    if isinstance(second, NodeSelection):
        pair, at_node = ones[-1:], [at_key(("nodes", second.node), "passed in the same visit")]
    else:
        others = [item for item in passed if may_be(guideline, item, second)]
        pair, at_node = _latest_pair(passed, ones, others), []
    both = f"{selection_in_words(guideline, first)} and {thing_in_words(guideline, second)}"
    return Violation(
        f"{both} come together in one visit, which must never be{when_in_words(guideline, constraint)}",
        "lead these patients past one of the two, or correct the constraint",
        tuple(pair),
        (*(place_of_target(item) for item in pair), *at_node),
    )


# What they share ----------------------------------------------------------------------------------------------------


def _at_the_end(guideline: Guideline, witness: Witness, selection: AdviceSelection) -> list[Advice]:
    node = guideline.nodes[steps_passed(witness)[-1].node]
    return [item for item in _advice_of(node) if may_be(guideline, item, selection)]


def _advice_of(node: object) -> Sequence[Advice]:
    return node.advice if isinstance(node, Recommendation) else ()


def _is_owed_since(logic: Logic, constraint: After, monitor: Response, witness: Witness, start: int) -> bool:
    """Whether what was given at this step of the walk is still waiting for its answer at the end."""
    steps = steps_passed(witness)
    if steps[start].node not in monitor.given or not _is_sure(logic.guideline, constraint, witness, steps[start].visit):
        return False
    mode: Mode = Fraction(0)
    for step in steps[start + 1 :]:
        node = logic.guideline.nodes[step.node]
        begins_visit = isinstance(node, FollowUp) and step.way is EdgeKind.THEN
        following = next(iter(monitor.passing(node, mode, begins_visit=begins_visit)), None)
        if following is None:
            return False
        mode = following[1]
    return True


def _is_watched(guideline: Guideline, constraint: Constraint, witness: Witness, visit: int) -> bool:
    return constraint.when is None or truth_at(guideline, witness, visit, constraint.when) is not Truth.FALSE


def _is_sure(guideline: Guideline, constraint: Constraint, witness: Witness, visit: int) -> bool:
    return constraint.when is None or truth_at(guideline, witness, visit, constraint.when) is Truth.TRUE


def _latest_pair(passed: Sequence[Advice], ones: Sequence[Advice], others: Sequence[Advice]) -> list[Advice]:
    """The last advice that is one of the two, and the last before it that is the other, if it is not both itself."""
    later = next(item for item in reversed(passed) if item in ones or item in others)
    wanted = [*(others if later in ones else ()), *(ones if later in others else ())]
    earlier = [item for item in passed if item is not later and item in wanted]
    return [later, *earlier[-1:]]
