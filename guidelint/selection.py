"""Which advice a selector selects, under every pick of a choice and under some."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.model import Advice, Choice, Direction, Guideline, Selector, SelectorKind


def members_of(guideline: Guideline, selectors: Iterable[Selector]) -> frozenset[str]:
    """The interventions that any of the selectors stands for."""
    return frozenset(member for selector in selectors for member in guideline.members(selector))


def may_select(guideline: Guideline, advice: Advice, members: frozenset[str]) -> bool:
    """Whether the advice, under some pick, is about one of the interventions."""
    return not members.isdisjoint(members_of(guideline, advice.options))


def surely_selects(guideline: Guideline, advice: Advice, members: frozenset[str]) -> bool:
    """Whether the advice, under every pick, is about one of the interventions.

    Advice for a class may give any member of it, so it gives none of them surely; advice against it is against all.
    """
    if advice.choice.may_be_none:
        return False
    hits = [_surely(guideline, option, members, advice.direction) for option in advice.options]
    if advice.choice.takes_every_option:
        return any(hits)
    return all(hits)


def _surely(guideline: Guideline, option: Selector, members: frozenset[str], direction: Direction) -> bool:
    own = guideline.members(option)
    if direction is Direction.AGAINST:
        return not own.isdisjoint(members)
    return bool(own) and own <= members


def picks_in_words(advice: Advice) -> str:
    """How many of the options are picked, for a sentence that goes on with their names."""
    return PICKS[advice.choice] if len(advice.options) > 1 or advice.choice.may_be_none else ""


PICKS = {
    Choice.ONLY: "",
    Choice.EXACTLY_ONE: "one of",
    Choice.AT_MOST_ONE: "none or one of",
    Choice.ONE_OR_MORE: "one or more of",
    Choice.ALL: "all of",
    Choice.ANY: "any of",
}


def selector_in_words(guideline: Guideline, selector: Selector) -> str:
    if selector.by is SelectorKind.INTERVENTION:
        intervention = guideline.interventions.get(selector.name)
        return intervention.name if intervention else selector.name
    return f"{selector.by.value} {selector.name}"
