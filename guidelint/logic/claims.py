"""What a guideline claims by itself: that its decisions decide, that its constraints hold, that nothing is given where
it is contraindicated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from guidelint.logic.answer import Answer, NotDecided, Proved, Refuted
from guidelint.logic.logic import Logic
from guidelint.model import Decision, Entry

NO_PATIENTS = NotDecided("the assumptions allow no patient at all")


class ClaimKind(Enum):
    DECISION = "decision"
    CONSTRAINT = "constraint"
    CONTRAINDICATION = "contraindication"


@dataclass(frozen=True, slots=True)
class Claim:
    """`name` is the id of the decision or constraint, or of the intervention that is contraindicated."""

    kind: ClaimKind
    name: str
    entry: Entry
    index: int = 0


def claims(logic: Logic) -> Iterator[Claim]:
    guideline = logic.guideline
    for decision in guideline.decisions():
        yield Claim(ClaimKind.DECISION, decision.id, decision)
    for constraint in guideline.constraints.values():
        yield Claim(ClaimKind.CONSTRAINT, constraint.id, constraint)
    for intervention in guideline.interventions.values():
        for index, contraindication in enumerate(intervention.contraindications):
            yield Claim(ClaimKind.CONTRAINDICATION, intervention.id, contraindication, index)


def answer(logic: Logic, claim: Claim) -> Answer:
    """Refuted where any part of it is; proved only where all of it is."""
    if isinstance(logic.has_patients(), Refuted):
        return NO_PATIENTS
    answers = list(answers_to_parts(logic, claim))
    order = (Refuted, NotDecided, Proved)
    return min(answers, key=lambda each: order.index(type(each)))


def answers_to_parts(logic: Logic, claim: Claim) -> Iterator[Answer]:
    """Of a decision that it leaves nobody out, and takes nobody twice; anything else is a claim of one part."""
    if claim.kind is ClaimKind.CONSTRAINT:
        yield logic.holds(claim.name)
    elif claim.kind is ClaimKind.CONTRAINDICATION:
        yield logic.respects(claim.name, claim.index)
    elif isinstance(claim.entry, Decision):
        yield logic.exhaustive(claim.name)
        yield logic.exhaustive_when_unknown(claim.name)
        yield from (logic.exclusive(claim.name, first, second) for first, second in claim.entry.pairs())
