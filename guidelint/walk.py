"""Guideline × patient → Walk: what happens to one patient, and why.

Nothing is resolved silently: where no branch matches, or two do, or a fact is needed that nobody gave, the walk ends
there and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guidelint.condition import ANY_TRUTH, NotKnown, Truth, ValueOrNot, distinct
from guidelint.graph import EdgeKind
from guidelint.model import Advice, Branch, Decision, FollowUp, Guideline, Recommendation
from guidelint.valuation import PatientValuation

Facts = Mapping[str, ValueOrNot]

MOST_STEPS = 200_000
"""A bound of a million visits is none."""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is known at the first visit, and what is observed at the i-th follow-up passed."""

    facts: Facts = field(default_factory=dict)
    visits: tuple[Facts, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One node passed, and the way taken out of it; visits count from 1.

    `because_of` holds the facts, with their values, that settled a decision, if the walk was asked for reasons.
    """

    node: str
    visit: int
    way: EdgeKind | None = None
    branch: int | None = None
    because_of: tuple[tuple[str, ValueOrNot], ...] = ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """Advice that the patient is given, where and when."""

    advice: Advice
    node: str
    visit: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The walk ends as it should: in a recommendation."""

    node: str


@dataclass(frozen=True, slots=True)
class Gap:
    """No branch of a decision surely matches."""

    node: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Several branches of a decision match."""

    node: str
    branches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The walk cannot go on before these facts are given."""

    node: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Astray:
    """The graph itself is broken: an undefined node, a node without a way on, a cycle without an end in sight."""

    node: str


Ending = Ended | Gap | Overlap | Question | Astray


@dataclass(frozen=True, slots=True)
class Walk:
    """`visits` holds the facts of each visit as the conditions saw them, defaults filled in."""

    steps: tuple[Step, ...]
    advice: tuple[Adopted, ...]
    visits: tuple[Facts, ...]
    ending: Ending

    @property
    def nodes(self) -> tuple[str, ...]:
        return tuple(step.node for step in self.steps)


def walk(
    guideline: Guideline, patient: Patient, turns: Mapping[int, int] | None = None, *, reasons: bool = True
) -> Walk:
    """Walks one patient from the start. Names must be defined and criteria not circular.

    `turns` says at which steps, counted from 0, an overlap does not end the walk, and which branch is taken there.
    """
    return _Walker(guideline, patient, turns or {}, reasons).walk()


@dataclass(slots=True)
class _Walker:
    guideline: Guideline
    patient: Patient
    turns: Mapping[int, int]
    reasons: bool
    steps: list[Step] = field(default_factory=list)
    advice: list[Adopted] = field(default_factory=list)
    visits: list[Facts] = field(default_factory=list)
    arrivals: dict[str, int] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    """The nodes since the last step out of a bounded follow-up: in a sound graph none of them comes twice."""
    valuation: PatientValuation = field(init=False)

    def walk(self) -> Walk:
        self._begin_visit(_first_visit(self.guideline, self.patient))
        at: str | Ending = self.guideline.start
        while isinstance(at, str):
            at = self._pass(at)
        return Walk(tuple(self.steps), tuple(self.advice), tuple(self.visits), at)

    def _begin_visit(self, facts: Facts) -> None:
        self.visits.append(facts)
        self.valuation = PatientValuation(self.guideline, facts)

    def _pass(self, id: str) -> str | Ending:
        """Passes one node; the next one, or how the walk ends."""
        node = self.guideline.nodes.get(id)
        if node is None or id in self.passed or len(self.steps) >= MOST_STEPS:
            return Astray(id)
        self.passed.add(id)
        if isinstance(node, Decision):
            return self._decide(node)
        if isinstance(node, Recommendation):
            return self._recommend(node)
        return self._follow_up(node)

    def _decide(self, node: Decision) -> str | Ending:
        conditions = [branch.condition for branch in node.branches]
        truths = [None if condition is None else self.valuation.judge(condition) for condition in conditions]
        matching = _matching(truths)
        if matching is None:
            return self._stop(node, Question(node.id, self._missing(node, truths)))
        if len(matching) > 1 and self.turns.get(len(self.steps)) in matching:
            matching = (self.turns[len(self.steps)],)
        if len(matching) != 1:
            return self._stop(node, Overlap(node.id, matching) if matching else Gap(node.id))
        taken = node.branches[matching[0]]
        because_of = tuple(self._reasons(node, taken)) if self.reasons else ()
        self.steps.append(Step(node.id, len(self.visits), EdgeKind.BRANCH, matching[0], because_of))
        return taken.target

    def _reasons(self, node: Decision, taken: Branch) -> Iterator[tuple[str, ValueOrNot]]:
        """The facts that settle which branch is taken: of `else`, those by which no other one matches."""
        conditions = node.conditions if taken.condition is None else (taken.condition,)
        facts = distinct(fact for condition in conditions for fact in self.valuation.deciding(condition))
        return ((fact, self.valuation.fact(fact)) for fact in facts)

    def _missing(self, node: Decision, truths: Sequence[Truth | None]) -> tuple[str, ...]:
        """The facts on which it depends who matches; that a branch surely does not match matters to `else` alone."""
        telling = ANY_TRUTH if _else_may_match(truths) else Truth.TRUE
        return distinct(fact for condition in node.conditions for fact in self.valuation.missing(condition, telling))

    def _recommend(self, node: Recommendation) -> str | Ending:
        self.advice += (Adopted(advice, node.id, len(self.visits)) for advice in node.advice)
        if node.then is None:
            return self._stop(node, Ended(node.id))
        self.steps.append(Step(node.id, len(self.visits), EdgeKind.THEN))
        return node.then

    def _follow_up(self, node: FollowUp) -> str | Ending:
        arrivals = self.arrivals[node.id] = self.arrivals.get(node.id, 0) + 1
        if node.at_most is not None and arrivals > node.at_most:
            self.steps.append(Step(node.id, len(self.visits), EdgeKind.OTHERWISE))
            return node.otherwise or self._stop(node, Astray(node.id))
        if node.then is None:
            return self._stop(node, Astray(node.id))
        self._begin_visit(self._next_visit(node))
        if node.is_bounded:
            self.passed.clear()
        self.steps.append(Step(node.id, len(self.visits), EdgeKind.THEN))
        return node.then

    def _next_visit(self, node: FollowUp) -> Facts:
        """The facts of the visit that begins: what is observed is read anew, everything else stays."""
        index = len(self.visits) - 1
        observed = self.patient.visits[index] if index < len(self.patient.visits) else {}
        facts = dict(self.visits[-1])
        for name in node.observe:
            facts.pop(name, None)
            value = observed.get(name, _default(self.guideline, name))
            if value is not NotKnown.NOT_GIVEN:
                facts[name] = value
        return facts

    def _stop(self, node: Decision | Recommendation | FollowUp, ending: Ending) -> Ending:
        self.steps.append(Step(node.id, len(self.visits)))
        return ending


def _matching(truths: Sequence[Truth | None]) -> tuple[int, ...] | None:
    """The branches that match, by the truth of their conditions (None for `else`).

    None where that depends on facts that are not given.
    """
    sure = tuple(index for index, truth in enumerate(truths) if truth is Truth.TRUE)
    open_ones = [truth for truth in truths if truth is not None and truth.is_open]
    if len(sure) > 1:
        return sure
    if any(Truth.TRUE in truth for truth in open_ones):
        return None
    if not _else_may_match(truths):
        return sure
    return None if open_ones else tuple(index for index, truth in enumerate(truths) if truth is None)


def _else_may_match(truths: Sequence[Truth | None]) -> bool:
    return None in truths and all(truth is None or Truth.FALSE in truth for truth in truths)


def _first_visit(guideline: Guideline, patient: Patient) -> Facts:
    given = ((name, patient.facts.get(name, _default(guideline, name))) for name in guideline.facts)
    return {name: value for name, value in given if value is not NotKnown.NOT_GIVEN}


def _default(guideline: Guideline, name: str) -> ValueOrNot:
    fact = guideline.facts.get(name)
    return NotKnown.NOT_GIVEN if fact is None or fact.default is None else fact.default
