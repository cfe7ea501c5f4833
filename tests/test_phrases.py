"""What words say of advice: the near misses matter more than the hits."""

from __future__ import annotations

import pytest

from guidelint.phrases import binding_word, is_english, one_line, optional_word, vague_phrase


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Must be referred", "Must"), ("Everyone must rest", "must"), ("The patient shall be admitted", "shall"),
        ("Referral is mandatory", "mandatory"), ("Mandatory referral", "Mandatory"), ("Compulsory rest", "Compulsory"),
        ("Always refer", "Always"), ("Rest; everyone must rest", "must"), ("Rest. It is obligatory", "obligatory"),
        ("Antibiotics must be avoided", "must"), ("ALL MUST REST", "MUST"),
        ("Must not be referred", None), ("It must never be given", None), ("Must no longer be used", None),
        ("Shall not be given", None), ("Referral is not mandatory", None), ("Non-mandatory referral", None),
        ("No referral is mandatory", None), ("A must-have", None), ("Mustard", None), ("Marshall", None),
        ("A pain that must be treated", None), ("If surgery must wait", None), ("Rest, since the neck must heal", None),
        ("What a patient must know", None), ("The “must” of the source", None), ("Pain that is always there", None),
        ("Always painful", None), ("Not always referred", None), ("You mustn't refer, as always", None), ("", None),
    ],
)  # fmt: skip
def test_word_that_binds_in_a_label(text: str, word: str | None) -> None:
    assert binding_word(text, is_label=True) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Must be offered to everyone", "Must"), ("It must be given.", "must"),
        ("All patients must receive it", "must"),
        ("The patient shall be referred if there is fever", "shall"), ("Is mandatory.", "mandatory"),
        ("It is obligatory in everyone", "obligatory"), ("Always offer it", "Always"),
        ("Shall always be done", "Shall"),
        ("Must be taken with food", None), ("Must be given with food", None), ("Must be given over an hour", None),
        ("Must be tapered", None), ("The dose must be reduced", None), ("A test must be done", None),
        ("Blood tests are mandatory", None), ("Well known. It must be given", None), ("Always give with food", None),
        ("The patient must be told what to expect", None), ("It must not be given", None), ("", None),
    ],
)  # fmt: skip
def test_word_that_binds_in_a_description(text: str, word: str | None) -> None:
    assert binding_word(text, is_label=False) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Consider an MRI", "Consider"), ("May be referred", "May"), ("A collar might be tried", "might"),
        ("An MRI could be considered", "considered"), ("A drug that is new and may be considered safe", None),
        ("Rest may be considered safe", None), ("Rest may be considered if pain lasts", "may"),
        ("Penicillin may also be given", "may"),
        ("Rest. Consider an MRI", "Consider"), ("Everyone may receive it", "may"),
        ("Consider that the elderly fall", None), ("Consider whether to refer", None), ("Do not consider it", None),
        ("Considerable pain", None), ("After considering the risks", None), ("Symptoms may last", None),
        ("Warn that it may be given twice", None), ("In May and June", None), ("With all one's might", None),
        ("May not be given", None), ("Maybe given", None), ("Recovery may take weeks", None), ("", None),
    ],
)  # fmt: skip
def test_word_that_leaves_open_in_a_label(text: str, word: str | None) -> None:
    assert optional_word(text, is_label=True) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("May be offered.", "May"), ("It might be tried", "might"), ("Consider it in everyone", "Consider"),
        ("This should be considered", "considered"), ("Patients may receive it", "may"),
        ("May be given with food", None), ("May be repeated", None), ("May cause drowsiness", None),
        ("It can be considered safe. It may be tried", None), ("It may be considered a drug", None),
        ("Surgery may be offered later", None),
        ("Works fast. May be tried", None), ("It should be considered in the morning", None), ("", None),
    ],
)  # fmt: skip
def test_word_that_leaves_open_in_a_description(text: str, word: str | None) -> None:
    assert optional_word(text, is_label=False) == word


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Rest if appropriate", "if appropriate"), ("If necessary, rest", "If necessary"),
        ("Rest (as needed)", "as needed"),
        ("Rest when possible.", "when possible"), ("Rest as indicated; wait", "as indicated"),
        ("Rest if clinically appropriate", "if clinically appropriate"), ("Rest if\n  needed", "if needed"),
        ("Rest where feasible and wait", "where feasible"), ("As  required – rest", "As required"),
        ("As needed for pain", None), ("as indicated in the table", None), ("as indicated by the test", None),
        ("if possible fracture", None), ("as soon as possible", None), ("as far as possible", None),
        ("Regularly, not as needed", None), ("rather than as needed", None), ("if necessary to work", None),
        ("appropriate rest", None), ("is imaging indicated?", None), ("an if-needed basis", None), ("", None),
    ],
)  # fmt: skip
def test_phrase_that_leaves_the_decision_to_the_reader(text: str, phrase: str | None) -> None:
    assert vague_phrase(text, is_of_patient=False) == phrase


def test_how_a_patient_takes_something_is_no_decision() -> None:
    assert vague_phrase("Takes painkillers as needed", is_of_patient=True) is None
    assert vague_phrase("Takes painkillers as needed, if appropriate", is_of_patient=True) == "if appropriate"


@pytest.mark.parametrize(
    ("language", "expected"),
    [(None, True), ("en", True), ("en-GB", True), (" English", True), ("de", False), ("es", False)],
)
def test_is_english(language: str | None, expected: bool) -> None:
    assert is_english(language) is expected


def test_one_line() -> None:
    assert one_line(" The source\n says  both. ") == "The source says both"


def test_long_texts_take_no_time() -> None:
    text = "must not " * 20_000 + "as needed for " * 20_000
    assert binding_word(text, is_label=True) is None
    assert vague_phrase(text, is_of_patient=False) is None
