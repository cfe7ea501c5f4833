"""Constraints on time and amounts: what is not followed in time, and what adds up to too much."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import NamedTuple, cast

from guidelint.diagnostic import Place, at_key, at_value
from guidelint.graph import EdgeKind
from guidelint.logic import Logic, Witness
from guidelint.logic.gives import may_be
from guidelint.logic.monitors import LATE, Amount, BoundedExistence, Mode, Response
from guidelint.logic.properties import SECONDS
from guidelint.model import After, FollowUp, Total
from guidelint.quantity import Quantity, convert, spell
from guidelint.verdicts.advice_on_walk import advice_passed, place_of_target, steps_passed
from guidelint.verdicts.violation import Violation, advice_of, is_sure, is_watched
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

LESS_OFTEN = "let nobody come to this advice so often"


def unanswered(logic: Logic, constraint: After, witness: Witness) -> Violation:
    guideline = logic.guideline
    waits = (_waiting(logic, constraint, witness, step) for step in range(witness.passed))
    wait = next(wait for wait in waits if wait is not None)
    advice = [
        item
        for item in advice_of(guideline.nodes[steps_passed(witness)[wait.since].node])
        if may_be(guideline, item, constraint.advice)
    ]
    given, when = given_in_words(guideline, advice, constraint.advice), when_in_words(guideline, constraint)
    follows = thing_in_words(guideline, constraint.follows)
    within = "" if constraint.within is None else f" within {spell(constraint.within)}"
    if wait.too_long is not None and wait.comes_after is not None:
        message = f"{given}, but is followed by {follows} {_long(wait.comes_after, wait.too_long)}, not{within}{when}"
        help, end = "let less time go by before it, or correct the constraint", _place_of_time(wait.too_long)
    else:
        message = f"{given}, but is not followed by {follows}{within}{when}"
        help = "lead every way on from this advice to what has to follow, in time, or correct the constraint"
        end = at_key(("nodes", witness.walk.nodes[-1]), "the walk ends here")
    return Violation(message, help, tuple(advice), (*(place_of_target(item) for item in advice), end))


class _Wait(NamedTuple):
    """For an answer to what was given at a step: `too_long` is the follow-up by which the time is over, `comes_after`
    the seconds after which the answer comes all the same."""

    since: int
    too_long: FollowUp | None
    comes_after: Amount | None


def _waiting(logic: Logic, constraint: After, witness: Witness, start: int) -> _Wait | None:
    """What is still owed at the end of the walk since this step."""
    monitor = cast(Response, logic.property(constraint.id))
    first, *later = steps_passed(witness)[start:]
    if first.node not in monitor.given or not is_sure(logic.guideline, constraint, witness, first.visit):
        return None
    mode: Mode = Fraction(0)
    gone: Amount = 0
    too_long = None
    for step in later:
        node = logic.guideline.nodes[step.node]
        begins_visit = isinstance(node, FollowUp) and step.way is EdgeKind.THEN
        gone += monitor.lasts[node.id] if begins_visit else 0
        following = next(iter(monitor.passing(node, mode, begins_visit=begins_visit)), None)
        if following is None:
            return None
        mode = following[1]
        if mode is LATE and too_long is None and isinstance(node, FollowUp):
            too_long = node
        if too_long is not None and node.id in monitor.later:
            return _Wait(start, too_long, gone)
    return _Wait(start, too_long, None)


def _long(seconds: Amount, follow_up: FollowUp) -> str:
    """In the unit of the follow-up that takes too long."""
    high = follow_up.after.high
    if high is None or seconds == inf:
        return "only after a time without a limit"
    return f"only after up to {spell(Quantity(convert(Fraction(seconds), SECONDS, high.unit), high.unit))}"


def _place_of_time(follow_up: FollowUp) -> Place:
    after = (*follow_up.route, "after")
    low, high = follow_up.after.low, follow_up.after.high
    if high is None:
        return at_value(after, "this has no `max`")
    return at_value(after if low is high else (*after, "max"), "too much time has gone by after this")


def too_much(logic: Logic, constraint: Total, witness: Witness) -> Violation:
    guideline, limit = logic.guideline, constraint.at_most
    adds = cast(BoundedExistence, logic.property(constraint.id)).adds
    counted = [
        item
        for item in advice_passed(guideline, witness)
        if may_be(guideline, item.advice, constraint.advice) and is_watched(guideline, constraint, witness, item.visit)
    ]
    steps = [step for step in steps_passed(witness) if is_watched(guideline, constraint, witness, step.visit)]
    total = sum((adds.get(step.node, 0) for step in steps), Fraction(0))
    what, when = selection_in_words(guideline, constraint.advice), when_in_words(guideline, constraint)
    if not isinstance(limit, Quantity):
        given = f"{IS[constraint.advice.direction]} {times(int(total))}"
        message, mend = f"{what} {given}, more often than {times(limit)}{when}", LESS_OFTEN
    elif total == inf:
        message = f"courses of {what} have no limit, and must add up to no more than {spell(limit)}{when}"
        mend = "give each course a `max`"
    else:
        summed = sum_in_words(Quantity(Fraction(total), limit.unit), [item.advice for item in counted])
        message = f"courses of {what} add up to {summed}, more than the {spell(limit)} allowed{when}"
        mend = f"shorten the courses, {LESS_OFTEN}"
    return Violation(
        message,
        f"{mend}, or correct the constraint",
        tuple(dict.fromkeys(item.advice for item in reversed(counted) if total < inf or is_without_limit(item.advice))),
        tuple(adoptions(counted, by_time=isinstance(limit, Quantity))),
        is_without_limit=total == inf,
    )
