"""Gaps for patients of whom something is unknown, and the branch that closes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidelint.condition import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    IsUnknown,
    Name,
    Not,
    NotKnown,
    Operator,
    Test,
    is_number,
    leaves,
    name_in,
)
from guidelint.logic import Logic, Refuted, Witness
from guidelint.model import Decision, Guideline
from guidelint.names import facts_behind
from guidelint.verdicts.spelling import spell_condition

LONGEST = 120
"""Characters of a condition that a help still spells out."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What another branch of a decision asks for; `is_enough` where it takes everybody who has none."""

    condition: Condition
    is_enough: bool


def unknown_facts(guideline: Guideline, decision: Decision, witness: Witness) -> tuple[str, ...]:
    """The facts that the decision reads and that are unknown of the patient shown where the walk breaks off."""
    shown = {each.fact: None for each in witness.shown}
    unknown = [fact for fact in shown if witness.walk.visits[-1].get(fact) is NotKnown.UNKNOWN]
    behind = facts_behind(guideline, unknown)
    read = {name_in(leaf) for condition in decision.conditions for leaf in leaves(condition)}
    return tuple(fact for fact in unknown if fact in read or any(fact in behind.get(name, ()) for name in read))


def addition(logic: Logic, decision: Decision, witness: Witness) -> Addition | None:
    """The plainest that takes nobody who has a branch already, and all who have none; else one for such patients."""
    facts = unknown_facts(logic.guideline, decision, witness)
    for condition in _plain(logic, decision, facts):
        if _takes_nobody_else(logic, decision, condition) and _is_enough(logic, decision, condition):
            return Addition(condition, is_enough=True)
    patient = _patient(logic, decision, witness)
    if patient is None or not _takes_nobody_else(logic, decision, patient):
        return None
    return Addition(patient, _is_enough(logic, decision, patient))


def _plain(logic: Logic, decision: Decision, facts: Sequence[str]) -> Iterator[Condition]:
    """That one of the facts is unknown, or any that may be, as it stands and without whom other branches take."""
    every = [fact for fact in logic.guideline.facts if fact in _read(logic, decision) and logic.cells[fact].unknown]
    unknown: list[Condition] = [IsUnknown(fact, ()) for fact in facts]
    if len(every) > 1:
        unknown.append(AnyOf(tuple(IsUnknown(fact, ()) for fact in every), ()))
    yield from unknown
    for condition in unknown:
        others = [other for other in decision.conditions if _is_met(logic, decision, condition, other)]
        narrower = AllOf((condition, *(Not(other, ()) for other in others)), ())
        if others and len(spell_condition(narrower)) <= LONGEST:
            yield narrower


def _patient(logic: Logic, decision: Decision, witness: Witness) -> Condition | None:
    """What the decision reads of the patient shown; None where a part of that is a number."""
    read, visit = _read(logic, decision), witness.walk.visits[-1]
    values = {each.fact: visit.get(each.fact) for each in witness.shown if each.fact in read}
    if not values or any(is_number(value) for value in values.values()):
        return None
    parts = tuple(_part(fact, value) for fact, value in values.items())
    return parts[0] if len(parts) == 1 else AllOf(parts, ())


def _part(fact: str, value: object) -> Condition:
    if value is NotKnown.UNKNOWN:
        return IsUnknown(fact, ())
    if isinstance(value, bool):
        return Name(fact, ()) if value else Not(Name(fact, ()), ())
    return Comparison(fact, (Test(Operator.IS, (Constant(str(value), str(value)),)),), ())


def _read(logic: Logic, decision: Decision) -> frozenset[str]:
    return frozenset[str]().union(*(formula.facts for formula in logic.setting.written(decision.id)))


def _takes_nobody_else(logic: Logic, decision: Decision, condition: Condition) -> bool:
    """Whether nobody who has a branch, or `else`, would have two, or would have `else` no more."""
    if any(_is_met(logic, decision, condition, other) for other in decision.conditions):
        return False
    is_none = logic.compiler.negation(logic.compiler.compile(condition))
    return not decision.has_else or logic.is_only_where(decision.id, logic.nothing_matches(decision.id), [is_none])


def _is_met(logic: Logic, decision: Decision, *conditions: Condition) -> bool:
    """Whether somebody may come there who meets all of them."""
    formulas = [logic.compiler.compile(condition) for condition in conditions]
    return not isinstance(logic.somebody_at(decision.id, formulas), Refuted)


def _is_enough(logic: Logic, decision: Decision, condition: Condition) -> bool:
    gap = logic.setting.nothing_surely(decision.id)
    return logic.is_only_where(decision.id, gap, [logic.compiler.compile(condition)])
