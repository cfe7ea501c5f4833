"""The door to the SAT solver: gates over cells of facts, and questions with a budget. python-sat stays in here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from time import monotonic
from typing import Any
from weakref import finalize

from guidelint.logic.bits import Variable
from guidelint.logic.cells import Cells, runs_in

CONFLICTS = 2_000
"""Between two looks at the clock: so what is decided in time never depends on the clock."""


class OutOfTime(Exception):
    """A question has used up its time."""


@dataclass(slots=True)
class Budget:
    """Seconds for each question, and for all of them together; `on_question` is called at every one.

    `ran_out` says whether anything was left undecided, or a patient larger than need be, for lack of time.
    """

    each: float = 10.0
    total: float = 60.0
    on_question: Callable[[], None] = lambda: None
    began: float = field(default_factory=monotonic)
    ran_out: bool = False

    def deadline(self) -> float:
        """When a question that begins now has used up its time. Raises OutOfTime where all time is used up."""
        self.on_question()
        now = monotonic()
        if now > self.began + self.total:
            raise self.out_of_time()
        return min(now + self.each, self.began + self.total)

    def out_of_time(self) -> OutOfTime:
        self.ran_out = True
        return OutOfTime()


class Gates:
    """Formulas as literals of an incremental solver: an algebra in which equal gates are the same gate."""

    def __init__(self, cells: Mapping[str, Cells], budget: Budget) -> None:
        from pysat.solvers import Cadical153  # 30 ms that only a proof needs

        self._solver: Any = Cadical153()
        finalize(self, self._solver.delete)  # also where the interpreter ends, and before it tears down what that needs
        self._cells = cells
        self._budget = budget
        self._deadline = inf
        self._count = 1
        self.true = 1
        self._trivial = frozenset((self.true,))
        self._gates: dict[frozenset[int], int] = {}
        self._inputs: dict[int, list[int]] = {}
        self._bounds: dict[Variable, list[int]] = {}
        self._variables: dict[int, Variable] = {}
        self._known: dict[tuple[str, int, int], int] = {}
        self.required: list[int] = []
        self._solver.add_clause([1])

    def negation(self, element: int) -> int:
        return -element

    def conjunction(self, elements: Iterable[int]) -> int:
        key = frozenset(elements)
        if self.true in key:
            key -= self._trivial
        if len(key) < 2:
            return next(iter(key), self.true)
        gate = self._gates.get(key)
        if gate is None:
            gate = self._gates[key] = self._gate(key)
        return gate

    def _gate(self, key: frozenset[int]) -> int:
        inputs = sorted(key)
        negations = [-literal for literal in inputs]
        if -self.true in key or not key.isdisjoint(negations):
            return -self.true
        gate = self.fresh()
        self._inputs[gate] = inputs
        add_clause = self._solver.add_clause
        for literal in inputs:
            add_clause((-gate, literal))
        add_clause((gate, *negations))
        return gate

    def disjunction(self, elements: Iterable[int]) -> int:
        return -self.conjunction([-literal for literal in elements])

    def among(self, fact: str, version: int, cells: int) -> int:
        """In order encoding: a bound says that the cell is this one or a later one."""
        full = self._cells[fact].full
        if cells & 1:
            return self.true if cells == full else -self.among(fact, version, full ^ cells)
        known = self._known.get((fact, version, cells))
        if known is None:
            bounds = self._bounds_of(fact, version)
            between = [self.conjunction((bounds[first], -bounds[last + 1])) for first, last in runs_in(cells)]
            known = self._known[fact, version, cells] = self.disjunction(between)
        return known

    def require(self, literal: int) -> None:
        """Something that holds of every patient."""
        self.required.append(literal)
        self._solver.add_clause([literal])

    def _bounds_of(self, fact: str, version: int) -> list[int]:
        known = self._bounds.get((fact, version))
        if known is None:
            inner = [self.fresh() for _ in range(self._cells[fact].count - 1)]
            self._variables.update(dict.fromkeys(inner, (fact, version)))
            for bound, following in pairwise(inner):
                self._solver.add_clause([-following, bound])
            known = self._bounds[fact, version] = [self.true, *inner, -self.true]
        return known

    def fresh(self) -> int:
        self._count += 1
        return self._count

    # Questions ----------------------------------------------------------------------------------------------------

    def begin_question(self) -> None:
        """Raises OutOfTime where all time is used up."""
        self._deadline = self._budget.deadline()

    def spend_time(self) -> None:
        """Raises OutOfTime where the question has used up its time."""
        if monotonic() > self._deadline:
            raise self._budget.out_of_time()

    def is_possible(self, assumed: Sequence[int]) -> bool:
        """Whether some patient meets all of these. Raises OutOfTime."""
        while True:
            self._solver.conf_budget(CONFLICTS)
            answer = self._solver.solve_limited(assumptions=list(assumed))
            if answer is not None:
                return bool(answer)
            self.spend_time()

    def core(self) -> set[int]:
        """Those of the literals that were assumed in vain which are to blame."""
        return set(self._solver.get_core() or ())

    def model(self) -> dict[Variable, int]:
        """The cell of each fact in the patient that was found; what the solver left open lies in the first one."""
        literals = self._solver.get_model()
        return {
            variable: sum(literals[bound - 1] > 0 for bound in bounds[1:-1] if bound <= len(literals))
            for variable, bounds in self._bounds.items()
        }

    def variables_behind(self, literals: Iterable[int]) -> set[Variable]:
        """The facts on which gates depend."""
        seen = {abs(literal) for literal in literals}
        waiting = list(seen)
        while waiting:
            inputs = {abs(literal) for literal in self._inputs.get(waiting.pop(), ())} - seen
            seen |= inputs
            waiting += inputs
        return {self._variables[gate] for gate in seen if gate in self._variables}
