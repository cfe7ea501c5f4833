"""`guidelint walk` from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

SORE_THROAT = Path(__file__).parents[1] / "guidelines" / "sore-throat.yaml"


@pytest.fixture
def fever(tmp_path: Path) -> Path:
    file = tmp_path / "fever.yaml"
    file.write_text(SCAFFOLD, encoding="utf-8")
    return file


def test_given_facts_lead_the_way(fever: Path) -> None:
    ran = guidelint("walk", fever, "--given", "fever", "--visit", "improved=true")
    assert ran.code == 0
    assert ran.out == (
        "  1. Is there a fever? (ask)\n"
        "     → Fever\n"
        "       since: Fever\n"
        "  2. Treat the fever (treat)\n"
        "     • Paracetamol, for at most 5 days (Strong · high certainty)\n"
        "       because S1: Fever is treated with paracetamol for a few days [textbook]\n"
        "  3. Look again (look-again)\n"
        "     → after 3 to 5 days, observing Improved\n"
        "     visit 2 begins\n"
        "  4. Has it improved? (better)\n"
        "     → Improved\n"
        "       since: Improved\n"
        "  5. Rest at home (wait)\n"
        "     • Advice to rest (Conditional · low certainty)\n"
        "       because S1: Fever is treated with paracetamol for a few days [textbook]\n"
        "the walk ends in `wait` after 2 visits\n"
    )


def test_defaults_stand_for_what_is_not_given(fever: Path) -> None:
    ran = guidelint("walk", fever)
    assert ran.code == 0
    assert ran.out.endswith("the walk ends in `wait` after 1 visit\n")
    assert "since: no Fever" in ran.out


def test_a_fact_without_a_value_is_a_question(tmp_path: Path) -> None:
    file = tmp_path / "fever.yaml"
    file.write_text(
        SCAFFOLD.replace("label: Fever, type: boolean, default: false", "label: Fever, type: boolean"), "utf-8"
    )
    ran = guidelint("walk", file)
    assert ran.code == 2
    assert ran.out.endswith(
        "not walked to the end: `ask` (Is there a fever?) asks for Fever (fever); give it with --given or --visit\n"
    )


def test_questions_are_asked_and_answered(fever: Path) -> None:
    ran = guidelint("walk", fever, "--ask", stdin=b"maybe\nyes\n\n")
    assert ran.code == 0
    assert "Fever? (yes/no) [no]: " in ran.err
    assert "Improved at visit 2? (yes/no) [no]: " in ran.err
    assert ran.out.endswith("the walk ends in `refer` after 2 visits\n")


def test_questions_without_an_answer_end_the_walk(fever: Path) -> None:
    ran = guidelint("walk", fever, "--ask", stdin=b"")
    assert ran.code == 130
    assert ran.out == ""


def test_a_case_is_walked_and_changed() -> None:
    assert guidelint("walk", SORE_THROAT, "--case", "typical-viral").code == 0
    changed = guidelint("walk", SORE_THROAT, "--case", "typical-viral", "--given", "stridor")
    assert changed.out.endswith("the walk ends in `refer-now` after 1 visit\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--case", "typical-virl"], "there is no case `typical-virl`: did you mean `typical-viral`?"),
        (["--given", "fevr"], "there is no fact `fevr`: did you mean `fever`?"),
        (["--given", "age=200"], "`age`: "),
        (["--given", "age=old"], "`age`: "),
        (["--given", "age=NaN"], "`age`: "),
        (["--given", "antigen-test=positiv"], "did you mean `positive`?"),
        (["--given", "fever=unknown"], "`fever`: "),
        (["--given", "fever=2"], "`fever`: "),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], message: str) -> None:
    ran = guidelint("walk", SORE_THROAT, *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err


def test_quantities_are_converted() -> None:
    years = guidelint("walk", SORE_THROAT, "--given", "age=30")
    months = guidelint("walk", SORE_THROAT, "--given", "age=360 mo")
    assert years.code == months.code == 0
    assert years.out == months.out


def test_a_guideline_with_errors_is_not_walked(tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(SCAFFOLD.replace("{if: fever,", "{if: fevr,"), encoding="utf-8")
    ran = guidelint("walk", file)
    assert ran.code == 2
    assert ran.out == ""
    assert "error GL102 undefined-name" in ran.err
    assert ran.err.endswith("not walked: mend these errors first\n")


def test_gaps_and_overlaps_are_said(tmp_path: Path) -> None:
    gap = tmp_path / "gap.yaml"
    gap.write_text(SCAFFOLD.replace("      - {else: refer}", "      - {if: fever, then: refer}"), encoding="utf-8")
    ran = guidelint("walk", gap, "--given", "fever", "--visit", "improved=true")
    assert ran.code == 1
    assert ran.out.endswith("overlap: branches 1 and 2 of `better` (Has it improved?) match this patient\n")
    gap.write_text(
        SCAFFOLD.replace("      - {else: wait}", "      - {if: {not: {any: [fever, {not: fever}]}}, then: wait}"),
        "utf-8",
    )
    ran = guidelint("walk", gap)
    assert ran.code == 1
    assert ran.out.endswith("gap: no branch of `ask` (Is there a fever?) matches this patient\n")


@pytest.mark.parametrize("command", ["walk", "diagram"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--given", "fever", "--given", "fever=false"], "'--given': `fever` and `fever=false` cannot both be"),
        (["--visit", "improved=yes,improved=no"], "'--visit': `improved=yes` and `improved=no` cannot both be"),
    ],
)
def test_one_fact_has_one_value_at_a_visit(fever: Path, command: str, arguments: list[str], message: str) -> None:
    ran = guidelint(command, fever, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_value_may_be_said_twice_and_change_from_visit_to_visit(fever: Path) -> None:
    visits = ("--visit", "improved=no", "--visit", "improved=yes")
    ran = guidelint("walk", fever, "--given", "fever", "--given", "fever=yes", *visits)
    assert "cannot both be" not in ran.err
    assert ran.out


def test_what_is_not_used_is_said(fever: Path) -> None:
    ran = guidelint(
        "walk", fever, "--given", "fever", "--visit", "improved=true,fever=true", "--visit", "improved=true"
    )
    assert ran.code == 2
    assert ran.err == (
        "not used: `fever` of --visit 1 is not observed at `look-again`\n"
        "not used: 1 further --visit, since the walk has ended\n"
    )


def test_a_patient_who_cannot_be_is_said(fever: Path) -> None:
    text = SCAFFOLD.replace("start: ask\n", "assumptions: [{if: fever, then: improved}]\nstart: ask\n")
    fever.write_text(text.replace("each-visit}", "each-visit}"), encoding="utf-8")
    ran = guidelint("walk", fever, "--given", "fever")
    assert ran.code == 2
    assert ran.err == "no such patient: the guideline assumes if Fever, then Improved\n"


def test_who_has_been_seen_as_often_as_may_be_is_not_said_to_have_had_that_many_visits(fever: Path) -> None:
    text = SCAFFOLD.replace("{else: refer}", "{else: look-again}")
    text = text.replace("    then: better", "    at-most: 2\n    otherwise: refer\n    then: better")
    fever.write_text(text, encoding="utf-8")
    ran = guidelint("walk", fever, "--given", "fever", "--visit", "improved=false", "--visit", "improved=false")
    assert "     visit 3 begins\n" in ran.out
    assert "     → seen again 2 times already\n" in ran.out
