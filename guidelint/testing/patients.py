"""Patients that a guideline allows, and their walks.

A patient respects the types, ranges and values of the facts, what may be unknown, and the assumptions in every visit.
Facts with a default are left out now and then, as a vignette does.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from guidelint.condition import Name, Not, NotKnown, Truth, ValueOrNot
from guidelint.model import Fact, FactType, Guideline
from guidelint.valuation import PatientValuation
from guidelint.walk import Patient, Walk, walk

DECIMAL_PLACES = 2


def patients(guideline: Guideline, most_visits: int = 8) -> st.SearchStrategy[Patient]:
    """Patients of a guideline, with what is observed at every follow-up that they could pass, up to `most_visits`."""
    visits = min(most_visits, _visits(guideline))
    return _drafts(guideline, visits).filter(lambda patient: _is_possible(guideline, patient))


def walks(guideline: Guideline, most_visits: int = 8) -> st.SearchStrategy[tuple[Patient, Walk]]:
    """Patients with their walks."""
    return patients(guideline, most_visits).map(lambda patient: (patient, walk(guideline, patient)))


def _is_possible(guideline: Guideline, patient: Patient) -> bool:
    """Whether no assumption is surely false in any visit of the patient's walk."""
    visits = [PatientValuation(guideline, facts) for facts in walk(guideline, patient).visits]
    return not any(visit.breaks(assumption) for visit in visits for assumption in guideline.assumptions)


def _fact_values(fact: Fact) -> st.SearchStrategy[ValueOrNot]:
    """The values that a fact may have; the ends of a range come up often."""
    known = _known_values(fact)
    return st.one_of(known, st.just(NotKnown.UNKNOWN)) if fact.may_be_unknown else known


def _known_values(fact: Fact) -> st.SearchStrategy[ValueOrNot]:
    if fact.type is FactType.BOOLEAN:
        return st.booleans()
    if fact.type is FactType.CHOICE:
        return st.sampled_from([value for value, _ in fact.values])
    low, high = Fraction(fact.low or 0), Fraction(fact.high or 0)
    if fact.type is FactType.INTEGER:
        first, last = -(-low // 1), high // 1
        return st.one_of(st.sampled_from([first, last]), st.integers(first, last))
    scale = 10**DECIMAL_PLACES
    between = st.integers(int(low * scale), int(high * scale)).map(lambda number: Fraction(number, scale))
    return st.one_of(st.sampled_from([low, high]), between.filter(lambda number: low <= number <= high))


@st.composite
def _drafts(draw: st.DrawFn, guideline: Guideline, visits: int) -> Patient:
    """Patients that may still break an assumption, though the plain ones are put right."""
    observed = [fact for fact in guideline.facts.values() if fact.is_observed]
    first = _draw_facts(draw, guideline.facts.values())
    _put_right(guideline, first)
    later: list[dict[str, ValueOrNot]] = []
    for _ in range(visits if observed else 0):
        seen = _draw_facts(draw, observed)
        whole = {**first, **seen}
        _put_right(guideline, whole)
        later.append({fact.id: whole[fact.id] for fact in observed if fact.id in whole})
    return Patient(first, tuple(later))


def _draw_facts(draw: st.DrawFn, facts: Iterable[Fact]) -> dict[str, ValueOrNot]:
    found: dict[str, ValueOrNot] = {}
    for fact in facts:
        if fact.default is None or draw(st.booleans()):
            found[fact.id] = draw(_fact_values(fact))
    return found


def _put_right(guideline: Guideline, facts: dict[str, Any]) -> None:
    """Makes the consequence of an implication true where that is one boolean fact; the filter sees to the rest."""
    defaults = {fact.id: fact.default for fact in guideline.facts.values() if fact.default is not None}
    for assumption in guideline.assumptions * 2:
        consequence = assumption.consequence
        wanted = not isinstance(consequence, Not)
        inner = consequence.part if isinstance(consequence, Not) else consequence
        if isinstance(inner, Name) and inner.name in guideline.facts:
            valuation = PatientValuation(guideline, {**defaults, **facts})
            if valuation.judge(assumption.condition) is Truth.TRUE:
                facts[inner.name] = wanted


def _visits(guideline: Guideline) -> int:
    """More follow-ups than these no walk can pass."""
    bounded = sum(node.at_most or 0 for node in guideline.follow_ups())
    return (bounded + 1) * (1 + sum(not node.is_bounded for node in guideline.follow_ups()))
