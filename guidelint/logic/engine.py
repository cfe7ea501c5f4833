"""Whether some patient gets somewhere: by a sample of patients where that settles it, else by the solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from guidelint.logic.algebra import Judge
from guidelint.logic.answer import Answer, Proved, Refuted
from guidelint.logic.bits import SAMPLED, Bits, Flock, Sample, Variable
from guidelint.logic.implicants import Claimed, Implicants
from guidelint.logic.net import Arc, Guards, Net, Target, holds, possible_visit
from guidelint.logic.reach import Reach
from guidelint.logic.setting import Setting
from guidelint.logic.solver import Budget, Gates
from guidelint.logic.witness import Confirm, Question, Witnesses

MOST_SAMPLED = 1 << 15
ROOM = 1 << 27
"""Bits for a sample, one for each patient at each state."""

FEW_STATES = 300
"""With no more, there is little that few patients miss."""

WORTH_A_FLOCK = 2_000
"""States: with fewer, it takes no longer to ask for each."""

MOST_LAWFUL = 5_000
"""Places of a net: with more, only the visits on the way to what is shown are asked to be possible."""

FLOCK = 16
"""How many are found before their neighbours are walked."""


class Engine:
    """`places` counts how many places of nets have been asked about. Every method raises OutOfTime."""

    def __init__(self, setting: Setting, budget: Budget) -> None:
        self._setting = setting
        self._budget = budget
        self.places = 0
        self._found: list[Mapping[Variable, int]] = []
        self._flocks: list[Walked] = []

    def somebody(self, net: Net, targets: Sequence[Target]) -> Answer:
        """That some walk comes to a target."""
        self.places += len(net.arcs)
        if not targets:
            return Refuted()
        if net is self._setting.net and self._is_met(targets):
            return Proved()
        literal = self._literal(net, targets)
        if not self._is_possible(literal):
            return Refuted()
        self._remember()
        return Proved()

    def nobody(
        self,
        net: Net,
        targets: Sequence[Target],
        confirm: Confirm,
        states: Sequence[int] | None = None,
        visits: Sequence[int] | None = None,
    ) -> Answer:
        """That no walk comes to a target, or the smallest patient who does; see `witness.Question`.

        Visit by visit: what goes wrong early is shown early, and later visits are not looked into. `visits` says in
        which one each place lies; those of its `states` where it is not given. Raises Disagreement too.
        """
        self.places += len(net.arcs)
        where = range(len(self._setting.unrolled.states)) if states is None else states
        visit = self._visit_in(where) if visits is None else lambda target: visits[target.place]
        for _, group in groupby(sorted(targets, key=visit), visit):
            earliest = list(group)
            literal = self._literal(net, earliest)
            if self._is_possible(literal):
                claim = Claimed(literal, self._lawful(net, earliest))
                whole = Claimed(self._literal(net, targets), self._lawful(net, targets))
                return Refuted(self._witnesses.smallest(Question(net, where, earliest, claim, whole, confirm)))
        return Proved()

    def _lawful(self, net: Net, targets: Sequence[Target]) -> int:
        """That every visit is possible, or where that would be too much to ask, every visit on the way to a target."""
        everywhere = self._lawful_everywhere
        return self._reach.lawful(net, targets) if everywhere is None else everywhere

    @cached_property
    def _lawful_everywhere(self) -> int | None:
        """That every visit of every walk is possible; None where that would be too much to ask."""
        net = self._setting.net
        if not self._setting.assumptions:
            return self._gates.true
        if len(net.arcs) > MOST_LAWFUL:
            return None
        everywhere = [Target(place) for place in range(len(net.arcs))]
        self._literal(net, everywhere)
        return self._reach.lawful(net, everywhere)

    def _visit_in(self, where: Sequence[int]) -> Callable[[Target], int]:
        """The visit in which a target lies."""
        states = self._setting.unrolled.states
        return lambda target: states[where[target.place]].visit

    def is_visit(self, guards: Guards) -> bool:
        """Whether some first visit meets all guards."""
        if self._sample.has_visit(guards):
            return True
        self._gates.begin_question()
        return self._gates.is_possible([self._reach.first_visit, *holds(guards, self._literals)])

    def _literal(self, net: Net, targets: Iterable[Target]) -> int:
        self._gates.begin_question()
        return self._reach.any_of(net, targets)

    def _is_possible(self, literal: int) -> bool:
        """Whether somebody is found for it; nobody is looked for where it is false by itself."""
        return literal != -self._gates.true and self._gates.is_possible([literal])

    @cached_property
    def _witnesses(self) -> Witnesses:
        setting = self._setting
        implicants = Implicants(setting.cells, self._gates)
        return Witnesses(setting.guideline, setting.cells, setting.groups, setting.unrolled, implicants)

    # The solver ---------------------------------------------------------------------------------------------------

    @cached_property
    def _gates(self) -> Gates:
        return Gates(self._setting.cells, self._budget)

    @cached_property
    def _literals(self) -> Judge[int]:
        return Judge(self._gates, self._setting.groups.of)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._gates, self._literals, self._setting.assumptions, self._setting.groups.first)

    # Samples ------------------------------------------------------------------------------------------------------

    @cached_property
    def _sample(self) -> Walked:
        return self._walked(Sample(self._setting.cells, _worth_walking(len(self._setting.unrolled.states))))

    def _is_met(self, targets: Sequence[Target]) -> bool:
        """Whether a patient of the sample, or somebody like those found before, comes to a target."""
        return self._sample.meets_any(targets) or any(flock.meets_any(targets) for flock in self._flocks)

    def _remember(self) -> None:
        """Whoever was hard to find has neighbours who would be, too: they are walked together."""
        if len(self._setting.unrolled.states) < WORTH_A_FLOCK:
            return
        self._found.append(self._gates.model())
        if len(self._found) == FLOCK:
            self._flocks.append(self._walked(Flock(self._setting.cells, self._found)))
            self._found = []

    def _walked(self, patients: Bits) -> Walked:
        return Walked(self._setting, Judge(patients, self._setting.groups.of))


def _worth_walking(states: int) -> int:
    """How many patients a sample has: the more there is to find, the more, as far as there is room."""
    return SAMPLED if states < FEW_STATES else max(SAMPLED, min(MOST_SAMPLED, ROOM // states))


@dataclass(frozen=True)
class Walked:
    """Patients, walked all at once."""

    setting: Setting
    judge: Judge[int]

    def meets_any(self, targets: Sequence[Target]) -> bool:
        for place, guards in targets:
            there = self._reached[place]
            if there and self.judge.algebra.conjunction([there, *holds(guards, self.judge)]):
                return True
        return False

    def has_visit(self, guards: Guards) -> bool:
        return bool(self.judge.algebra.conjunction((self._possible, *holds(guards, self.judge))))

    @cached_property
    def _possible(self) -> int:
        return possible_visit(self.setting.assumptions, self.setting.groups.first, self.judge)

    @cached_property
    def _reached(self) -> list[int]:
        """For each state, the patients who come there."""
        reached = [self._possible]
        for arcs in self.setting.net.arcs[1:]:
            reached.append(self.judge.algebra.disjunction([self._coming(arc, reached[arc.source]) for arc in arcs]))
        return reached

    def _coming(self, arc: Arc, there: int) -> int:
        if not there:
            return there
        taken = [there, *holds(arc.guards, self.judge)]
        if arc.begins is not None:
            taken.append(possible_visit(self.setting.assumptions, arc.begins, self.judge))
        return self.judge.algebra.conjunction(taken)
