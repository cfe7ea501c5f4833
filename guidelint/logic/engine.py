"""Whether some patient gets somewhere: by a sample of patients where that settles it, else by the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from guidelint.logic.algebra import Judge
from guidelint.logic.answer import Answer, Proved, Refuted
from guidelint.logic.bits import Sample
from guidelint.logic.net import Guards, Net, Target, holds, possible_visit
from guidelint.logic.reach import Reach
from guidelint.logic.setting import Setting
from guidelint.logic.solver import Budget, Gates
from guidelint.logic.witness import Confirm, Question, Witnesses


class Engine:
    """`places` counts how many places of nets have been asked about. Every method raises OutOfTime."""

    def __init__(self, setting: Setting, budget: Budget) -> None:
        self._setting = setting
        self._budget = budget
        self.places = 0

    def somebody(self, net: Net, targets: Sequence[Target]) -> Answer:
        """That some walk comes to a target."""
        self.places += len(net.arcs)
        if not targets:
            return Refuted()
        if net is self._setting.net and self._sample_meets(targets):
            return Proved()
        literal = self._literal(net, targets)
        return Proved() if literal != -self._gates.true and self._gates.is_possible([literal]) else Refuted()

    def nobody(
        self, net: Net, targets: Sequence[Target], confirm: Confirm, states: Sequence[int] | None = None
    ) -> Answer:
        """That no walk comes to a target, or the smallest patient who does; see `witness.Question`."""
        self.places += len(net.arcs)
        if not targets:
            return Proved()
        literal = self._literal(net, targets)
        if literal == -self._gates.true or not self._gates.is_possible([literal]):
            return Proved()
        where = range(len(self._setting.unrolled.states)) if states is None else states
        return Refuted(self._witnesses.smallest(Question(net, where, targets, literal, confirm)))

    def is_visit(self, guards: Guards) -> bool:
        """Whether some first visit meets all guards."""
        sample = self._sample
        if sample.algebra.conjunction((self._possible_sample, *holds(guards, sample))):
            return True
        self._gates.begin_question()
        return self._gates.is_possible([self._reach.first_visit, *holds(guards, self._literals)])

    def _literal(self, net: Net, targets: Iterable[Target]) -> int:
        self._gates.begin_question()
        return self._reach.any_of(net, targets)

    @cached_property
    def _witnesses(self) -> Witnesses:
        setting = self._setting
        return Witnesses(setting.guideline, setting.cells, setting.groups, setting.unrolled, self._gates)

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

    # The sample ---------------------------------------------------------------------------------------------------

    @cached_property
    def _sample(self) -> Judge[int]:
        return Judge(Sample(self._setting.cells), self._setting.groups.of)

    @cached_property
    def _possible_sample(self) -> int:
        return possible_visit(self._setting.assumptions, self._setting.groups.first, self._sample)

    def _sample_meets(self, targets: Iterable[Target]) -> bool:
        return any(
            self._sample.algebra.conjunction((self._sampled[target.place], *holds(target.guards, self._sample)))
            for target in targets
        )

    @cached_property
    def _sampled(self) -> list[int]:
        """For each state, the patients of the sample who come there."""
        judge = self._sample
        reached = [self._possible_sample]
        for arcs in self._setting.net.arcs[1:]:
            coming = []
            for arc in arcs:
                taken = [reached[arc.source], *holds(arc.guards, judge)]
                if arc.begins is not None:
                    taken.append(possible_visit(self._setting.assumptions, arc.begins, judge))
                coming.append(judge.algebra.conjunction(taken))
            reached.append(judge.disjunction(coming))
        return reached
