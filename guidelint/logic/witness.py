"""The smallest patient who answers a question, whole and walked by the walker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidelint.condition import ValueOrNot
from guidelint.logic.algebra import Judge
from guidelint.logic.answer import Shown, Witness
from guidelint.logic.bits import One, Variable
from guidelint.logic.cells import Cells
from guidelint.logic.implicants import Claimed, Disagreement, Implicants
from guidelint.logic.net import Net, Target, way_to
from guidelint.logic.states import Groups, Unrolled
from guidelint.model import Guideline
from guidelint.walk import Patient, Walk, walk

Confirm = Callable[[Walk, int], bool]
"""Whether a walk shows what it has to show, at the step where the net says so."""


@dataclass(frozen=True, slots=True)
class Question:
    """`earliest` is that one of the targets is reached, `whole` that it shows there or anywhere else.

    `states` says to which state each place belongs; places beyond those come after the walk that is shown.
    """

    net: Net
    states: Sequence[int]
    targets: Sequence[Target]
    earliest: Claimed
    whole: Claimed
    confirm: Confirm


@dataclass(frozen=True)
class Witnesses:
    guideline: Guideline
    cells: Mapping[str, Cells]
    groups: Groups
    unrolled: Unrolled
    implicants: Implicants

    def smallest(self, question: Question) -> Witness:
        """Of a question that some patient answers. Raises OutOfTime before a patient is found, Disagreement."""
        chosen = self.implicants.ordinary(question.earliest)
        kept = self.implicants.needed(question.whole, chosen)
        region, is_whole = self.implicants.region(question.whole, kept)
        whole = self._with_quiet_visits(chosen, question)
        judge = self._judge(whole)
        patient, way = self._patient(whole), self._way(question, judge)
        walked = self._walked(patient, way, judge, question.confirm)
        shown = tuple(
            Shown(fact, version + 1, self.cells[fact].value(chosen[fact, version]))
            for fact, version in sorted(kept, key=self.implicants.order)
        )
        return Witness(patient, shown, walked, len(way), region, is_whole)

    def _whole(self, chosen: Mapping[Variable, int]) -> dict[Variable, int]:
        """A cell for every fact at every visit; where nothing depends on it, the most ordinary, and later as before."""
        whole = {(fact, 0): chosen.get((fact, 0), cells.by_preference[0]) for fact, cells in self.cells.items()}
        for visit in range(1, self.unrolled.last_visit + 1):
            for fact in self.groups.of:
                whole[fact, visit] = chosen.get((fact, visit), whole[fact, visit - 1])
        return whole

    def _with_quiet_visits(self, chosen: Mapping[Variable, int], question: Question) -> dict[Variable, int]:
        """A whole patient in whom nothing changes at a visit that nothing depends on: so such a visit is possible."""
        whole = self._whole(chosen)
        asked = {version for _, version in chosen}
        states = (self.unrolled.states[number] for number in self._way(question, self._judge(whole)))
        on_the_way = {state.visit: state.versions for state in states}
        held = {fact: whole[fact, 0] for fact in self.groups.of}
        for visit in range(1, self.unrolled.last_visit + 1):
            versions = on_the_way.get(visit)
            for fact, group in self.groups.of.items():
                if visit not in asked:
                    whole[fact, visit] = held[fact]
                if versions is None or versions[group] == visit:
                    held[fact] = whole[fact, visit]
        return whole

    def _judge(self, whole: Mapping[Variable, int]) -> Judge[int]:
        return Judge(One(self.cells, whole), self.groups.of)

    def _patient(self, whole: Mapping[Variable, int]) -> Patient:
        visits: list[dict[str, ValueOrNot]] = [{} for _ in range(self.unrolled.last_visit + 1)]
        for (fact, version), cell in whole.items():
            visits[version][fact] = self.cells[fact].value(cell)
        return Patient(visits[0], tuple(visits[1:]))

    def _way(self, question: Question, judge: Judge[int]) -> list[int]:
        """The states of a way that the patient takes to a target, as far as it is shown."""
        places = way_to(question.net, question.targets, judge)
        if places is None:
            raise Disagreement("the patient of the solver takes no such way")
        return [question.states[place] for place in places if place < len(question.states)]

    def _walked(self, patient: Patient, way: Sequence[int], judge: Judge[int], confirm: Confirm) -> Walk:
        """The walker's own walk, which must take the same way and show the same."""
        walked = walk(self.guideline, patient, dict(self._turns(way, judge)), reasons=False)
        nodes = tuple(self.unrolled.states[state].node for state in way)
        if walked.nodes[: len(nodes)] != nodes or not confirm(walked, len(nodes)):
            raise Disagreement(f"the walker goes {walked.nodes}, not {nodes}")
        return walked

    def _turns(self, way: Sequence[int], judge: Judge[int]) -> Iterator[tuple[int, int]]:
        """The branch taken at each step."""
        for step, (state, following) in enumerate(pairwise(way)):
            versions = self.unrolled.states[state].versions
            for each in self.unrolled.ways[state]:
                if each.target != following or each.branch is None or each.guard is None:
                    continue
                if judge.judge(each.guard, versions).true:
                    yield step, each.branch
