"""What a walk can pass, as a graph without cycles whose arcs are guarded: reachability in it is one formula.

Places stand in topological order and the first is the start; so whether some walk of a patient comes to a place is
settled by the places before it. The unrolled guideline is such a net, and so is its product with what is watched for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """Two nets are equal only if they are the same object."""

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


def way_to(net: Net, targets: Sequence[Target], judge: Judge[int]) -> list[int] | None:
    """The places of a way to the first target that a single patient comes to; None if to none."""
    before = _before(net, [target.place for target in targets], judge)
    for target in targets:
        if before[target.place] is not None and _is_open(target.guards, judge):
            return _way_back(target.place, before)
    return None


def holds(guards: Iterable[Guard], judge: Judge[E]) -> list[E]:
    """Each of the guards, as an element of the algebra."""
    return [judge.judge(formula, versions).true for formula, versions in guards]


def possible_visit(assumptions: Iterable[Formula], versions: Versions, judge: Judge[E]) -> E:
    """That no assumption is surely false in a visit."""
    negation = judge.algebra.negation
    return judge.algebra.conjunction(negation(judge.judge(each, versions).false) for each in assumptions)


def _before(net: Net, places: Iterable[int], judge: Judge[int]) -> dict[int, int | None]:
    """For each place before those that is come to, the place before it: -1 at the start, None if never."""
    found: dict[int, int | None] = {}
    for place in net.places_before(places):
        taken = (arc.source for arc in net.arcs[place] if _is_taken(arc, found, judge))
        found[place] = next(taken, -1 if place == 0 else None)
    return found


def _is_taken(arc: Arc, before: Mapping[int, int | None], judge: Judge[int]) -> bool:
    return before[arc.source] is not None and _is_open(arc.guards, judge)


def _is_open(guards: Guards, judge: Judge[int]) -> bool:
    truths: list[int] = holds(guards, judge)
    return all(truths)


def _way_back(place: int, before: Mapping[int, int | None]) -> list[int]:
    way = [place]
    while (source := before[way[-1]]) is not None and source >= 0:
        way.append(source)
    return way[::-1]
