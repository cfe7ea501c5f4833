"""A finding is known again when lines, nodes and items move, and told apart from every other of its file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelint.diagnostic import Diagnostic
from guidelint.linter import FileReport, Options, lint
from guidelint.rules import RULES
from tests.rules.examples import SCAFFOLD

NO_PROOFS = Options(frozenset(rule.code for rule in RULES), date(2026, 6, 1), budget=None)
NECK_SPASM = (Path(__file__).parents[1] / "guideline" / "neck-spasm.yaml").read_text("utf-8")

SEVERAL = SCAFFOLD.replace("because: [S1]}", "because: [S9]}").replace("{if: fever,", "{if: {all: [fevr, chills]},")
"""Names that nothing defines: in two items, and twice in one condition."""


def judge(text: str, path: str = "a.yaml") -> FileReport:
    return lint(text.encode(), path, RULES, NO_PROOFS)


def everything(report: FileReport) -> list[Diagnostic]:
    return [*report.diagnostics, *(item for item, _ in report.set_aside)]


def prints(text: str) -> dict[str, tuple[str, str]]:
    """Which finding each one stands for."""
    found = everything(judge(text))
    assert len({item.fingerprint for item in found}) == len(found)
    return {item.fingerprint: (item.code, item.message) for item in found}


def moved(text: str, name: str) -> str:
    """The guideline with one of its nodes as the last one."""
    lines = text.splitlines(keepends=True)
    start = lines.index(f"  {name}:\n")
    stop = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith("   "))
    return "".join((*lines[:start], *lines[stop:], *lines[start:stop]))


def test_there_is_something_to_tell_apart() -> None:
    assert len(prints(SEVERAL)) >= 5
    assert len(prints(NECK_SPASM)) >= 9


@settings(max_examples=30)
@given(data=st.data())
def test_lines_may_be_inserted(data: st.DataObject) -> None:
    lines = SEVERAL.splitlines(keepends=True)
    for number in data.draw(st.lists(st.integers(0, len(lines)), max_size=3)):
        lines.insert(number, data.draw(st.sampled_from(["\n", "# a word on this\n"])))
    assert prints("".join(lines)) == prints(SEVERAL)


def test_lines_may_be_inserted_before_every_entry() -> None:
    edited = re.sub(r"^(  )?[\w-]+:", r"\n# a word on this\n\g<0>", NECK_SPASM, flags=re.MULTILINE)
    assert edited.count("\n") > NECK_SPASM.count("\n") + 300
    assert prints(edited) == prints(NECK_SPASM)


@pytest.mark.parametrize("name", ["ask", "treat", "look-again", "wait"])
def test_nodes_may_move(name: str) -> None:
    edited = moved(SEVERAL, name)
    assert edited != SEVERAL
    assert prints(edited) == prints(SEVERAL)


def test_items_may_move_and_be_written_in_another_way() -> None:
    branches = "      - {if: {all: [fevr, chills]}, then: treat}\n", "      - {else: wait}\n"
    assert "".join(branches) in SEVERAL
    other = "      - {else: wait}\n      - if: {all: ['fevr', chills]} # as before\n        then: treat\n"
    known, found = prints(SEVERAL), prints(SEVERAL.replace("".join(branches), other))
    about_names = {key: said for key, said in known.items() if said[0] == "GL102"}
    assert len(about_names) >= 4
    assert about_names.items() <= found.items()


def test_another_file_rule_node_or_value_is_another_finding() -> None:
    (one,) = [item for item in judge(SEVERAL).diagnostics if "`fevr`" in item.message]
    (elsewhere,) = [item for item in judge(SEVERAL, "b.yaml").diagnostics if "`fevr`" in item.message]
    (other,) = [item for item in judge(SEVERAL.replace("fevr", "fvr")).diagnostics if "`fvr`" in item.message]
    renamed = SEVERAL.replace("  ask:", "  question:").replace("start: ask", "start: question")
    (in_other_node,) = [item for item in judge(renamed).diagnostics if "`fevr`" in item.message]
    assert len({item.fingerprint for item in (one, elsewhere, other, in_other_node)}) == 4


TWICE = SCAFFOLD.replace("[S1]}", "[S9, S9]}", 1)


def test_setting_one_of_two_equal_findings_aside_leaves_the_other_its_own() -> None:
    found = everything(judge(TWICE))
    aside = judge(TWICE.replace("[S9, S9]}", "[S9, S9]} # guidelint: ignore[GL102] why"))
    assert {item.fingerprint for item in everything(aside)} == {item.fingerprint for item in found}
