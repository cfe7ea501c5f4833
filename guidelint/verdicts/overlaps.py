"""Overlaps of two branches of a decision, and of which kind they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from guidelint.condition import Number
from guidelint.logic import Logic, Proved, Refuted, Witness
from guidelint.model import Branch, Decision
from guidelint.verdicts.boundaries import between, compared_in
from guidelint.verdicts.bounds import Bound, bounds_of, is_within, value_at_the_end
from guidelint.verdicts.mends import Mend, parting


class Kind(Enum):
    """What an overlap of two branches comes to."""

    INNER = "one branch lies wholly inside the other"
    TOUCH = "they meet at a single value, with different advice"
    SAME_ADVICE = "the same advice"
    DIFFERENT_ADVICE = "different advice"
    UNDECIDED = "whether the advice is the same is not decided"


@dataclass(frozen=True, slots=True)
class Touch:
    """The only value of a fact or a score at which two branches both match, and the bounds that meet there."""

    name: str
    value: Number
    earlier: Bound
    later: Bound


@dataclass(frozen=True, slots=True)
class Overlap:
    """Somebody comes to the decision for whom both branches match; `first` is written before `second`.

    `inner` is the branch that lies wholly inside the other, the later one where both do. The witness is a patient with
    different advice, if there is one and the kind says so.
    """

    decision: Decision
    first: int
    second: int
    kind: Kind
    witness: Witness
    inner: int | None = None
    touch: Touch | None = None

    @property
    def branches(self) -> tuple[Branch, Branch]:
        return self.decision.branches[self.first], self.decision.branches[self.second]


def overlaps(logic: Logic) -> Iterator[Overlap]:
    for decision in logic.guideline.decisions():
        for first, second in decision.pairs():
            answer = logic.exclusive(decision.id, first, second)
            if isinstance(answer, Refuted) and answer.witness is not None:
                yield _judged(logic, Overlap(decision, first, second, Kind.UNDECIDED, answer.witness))


def _judged(logic: Logic, overlap: Overlap) -> Overlap:
    inner = _inner_branch(logic, overlap)
    if inner is not None:
        return replace(overlap, kind=Kind.INNER, inner=inner)
    same = logic.same_advice(overlap.decision.id, overlap.first, overlap.second)
    if isinstance(same, Proved):
        return replace(overlap, kind=Kind.SAME_ADVICE)
    touch = _touch(logic, overlap)
    if touch is not None:
        return replace(overlap, kind=Kind.TOUCH, touch=touch)
    if isinstance(same, Refuted):
        return replace(overlap, kind=Kind.DIFFERENT_ADVICE, witness=same.witness or overlap.witness)
    return overlap


def _inner_branch(logic: Logic, overlap: Overlap) -> int | None:
    for inner, outer in ((overlap.second, overlap.first), (overlap.first, overlap.second)):
        inside, around = (logic.branch(overlap.decision.id, index) for index in (inner, outer))
        if logic.is_only_where(overlap.decision.id, [inside], [around]):
            return inner
    return None


def _touch(logic: Logic, overlap: Overlap) -> Touch | None:
    """Where two bounds meet, if that is the single value that the overlap is confined to."""
    bounds = list(bounds_of(logic.guideline, overlap.decision))
    for name, constants in compared_in(logic.guideline, overlap.decision).items():
        value = value_at_the_end(logic.guideline, overlap.witness, name)
        if value is None or value not in constants:
            continue
        meeting = [bound for bound in bounds if bound.name == name and bound.passes(value)]
        pair = facing_pair(overlap, meeting)
        if pair is not None and value in (pair[0].value, pair[1].value) and _is_only_at(logic, overlap, name, value):
            return Touch(name, value, *pair)
    return None


def mends_of(logic: Logic, overlap: Overlap, earlier: Bound, later: Bound) -> list[Mend]:
    """Those of either end after which nobody has both branches, and nobody is left out."""
    mends = [Mend(later, later.up_to(earlier)), Mend(earlier, earlier.up_to(later))]
    return parting(logic, overlap.decision, mends, overlap.first, overlap.second)


def facing_pair(overlap: Overlap, bounds: Sequence[Bound]) -> tuple[Bound, Bound] | None:
    """Of bounds of one name, those of the earlier and of the later branch between which least is left."""
    pairs = [
        (first, second)
        for first in bounds
        for second in bounds
        if (first.branch, second.branch) == (overlap.first, overlap.second) and first.faces(second)
    ]
    return min(pairs, key=lambda pair: _width(pair, overlap.decision), default=None)


def _width(pair: tuple[Bound, Bound], decision: Decision) -> tuple[Fraction, bool]:
    first, second = pair
    return abs(Fraction(first.value) - Fraction(second.value)), not is_within(second, decision)


def _is_only_at(logic: Logic, overlap: Overlap, name: str, value: Number) -> bool:
    both = [logic.branch(overlap.decision.id, index) for index in (overlap.first, overlap.second)]
    return logic.is_only_where(overlap.decision.id, both, [between(logic, name, value, value)])
