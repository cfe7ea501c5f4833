"""What violates a constraint, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from guidelint.diagnostic import Place
from guidelint.logic.gives import surely_is
from guidelint.model import (
    Advice,
    AdviceSelection,
    Constraint,
    Direction,
    Guideline,
    NodeSelection,
    QuantityInterval,
    Selector,
)
from guidelint.quantity import Quantity, convert, spell, spell_number
from guidelint.selection import members_of
from guidelint.verdicts.advice_on_walk import GIVEN, place_of_target
from guidelint.walk import Adopted
from guidelint.wording import condition_in_words, interval_in_words, listed, named, selector_in_words

IS = {Direction.FOR: "is recommended", Direction.AGAINST: "is advised against"}


def adoptions(counted: Iterable[Adopted], *, by_time: bool) -> Iterator[Place]:
    """Each place once, with how often and how long it is given there."""
    for advice, count in Counter(item.advice for item in counted).items():
        often = f" {times(count)}" if count > 1 else ""
        long = _course_in_words(advice) if by_time else ""
        yield place_of_target(advice, f"{GIVEN[advice.direction]}{often}{long}")


def _course_in_words(advice: Advice) -> str:
    if isinstance(advice.course, QuantityInterval) and advice.course.high is not None:
        return f", for {interval_in_words(advice.course)}"
    return ", without a limit"


def is_without_limit(advice: Advice) -> bool:
    """Whether its course has no longest length."""
    return not isinstance(advice.course, QuantityInterval) or advice.course.high is None


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{spell_number(Fraction(count))} times")


def when_in_words(guideline: Guideline, constraint: Constraint) -> str:
    return "" if constraint.when is None else f" (when: {condition_in_words(constraint.when, guideline)})"


def sum_in_words(total: Quantity, advice: Iterable[Advice]) -> str:
    """In the unit of the limit, or in that of a course where only that makes it a whole number."""
    courses = [item.course for item in advice if isinstance(item.course, QuantityInterval)]
    units = [total.unit, *(end.unit for course in courses for end in course.quantities)]
    sums = [Quantity(convert(total.value, total.unit, unit), unit) for unit in units]
    return spell(next((each for each in sums if each.value.denominator == 1), total))


def given_in_words(guideline: Guideline, advice: Sequence[Advice], selection: AdviceSelection) -> str:
    """What is given, as far as the advice says: `Ibuprofen is recommended`."""
    wanted = members_of(guideline, selection.selectors)
    options = [option for item in advice for option in item.options]
    names = [name for option in options for name in _names(guideline, option, wanted)]
    is_sure = any(surely_is(guideline, item, selection) for item in advice)
    verb = IS[selection.direction] if is_sure else IS[selection.direction].replace("is", "may be", 1)
    return f"{listed(list(dict.fromkeys(names)), 'or')} {verb}"


def _names(guideline: Guideline, option: Selector, wanted: frozenset[str]) -> list[str]:
    """An option, or those of its members that are meant."""
    members = guideline.members(option)
    if members <= wanted:
        return [selector_in_words(option, guideline)]
    return [item.name for item in guideline.interventions.values() if item.id in members & wanted]


def selection_in_words(guideline: Guideline, selection: AdviceSelection) -> str:
    return listed([selector_in_words(selector, guideline) for selector in selection.selectors], "or")


def thing_in_words(guideline: Guideline, selection: AdviceSelection | NodeSelection) -> str:
    if isinstance(selection, NodeSelection):
        return f"node {named(guideline.nodes[selection.node])}"
    advice = "" if selection.direction is Direction.FOR else "advice against "
    return f"{advice}{selection_in_words(guideline, selection)}"
