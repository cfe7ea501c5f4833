"""What is recommended or advised against, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guidelint.model.entries import Entry, NotStated, QuantityInterval, Selector


class Direction(Enum):
    FOR = "for"
    AGAINST = "against"


class Choice(Enum):
    """How many of the options are picked (FHIR selectionBehavior); ONLY stands where there is no choice."""

    ONLY = "only"
    EXACTLY_ONE = "exactly-one"
    AT_MOST_ONE = "at-most-one"
    ONE_OR_MORE = "one-or-more"
    ALL = "all"
    ANY = "any"

    @property
    def may_be_none(self) -> bool:
        return self in (Choice.AT_MOST_ONE, Choice.ANY)

    @property
    def takes_every_option(self) -> bool:
        return self in (Choice.ONLY, Choice.ALL)


class Strength(Enum):
    STRONG = "strong"
    CONDITIONAL = "conditional"
    NOT_GRADED = "not-graded"


class Certainty(Enum):
    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_GRADED = "not-graded"


class Urgency(Enum):
    ROUTINE = "routine"
    URGENT = "urgent"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Entry):
    """One item under `recommend`; what stands beside the target goes for each pick of a choice.

    A dose may be a bare number: its unit is then the empty text, for a rule to speak of.
    """

    direction: Direction
    choice: Choice
    options: tuple[Selector, ...]
    strength: Strength | None
    certainty: Certainty | None
    urgency: Urgency | None
    course: QuantityInterval | NotStated | None
    dose: QuantityInterval | None
    every: QuantityInterval | None
    rationale: str | None
