"""What on the walk of a witness violates a constraint, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence

from guidelint.diagnostic import at_key
from guidelint.logic import Logic, Witness
from guidelint.logic.gives import may_be
from guidelint.model import (
    Advice,
    AdviceSelection,
    After,
    Always,
    Before,
    Constraint,
    Guideline,
    Never,
    NodeSelection,
    Only,
    Together,
    Total,
)
from guidelint.verdicts.advice_on_walk import advice_of_last_visit, advice_passed, place_of_target, steps_passed
from guidelint.verdicts.violation import Violation, advice_of
from guidelint.verdicts.violation_words import (
    IS,
    given_in_words,
    selection_in_words,
    thing_in_words,
    when_in_words,
)
from guidelint.verdicts.violations_in_time import too_much, unanswered
from guidelint.wording import condition_in_words


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
            return unanswered(logic, constraint, witness)
        case Total():
            return too_much(logic, constraint, witness)
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
        place_of_target(item, "this does not surely give it")
        for item in passed
        if may_be(guideline, item, constraint.advice)
    ]
    what, given = selection_in_words(guideline, constraint.advice), IS[constraint.advice.direction]
    must = f"must always be {given.removeprefix('is ')}{when_in_words(guideline, constraint)}"
    return Violation(
        f"{what} {must}, but {'is nowhere surely so' if picks else 'is so nowhere on this walk'}",
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
    return [item for item in advice_of(node) if may_be(guideline, item, selection)]


def _latest_pair(passed: Sequence[Advice], ones: Sequence[Advice], others: Sequence[Advice]) -> list[Advice]:
    """The last advice that is one of the two, and the last before it that is the other, if it is not both itself."""
    later = next(item for item in reversed(passed) if item in ones or item in others)
    wanted = [*(others if later in ones else ()), *(ones if later in others else ())]
    earlier = [item for item in passed if item is not later and item in wanted]
    return [later, *earlier[-1:]]
