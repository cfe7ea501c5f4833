"""What must not come together in one visit: advice for and against an intervention, two medications of one class."""

from __future__ import annotations

from guidelint.logic import Answer, Logic
from guidelint.logic.properties import no_two_of
from guidelint.model import Direction, Guideline, Kind
from guidelint.selection import members_of


def contested(guideline: Guideline) -> list[str]:
    """The interventions that some advice may be for and some may be against."""
    by_direction = {
        direction: {
            member
            for advice in guideline.advice()
            if advice.direction is direction
            for member in members_of(guideline, advice.options)
        }
        for direction in Direction
    }
    return [name for name in guideline.interventions if all(name in about for about in by_direction.values())]


def medications_of(guideline: Guideline, class_: str) -> frozenset[str]:
    members = (guideline.interventions[name] for name in guideline.classes[class_])
    return frozenset(member.id for member in members if member.kind is Kind.MEDICATION)


def one_at_most(logic: Logic, medications: frozenset[str]) -> Answer:
    return logic.satisfies(("one of", medications), no_two_of(logic.guideline, medications))
