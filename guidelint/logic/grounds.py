"""What a proof rests on: the branches and assumptions without which it would not hold.

Each way through a branch may be taken for free, and each assumption given up, at the price of a literal; what an
unsatisfiable core cannot do without is what the proof rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from guidelint.logic.algebra import Judge, Versions
from guidelint.logic.claims import Claim, ClaimKind
from guidelint.logic.formula import Formula
from guidelint.logic.logic import Logic
from guidelint.logic.net import Arc, Net, Target, holds, possible_visit
from guidelint.logic.product import product
from guidelint.logic.reach import Reach
from guidelint.logic.setting import Setting
from guidelint.logic.solver import Gates, OutOfTime
from guidelint.logic.states import TooManyStates

Question = tuple[Net, Sequence[Target]]


@dataclass(frozen=True, slots=True)
class Grounds:
    """Branches by decision and number, assumptions by number, in the order of the guideline."""

    branches: tuple[tuple[str, int], ...]
    assumptions: tuple[int, ...]


def grounds(logic: Logic, claim: Claim) -> Grounds | None:
    """Of a claim that is proved; None where the time runs out."""
    blame = Blame(logic)
    return blame.of(_questions(logic, claim), claim.name)


class Blame:
    """What is to blame for it that nobody gets somewhere."""

    def __init__(self, logic: Logic) -> None:
        self.setting = logic.setting
        self._gates = Gates(self.setting.cells, logic.budget)
        self._reach = _SoftReach(self._gates, self.setting)

    def of_branch(self, decision: str, index: int) -> Grounds | None:
        """Why nobody takes a branch; None where the time runs out."""
        targets = self.setting.at(decision, [self.setting.branches[decision][index]])
        return self.of([(self.setting.net, targets)], decision)

    def of(self, questions: Iterable[Question], own: str) -> Grounds | None:
        """None where the time runs out; the branches of the decision itself are left out."""
        try:
            needed = {price for question in questions for price in _needed(self._gates, self._reach, *question)}
        except (OutOfTime, TooManyStates):
            return None
        rested = {formula for formula, price in self._reach.prices.items() if price in needed}
        branches = (
            (name, index)
            for name, formulas in self.setting.branches.items()
            for index, formula in enumerate(formulas)
            if formula in rested and name != own
        )
        assumptions = (index for index, formula in enumerate(self.setting.assumptions) if formula in rested)
        return Grounds(tuple(branches), tuple(assumptions))


def _questions(logic: Logic, claim: Claim) -> Iterator[Question]:
    setting = logic.setting
    if claim.kind is ClaimKind.DECISION:
        written = setting.written(claim.name)
        if not setting.decisions[claim.name].has_else:
            yield setting.net, setting.at(claim.name, setting.nothing_matches(claim.name))
        yield setting.net, setting.at(claim.name, setting.nothing_surely(claim.name))
        yield from ((setting.net, setting.at(claim.name, pair)) for pair in combinations(written, 2))
        return
    is_constraint = claim.kind is ClaimKind.CONSTRAINT
    monitor = logic.property(claim.name) if is_constraint else logic.contraindication(claim.name, claim.index)
    found = product(logic.guideline, setting.unrolled, monitor)
    yield found.net, found.targets


def _needed(gates: Gates, reach: _SoftReach, net: Net, targets: Sequence[Target]) -> set[int]:
    """The prices that must not be paid for the targets to be out of reach, none of them in vain."""
    gates.begin_question()
    literal = reach.any_of(net, targets)
    if gates.is_possible([literal, *(-price for price in reach.prices.values())]):
        return set()
    core = gates.core()
    needed = [price for price in reach.prices.values() if -price in core]
    for price in list(needed):
        others = [other for other in needed if other != price]
        if not gates.is_possible([literal, *(-other for other in others)]):
            needed = others
    return set(needed)


class _SoftReach(Reach):
    """Reachability in which every branch can be taken, and every assumption given up, at a price of its own."""

    def __init__(self, gates: Gates, setting: Setting) -> None:
        self.prices: dict[Formula, int] = {}
        self._soft = {formula for formulas in setting.branches.values() for formula in formulas}
        super().__init__(gates, Judge(gates, setting.groups.of), setting.assumptions, setting.groups.first)

    def _taken(self, arc: Arc, known: dict[int, int]) -> int:
        found: list[int] = holds(arc.guards, self._judge)
        soft = (
            self._softened(literal, guard.formula) if guard.formula in self._soft else literal
            for literal, guard in zip(found, arc.guards, strict=True)
        )
        return self._gates.conjunction([known[arc.source], *soft])

    def _possible(self, versions: Versions) -> int:
        parts = ((each, possible_visit([each], versions, self._judge)) for each in self._assumptions)
        return self._gates.conjunction(self._softened(literal, formula) for formula, literal in parts)

    def _softened(self, literal: int, formula: Formula) -> int:
        if formula not in self.prices:
            self.prices[formula] = self._gates.fresh()
        return self._gates.disjunction((literal, self.prices[formula]))
