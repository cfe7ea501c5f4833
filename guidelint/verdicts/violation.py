"""What violates a constraint on the walk of a witness: what is said of each kind, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guidelint.condition import Truth
from guidelint.diagnostic import Place
from guidelint.logic import Witness
from guidelint.model import Advice, Constraint, Guideline, Node, Recommendation
from guidelint.verdicts.advice_on_walk import truth_at


@dataclass(frozen=True, slots=True)
class Violation:
    """`charged` is the advice that violates, the one that is blamed first; nothing where advice is missing.

    `is_without_limit` says that it does so by a course that has no end.
    """

    message: str
    help: str
    charged: tuple[Advice, ...]
    related: tuple[Place, ...]
    is_without_limit: bool = False


def advice_of(node: Node) -> Sequence[Advice]:
    return node.advice if isinstance(node, Recommendation) else ()


def is_watched(guideline: Guideline, constraint: Constraint, witness: Witness, visit: int) -> bool:
    return constraint.when is None or truth_at(guideline, witness, visit, constraint.when) is not Truth.FALSE


def is_sure(guideline: Guideline, constraint: Constraint, witness: Witness, visit: int) -> bool:
    return constraint.when is None or truth_at(guideline, witness, visit, constraint.when) is Truth.TRUE
