"""Reports in narrow terminals: what is meant stays in sight, and lines are broken between words."""

from __future__ import annotations

import pytest

from guidelint.reporters.frame import frame
from guidelint.reporters.style import FEWEST_COLUMNS, Style, width
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD, run

FAR = """\
constraints:
  a: {label: Not the feverish, never: {recommend: rest}, when: {all: [fever, {not: fever}]}, because: [S1]}
"""
CONSTANT = """\
facts:
  heat: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}
criteria:
  hot: {label: Hot, fact: heat, at-least: 34}
"""


def framed(fragment: str, code: str, columns: int | None) -> list[str]:
    report = run(fragment)
    (finding,) = (item for item in report.diagnostics if item.code == code)
    return list(frame(report.document, finding, Style(False, columns)))


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, None])
@pytest.mark.parametrize(
    ("fragment", "code", "begins"),
    [(FAR, "GL307", "{all: [fever"), (CONSTANT, "GL306", "34}"), (CONSTANT, "GL103", "hot")],
)
def test_what_is_meant_is_in_sight(fragment: str, code: str, begins: str, columns: int | None) -> None:
    lines = framed(fragment, code, columns)
    assert max(map(width, lines)) <= (columns or 127)
    text, carets = lines[-2:]
    assert text[carets.index("^") :].startswith(begins)
    assert len(text) >= len(carets.rstrip())


def test_what_is_left_out_of_a_line_is_marked_at_its_ends() -> None:
    assert framed(FAR, "GL307", 60) == [
        "  64 | constraints:",
        "  65 | …est}, when: {all: [fever, {not: fever}]}, because: …",
        "     |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]


def test_a_note_that_does_not_fit_behind_its_mark_stands_below() -> None:
    assert framed(CONSTANT, "GL306", 80)[:3] == [
        "  22 |   heat: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}",
        "     |                                                               ^^^^^^^^",
        "     |                                                  all of this range passes",
    ]
    assert framed(CONSTANT, "GL306", None)[1].endswith("^^^^^^^^ all of this range passes")


def test_two_marks_on_one_line_are_each_in_sight() -> None:
    items = ", ".join(f"item-{number}" for number in range(9))
    fragment = f"facts:\n  a: {{default: false, type: boolean, label: '{items}', default: true}}\n"
    assert framed(fragment, "GL002", 60) == [
        "  22 |   a: {default: false, type: boolean, label: 'item-0,…",
        "     |       ^^^^^^^ first written here",
        "  22 | …m-4, item-5, item-6, item-7, item-8', default: true}",
        "     |                                        ^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("short", 80, ["  short"]),
        ("a word " * 10, None, [f"  {'a word ' * 10}"]),
        ("word " * 9 + "word", 40, ["  word word word word word word word", "    word word word"]),
        ("x" * 60 + " y", 40, [f"  {'x' * 60}", "    y"]),
        ("z " + "x" * 60, 40, ["  z", f"    {'x' * 60}"]),
        ("字" * 10 + " " + "字" * 10, 40, [f"  {'字' * 10}", f"    {'字' * 10}"]),
    ],
)
def test_lines_are_broken_between_words(text: str, columns: int | None, expected: list[str]) -> None:
    assert Style(False, columns).fitted(text, "  ") == expected


def test_what_goes_nowhere_wide_is_not_broken_and_columns_say_how_wide_a_terminal_is() -> None:
    """Neither a pipe nor a file has columns, unless somebody says so."""
    text = SCAFFOLD.replace("      - {else: wait}\n", "").replace("Is there a fever?", " ".join(["Fever"] * 30))
    wide, narrow = (guidelint("check", "-", stdin=text.encode(), env={"COLUMNS": value}).out for value in ("", "60"))
    assert max(map(len, wide.splitlines())) > 120
    assert max(map(len, narrow.splitlines())) <= 60
    assert " ".join(wide.split()) == " ".join(narrow.split())


def test_prove_keeps_its_columns_too() -> None:
    text = SCAFFOLD.replace("Has it improved?", " ".join(["Better"] * 20))
    lines = guidelint("prove", "-", stdin=text.encode(), env={"COLUMNS": "60"}).out.splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[1] == 'proved       decision `better` "Better Better Better Better'
    assert all(line.startswith(" " * 15) for line in lines[2:-1])
    assert lines[-2].endswith(" ms)")


def test_there_are_always_some_columns() -> None:
    assert (Style(False, 3).columns, Style(False).columns) == (FEWEST_COLUMNS, None)
