"""Whether some walk of a patient comes to a place of a net, as a literal of the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidelint.logic.algebra import Judge, Versions
from guidelint.logic.formula import Formula
from guidelint.logic.net import Arc, Guards, Net, Target, holds, possible_visit
from guidelint.logic.solver import Gates


class Reach:
    """Encodes as much of a net as a question needs. Only patients whose every visit is possible are looked at."""

    def __init__(self, gates: Gates, judge: Judge[int], assumptions: Sequence[Formula], first: Versions) -> None:
        self._gates = gates
        self._judge = judge
        self._assumptions = assumptions
        self._known: dict[int, dict[int, int]] = {}
        self._nets: list[Net] = []
        self.first_visit = self._possible(first)
        gates.require([self.first_visit])

    def any_of(self, net: Net, targets: Iterable[Target]) -> int:
        """That some walk comes to one of the targets."""
        targets = list(targets)
        known = self._literals(net, {target.place for target in targets})
        return self._gates.disjunction(
            self._gates.conjunction((known[target.place], *holds(target.guards, self._judge))) for target in targets
        )

    def _literals(self, net: Net, places: set[int]) -> dict[int, int]:
        if id(net) not in self._known:
            self._nets.append(net)  # kept, so that its id stays its own
        known = self._known.setdefault(id(net), {0: self._gates.true})
        for place in net.places_before(places, known):
            known[place] = self._gates.disjunction(self._open(arc, known) for arc in net.arcs[place])
        return known

    def _open(self, arc: Arc, known: dict[int, int]) -> int:
        """That a walk takes the arc; the visit that begins there must then be possible."""
        taken = self._gates.conjunction((known[arc.source], *self._hold(arc.guards)))
        if arc.begins is not None and self._assumptions:
            possible = self._possible(arc.begins)
            if possible != self._gates.true:
                self._gates.require((-taken, possible))
        return taken

    def _hold(self, guards: Guards) -> list[int]:
        return holds(guards, self._judge)

    def _possible(self, versions: Versions) -> int:
        return possible_visit(self._assumptions, versions, self._judge)
