"""Facts, scores, criteria, interventions, statements and references from their data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guidelint.diagnostic import Route
from guidelint.model.build.conditions import Facts, build_condition
from guidelint.model.build.values import Data, exact, fact_value
from guidelint.model.entries import (
    Assumption,
    Case,
    ChoiceValue,
    Code,
    Contraindication,
    Criterion,
    Fact,
    FactType,
    Intervention,
    Kind,
    Reference,
    Score,
    ScoreMember,
    Section,
    Selector,
    SelectorKind,
    Statement,
    Waiver,
)

KINDS = {kind.value: kind for kind in Kind}
FACT_TYPES = {kind.value: kind for kind in FactType}


def build_codes(raw: Data) -> tuple[Code, ...]:
    return tuple(Code(code["system"], code["code"], code.get("display")) for code in raw.get("codes", ()))


def common(id: str, raw: Any, route: Route) -> dict[str, Any]:
    """What every entry may carry, as keyword arguments."""
    if not isinstance(raw, dict):
        return {"id": id, "route": route}
    return {
        "id": id,
        "route": route,
        "label": raw.get("label"),
        "description": raw.get("description"),
        "note": raw.get("note"),
        "because": tuple(raw["because"]) if "because" in raw else (),
        "codes": build_codes(raw) if "codes" in raw else (),
    }


def build_reference(id: str, raw: Data, route: Route) -> Reference:
    return Reference(
        **common(id, raw, route),
        title=raw.get("title"),
        year=exact(raw.get("year")),
        doi=raw.get("doi"),
        pmid=raw.get("pmid"),
        url=raw.get("url"),
        unresolved=raw.get("unresolved"),
        defect=raw.get("defect"),
    )


def build_statement(id: str, raw: Data, route: Route) -> Statement:
    return Statement(
        **common(id, raw, route), says=raw["says"], cites=tuple(raw.get("cites", ())), defect=raw.get("defect")
    )


def build_section(id: str, raw: Data, route: Route) -> Section:
    return Section(**common(id, raw, route))


def build_fact(id: str, raw: Data, route: Route) -> Fact:
    low, high = raw.get("range", (None, None))
    values, default = raw.get("values", {}), raw.get("default")
    is_text = isinstance(default, str)
    fact = Fact(
        **common(id, raw, route),
        type=FACT_TYPES[raw["type"]],
        values=tuple((value, _value_label(value, entry)) for value, entry in values.items()),
        unit=raw.get("unit"),
        low=exact(low),
        high=exact(high),
        default=None if is_text else exact(default),
        is_observed="observed" in raw,
        may_be_unknown="known" in raw,
        obtained_by=raw.get("obtained-by"),
        value_entries=tuple(
            ChoiceValue(**common(value, entry, (*route, "values", value)))
            for value, entry in values.items()
            if isinstance(entry, dict)
        ),
    )
    return replace(fact, default=fact_value(default, fact)) if is_text else fact


def _value_label(value: str, entry: Any) -> str:
    label = entry.get("label") if isinstance(entry, dict) else entry
    return value if label is None else str(label)


def build_assumption(index: int, raw: Any, route: Route, facts: Facts) -> Assumption:
    is_implication = isinstance(raw, dict) and "if" in raw
    if is_implication:
        condition = build_condition(raw["if"], (*route, "if"), facts)
        consequence = build_condition(raw["then"], (*route, "then"), facts)
        return Assumption(**common(str(index), raw, route), condition=condition, consequence=consequence)
    return Assumption(**common(str(index), raw, route), condition=build_condition(raw, route, facts), consequence=None)


def build_score(id: str, raw: Data, route: Route, facts: Facts) -> Score:
    members = []
    for index, member in enumerate(raw["add"]):
        place = (*route, "add", index)
        condition = build_condition(member["if"], (*place, "if"), facts)
        members.append(
            ScoreMember(**common(str(index), member, place), points=int(member["points"]), condition=condition)
        )
    return Score(**common(id, raw, route), members=tuple(members))


def build_criterion(id: str, raw: Data, route: Route, facts: Facts) -> Criterion:
    condition = build_condition(raw, route, facts)
    return Criterion(**common(id, raw, route), condition=condition, is_red_flag=raw.get("red-flag", False))


def build_intervention(id: str, raw: Data, route: Route, facts: Facts) -> Intervention:
    classes = raw.get("class", ())
    return Intervention(
        **common(id, raw, route),
        kind=KINDS[raw["kind"]],
        classes=(classes,) if isinstance(classes, str) else tuple(classes),
        contraindications=_contraindications(raw.get("contraindicated"), (*route, "contraindicated"), facts),
    )


def _contraindications(raw: Any, route: Route, facts: Facts) -> tuple[Contraindication, ...]:
    if raw is None:
        return ()
    if isinstance(raw, dict):
        return (_contraindication("0", raw, route, facts),)
    return tuple(_contraindication(str(index), item, (*route, index), facts) for index, item in enumerate(raw))


def _contraindication(id: str, raw: Data, route: Route, facts: Facts) -> Contraindication:
    return Contraindication(**common(id, raw, route), when=build_condition(raw["when"], (*route, "when"), facts))


def build_selector(raw: Any, route: Route) -> Selector:
    if isinstance(raw, str):
        return Selector(SelectorKind.INTERVENTION, raw, route)
    by = SelectorKind.CLASS if "class" in raw else SelectorKind.KIND
    return Selector(by, raw[by.value], (*route, by.value))


def build_selectors(raw: Any, route: Route) -> tuple[Selector, ...]:
    return tuple(build_selector(item, (*route, index)) for index, item in enumerate(raw))


def build_case(id: str, raw: Data, route: Route, facts: Facts) -> Case:
    expect = raw.get("expect", {})
    place = (*route, "expect")
    return Case(
        **common(id, raw, route),
        patient=_values(raw.get("patient", {}), facts),
        visits=tuple(_values(visit, facts) for visit in raw.get("visits", ())),
        ends=expect.get("ends"),
        recommends=build_selectors(expect.get("recommends", ()), (*place, "recommends")),
        never=build_selectors(expect.get("never", ()), (*place, "never")),
        advises_against=build_selectors(expect.get("advises-against", ()), (*place, "advises-against")),
    )


def _values(raw: Data, facts: Facts) -> tuple[tuple[str, Any], ...]:
    return tuple((name, fact_value(value, facts.get(name))) for name, value in raw.items())


def build_waiver(raw: Data, route: Route) -> Waiver:
    return Waiver(raw["rule"], raw.get("at"), raw.get("reason"), raw.get("by"), raw.get("until"), route)
