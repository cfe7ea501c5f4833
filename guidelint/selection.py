"""Which advice a selector selects, under every pick of a choice and under some."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.model import Advice, Direction, Guideline, Selector


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
    return any(hits) if advice.choice.takes_every_option else all(hits)


def _surely(guideline: Guideline, option: Selector, members: frozenset[str], direction: Direction) -> bool:
    own = guideline.members(option)
    if direction is Direction.AGAINST:
        return not own.isdisjoint(members)
    return bool(own) and own <= members
