"""The comparison itself notices what is wrong with a patient that is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from guidelint.logic import Logic, Refuted, Shown, Witness
from guidelint.model import build_guideline
from tests.logic.comparing import ask, witness_complaints
from tests.logic.findings import BruteForce
from tests.logic.questions import Question, questions
from tests.logic.random_guidelines import random_guideline

DATA = random_guideline(0)
BRUTE = BruteForce(DATA)


@cache
def shown_patients() -> list[tuple[Question, Witness]]:
    logic = Logic(build_guideline(DATA))
    found = []
    for question in questions(DATA):
        answer = ask(logic, question)
        if isinstance(answer, Refuted) and answer.witness is not None:
            found.append((question, answer.witness))
    return found


def complaints(question: Question, witness: Witness) -> list[str]:
    return list(witness_complaints(question, witness, DATA, BRUTE))


def test_nothing_is_wrong_with_what_is_shown() -> None:
    patients = shown_patients()
    assert patients
    assert all(not complaints(question, witness) for question, witness in patients)


def test_what_is_left_out_is_missed() -> None:
    for question, witness in shown_patients():
        for item in witness.shown:
            less = replace(witness, shown=tuple(other for other in witness.shown if other != item))
            assert any("does not suffice" in what for what in complaints(question, less))


def test_what_is_too_much_is_noticed() -> None:
    for question, witness in shown_patients():
        others = [name for name in DATA["facts"] if name not in {item.fact for item in witness.shown}]
        for name in others:
            value = witness.patient.facts[name]
            more = replace(witness, shown=(*witness.shown, Shown(name, 1, value)))
            found = complaints(question, more)
            assert any("can be left out" in what or "nothing reads" in what for what in found)


def test_a_patient_in_whom_it_does_not_show_is_noticed() -> None:
    """Whoever shows one finding is handed to another question that is proved."""
    decisions = (question for question in questions(DATA) if question.kind == "exclusive")
    proved = next(question for question in decisions if BRUTE.is_proved(question))
    _, witness = shown_patients()[0]
    assert any("does not show" in what for what in complaints(proved, witness))
