"""Constraints: the property patterns of Dwyer, Avrunin and Corbett (ICSE 1999), in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.condition import Condition
from guidelint.diagnostic import Route
from guidelint.model.advice import Direction
from guidelint.model.entries import Entry, Selector
from guidelint.quantity import Quantity


@dataclass(frozen=True, slots=True)
class AdviceSelection:
    """Advice in one direction for or against any of the selected interventions."""

    direction: Direction
    selectors: tuple[Selector, ...]
    route: Route


@dataclass(frozen=True, slots=True)
class NodeSelection:
    """The walk passes a node."""

    node: str
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint(Entry):
    when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Never(Constraint):
    """Absence: the advice is not given in a visit where `when` holds."""

    advice: AdviceSelection


@dataclass(frozen=True, slots=True, kw_only=True)
class Always(Constraint):
    """Existence: a patient for whom `when` holds in some visit is given the advice somewhere on the walk."""

    advice: AdviceSelection


@dataclass(frozen=True, slots=True, kw_only=True)
class Only(Constraint):
    """Universality: the advice is given in no visit but one where `when` holds."""

    advice: AdviceSelection


@dataclass(frozen=True, slots=True, kw_only=True)
class Before(Constraint):
    """Precedence: every `advice` has a `comes` in an earlier node of the walk."""

    advice: AdviceSelection
    comes: AdviceSelection | NodeSelection


@dataclass(frozen=True, slots=True, kw_only=True)
class After(Constraint):
    """Response: each `advice` has a `follows` in a later node of the walk, `within` a time where one is given."""

    advice: AdviceSelection
    follows: AdviceSelection | NodeSelection
    within: Quantity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Constraint):
    """Bounded existence: the longest courses on a walk add up to no more, or the advice is given no more often."""

    advice: AdviceSelection
    at_most: Quantity | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Constraint):
    """Absence: the two are not given in one visit."""

    first: AdviceSelection
    second: AdviceSelection | NodeSelection
