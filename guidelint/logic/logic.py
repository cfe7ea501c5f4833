"""Claims about a guideline, decided for every patient and every walk: see `docs/proofs.md` for what each one means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from guidelint.logic.answer import Answer, NotDecided, Proved, Refuted
from guidelint.logic.cells import Cells
from guidelint.logic.engine import Engine
from guidelint.logic.formula import Compiler, Formula
from guidelint.logic.monitors import Monitor
from guidelint.logic.net import Guard
from guidelint.logic.product import product
from guidelint.logic.properties import consistency, contraindication, property_of
from guidelint.logic.same_advice import differing_advice
from guidelint.logic.setting import NO_PAIRS, TOO_LARGE, Pairs, Setting
from guidelint.logic.solver import Budget, OutOfTime
from guidelint.logic.states import TooManyStates
from guidelint.model import Guideline
from guidelint.walk import Gap, Overlap, Walk

OUT_OF_TIME = "the time for it has run out"


class Logic:
    """Names must be defined, criteria not circular, and every cycle bounded by a follow-up.

    `resolved` leaves out walks that take the second of two such branches where both match.
    """

    def __init__(self, guideline: Guideline, budget: Budget | None = None, *, resolved: Pairs = NO_PAIRS) -> None:
        self.guideline = guideline
        self.budget = budget or Budget()
        self.setting = Setting(guideline, resolved=resolved)
        self._engine = Engine(self.setting, self.budget)
        self._answers: dict[tuple[object, ...], Answer] = {}

    # Claims -------------------------------------------------------------------------------------------------------

    def has_patients(self) -> Answer:
        """That the assumptions allow anybody at all."""
        return self.possible(())

    def exhaustive(self, decision: str, where: Sequence[Formula] = ()) -> Answer:
        """That no walk comes to the decision with every branch surely false, and no `else`, where all of these formulas
        are surely true."""
        return self._once(("exhaustive", decision, *where), lambda: self._exhaustive(decision, where))

    def exhaustive_when_unknown(self, decision: str) -> Answer:
        """That no walk comes to it with no branch surely true where some branch is unknown."""
        return self._once(("unknown", decision), lambda: self._exhaustive_when_unknown(decision))

    def exclusive(self, decision: str, first: int, second: int) -> Answer:
        """That no walk comes to it with both branches surely true."""
        both = [self.branch(decision, first), self.branch(decision, second)]
        return self._once(("exclusive", decision, first, second), lambda: self._nobody_at(decision, both, _is_overlap))

    def reachable(self, node: str, branch: int | None = None) -> Answer:
        """That some walk passes the node, or takes this branch of it."""
        return self.somebody_at(node, [] if branch is None else [self.branch(node, branch)])

    def holds(self, constraint: str) -> Answer:
        return self._once(("holds", constraint), lambda: self._holds(self.property(constraint)))

    def respects(self, intervention: str, index: int) -> Answer:
        """That the intervention is never given where its contraindication of this number is not surely false."""
        return self._once(
            ("respects", intervention, index), lambda: self._holds(self.contraindication(intervention, index))
        )

    def same_advice(self, decision: str, first: int, second: int) -> Answer:
        """That everybody for whom both branches match is given the same ordered advice on either way."""
        return self._once(("same advice", decision, first, second), lambda: self._same_advice(decision, first, second))

    def consistent(self, intervention: str) -> Answer:
        """That nobody is advised both for and against the intervention in one visit."""
        return self.satisfies(("consistent", intervention), consistency(self.guideline, intervention))

    def satisfies(self, key: tuple[object, ...], monitor: Monitor) -> Answer:
        """That no run of the monitor violates what it watches for; `key` names it."""
        return self._once(("satisfies", *key), lambda: self._holds(monitor))

    def ever(self, formula: Formula) -> Answer:
        """That the formula is surely true in some visit of some walk."""
        return self._once(
            ("ever", formula), lambda: self._engine.somebody(self.setting.net, self.setting.in_any_visit(formula))
        )

    def somebody_at(self, node: str, formulas: Sequence[Formula]) -> Answer:
        """That some walk comes to the node where all formulas are surely true."""
        return self._once(
            ("at", node, *formulas), lambda: self._engine.somebody(self.setting.net, self.setting.at(node, formulas))
        )

    @cached_property
    def without_assumptions(self) -> Logic:
        """The same for every patient whom the facts allow: what is so here too follows from no assumption."""
        if not self.guideline.assumptions:
            return self
        return Logic(replace(self.guideline, assumptions=()), self.budget)

    def is_only_where(self, node: str, formulas: Sequence[Formula], places: Sequence[Formula]) -> bool:
        """Whether for whoever comes to the node with all formulas surely true, one of the places surely is."""
        return isinstance(self.somebody_at(node, [*formulas, *self.at_none_of(places)]), Refuted)

    def possible(self, formulas: Sequence[Formula]) -> Answer:
        """That in some visit, wherever it comes, all formulas are surely true."""
        guards = tuple(Guard(formula, self.setting.groups.first) for formula in formulas)
        return self._once(("possible", *formulas), lambda: Proved() if self._engine.is_visit(guards) else Refuted())

    # What they are made of ----------------------------------------------------------------------------------------

    @property
    def cells(self) -> Mapping[str, Cells]:
        return self.setting.cells

    @property
    def compiler(self) -> Compiler:
        return self.setting.compiler

    @property
    def why_not(self) -> str | None:
        """Why nothing can be decided."""
        return self.setting.why_not

    @property
    def places(self) -> int:
        """How many places the questions so far were about: the size of what was proved."""
        return self._engine.places

    @cached_property
    def resolutions(self) -> tuple[Logic, Logic]:
        """The same where of several branches that match and lead to different advice only the first is taken, and where
        only the last is: what is wrong in both follows from no such overlap alone."""
        first = {name: self._overlaps(name) for name in self.setting.decisions}
        last = {name: [(later, earlier) for earlier, later in pairs] for name, pairs in first.items()}
        return Logic(self.guideline, self.budget, resolved=first), Logic(self.guideline, self.budget, resolved=last)

    def may_differ(self, decision: str, first: int, second: int) -> bool:
        """Whether two branches may lead to different advice where both match."""
        return not isinstance(self.same_advice(decision, first, second), Proved)

    def branch(self, decision: str, index: int) -> Formula:
        """What is surely true where the branch matches."""
        return self.setting.branches[decision][index]

    def at_none_of(self, places: Sequence[Formula]) -> list[Formula]:
        """What is surely true where none of the places surely is."""
        return [self.compiler.negation(self.compiler.surely(place)) for place in places]

    def nothing_matches(self, decision: str) -> list[Formula]:
        """What is surely true where every condition is surely false."""
        return self.setting.nothing_matches(decision)

    def property(self, constraint: str) -> Monitor:
        """What a constraint watches for."""
        return property_of(self.guideline, self.compiler, self.guideline.constraints[constraint])

    def contraindication(self, intervention: str, index: int) -> Monitor:
        return contraindication(self.guideline, self.compiler, intervention, index)

    def _overlaps(self, decision: str) -> list[tuple[int, int]]:
        """The pairs of branches that somebody matches both of, and that may lead to different advice."""
        pairs = self.setting.decisions[decision].pairs()
        both = (pair for pair in pairs if isinstance(self.exclusive(decision, *pair), Refuted))
        return [pair for pair in both if self.may_differ(decision, *pair)]

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
            self.budget.deadline()
            return answer()
        except OutOfTime:
            return NotDecided(OUT_OF_TIME)
        except TooManyStates:
            return NotDecided(TOO_LARGE)

    def _exhaustive(self, decision: str, where: Sequence[Formula]) -> Answer:
        if self.setting.decisions[decision].has_else:
            return Proved()
        return self._nobody_at(decision, [*self.nothing_matches(decision), *where], _breaks_off)

    def _exhaustive_when_unknown(self, decision: str) -> Answer:
        if not any(self.cells[fact].unknown for formula in self.setting.written(decision) for fact in formula.facts):
            return Proved()
        return self._nobody_at(decision, self.setting.nothing_surely(decision), _breaks_off)

    def _nobody_at(self, decision: str, formulas: Sequence[Formula], confirm: Callable[[Walk, int], bool]) -> Answer:
        return self._engine.nobody(self.setting.net, self.setting.at(decision, formulas), confirm)

    def _same_advice(self, decision: str, first: int, second: int) -> Answer:
        """Branches to one node lead to the same advice, whatever that is."""
        one, other = (self.setting.decisions[decision].branches[index] for index in (first, second))
        if one.target == other.target:
            return Proved()
        pairs = differing_advice(self.guideline, self.compiler, self.setting.unrolled, decision, first, second)
        return self._engine.nobody(pairs.net, pairs.targets, _is_overlap, visits=pairs.visits)

    def _holds(self, monitor: Monitor) -> Answer:
        found = product(self.guideline, self.setting.unrolled, monitor)
        return self._engine.nobody(found.net, found.targets, _goes_on, found.states)


def _goes_on(walked: Walk, steps: int) -> bool:
    """The walker judges no constraints: that it goes there is all that it can confirm."""
    return True


def _breaks_off(walked: Walk, steps: int) -> bool:
    return isinstance(walked.ending, Gap) and len(walked.steps) == steps


def _is_overlap(walked: Walk, steps: int) -> bool:
    return isinstance(walked.ending, Overlap) and len(walked.steps) == steps
