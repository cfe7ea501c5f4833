"""Which nodes may give, and which surely give, what a constraint speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from guidelint.model import (
    Advice,
    AdviceSelection,
    Choice,
    Direction,
    Guideline,
    NodeSelection,
    Recommendation,
    Selector,
)
from guidelint.selection import may_select, members_of, surely_selects

Selection = AdviceSelection | NodeSelection


@dataclass(frozen=True, slots=True)
class Gives:
    """Nodes by what passing them comes to; `surely` under every pick of their choices, `may` under some."""

    may: frozenset[str]
    surely: frozenset[str]


def gives(guideline: Guideline, selection: Selection) -> Gives:
    if isinstance(selection, NodeSelection):
        node = frozenset({selection.node})
        return Gives(node, node)
    nodes = list(guideline.recommendations())
    return Gives(
        frozenset(node.id for node in nodes if any(may_be(guideline, item, selection) for item in node.advice)),
        frozenset(node.id for node in nodes if any(surely_is(guideline, item, selection) for item in node.advice)),
    )


def may_be(guideline: Guideline, advice: Advice, selection: AdviceSelection) -> bool:
    if advice.direction is not selection.direction:
        return False
    return may_select(guideline, advice, members_of(guideline, selection.selectors))


def surely_is(guideline: Guideline, advice: Advice, selection: AdviceSelection) -> bool:
    if advice.direction is not selection.direction:
        return False
    return surely_selects(guideline, advice, selection.selectors)


def options_at_once(guideline: Guideline, advice: Advice, members: frozenset[str]) -> int:
    """How many options that may be one of the interventions a single pick can hold."""
    matching = sum(not members.isdisjoint(guideline.members(option)) for option in advice.options)
    return min(matching, 1) if _picks_one(advice) else matching


def may_be_both(guideline: Guideline, advice: Advice, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a single pick may give one of each; what lies in both counts for both."""
    if any(not (guideline.members(option) & one).isdisjoint(other) for option in advice.options):
        return True
    if advice.direction is Direction.AGAINST and any(
        _is_both(guideline, option, one, other) for option in advice.options
    ):
        return True
    return not _picks_one(advice) and any(
        _meet(guideline, pair, one, other) or _meet(guideline, pair, other, one)
        for pair in combinations(advice.options, 2)
    )


def given_by(guideline: Guideline, node: Recommendation, direction: Direction, members: frozenset[str]) -> set[str]:
    """Those of the interventions that a node may be for, or against."""
    advice = (item for item in node.advice if item.direction is direction)
    return {member for item in advice for member in members_of(guideline, item.options) & members}


def _is_both(guideline: Guideline, option: Selector, one: frozenset[str], other: frozenset[str]) -> bool:
    """Advice against a class is against every member of it."""
    own = guideline.members(option)
    return not own.isdisjoint(one) and not own.isdisjoint(other)


def _picks_one(advice: Advice) -> bool:
    return advice.choice in (Choice.EXACTLY_ONE, Choice.AT_MOST_ONE)


def _meet(guideline: Guideline, pair: Iterable[Selector], one: frozenset[str], other: frozenset[str]) -> bool:
    first, second = (guideline.members(option) for option in pair)
    return not first.isdisjoint(one) and not second.isdisjoint(other)
