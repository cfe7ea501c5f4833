"""Gaps of a decision: of whole groups of patients, or only where two of its comparisons meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guidelint.condition import Number
from guidelint.logic import Logic, Refuted, Witness
from guidelint.logic.formula import Formula
from guidelint.model import Decision, FactType
from guidelint.verdicts.boundaries import between, boundaries, compared_in, thin_cells
from guidelint.verdicts.bounds import (
    FROM_ABOVE,
    FROM_BELOW,
    Bound,
    bounds_of,
    is_singled_out,
    is_within,
    value_at_the_end,
)
from guidelint.verdicts.mends import Mend, closing


@dataclass(frozen=True, slots=True)
class Gap:
    """`boundary` is where it lies if it is only there, and `others` the places of further ones."""

    decision: Decision
    witness: Witness
    boundary: Boundary | None
    others: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True)
class Boundary:
    """The value that is left out, by a bound that ends before it, and one on its other side if there is any."""

    name: str
    value: Number
    bound: Bound
    neighbour: Bound | None

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """The same bound twice where there is one only."""
        return self.bound, self.neighbour or self.bound


def mends_of(logic: Logic, gap: Gap, boundary: Boundary) -> list[Mend]:
    """Those of either end after which nobody is left out there, and nobody elsewhere."""
    bound, neighbour = boundary.bound, boundary.neighbour
    if neighbour is None:
        mends = [Mend(bound, bound.the_other_way)]
    else:
        mends = [Mend(bound, bound.up_to(neighbour)), Mend(neighbour, neighbour.up_to(bound))]
    return closing(logic, gap.decision, mends, [_place(logic, boundary), *logic.at_none_of(gap.others)])


def gaps(logic: Logic) -> Iterator[Gap]:
    """Of a decision that leaves out several boundaries and nothing else, each boundary by itself."""
    for decision in logic.guideline.decisions():
        found = list(_one_after_another(logic, decision))
        known = [gap.boundary for gap in found if gap.boundary is not None]
        if len(known) < len(found):
            yield replace(found[0], boundary=None)
            continue
        places = [_place(logic, boundary) for boundary in known]
        for gap, place in zip(found, places, strict=True):
            others = tuple(other for other in places if other is not place)
            alone = _left_out(logic, decision, [place]) if others else None
            yield replace(gap, witness=alone or gap.witness, others=others)


def _one_after_another(logic: Logic, decision: Decision) -> Iterator[Gap]:
    """What is left out at none of the boundaries before; last what is at no boundary."""
    elsewhere: list[Formula] = []
    while (witness := _left_out(logic, decision, elsewhere)) is not None:
        boundary = _boundary(logic, decision, witness, elsewhere)
        yield Gap(decision, witness, boundary)
        if boundary is None:
            break
        elsewhere += logic.at_none_of([_place(logic, boundary)])


def _left_out(logic: Logic, decision: Decision, where: Sequence[Formula]) -> Witness | None:
    answer = logic.exhaustive(decision.id, where)
    return answer.witness if isinstance(answer, Refuted) else None


def _place(logic: Logic, boundary: Boundary) -> Formula:
    first, last = boundary.ends
    return between(logic, boundary.name, first.value, last.value)


def _boundary(logic: Logic, decision: Decision, witness: Witness, where: Sequence[Formula]) -> Boundary | None:
    """Of several, the one whose comparisons alone leave what is left out there, if there is one."""
    nobody, thin = [*logic.nothing_matches(decision.id), *where], boundaries(logic, decision)
    if not thin or not logic.is_only_where(decision.id, nobody, list(thin.values())):
        return None
    bounds = list(bounds_of(logic.guideline, decision))
    found = (_boundary_of(logic, decision, witness, name, bounds) for name in thin)
    known = [boundary for boundary in found if boundary is not None]
    alone = (each for each in known if logic.is_only_where(decision.id, nobody, [thin[each.name]]))
    return next(alone, next(iter(known), None))


def _boundary_of(
    logic: Logic, decision: Decision, witness: Witness, name: str, bounds: Sequence[Bound]
) -> Boundary | None:
    value = value_at_the_end(logic.guideline, witness, name)
    if value is None or is_singled_out(logic.guideline, decision, name, value):
        return None
    failing = [bound for bound in bounds if bound.name == name and not bound.passes(value)]
    below = [bound for bound in failing if bound.operator in FROM_ABOVE]
    above = [bound for bound in failing if bound.operator in FROM_BELOW]
    lower = min(below, key=lambda bound: (-bound.value, not is_within(bound, decision)), default=None)
    upper = min(above, key=lambda bound: (bound.value, not is_within(bound, decision)), default=None)
    if lower is not None and upper is not None:
        if _leave_out_both_ends(lower, upper):
            return None
        if _is_narrow(logic, decision, lower, upper):
            return Boundary(name, value, lower, upper)
    ending = (bound for bound in (lower, upper) if bound is not None and bound.value == value)
    is_whole = _is_whole(logic, name)
    single = next((bound for bound in ending if not _is_met(bound, bounds, is_whole=is_whole)), None)
    return None if single is None else Boundary(name, value, single, None)


def _is_met(bound: Bound, bounds: Iterable[Bound], *, is_whole: bool) -> bool:
    """Whether another branch begins just where this one ends: what is left out there is so for another reason."""
    others = (other for other in bounds if other.name == bound.name and other.branch != bound.branch)
    apart = 1 if is_whole else 0  # `below: 2` ends where `above: 1` begins
    return any(
        -apart <= other.value - bound.value <= apart and other.faces(bound) and other.passes(bound.value)
        for other in others
    )


def _is_whole(logic: Logic, name: str) -> bool:
    return name in logic.guideline.scores or logic.guideline.facts[name].type is FactType.INTEGER


def _leave_out_both_ends(lower: Bound, upper: Bound) -> bool:
    """As `below: 2` beside `above: 3`: two numbers that are written, and what is between them, are no slip of one."""
    return lower.value != upper.value and not lower.passes(lower.value) and not upper.passes(upper.value)


def _is_narrow(logic: Logic, decision: Decision, lower: Bound, upper: Bound) -> bool:
    """Whether all that lies between two bounds lies where comparisons meet."""
    if lower.name in logic.guideline.scores:
        return upper.value - lower.value <= 1
    cells = logic.cells[lower.name]
    thin = thin_cells(cells, compared_in(logic.guideline, decision)[lower.name])
    between = (cell for cell, span in enumerate(cells.spans) if lower.value <= span.low and span.high <= upper.value)
    return all(thin >> cell & 1 for cell in between)
