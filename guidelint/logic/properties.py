"""Constraints, contraindications and contradictions as monitors."""

from __future__ import annotations

from math import inf

from guidelint.condition import Condition
from guidelint.logic.formula import Compiler
from guidelint.logic.gives import given_by, gives, may_be, may_be_both, options_at_once
from guidelint.logic.monitors import (
    Absence,
    Amount,
    BoundedExistence,
    Coexistence,
    Duplication,
    Existence,
    Monitor,
    Precedence,
    Response,
    Watch,
)
from guidelint.model import (
    Advice,
    AdviceSelection,
    After,
    Always,
    Before,
    Constraint,
    Direction,
    Guideline,
    Never,
    NodeSelection,
    Only,
    QuantityInterval,
    Recommendation,
    Together,
    Total,
)
from guidelint.quantity import Quantity, convert
from guidelint.selection import itself, members_of

SECONDS = "s"


def property_of(guideline: Guideline, compiler: Compiler, constraint: Constraint) -> Monitor:
    """What must never happen holds unless `when` is surely false; what is owed, where it is surely true."""
    when = constraint.when
    match constraint:
        case Never():
            return Absence(nodes=gives(guideline, constraint.advice).may, watch=possibly(compiler, when))
        case Only():
            is_right = compiler.conjunction(()) if when is None else compiler.surely(compiler.compile(when))
            return Absence(nodes=gives(guideline, constraint.advice).may, watch=compiler.negation(is_right))
        case Always():
            return Existence(gives(guideline, constraint.advice).surely, surely(compiler, when))
        case Before():
            earlier = gives(guideline, constraint.comes).surely
            given = gives(guideline, constraint.advice).may
            return Precedence(given=given, earlier=earlier, watch=possibly(compiler, when))
        case After():
            return _response(guideline, constraint, surely(compiler, when))
        case Total():
            return _total(guideline, constraint, possibly(compiler, when))
        case Together():
            return _together(guideline, constraint, possibly(compiler, when))
    raise TypeError(constraint)


def contraindication(guideline: Guideline, compiler: Compiler, intervention: str, index: int) -> Monitor:
    when = guideline.interventions[intervention].contraindications[index].when
    return Absence(nodes=gives(guideline, _of(intervention, Direction.FOR)).may, watch=possibly(compiler, when))


def consistency(guideline: Guideline, intervention: str) -> Monitor:
    """Never for and against the intervention in one visit."""
    first, second = (gives(guideline, _of(intervention, direction)).may for direction in Direction)
    return Coexistence(first, second, first & second, None)


def no_two_of(guideline: Guideline, members: frozenset[str]) -> Monitor:
    """Never two different ones of the interventions in one visit."""
    nodes = list(guideline.recommendations())
    of_node = {node.id: frozenset(given_by(guideline, node, Direction.FOR, members)) for node in nodes}
    return Duplication(of_node, frozenset(node.id for node in nodes if _gives_two(guideline, node, members)))


def possibly(compiler: Compiler, when: Condition | None) -> Watch:
    return None if when is None else compiler.possibly(compiler.compile(when))


def surely(compiler: Compiler, when: Condition | None) -> Watch:
    return None if when is None else compiler.compile(when)


def _of(intervention: str, direction: Direction) -> AdviceSelection:
    return AdviceSelection(direction, (itself(intervention),), ())


def _gives_two(guideline: Guideline, node: Recommendation, members: frozenset[str]) -> bool:
    """Whether one passing of a node may give two different members."""
    given = [
        (item, members_of(guideline, item.options) & members) for item in node.advice if item.direction is Direction.FOR
    ]
    for place, (item, own) in enumerate(given):
        if any(may_be_both(guideline, item, frozenset({one}), own - {one}) for one in own):
            return True
        if any(own and other and len(own | other) > 1 for _, other in given[place + 1 :]):
            return True
    return False


def _response(guideline: Guideline, constraint: After, watch: Watch) -> Monitor:
    within = constraint.within
    limit = None if within is None else convert(within.value, within.unit, SECONDS)
    lasts = {node.id: _longest(node.after, SECONDS) for node in guideline.follow_ups()}
    given, later = gives(guideline, constraint.advice).may, gives(guideline, constraint.follows).surely
    return Response(given, later, watch, limit, lasts)


def _total(guideline: Guideline, constraint: Total, watch: Watch) -> Monitor:
    limit = constraint.at_most
    unit = limit.unit if isinstance(limit, Quantity) else None
    adds = {
        node.id: sum((_added(guideline, item, constraint.advice, unit) for item in node.advice), 0)
        for node in guideline.recommendations()
    }
    return BoundedExistence(adds=adds, limit=limit.value if isinstance(limit, Quantity) else limit, watch=watch)


def _added(guideline: Guideline, advice: Advice, selection: AdviceSelection, unit: str | None) -> Amount:
    """What one adoption adds under its largest pick: times, or the longest courses in a unit."""
    if advice.direction is not selection.direction:
        return 0
    times = options_at_once(guideline, advice, members_of(guideline, selection.selectors))
    if unit is None or not times:
        return times
    return times * (_longest(advice.course, unit) if isinstance(advice.course, QuantityInterval) else inf)


def _longest(interval: QuantityInterval, unit: str) -> Amount:
    return inf if interval.high is None else convert(interval.high.value, interval.high.unit, unit)


def _together(guideline: Guideline, constraint: Together, watch: Watch) -> Monitor:
    first, second = gives(guideline, constraint.first).may, gives(guideline, constraint.second).may
    if isinstance(constraint.second, NodeSelection):
        at_once = first & second
    else:
        nodes = (node for node in guideline.recommendations() if node.id in first & second)
        pair = (constraint.first, constraint.second)
        at_once = frozenset(node.id for node in nodes if _both_in(guideline, node, *pair))
    return Coexistence(first, second, at_once, watch)


def _both_in(guideline: Guideline, node: Recommendation, one: AdviceSelection, other: AdviceSelection) -> bool:
    """Whether one passing of a node may give both: by two items, or by one that may be both."""
    ones = [item for item in node.advice if may_be(guideline, item, one)]
    others = [item for item in node.advice if may_be(guideline, item, other)]
    if any(item is not another for item in ones for another in others):
        return True
    members = [members_of(guideline, selection.selectors) for selection in (one, other)]
    return any(may_be_both(guideline, item, *members) for item in ones if item in others)
