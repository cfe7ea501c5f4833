"""Which advice a selector selects, under every pick of a choice and under some."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.model import Advice, Direction, Guideline, Selector, SelectorKind


def members_of(guideline: Guideline, selectors: Iterable[Selector]) -> frozenset[str]:
    """The interventions that any of the selectors stands for."""
    return frozenset(member for selector in selectors for member in guideline.members(selector))


def may_select(guideline: Guideline, advice: Advice, members: frozenset[str]) -> bool:
    """Whether the advice, under some pick, is about one of the interventions."""
    return not members.isdisjoint(members_of(guideline, advice.options))


def itself(intervention: str) -> Selector:
    """The selector of one intervention."""
    return Selector(SelectorKind.INTERVENTION, intervention, ())


def surely_selects(guideline: Guideline, advice: Advice, selectors: Iterable[Selector]) -> bool:
    """Whether the advice, under every pick, is about something that the selectors stand for.

    Advice for a class may give any member of it, so it gives none of them surely, not even an only one: it surely gives
    that class, and what is wider. Advice against it is against all.
    """
    if advice.choice.may_be_none:
        return False
    wanted = tuple(selectors)
    surely = _surely_against if advice.direction is Direction.AGAINST else _surely_for
    hits = [surely(guideline, option, wanted) for option in advice.options]
    return any(hits) if advice.choice.takes_every_option else all(hits)


def _surely_against(guideline: Guideline, option: Selector, wanted: tuple[Selector, ...]) -> bool:
    return not guideline.members(option).isdisjoint(members_of(guideline, wanted))


def _surely_for(guideline: Guideline, option: Selector, wanted: tuple[Selector, ...]) -> bool:
    own = guideline.members(option)
    is_one = option.by is SelectorKind.INTERVENTION
    wide_enough = (item for item in wanted if is_one or item.by is not SelectorKind.INTERVENTION)
    return bool(own) and own <= members_of(guideline, wide_enough)
