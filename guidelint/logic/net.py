"""What a walk can pass, as a graph without cycles whose arcs are guarded: reachability in it is one formula.

Places stand in topological order and the first is the start; so whether some walk of a patient comes to a place is
settled by the places before it. The unrolled guideline is such a net, and so is its product with what is watched for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guidelint.logic.algebra import E, Judge, Versions
from guidelint.logic.formula import Formula


class Guard(NamedTuple):
    """That a formula is surely true, as the facts are in some visit."""

    formula: Formula
    versions: Versions


Guards = tuple[Guard, ...]


class Arc(NamedTuple):
    """A way into a place, open where all guards hold; `begins` are the facts' versions of a visit that begins there."""

    source: int
    guards: Guards = ()
    begins: Versions | None = None


class Target(NamedTuple):
    """A place, and what has to hold there too."""

    place: int
    guards: Guards = ()


@dataclass(frozen=True, slots=True)
class Net:
    arcs: Sequence[Sequence[Arc]]
    """For each place the arcs that lead into it."""

    def places_before(self, targets: Iterable[int], known: Container[int] = ()) -> list[int]:
        """Those from which some way leads to a target, the targets too, in topological order; not beyond known ones."""
        waiting, found = list(targets), set[int]()
        while waiting:
            place = waiting.pop()
            if place not in found and place not in known:
                found.add(place)
                waiting += (arc.source for arc in self.arcs[place])
        return sorted(found)


def holds(guards: Iterable[Guard], judge: Judge[E]) -> list[E]:
    """Each of the guards, as an element of the algebra."""
    return [judge.judge(formula, versions).true for formula, versions in guards]


def possible_visit(assumptions: Iterable[Formula], versions: Versions, judge: Judge[E]) -> E:
    """That no assumption is surely false in a visit."""
    negation = judge.algebra.negation
    return judge.algebra.conjunction(negation(judge.judge(each, versions).false) for each in assumptions)
