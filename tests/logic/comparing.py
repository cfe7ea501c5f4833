"""What guidelint proves, beside the oracles: verdicts, and the patients that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from guidelint.condition import NotKnown, ValueOrNot
from guidelint.logic import Answer, Budget, Logic, NotDecided, Proved, Refuted, Shown, Witness
from guidelint.model import build_guideline
from guidelint.verdicts.one_visit import one_at_most
from tests.logic.findings import BruteForce
from tests.logic.grid import Slot, Value
from tests.logic.plain_findings import PlainPatient
from tests.logic.plain_walks import NotGiven
from tests.logic.questions import Question, questions
from tests.logic.random_guidelines import random_guideline
from tests.logic.z3_oracle import ASKED, Z3Oracle
from tests.naive import UNKNOWN, Data, Facts


class Disagreement(NamedTuple):
    seed: int
    question: Question
    what: str

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.question}: {self.what}"


def ask(logic: Logic, question: Question) -> Answer:
    if question.kind == "without-duplicates":
        return one_at_most(logic, frozenset(logic.guideline.classes[question.about]))
    method = getattr(logic, question.kind.replace("-", "_"))
    answer: Answer = method(*([question.about] if question.about else []), *question.indices)
    return answer


def verdict(answer: Answer) -> bool | None:
    return None if isinstance(answer, NotDecided) else isinstance(answer, Proved)


@dataclass
class Comparison:
    """Of one guideline; z3 is asked where it is given, for what it can be asked."""

    seed: int
    data: Data
    brute: BruteForce
    z3: Z3Oracle | None = None

    def answers(self) -> Iterator[tuple[Question, Answer]]:
        logic = Logic(build_guideline(self.data), Budget(each=inf, total=inf))  # a slow machine is no disagreement
        for question in questions(self.data):
            yield question, ask(logic, question)

    def disagreements(self, question: Question, answer: Answer) -> Iterator[Disagreement]:
        for what in self._complaints(question, answer):
            yield Disagreement(self.seed, question, what)

    def _complaints(self, question: Question, answer: Answer) -> Iterator[str]:
        found = verdict(answer)
        if found != self.brute.is_proved(question):
            yield f"{word(found)}, and {word(not found)} by brute force"
        elif isinstance(answer, Refuted) and question.kind != "reachable":
            yield from witness_complaints(question, answer.witness, self.data, self.brute)
        if self.z3 is not None and question.kind in ASKED and found != self.z3.is_proved(question):
            yield f"{word(found)}, and {word(not found)} by z3"


def word(found: bool | None) -> str:
    return {True: "proved", False: "refuted", None: "not decided"}[found]


def compare(seed: int, with_z3: bool = False) -> Iterator[tuple[Question, Answer, list[Disagreement]]]:
    """Every question about the guideline of a seed, its answer, and what speaks against it."""
    data = random_guideline(seed)
    comparison = Comparison(seed, data, BruteForce(data), Z3Oracle(data) if with_z3 else None)
    for question, answer in comparison.answers():
        yield question, answer, list(comparison.disagreements(question, answer))


def witness_complaints(question: Question, witness: Witness | None, data: Data, brute: BruteForce) -> Iterator[str]:
    if witness is None:
        yield "refuted by nobody"
        return
    yield from _patient_complaints(question, witness, data)
    yield from shown_complaints(question, witness.shown, brute)


def _patient_complaints(question: Question, witness: Witness, data: Data) -> Iterator[str]:
    visits = [as_plain(visit) for visit in witness.patient.visits]
    patient = PlainPatient(data, as_plain(witness.patient.facts), visits)
    missing = set(data["facts"]) - set(patient.patient)
    if missing:
        yield f"the first visit lacks {missing}"
        return
    try:
        if not patient.is_possible:
            yield f"an impossible patient: {witness.patient}"
        if not patient.shows(question):
            yield f"it does not show in {witness.patient}"
    except NotGiven as error:
        yield f"the patient lacks {error}"
    for shown in witness.shown:
        held = patient.patient if shown.visit == 1 else visits[shown.visit - 2]
        if held[shown.fact] != plain_value(shown.value):
            yield f"{shown} is shown of a patient with {held[shown.fact]}"


def shown_complaints(question: Question, shown: tuple[Shown, ...], brute: BruteForce) -> Iterator[str]:
    """What is shown suffices, and no part of it can be left out."""
    values: list[tuple[Slot, Value]] = [((item.fact, item.visit), plain_value(item.value)) for item in shown]
    idle = [slot for slot, _ in values if slot not in brute.walks.grid.slots]
    if idle:
        yield f"nothing reads {idle}"
        return
    others = brute.walks.possible & ~brute.found(question)
    if others & brute.walks.grid.agreeing(values):
        yield f"what is shown does not suffice: {values}"
    for index, value in enumerate(values):
        if not others & brute.walks.grid.agreeing(values[:index] + values[index + 1 :]):
            yield f"{value} can be left out of {values}"


def as_plain(facts: Mapping[str, ValueOrNot]) -> Facts:
    return {name: plain_value(value) for name, value in facts.items()}


def plain_value(value: ValueOrNot) -> Value:
    if isinstance(value, NotKnown):
        assert value is NotKnown.UNKNOWN
        return UNKNOWN
    return value
