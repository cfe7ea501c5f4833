"""Claims about a guideline, decided for every patient and every walk: see `docs/proofs.md` for what each one means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import TypeVar

from guidelint.condition import Condition
from guidelint.graph import DecisionGraph
from guidelint.logic.algebra import Judge, Versions
from guidelint.logic.answer import Answer, NotDecided, Proved, Refuted, Witness
from guidelint.logic.bits import Sample, TruthTable
from guidelint.logic.boundaries import at_boundaries
from guidelint.logic.boxes import Boxes
from guidelint.logic.cells import Cells, cells_of
from guidelint.logic.formula import Compiler, Formula
from guidelint.logic.monitors import Monitor
from guidelint.logic.net import Guard, Guards, Net, Target, holds, possible_visit
from guidelint.logic.product import product
from guidelint.logic.properties import consistency, contraindication, no_duplicates, property_of
from guidelint.logic.reach import Reach
from guidelint.logic.same_advice import differing_advice
from guidelint.logic.solver import Budget, Gates, OutOfTime
from guidelint.logic.states import Groups, TooManyStates, Unrolled, branch_guards, exclusive_guards, unroll
from guidelint.logic.witness import Confirm, Question, Witnesses
from guidelint.model import Decision, Guideline
from guidelint.walk import Gap, Overlap, Walk

LARGEST_TABLE = 1 << 16
"""Cells of a truth table; a decision with more is left to the solver."""

MOST_SUMS = 200_000
"""Members of a score times what they can come to."""

TOO_LARGE = "the unrolled guideline has too many states"
OUT_OF_TIME = "the time for it has run out"
A_SCORE_TOO_LARGE = "a score can come to too many sums"

T = TypeVar("T")


class Logic:
    """Names must be defined, criteria not circular, and every cycle bounded by a follow-up."""

    def __init__(self, guideline: Guideline, budget: Budget | None = None, *, is_apart: bool = False) -> None:
        """`is_apart` leaves out every walk that takes one of two branches that match."""
        self.guideline = guideline
        self.budget = budget or Budget()
        self._is_apart = is_apart
        self._answers: dict[tuple[object, ...], Answer] = {}

    # Claims -------------------------------------------------------------------------------------------------------

    def has_patients(self) -> Answer:
        """That the assumptions allow anybody at all."""
        return self._once(("patients",), lambda: Proved() if self._is_possible(()) else Refuted())

    def exhaustive(self, decision: str) -> Answer:
        """That no walk comes to the decision with every branch surely false, and no `else`."""
        return self._once(("exhaustive", decision), lambda: self._exhaustive(self._decision(decision)))

    def exhaustive_when_unknown(self, decision: str) -> Answer:
        """That no walk comes to it with no branch surely true where some branch is unknown."""
        return self._once(("unknown", decision), lambda: self._exhaustive_when_unknown(self._decision(decision)))

    def exclusive(self, decision: str, first: int, second: int) -> Answer:
        """That no walk comes to it with both branches surely true."""
        return self._once(("exclusive", decision, first, second), lambda: self._exclusive(decision, first, second))

    def reachable(self, node: str, branch: int | None = None) -> Answer:
        """That some walk passes the node, or takes this branch of it."""
        return self._once(("reachable", node, branch), lambda: self._reachable(node, branch))

    def holds(self, constraint: str) -> Answer:
        return self._once(("holds", constraint), lambda: self._holds(self._property(constraint)))

    def respects(self, intervention: str, index: int) -> Answer:
        """That the intervention is never given where its contraindication of this number is not surely false."""
        monitor = contraindication(self.guideline, self.compiler, intervention, index)
        return self._once(("respects", intervention, index), lambda: self._holds(monitor))

    def same_advice(self, decision: str, first: int, second: int) -> Answer:
        """That everybody for whom both branches match is given the same ordered advice on either way."""
        return self._once(("same advice", decision, first, second), lambda: self._same_advice(decision, first, second))

    def consistent(self, intervention: str | None = None) -> Answer:
        """That nobody is advised both for and against the intervention (or any) in one visit."""
        if intervention is None:
            return _first_failing(self.consistent(each) for each in self.guideline.interventions)
        monitor = consistency(self.guideline, intervention)
        return self._once(("consistent", intervention), lambda: self._holds(monitor))

    def without_duplicates(self, class_: str) -> Answer:
        """That nobody is given two different interventions of the class in one visit."""
        return self._once(("duplicates", class_), lambda: self._holds(no_duplicates(self.guideline, class_)))

    def satisfies(self, key: tuple[object, ...], monitor: Monitor) -> Answer:
        """That no run of the monitor violates what it watches for; `key` names it."""
        return self._once(("satisfies", *key), lambda: self._holds(monitor))

    def ever(self, formula: Formula) -> Answer:
        """That the formula is surely true in some visit of some walk."""
        return self._once(("ever", formula), lambda: self._ever(formula))

    def somebody_at(self, decision: str, formulas: Sequence[Formula]) -> Answer:
        """That some walk comes to the decision where all formulas are surely true."""
        return self._once(("at", decision, *formulas), lambda: self._somebody(self._net, self._at(decision, formulas)))

    def locally_possible(self, formulas: Sequence[Formula]) -> bool:
        """Whether in some visit, wherever it comes, all formulas are surely true. Raises OutOfTime."""
        guards = tuple(Guard(formula, self.groups.first) for formula in formulas)
        sample = self._sample
        if sample.algebra.conjunction((self._possible_sample, *holds(guards, sample))):
            return True
        return self._is_possible(guards)

    # What they rest on --------------------------------------------------------------------------------------------

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

    def branch(self, decision: str, index: int) -> Formula:
        """What is surely true where the branch matches."""
        return self._guards[decision][index]

    def nothing_matches(self, decision: str) -> list[Formula]:
        """What is surely true where every condition is surely false."""
        return [self.compiler.negation(formula) for formula in self._written(decision)]

    def nothing_surely(self, decision: str) -> list[Formula]:
        """What is surely true where no condition is surely true, and one is unknown."""
        written = self._written(decision)
        none = [self.compiler.negation(self.compiler.surely(formula)) for formula in written]
        all_false = self.compiler.conjunction(self.compiler.negation(formula) for formula in written)
        return [*none, self.compiler.negation(self.compiler.surely(all_false))]

    def _written(self, decision: str) -> list[Formula]:
        """The conditions of the branches, `else` left out."""
        branches = self._decision(decision).branches
        return [self._guards[decision][index] for index, branch in enumerate(branches) if not branch.is_else]

    @cached_property
    def why_not(self) -> str | None:
        """Why nothing can be decided."""
        for score in self.guideline.scores.values():
            if (len(score.members) + 1) * sum(abs(member.points) for member in score.members) > MOST_SUMS:
                return A_SCORE_TOO_LARGE
        try:
            self.unrolled  # noqa: B018 - made once, here
        except TooManyStates:
            return TOO_LARGE
        return None

    @cached_property
    def unrolled(self) -> Unrolled:
        boxes = Boxes(self.cells, self.assumptions)
        return unroll(DecisionGraph(self.guideline), self.groups, boxes, self._guards)

    def _assumption(self, condition: Condition, consequence: Condition | None) -> Formula:
        compiled = self.compiler.compile(condition)
        if consequence is None:
            return compiled
        return self.compiler.disjunction((self.compiler.negation(compiled), self.compiler.compile(consequence)))

    @cached_property
    def apart(self) -> Logic:
        """The same with walks that break off at an overlap: what is wrong here too follows from no overlap."""
        return Logic(self.guideline, self.budget, is_apart=True)

    def only_at_boundaries(self, decision: str, formulas: Sequence[Formula]) -> bool:
        """Whether whoever comes to a decision with all formulas surely true does so where its comparisons meet."""
        thin = [formula for _, formula in self.boundaries(decision)]
        elsewhere = self.compiler.conjunction(self.compiler.negation(self.compiler.surely(formula)) for formula in thin)
        return bool(thin) and isinstance(self.somebody_at(decision, [*formulas, elsewhere]), Refuted)

    def boundaries(self, decision: str) -> list[tuple[str, Formula]]:
        """The facts and scores that a decision compares, with where its comparisons meet."""
        return list(at_boundaries(self.guideline, self.cells, self.compiler, self._decision(decision)))

    @cached_property
    def _guards(self) -> Mapping[str, tuple[Formula, ...]]:
        guards = exclusive_guards if self._is_apart else branch_guards
        return {decision.id: guards(decision, self.compiler) for decision in self.guideline.decisions()}

    def _decision(self, name: str) -> Decision:
        return self._decisions[name]

    @cached_property
    def _decisions(self) -> Mapping[str, Decision]:
        return {decision.id: decision for decision in self.guideline.decisions()}

    def _property(self, constraint: str) -> Monitor:
        return property_of(self.guideline, self.compiler, self.guideline.constraints[constraint])

    # Answers ------------------------------------------------------------------------------------------------------

    def _once(self, key: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._answer(answer)
        return known

    def _answer(self, answer: Callable[[], Answer]) -> Answer:
        if self.why_not is not None:
            return NotDecided(self.why_not)
        try:
            return answer()
        except OutOfTime:
            return NotDecided(OUT_OF_TIME)
        except TooManyStates:
            return NotDecided(TOO_LARGE)

    def _exhaustive(self, decision: Decision) -> Answer:
        if any(branch.is_else for branch in decision.branches):
            return Proved()
        return self._nobody(self._net, self._at(decision.id, self.nothing_matches(decision.id)), _breaks_off)

    def _exhaustive_when_unknown(self, decision: Decision) -> Answer:
        if not any(self.cells[fact].unknown for formula in self._guards[decision.id] for fact in formula.facts):
            return Proved()
        return self._nobody(self._net, self._at(decision.id, self.nothing_surely(decision.id)), _breaks_off)

    def _exclusive(self, decision: str, first: int, second: int) -> Answer:
        both = [self.branch(decision, first), self.branch(decision, second)]
        return self._nobody(self._net, self._at(decision, both), _is_overlap)

    def _reachable(self, node: str, branch: int | None) -> Answer:
        if branch is None:
            return self._somebody(self._net, [Target(state) for state in self.unrolled.of_node.get(node, ())])
        return self._somebody(self._net, self._at(node, [self.branch(node, branch)]))

    def _ever(self, formula: Formula) -> Answer:
        seen: dict[Versions, int] = {}
        for number, state in enumerate(self.unrolled.states):
            seen.setdefault(state.versions, number)
        targets = [Target(number, (Guard(formula, versions),)) for versions, number in seen.items()]
        return self._somebody(self._net, targets)

    def _same_advice(self, decision: str, first: int, second: int) -> Answer:
        pairs = differing_advice(self.guideline, self.compiler, self.unrolled, decision, first, second)
        return self._nobody(pairs.net, pairs.targets, _is_overlap)

    def _holds(self, monitor: Monitor) -> Answer:
        found = product(self.guideline, self.unrolled, monitor)
        return self._nobody(found.net, found.targets, _goes_on, found.states)

    def _at(self, node: str, formulas: Sequence[Formula]) -> list[Target]:
        """Where a walk comes to the node and all formulas are surely true."""
        if not self._table_allows(formulas):
            return []
        states = self.unrolled.states
        return [
            Target(number, tuple(Guard(formula, states[number].versions) for formula in formulas))
            for number in self.unrolled.of_node.get(node, ())
        ]

    def _table_allows(self, formulas: Sequence[Formula]) -> bool:
        """Whether the formulas go together at all, by a truth table over their facts where that is small."""
        facts = sorted(frozenset[str]().union(*(formula.facts for formula in formulas)))
        if len(formulas) < 2 or prod(self.cells[fact].count for fact in facts) > LARGEST_TABLE:
            return True
        table: Judge[int] = Judge(TruthTable([self.cells[fact] for fact in facts]), {})
        return bool(table.algebra.conjunction(holds((Guard(formula, ()) for formula in formulas), table)))

    def _somebody(self, net: Net, targets: Sequence[Target]) -> Answer:
        return Proved() if self._is_somebody(net, targets) else Refuted()

    def _is_somebody(self, net: Net, targets: Sequence[Target]) -> bool:
        if not targets:
            return False
        if net is self._net and self._sample_meets(targets):
            return True
        self._gates.begin_question()
        literal = self._reach.any_of(net, targets)
        return literal != -self._gates.true and self._gates.is_possible([literal])

    def _sample_meets(self, targets: Iterable[Target]) -> bool:
        return any(
            self._sample.algebra.conjunction((self._sampled[target.place], *holds(target.guards, self._sample)))
            for target in targets
        )

    def _nobody(
        self, net: Net, targets: Sequence[Target], confirm: Confirm, states: Sequence[int] | None = None
    ) -> Answer:
        if not targets:
            return Proved()
        self._gates.begin_question()
        literal = self._reach.any_of(net, targets)
        if literal == -self._gates.true or not self._gates.is_possible([literal]):
            return Proved()
        where = range(len(self.unrolled.states)) if states is None else states
        return Refuted(self._witness(Question(net, where, targets, literal, confirm)))

    def _witness(self, question: Question) -> Witness:
        made = Witnesses(self.guideline, self.cells, self.groups, self.unrolled, self._gates)
        return made.smallest(question)

    # Engines ------------------------------------------------------------------------------------------------------

    @cached_property
    def _net(self) -> Net:
        return self.unrolled.net

    @cached_property
    def _gates(self) -> Gates:
        return Gates(self.cells, self.budget)

    @cached_property
    def _literals(self) -> Judge[int]:
        return Judge(self._gates, self.groups.of)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._gates, self._literals, self.assumptions, self.groups.first)

    def _is_possible(self, guards: Guards) -> bool:
        """Whether some first visit meets the guards."""
        self._gates.begin_question()
        return self._gates.is_possible([self._reach.first_visit, *holds(guards, self._literals)])

    @cached_property
    def _sample(self) -> Judge[int]:
        return Judge(Sample(self.cells), self.groups.of)

    @cached_property
    def _possible_sample(self) -> int:
        return possible_visit(self.assumptions, self.groups.first, self._sample)

    @cached_property
    def _sampled(self) -> list[int]:
        """For each state, the patients of the sample who come there."""
        judge = self._sample
        reached = [self._possible_sample]
        for arcs in self._net.arcs[1:]:
            coming = []
            for arc in arcs:
                taken = [reached[arc.source], *holds(arc.guards, judge)]
                if arc.begins is not None:
                    taken.append(possible_visit(self.assumptions, arc.begins, judge))
                coming.append(judge.algebra.conjunction(taken))
            reached.append(judge.disjunction(coming))
        return reached


def _first_failing(answers: Iterable[Answer]) -> Answer:
    undecided: Answer = Proved()
    for answer in answers:
        if isinstance(answer, Refuted):
            return answer
        undecided = answer if isinstance(answer, NotDecided) else undecided
    return undecided


def _goes_on(walked: Walk, steps: int) -> bool:
    return True


def _breaks_off(walked: Walk, steps: int) -> bool:
    return isinstance(walked.ending, Gap) and len(walked.steps) == steps


def _is_overlap(walked: Walk, steps: int) -> bool:
    return isinstance(walked.ending, Overlap) and len(walked.steps) == steps
