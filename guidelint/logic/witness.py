"""From a model of the solver to a patient whom a clinician reads: ordinary, as small as can be, and walked.

The patient does not depend on which model the solver happens to find: facts take the most ordinary cell that is left,
one after another, and then as many as possible are dropped from what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from guidelint.condition import ValueOrNot
from guidelint.logic.algebra import Judge
from guidelint.logic.answer import Cube, Shown, Witness
from guidelint.logic.bits import One, Variable
from guidelint.logic.cells import Cells
from guidelint.logic.net import Net, Target, way_to
from guidelint.logic.solver import Gates, OutOfTime
from guidelint.logic.states import Groups, State, Unrolled
from guidelint.model import Guideline
from guidelint.walk import Patient, Walk, walk

MOST_CUBES = 3
"""Of a region: more conditions than that nobody reads."""

Confirm = Callable[[Walk, int], bool]
"""Whether a walk shows what it has to show, at the step where the net says so."""


class Disagreement(Exception):
    """The walker does not confirm what the solver says: a defect of guidelint."""


class Claimed(NamedTuple):
    """That something shows, and that every visit on the way there is possible."""

    shows: int
    lawful: int


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
    gates: Gates

    def smallest(self, question: Question) -> Witness:
        """Of a question that some patient answers. Raises OutOfTime before a patient is found, Disagreement."""
        chosen = self._ordinary(question.earliest, self._variables(question.earliest))
        kept = self._needed(question.whole, chosen)
        region, is_whole = self._region(question.whole, kept)
        whole = self._with_quiet_visits(chosen, question)
        judge: Judge[int] = Judge(One(self.cells, whole), self.groups.of)
        patient, path = self._patient(whole), self._path(question, judge)
        way = [question.states[place] for place in path if place < len(question.states)]
        walked = self._walked(patient, way, judge, question.confirm)
        shown = tuple(
            Shown(fact, version + 1, self.cells[fact].value(chosen[fact, version]))
            for fact, version in sorted(kept, key=self._order)
        )
        return Witness(patient, shown, walked, len(way), region, is_whole)

    def _variables(self, claim: Claimed) -> list[Variable]:
        """The facts that it depends on, and those that assumptions tie to them, in a fixed order."""
        return sorted(self.gates.variables_behind([*claim, *self.gates.required]), key=self._order)

    def _order(self, variable: Variable) -> tuple[int, int]:
        return variable[1], self._position[variable[0]]

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {fact: place for place, fact in enumerate(self.guideline.facts)}

    def _ordinary(self, claim: Claimed, variables: Sequence[Variable]) -> dict[Variable, int]:
        """The most ordinary patient for whom it is so: the first cell in order of preference that is still possible.

        All walks of the patient are possible if that can be: at an overlap, one may be and the other not.
        """
        assumed = list(claim)
        if not self.gates.is_possible(assumed):
            assumed = [claim.shows]
            if not self.gates.is_possible(assumed):
                raise Disagreement("what was possible is not")
        left = [list(reversed(self.cells[fact].by_preference)) for fact, _ in variables]
        wished = [self._among(variable, 1 << cells[-1]) for variable, cells in zip(variables, left, strict=True)]
        possible = 0
        while (last := self._last_to_blame(assumed, wished)) is not None:
            while last > possible and (earlier := self._last_to_blame(assumed, wished[:last])) is not None:
                last = earlier
            possible = last
            left[last].pop()
            wished[last] = self._among(variables[last], 1 << left[last][-1])
        return {variable: cells[-1] for variable, cells in zip(variables, left, strict=True)}

    def _last_to_blame(self, assumed: Sequence[int], wished: Sequence[int]) -> int | None:
        """The place of the last wish that cannot be met with those before it; None where all can be met."""
        if self.gates.is_possible([*assumed, *wished]):
            return None
        core = self.gates.core()
        return max(place for place, literal in enumerate(wished) if literal in core)

    def _among(self, variable: Variable, cells: int) -> int:
        return self.gates.among(*variable, cells)

    def _needed(self, claim: Claimed, chosen: Mapping[Variable, int]) -> dict[Variable, int]:
        """Facts, with their cells as bits, that suffice whatever the rest is; the most ordinary are dropped first."""
        kept = {variable: self._among(variable, 1 << cell) for variable, cell in chosen.items()}
        try:
            to_blame = self._to_blame(claim, kept.values()) or {*kept.values()}
            for variable in sorted(chosen, key=lambda variable: self._dispensable(variable, chosen[variable])):
                without = {other: literal for other, literal in kept.items() if other != variable}
                is_free = kept[variable] not in to_blame
                blamed = to_blame if is_free else self._to_blame(claim, without.values())
                if blamed is not None:
                    kept, to_blame = without, blamed
        except OutOfTime:
            pass  # then more is shown than is needed, which is no less true
        return {variable: 1 << chosen[variable] for variable in kept}

    def _dispensable(self, variable: Variable, cell: int) -> tuple[int, int, int]:
        preference = self.cells[variable[0]].by_preference.index(cell)
        return (min(preference, 1), -variable[1], -self._position[variable[0]])

    def _to_blame(self, claim: Claimed, literals: Iterable[int]) -> set[int] | None:
        """Those of the literals for which it shows in all possible patients of whom they hold; None if it does not."""
        is_possible = self.gates.is_possible([-claim.shows, claim.lawful, *literals])
        return None if is_possible else self.gates.core()

    # The region ---------------------------------------------------------------------------------------------------

    def _region(self, claim: Claimed, first: Mapping[Variable, int]) -> tuple[tuple[Cube, ...], bool]:
        """A few conditions that describe such patients, and whether they describe them all."""
        cubes: list[Cube] = []
        variables = self._variables(claim)
        left = claim
        kept = first
        try:
            while True:
                wide = self._widened(claim, kept)
                cubes.append(Cube(tuple((fact, version + 1, cells) for (fact, version), cells in wide.items())))
                outside = -self.gates.conjunction(self._among(each, cells) for each, cells in wide.items())
                left = Claimed(self.gates.conjunction((left.shows, outside)), claim.lawful)
                if not self.gates.is_possible(left):
                    return tuple(cubes), True
                if len(cubes) == MOST_CUBES:
                    break
                kept = self._needed(claim, self._ordinary(left, variables))
        except OutOfTime:
            pass  # the region is then only a part, and is said to be one
        return tuple(cubes), False

    def _widened(self, claim: Claimed, facts: Mapping[Variable, int]) -> dict[Variable, int]:
        """Each fact in as many cells as it can have with all the others as they are, and in which it shows in somebody:
        of a cell that the assumptions forbid, anything is true."""
        wide = dict(facts)
        for variable in sorted(facts, key=self._order):
            others = [self._among(each, cells) for each, cells in wide.items() if each != variable]
            count = self.cells[variable[0]].count
            for cell in range(count) if count > 2 else ():
                there = [*others, self._among(variable, 1 << cell)]
                is_new = not wide[variable] >> cell & 1
                if is_new and self._to_blame(claim, there) is not None and self._is_somebody(claim, there):
                    wide[variable] |= 1 << cell
        return {variable: wide[variable] for variable in sorted(wide, key=self._order)}

    def _is_somebody(self, claim: Claimed, literals: Iterable[int]) -> bool:
        """Whether it shows in some possible patient of whom they hold, where it shows in all of those."""
        return not self.gates.required or self.gates.is_possible([*claim, *literals])

    # The walk -----------------------------------------------------------------------------------------------------

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
        on_the_way = {state.visit: state.versions for state in self._states(question, whole)}
        held = {fact: whole[fact, 0] for fact in self.groups.of}
        for visit in range(1, self.unrolled.last_visit + 1):
            versions = on_the_way.get(visit)
            for fact, group in self.groups.of.items():
                if visit not in asked:
                    whole[fact, visit] = held[fact]
                if versions is None or versions[group] == visit:
                    held[fact] = whole[fact, visit]
        return whole

    def _states(self, question: Question, whole: Mapping[Variable, int]) -> list[State]:
        """Of the way that is shown."""
        path = self._path(question, Judge(One(self.cells, whole), self.groups.of))
        return [self.unrolled.states[question.states[place]] for place in path if place < len(question.states)]

    def _patient(self, whole: Mapping[Variable, int]) -> Patient:
        visits: list[dict[str, ValueOrNot]] = [{} for _ in range(self.unrolled.last_visit + 1)]
        for (fact, version), cell in whole.items():
            visits[version][fact] = self.cells[fact].value(cell)
        return Patient(visits[0], tuple(visits[1:]))

    def _path(self, question: Question, judge: Judge[int]) -> list[int]:
        """The places of a way that the patient takes to a target."""
        way = way_to(question.net, question.targets, judge)
        if way is None:
            raise Disagreement("the patient of the solver takes no such way")
        return way

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
