"""Nodes and constraints from their data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guidelint.diagnostic import Route
from guidelint.model.advice import Advice, Certainty, Choice, Direction, Strength, Urgency
from guidelint.model.build.conditions import Facts, build_condition
from guidelint.model.build.entries import build_selector, build_selectors, common
from guidelint.model.build.values import Data, exact, interval, quantity
from guidelint.model.constraints import (
    AdviceSelection,
    After,
    Always,
    Before,
    Constraint,
    Never,
    NodeSelection,
    Only,
    Together,
    Total,
)
from guidelint.model.entries import NotStated, QuantityInterval, Selector
from guidelint.model.nodes import Branch, Decision, FollowUp, Node, Recommendation

CHOICES = {choice.value: choice for choice in Choice if choice is not Choice.ONLY}
STRENGTHS = {strength.value: strength for strength in Strength}
CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
URGENCIES = {urgency.value: urgency for urgency in Urgency}


def build_node(id: str, raw: Data, route: Route, facts: Facts) -> Node:
    section = raw.get("section")
    if raw["type"] == "decision":
        branches = tuple(
            _branch(index, branch, (*route, "branches", index), facts) for index, branch in enumerate(raw["branches"])
        )
        return Decision(**common(id, raw, route), section=section, branches=branches)
    if raw["type"] == "recommendation":
        advice = tuple(
            _advice(index, item, (*route, "recommend", index)) for index, item in enumerate(raw["recommend"])
        )
        return Recommendation(**common(id, raw, route), section=section, advice=advice, then=raw.get("then"))
    return FollowUp(
        **common(id, raw, route),
        section=section,
        after=interval(raw["after"]) or QuantityInterval(None, None),
        observe=tuple(raw.get("observe", ())),
        at_most=exact(raw.get("at-most")),
        then=raw.get("then"),
        otherwise=raw.get("otherwise"),
    )


def _branch(index: int, raw: Data, route: Route, facts: Facts) -> Branch:
    if "else" in raw:
        return Branch(**common(str(index), raw, route), condition=None, target=raw["else"])
    condition = build_condition(raw["if"], (*route, "if"), facts)
    return Branch(**common(str(index), raw, route), condition=condition, target=raw["then"])


def _advice(index: int, raw: Data, route: Route) -> Advice:
    direction = Direction.FOR if "for" in raw else Direction.AGAINST
    choice, options = _target(raw[direction.value], (*route, direction.value))
    return Advice(
        **common(str(index), raw, route),
        direction=direction,
        choice=choice,
        options=options,
        strength=STRENGTHS.get(raw.get("strength", "")),
        certainty=CERTAINTIES.get(raw.get("certainty", "")),
        urgency=URGENCIES.get(raw.get("urgency", "")),
        course=NotStated.NOT_STATED if raw.get("course") == "not-stated" else interval(raw.get("course")),
        dose=interval(raw.get("dose")),
        every=interval(raw.get("every")),
        rationale=raw.get("rationale"),
    )


def _target(raw: Any, route: Route) -> tuple[Choice, tuple[Selector, ...]]:
    if isinstance(raw, dict):
        for key, choice in CHOICES.items():
            if key in raw:
                return choice, build_selectors(raw[key], (*route, key))
    return Choice.ONLY, (build_selector(raw, route),)


def build_constraint(id: str, raw: Data, route: Route, facts: Facts) -> Constraint:
    entry = common(id, raw, route)
    entry["when"] = build_condition(raw["when"], (*route, "when"), facts) if "when" in raw else None
    key = next(key for key in SHAPES if key in raw)
    return SHAPES[key](entry, raw, route)


def _selection(raw: Data, route: Route) -> AdviceSelection:
    key, direction = ("recommend", Direction.FOR) if "recommend" in raw else ("advise-against", Direction.AGAINST)
    place = (*route, key)
    target = raw[key]
    selectors = build_selectors(target, place) if isinstance(target, list) else (build_selector(target, place),)
    return AdviceSelection(direction, selectors, route)


def _advice_or_node(raw: Data, route: Route) -> AdviceSelection | NodeSelection:
    return NodeSelection(raw["node"], (*route, "node")) if "node" in raw else _selection(raw, route)


def _total(entry: Data, raw: Data, route: Route) -> Total:
    limit = raw["at-most"]
    return Total(
        **entry,
        advice=_selection(raw["total"], (*route, "total")),
        at_most=quantity(limit) if isinstance(limit, str) else int(limit),
    )


def _after(entry: Data, raw: Data, route: Route) -> After:
    return After(
        **entry,
        advice=_selection(raw["after"], (*route, "after")),
        follows=_advice_or_node(raw["follows"], (*route, "follows")),
        within=quantity(raw["within"]) if "within" in raw else None,
    )


def _before(entry: Data, raw: Data, route: Route) -> Before:
    comes = _advice_or_node(raw["comes"], (*route, "comes"))
    return Before(**entry, advice=_selection(raw["before"], (*route, "before")), comes=comes)


def _together(entry: Data, raw: Data, route: Route) -> Together:
    place = (*route, "together")
    second = _advice_or_node(raw["together"][1], (*place, 1))
    return Together(**entry, first=_selection(raw["together"][0], (*place, 0)), second=second)


def _of_advice(make: type[Never | Always | Only], key: str) -> Callable[[Data, Data, Route], Constraint]:
    return lambda entry, raw, route: make(**entry, advice=_selection(raw[key], (*route, key)))


SHAPES: dict[str, Callable[[Data, Data, Route], Constraint]] = {
    "together": _together,
    "never": _of_advice(Never, "never"),
    "always": _of_advice(Always, "always"),
    "only": _of_advice(Only, "only"),
    "before": _before,
    "after": _after,
    "total": _total,
}
"""`together` comes first: it carries a `never: true` of its own."""
