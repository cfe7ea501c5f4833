"""What the proofs of a guideline come to: how much there is, and how much of it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from guidelint.graph import DecisionGraph
from guidelint.logic.answer import NotDecided, Proved
from guidelint.logic.claims import ClaimKind, answer, claims
from guidelint.logic.logic import Logic
from guidelint.unrolling import count_ways


@dataclass(frozen=True, slots=True)
class Part:
    """How many claims of a kind there are, and how many are proved, and left undecided."""

    of: int
    proved: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Established:
    """`ways` are those through the unrolled graph, conditions left aside, None where they are too many to count;
    `patients` are as many as conditions can tell apart in one visit."""

    parts: Mapping[ClaimKind, Part]
    branches: int
    ways: int | None
    patients: int


def establish(logic: Logic) -> Established:
    answers = [(claim.kind, answer(logic, claim)) for claim in claims(logic)]
    total = Counter(kind for kind, _ in answers)
    proved = Counter(kind for kind, each in answers if isinstance(each, Proved))
    undecided = Counter(kind for kind, each in answers if isinstance(each, NotDecided))
    return Established(
        parts={kind: Part(total[kind], proved[kind], undecided[kind]) for kind in ClaimKind},
        branches=sum(len(decision.branches) for decision in logic.guideline.decisions()),
        ways=count_ways(DecisionGraph(logic.guideline)),
        patients=prod(cells.count for cells in logic.cells.values()),
    )
