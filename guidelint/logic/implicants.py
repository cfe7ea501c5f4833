"""For whom a claim is so: the most ordinary patient, the fewest facts that suffice, and conditions that describe all.

In the terms of logic: the first model in an order of preference, a prime implicant of it, and a cover by prime
implicants. None of them depends on which model the solver happens to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from guidelint.logic.answer import Cube
from guidelint.logic.bits import Variable
from guidelint.logic.cells import Cells
from guidelint.logic.solver import Gates, OutOfTime

MOST_CUBES = 3
"""Of a region: more conditions than that nobody reads."""


class Disagreement(Exception):
    """Two parts of guidelint do not say the same of a patient: a defect of it."""


class Claimed(NamedTuple):
    """That something shows, and that every visit on the way there is possible."""

    shows: int
    lawful: int


@dataclass(frozen=True)
class Implicants:
    """`cells` are in the order of the facts of the guideline."""

    cells: Mapping[str, Cells]
    gates: Gates

    def order(self, variable: Variable) -> tuple[int, int]:
        return variable[1], self._position[variable[0]]

    def ordinary(self, claim: Claimed) -> dict[Variable, int]:
        """Of the facts that it depends on. Raises OutOfTime, and Disagreement where the claim is so of nobody."""
        return self._ordinary(claim, self._variables(claim))

    def _ordinary(self, claim: Claimed, variables: Sequence[Variable]) -> dict[Variable, int]:
        """The most ordinary patient for whom it is so: the first cell in order of preference that is still possible.

        All wishes are made at once, and each core tells of one that cannot be met after those before it. All walks of
        the patient are possible if that can be: at an overlap, one may be and the other not.
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

    def needed(self, claim: Claimed, chosen: Mapping[Variable, int]) -> dict[Variable, int]:
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

    def region(self, claim: Claimed, first: Mapping[Variable, int]) -> tuple[tuple[Cube, ...], bool]:
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
                kept = self.needed(claim, self._ordinary(left, variables))
        except OutOfTime:
            pass  # the region is then only a part, and is said to be one
        return tuple(cubes), False

    def _widened(self, claim: Claimed, facts: Mapping[Variable, int]) -> dict[Variable, int]:
        """Each fact in as many cells as it can have with all the others as they are, and in which it shows in somebody:
        of a cell that the assumptions forbid, anything is true."""
        wide = dict(facts)
        for variable in sorted(facts, key=self.order):
            others = [self._among(each, cells) for each, cells in wide.items() if each != variable]
            count = self.cells[variable[0]].count
            for cell in range(count) if count > 2 else ():
                there = [*others, self._among(variable, 1 << cell)]
                is_new = not wide[variable] >> cell & 1
                if is_new and self._to_blame(claim, there) is not None and self._is_somebody(claim, there):
                    wide[variable] |= 1 << cell
        return {variable: wide[variable] for variable in sorted(wide, key=self.order)}

    def _is_somebody(self, claim: Claimed, literals: Iterable[int]) -> bool:
        """Whether it shows in some possible patient of whom they hold, where it shows in all of those."""
        is_anybody = claim.lawful == self.gates.true and not self.gates.required
        return is_anybody or self.gates.is_possible([*claim, *literals])

    def _variables(self, claim: Claimed) -> list[Variable]:
        """The facts that it depends on, and those that assumptions tie to them, in a fixed order."""
        return sorted(self.gates.variables_behind([*claim, *self.gates.required]), key=self.order)

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {fact: place for place, fact in enumerate(self.cells)}
