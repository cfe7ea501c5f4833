"""The same questions to z3, with its own arithmetic: one boolean for each place of the unrolled graph that is passed.

Where a patient has several walks, all places of all of them are passed. So a place stands for what the walk has been
through as well, as far as that is asked for: the product of the unrolled graph with a monitor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import z3

from tests.logic.giving import Selection, may_give
from tests.logic.masks import Env
from tests.logic.questions import Question, contraindications
from tests.logic.unrolled import Place, following, start
from tests.logic.z3_conditions import FALSE, TRUE, Formula, Formulas, Truth, both, either
from tests.logic.z3_monitors import MONITORS, Memory, Monitor, Outcome, Passing
from tests.naive import Data, Facts

ASKED = {"reachable", "exhaustive", "exhaustive-when-unknown", "exclusive", "holds", "respects"}


class State(NamedTuple):
    place: Place
    env: Env
    memory: Memory = None


class Z3Oracle:
    """One solver, which keeps what it has learnt from question to question."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.formulas = Formulas(data)
        self.solver = z3.SimpleSolver()
        self.solver.set("smt.relevancy", 0)
        plain = Product(data, self.formulas, Monitor({}, data, self.formulas))
        self.states = plain.passed
        self.at: dict[str, list[State]] = {}
        for state in self.states:
            self.at.setdefault(state.place[0], []).append(state)
        has_assumptions = bool(data.get("assumptions"))
        self.solver.add(*plain.definitions(has_assumptions), *self._assumptions(), *self.formulas.ranges)
        self.ranges_known = len(self.formulas.ranges)

    def is_proved(self, question: Question) -> bool:
        if question.kind == "holds":
            return not self._is_violated(self.data["constraints"][question.about])
        return self.is_satisfiable(either(self._ways(question))) == (question.kind == "reachable")

    def is_satisfiable(self, formula: Formula) -> bool:
        self._know_ranges()
        asked = z3.FreshBool()
        self.solver.add(z3.Implies(asked, formula))
        return self._check(asked)

    def example(self, question: Question) -> Facts | None:
        """Of the first visit of a patient in whom the finding of a question shows."""
        if not self.is_satisfiable(either(self._ways(question))):
            return None
        return self.formulas.values(self.solver.model(), visit=1)

    def _know_ranges(self) -> None:
        """Of facts that no question has named before."""
        self.solver.add(*self.formulas.ranges[self.ranges_known :])
        self.ranges_known = len(self.formulas.ranges)

    def _check(self, *assumed: Formula) -> bool:
        found = self.solver.check(*assumed)
        assert found != z3.unknown
        return bool(found == z3.sat)

    def _assumptions(self) -> Iterator[Formula]:
        envs: dict[Env, list[Formula]] = {}
        for state, passed in self.states.items():
            envs.setdefault(state.env, []).append(passed)
        for env, passed in envs.items():
            for raw in self.data.get("assumptions", []):
                yield z3.Implies(either(passed), z3.Not(self.formulas.assumption(raw, env).false))

    def _is_violated(self, raw: Data) -> bool:
        shape = next(key for key in MONITORS if key in raw)
        product = Product(self.data, self.formulas, MONITORS[shape](raw, self.data, self.formulas))
        definitions = list(product.definitions())
        self._know_ranges()
        self.solver.push()
        self.solver.add(*definitions, either(product.bad))
        found = self._check()
        self.solver.pop()
        return found

    def _ways(self, question: Question) -> Iterator[Formula]:
        """In which the finding may show."""
        if question.kind == "respects":
            yield from self._disrespects(question)
            return
        for state in self.at.get(question.about, []):
            yield both([self.states[state], self._shows(question, state)])

    def _shows(self, question: Question, state: State) -> Formula:
        if question.kind == "reachable":
            return matching(self.truths(state))[question.indices[0]] if question.indices else TRUE
        truths = self.truths(state)
        known = [truth for truth in truths if truth is not None]
        all_false = both(truth.false for truth in known)
        if question.kind == "exhaustive":
            return FALSE if None in truths else all_false
        if question.kind == "exhaustive-when-unknown":
            return both([*(z3.Not(truth.true) for truth in known), z3.Not(all_false)])
        return both(truth.true for index in question.indices if (truth := truths[index]) is not None)

    def truths(self, state: State) -> list[Truth | None]:
        return truths_at(state, self.data, self.formulas)

    def _disrespects(self, question: Question) -> Iterator[Formula]:
        raw = contraindications(self.data["interventions"][question.about])[question.indices[0]]
        wanted = Selection("for", frozenset({question.about}), frozenset())
        for state, passed in self.states.items():
            if any(
                may_give(advice, wanted, self.data)
                for advice in self.data["nodes"][state.place[0]].get("recommend", [])
            ):
                yield both([passed, z3.Not(self.formulas.when(raw, state.env).false)])


class Product:
    """Of the unrolled graph and a monitor; `bad` says when some walk is judged so."""

    def __init__(self, data: Data, formulas: Formulas, monitor: Monitor) -> None:
        self.data = data
        self.formulas = formulas
        self.monitor = monitor
        self.passed: dict[State, Formula] = {}
        self.comings: dict[State, list[Formula]] = {}
        self.bad: list[Formula] = []
        self.waiting: deque[State] = deque()
        env = (1,) * len(data["facts"])
        for outcome in monitor.beginning(monitor.start, env):
            self._come(State(start(data), env, outcome.memory), outcome.condition)
        while self.waiting:
            self._leave(self.waiting.popleft())

    def definitions(self, is_exact: bool = False) -> Iterator[Formula]:
        """No place is passed that no walk comes to; if exact, all that some walk comes to are."""
        for state, passed in self.passed.items():
            comings = either(self.comings[state])
            yield passed == comings if is_exact else z3.Implies(passed, comings)

    def _come(self, state: State, formula: Formula) -> None:
        if state not in self.passed:
            self.passed[state] = z3.FreshBool(state.place[0])
            self.comings[state] = []
            self.waiting.append(state)
        self.comings[state].append(formula)

    def _leave(self, state: State) -> None:
        id, visit, _ = state.place
        node = self.data["nodes"][id]
        ways = list(following(self.data, state.place))
        begins = any(target[1] > visit for _, target in ways)
        env = self._env_after(state.env, node["observe"], visit + 1) if begins else state.env
        passed = self.passed[state]
        matches = matching(truths_at(state, self.data, self.formulas)) if node["type"] == "decision" else []
        for condition, memory, is_bad in self.monitor.passing(state.memory, Passing(id, env, begins)):
            here = both([passed, condition])
            if is_bad or (not ways and self.monitor.is_at_the_end and self.monitor.is_bad_end(memory)):
                self.bad.append(here)
                continue
            for way, target in ways:
                going = both([here, matches[way]]) if isinstance(way, int) else here
                for outcome in self.monitor.beginning(memory, env) if begins else [Outcome(TRUE, memory)]:
                    self._come(State(target, env, outcome.memory), both([going, outcome.condition]))

    def _env_after(self, env: Env, observed: list[str], visit: int) -> Env:
        return tuple(visit if name in observed else at for name, at in zip(self.data["facts"], env, strict=True))


def truths_at(state: State, data: Data, formulas: Formulas) -> list[Truth | None]:
    branches = data["nodes"][state.place[0]]["branches"]
    return [formulas.truth(branch["if"], state.env) if "if" in branch else None for branch in branches]


def matching(truths: list[Truth | None]) -> list[Formula]:
    """When each branch is taken."""
    none_else = both(truth.false for truth in truths if truth is not None)
    return [none_else if truth is None else truth.true for truth in truths]
