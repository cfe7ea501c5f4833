"""A guideline as proofs read it: facts in cells, conditions as formulas, walks as a net."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import prod

from guidelint.condition import Condition
from guidelint.graph import DecisionGraph
from guidelint.logic.algebra import Judge, Versions
from guidelint.logic.bits import TruthTable
from guidelint.logic.cells import Cells, cells_of
from guidelint.logic.formula import MOST_SUMS, Compiler, Formula
from guidelint.logic.net import Guard, Net, Target, holds
from guidelint.logic.states import Groups, TooManyStates, Unrolled, branch_guards, unroll
from guidelint.model import Decision, Guideline

LARGEST_TABLE = 1 << 16
"""Cells of a truth table; a decision with more is left to the solver."""

MOST_STEPS = 200_000
"""Of adding up a score: its members times what they can come to."""

TOO_LARGE = "the unrolled guideline has too many states"
A_SCORE_TOO_LARGE = "a score can come to too many sums"

Pairs = Mapping[str, Sequence[tuple[int, int]]]
"""By decision, two branches each, of which the first is taken where both match."""

NO_PAIRS: Pairs = {}


class Setting:
    """`resolved` holds pairs of branches of decisions: where both match, walks that take the second are left out.

    What asks for the unrolled guideline raises TooManyStates, as `why_not` says beforehand.
    """

    def __init__(self, guideline: Guideline, *, resolved: Pairs = NO_PAIRS) -> None:
        self.guideline = guideline
        self._resolved = resolved

    @cached_property
    def why_not(self) -> str | None:
        """Why nothing can be decided."""
        for score in self.guideline.scores.values():
            sums = score.most - score.least
            if sums > MOST_SUMS or sums * len(score.members) > MOST_STEPS:
                return A_SCORE_TOO_LARGE
        try:
            self.unrolled  # noqa: B018 - made once, here
        except TooManyStates:
            return TOO_LARGE
        return None

    @cached_property
    def cells(self) -> Mapping[str, Cells]:
        return cells_of(self.guideline)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.guideline)

    @cached_property
    def compiler(self) -> Compiler:
        return Compiler(self.guideline, self.cells)

    @cached_property
    def assumptions(self) -> tuple[Formula, ...]:
        return tuple(self._assumption(each.condition, each.consequence) for each in self.guideline.assumptions)

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        return {decision.id: decision for decision in self.guideline.decisions()}

    @cached_property
    def branches(self) -> Mapping[str, tuple[Formula, ...]]:
        """For each decision what is surely true where each of its branches is taken."""
        return {
            name: branch_guards(decision, self.compiler, self._resolved.get(name, ()))
            for name, decision in self.decisions.items()
        }

    @cached_property
    def unrolled(self) -> Unrolled:
        return unroll(DecisionGraph(self.guideline), self.groups, self.branches)

    @cached_property
    def net(self) -> Net:
        return self.unrolled.net

    def written(self, decision: str) -> list[Formula]:
        """The conditions of the branches, `else` left out."""
        return [self.compiler.compile(condition) for condition in self.decisions[decision].conditions]

    def nothing_matches(self, decision: str) -> list[Formula]:
        """What is surely true where every condition is surely false."""
        return [self.compiler.negation(formula) for formula in self.written(decision)]

    def nothing_surely(self, decision: str) -> list[Formula]:
        """What is surely true where no condition is surely true, and one is unknown."""
        none = [self.compiler.negation(self.compiler.surely(formula)) for formula in self.written(decision)]
        all_false = self.compiler.conjunction(self.nothing_matches(decision))
        return [*none, self.compiler.negation(self.compiler.surely(all_false))]

    def at(self, node: str, formulas: Sequence[Formula] = ()) -> list[Target]:
        """Where a walk comes to the node and all formulas are surely true; nowhere if they contradict each other."""
        if not self._table_allows(formulas):
            return []
        states = self.unrolled.states
        return [
            Target(number, tuple(Guard(formula, states[number].versions) for formula in formulas))
            for number in self.unrolled.of_node.get(node, ())
        ]

    def in_any_visit(self, formula: Formula) -> list[Target]:
        seen: dict[Versions, int] = {}
        for number, state in enumerate(self.unrolled.states):
            seen.setdefault(state.versions, number)
        return [Target(number, (Guard(formula, versions),)) for versions, number in seen.items()]

    def _assumption(self, condition: Condition, consequence: Condition | None) -> Formula:
        compiled = self.compiler.compile(condition)
        if consequence is None:
            return compiled
        return self.compiler.disjunction((self.compiler.negation(compiled), self.compiler.compile(consequence)))

    def _table_allows(self, formulas: Sequence[Formula]) -> bool:
        """Whether the formulas go together at all, by a truth table over their facts where that is small."""
        if len(formulas) < 2:
            return True
        facts = sorted(frozenset[str]().union(*(formula.facts for formula in formulas)))
        if prod(self.cells[fact].count for fact in facts) > LARGEST_TABLE:
            return True
        table: Judge[int] = Judge(TruthTable([self.cells[fact] for fact in facts]), {})
        return bool(table.algebra.conjunction(holds((Guard(formula, ()) for formula in formulas), table)))
