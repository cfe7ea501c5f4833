"""Whether some walk of a patient comes to a place of a net, as a literal of the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidelint.logic.algebra import Judge, Versions
from guidelint.logic.formula import Formula
from guidelint.logic.net import Arc, Net, Target, holds, possible_visit
from guidelint.logic.solver import Gates


class Reach:
    """Encodes as much of a net as a question needs. A walk goes on to a visit only where that visit is possible."""

    def __init__(self, gates: Gates, judge: Judge[int], assumptions: Sequence[Formula], first: Versions) -> None:
        self._gates = gates
        self._judge = judge
        self._assumptions = assumptions
        self._known: dict[Net, dict[int, int]] = {}
        self.first_visit = self._possible(first)
        if assumptions:
            gates.require(self.first_visit)

    def any_of(self, net: Net, targets: Iterable[Target]) -> int:
        """That some walk comes to one of the targets. Raises OutOfTime."""
        targets = list(targets)
        known = self._literals(net, {target.place for target in targets})
        return self._gates.disjunction(
            self._gates.conjunction((known[target.place], *holds(target.guards, self._judge))) for target in targets
        )

    def _literals(self, net: Net, places: set[int]) -> dict[int, int]:
        known = self._known.setdefault(net, {0: self._gates.true})
        for place in net.places_before(places, known):
            self._gates.spend_time()
            known[place] = self._gates.disjunction([self._coming(arc, known) for arc in net.arcs[place]])
        return known

    def lawful(self, net: Net, targets: Iterable[Target]) -> int:
        """That every visit that some walk to a target begins is possible; asked of targets that are encoded."""
        known = self._known[net]
        places = net.places_before(target.place for target in targets) if self._assumptions else ()
        arcs = (arc for place in places for arc in net.arcs[place])
        return self._gates.conjunction(
            self._gates.disjunction((-self._taken(arc, known), self._possible(arc.begins)))
            for arc in arcs
            if arc.begins is not None
        )

    def _coming(self, arc: Arc, known: dict[int, int]) -> int:
        """That a walk takes the arc, and that the visit which begins there is possible."""
        taken = self._taken(arc, known)
        return taken if arc.begins is None else self._gates.conjunction((taken, self._possible(arc.begins)))

    def _taken(self, arc: Arc, known: dict[int, int]) -> int:
        return self._gates.conjunction([known[arc.source], *holds(arc.guards, self._judge)])

    def _possible(self, versions: Versions) -> int:
        return possible_visit(self._assumptions, versions, self._judge)
