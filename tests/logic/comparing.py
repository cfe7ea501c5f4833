"""What guidelint proves, beside the oracles: verdicts, and the patients that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guidelint.condition import NotKnown, ValueOrNot
from guidelint.logic import Answer, Logic, NotDecided, Proved, Refuted, Shown, Witness
from guidelint.model import build_guideline
from tests.logic.findings import BruteForce
from tests.logic.grid import Slot, Value
from tests.logic.plain_findings import PlainPatient
from tests.logic.plain_walks import NotGiven
from tests.logic.questions import Question, questions
from tests.naive import UNKNOWN, Data, Facts


class Disagreement(NamedTuple):
    seed: int
    question: Question
    what: str

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.question}: {self.what}"


def ask(logic: Logic, question: Question) -> Answer:
    method = getattr(logic, question.kind.replace("-", "_"))
    answer: Answer = method(*([question.about] if question.about else []), *question.indices)
    return answer


def verdict(answer: Answer) -> bool | None:
    return None if isinstance(answer, NotDecided) else isinstance(answer, Proved)


def disagreements(seed: int, data: Data, brute: BruteForce, asked: Iterable[Question] = ()) -> Iterator[Disagreement]:
    logic = Logic(build_guideline(data))
    for question in asked or questions(data):
        answer = ask(logic, question)
        if verdict(answer) != brute.is_proved(question):
            yield Disagreement(seed, question, f"{answer}, and {brute.is_proved(question)} by brute force")
        elif isinstance(answer, Refuted) and question.kind != "reachable":
            complaints = witness_complaints(question, answer.witness, data, brute)
            yield from (Disagreement(seed, question, what) for what in complaints)


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


def as_plain(facts: dict[str, ValueOrNot] | object) -> Facts:
    assert hasattr(facts, "items")
    return {name: plain_value(value) for name, value in facts.items()}


def plain_value(value: ValueOrNot) -> Value:
    if isinstance(value, NotKnown):
        assert value is NotKnown.UNKNOWN
        return UNKNOWN
    return value
