"""`guidelint diagram` from outside."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidelint.cli.drawable import Depth, Judging, load_drawable
from guidelint.cli.output import write_text
from guidelint.diagrams import render
from guidelint.diagrams.page import review_of
from guidelint.document import read_document
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Logic
from guidelint.model import build_guideline
from guidelint.rules import RULES
from tests.cli.runner import guidelint
from tests.diagrams.large import large_data
from tests.rules.examples import SCAFFOLD, whole

GUIDELINE = build_guideline(read_document(SCAFFOLD.encode(), "fever.yaml").data)
MERMAID, DOT = (render(format_, GUIDELINE).files[0].content.decode() for format_ in ("mermaid", "dot"))


@pytest.fixture
def fever(tmp_path: Path) -> Path:
    file = tmp_path / "fever.yaml"
    file.write_text(SCAFFOLD, encoding="utf-8")
    return file


def test_mermaid_goes_to_standard_output(fever: Path) -> None:
    assert guidelint("diagram", fever) == (0, MERMAID, "")
    assert guidelint("diagram", fever, "-o", "-", "--format", "dot") == (0, DOT, "")


def test_a_guideline_comes_from_standard_input() -> None:
    assert guidelint("diagram", "-", stdin=SCAFFOLD.encode()) == (0, MERMAID, "")


@pytest.mark.parametrize(
    ("name", "text"), [("a.mmd", MERMAID), ("a.mermaid", MERMAID), ("a.dot", DOT), ("a.gv", DOT), ("A.DOT", DOT)]
)
def test_the_ending_says_the_format(fever: Path, tmp_path: Path, name: str, text: str) -> None:
    assert guidelint("diagram", fever, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_bytes() == text.encode()


def test_several_outputs_are_written_at_once(fever: Path, tmp_path: Path) -> None:
    ran = guidelint("diagram", fever, "-o", tmp_path / "a.mmd", "--output", tmp_path / "a.dot", "-o", "-")
    assert ran == (0, MERMAID, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dot", "a.mmd", "fever.yaml"]
    assert (tmp_path / "a.dot").read_text("utf-8") == DOT


def test_an_ending_that_is_not_known_is_an_error(fever: Path, tmp_path: Path) -> None:
    ran = guidelint("diagram", fever, "-o", tmp_path / "a.tiff")
    assert (ran.code, ran.out) == (2, "")
    endings = "`.mmd`, `.mermaid`, `.dot`, `.gv`, `.svg`, `.png`, `.pdf`, `.html`"
    assert f"says no format: end it in one of {endings}, or add --format" in ran.err
    assert guidelint("diagram", fever, "-o", tmp_path / "a.txt", "--format", "dot").code == 0
    assert (tmp_path / "a.txt").read_text("utf-8") == DOT


def test_an_ending_and_a_format_that_disagree_are_an_error(fever: Path, tmp_path: Path) -> None:
    ran = guidelint("diagram", fever, "-o", tmp_path / "a.mmd", "--format", "dot")
    assert (ran.code, ran.out) == (2, "")
    assert "ends as mermaid does, but --format says dot" in ran.err


def test_the_guideline_itself_is_never_written_over(fever: Path) -> None:
    ran = guidelint("diagram", fever, "-o", fever, "--format", "dot")
    assert ran.code == 2
    assert "is the guideline itself" in ran.err
    assert fever.read_text("utf-8") == SCAFFOLD


def test_no_other_guideline_is_written_over(fever: Path) -> None:
    other = fever.with_name("other.yaml")
    other.write_text(SCAFFOLD, encoding="utf-8")
    ran = guidelint("diagram", fever, "-o", other, "--format", "dot")
    assert (ran.code, ran.out) == (2, "")
    assert "is there already, and may be a guideline" in ran.err
    assert other.read_text("utf-8") == SCAFFOLD


def test_output_is_utf_8_whatever_the_terminal(fever: Path) -> None:
    fever.write_text(SCAFFOLD.replace("Is there a fever?", "Fièvre ≥ 38 °C ?"), encoding="utf-8")
    ran = guidelint("diagram", fever, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert ran.code == 0
    assert "Fièvre ≥\u00a038\u00a0°C ?" in ran.out


@pytest.mark.parametrize(
    "text", ["a: [", "format: guidelint/1\n", SCAFFOLD.replace("type: decision", "type: choice"), ""]
)
def test_what_is_no_guideline_is_not_drawn(tmp_path: Path, text: str) -> None:
    ran = guidelint("diagram", "-", "-o", tmp_path / "a.mmd", stdin=text.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("nothing drawn: mend these errors first\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    assert guidelint("diagram", missing) == (2, "", f"{missing}: there is no such file\n")


def test_errors_in_names_and_in_the_graph_are_drawn(fever: Path) -> None:
    ask = "nodes:\n  ask:\n    type: decision\n    branches: [{if: fevr, then: nowhere}, {else: wait}]\n"
    fever.write_text(whole(ask), encoding="utf-8")
    ran = guidelint("diagram", fever)
    assert ran.code == 0
    assert '|"fevr"|' in ran.out
    assert "(this node is not defined)" in ran.out
    assert ran.err.startswith("note: drawn with ")
    assert ran.err.count("\n") == 1


def large_file(folder: Path, nodes: int) -> Path:
    file = folder / "large.yaml"
    file.write_text(json.dumps(large_data(nodes)), encoding="utf-8")
    return file


def test_what_mermaid_would_not_draw_is_divided(tmp_path: Path) -> None:
    ran = guidelint("diagram", large_file(tmp_path, 400), "-o", tmp_path / "a.mmd")
    assert (ran.code, ran.out) == (0, "")
    names = sorted(path.name for path in tmp_path.glob("*.mmd"))
    assert names[:4] == ["a-ask-1.mmd", "a-ask-10.mmd", "a-ask-13.mmd", "a-ask-20.mmd"]
    assert f"note: divided into {len(names) - 1} sections, for what Mermaid can draw\n" in ran.err
    assert f"note: {tmp_path / 'a.mmd'} is the overview; its sections are beside it: `a-ask-1.mmd`, " in ran.err
    assert guidelint("diagram", large_file(tmp_path, 100)).err == ""
    assert "Mermaid" not in guidelint("diagram", large_file(tmp_path, 400), "--format", "dot").err


def test_what_mermaid_will_not_draw_even_so_is_said(tmp_path: Path) -> None:
    nodes = {f"n{index}": {"type": "decision", "branches": [{"else": "end"}], "section": "a"} for index in range(50)}
    nodes["n0"]["branches"] = [{"else": "end"}] * 600
    end = {"type": "recommendation", "recommend": [{"for": "pill"}]}
    data = {"format": "guidelint/1", "id": "long", "title": "Long", "version": "1.0.0", "status": "draft"}
    pill = {"pill": {"label": "Pill", "kind": "medication"}}
    whole = {
        **data,
        "interventions": pill,
        "start": "n0",
        "nodes": {**nodes, "end": end},
        "sections": {"a": {"label": "A"}},
    }
    ran = guidelint("diagram", "-", stdin=json.dumps(whole).encode())
    assert ran.code == 0
    assert "note: a: 650 arrows, and Mermaid draws at most 500: it will not draw this\n" in ran.err
    assert "note: only the overview: for its 2 sections write to a file with -o\n" in ran.err


def test_a_large_picture_is_an_overview_with_its_sections_beside_it(tmp_path: Path) -> None:
    ran = guidelint("diagram", large_file(tmp_path, 70), "--no-findings", "-o", tmp_path / "a.svg")
    assert (ran.code, ran.out) == (0, "")
    names = ["a-ask-1.svg", "a-ask-4.svg", "a-ask-7.svg"]
    listed = ", ".join(f"`{name}`" for name in names)
    assert ran.err == f"note: {tmp_path / 'a.svg'} is the overview; its sections are beside it: {listed}\n"
    assert sorted(path.name for path in tmp_path.glob("*.svg")) == [*names, "a.svg"]


@pytest.mark.parametrize(
    ("format_", "begins"),
    [("svg", b"<svg "), ("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-1."), ("html", b"<!DOCTYPE html>")],
)
def test_images_are_the_same_bytes_in_files_and_on_standard_output(
    fever: Path, tmp_path: Path, format_: str, begins: bytes
) -> None:
    file = tmp_path / f"a.{format_}"
    assert guidelint("diagram", fever, "-o", file) == (0, "", "")
    command = [sys.executable, "-m", "guidelint", "diagram", str(fever), "--format", format_]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == file.read_bytes()
    assert done.stdout.startswith(begins)


def test_a_walk_is_drawn(fever: Path) -> None:
    ran = guidelint("diagram", fever, "--given", "fever=yes")
    assert (ran.code, ran.err) == (0, "")
    assert '"Step 1\nIs there a fever?' in ran.out
    assert ":::dimmed" in ran.out
    ran = guidelint("diagram", fever, "--given", "fever=yes", "--format", "svg", "--no-findings")
    assert 'class="node recommendation dimmed"' in ran.out


def test_a_case_or_a_fact_that_is_not_there_is_an_error(fever: Path) -> None:
    ran = guidelint("diagram", fever, "--patient", "somebody")
    assert (ran.code, ran.out) == (2, "")
    assert "Invalid value for '--patient': there is no case `somebody`" in ran.err
    ran = guidelint("diagram", fever, "--given", "fevr")
    assert (ran.code, ran.out) == (2, "")
    assert "Invalid value for '--given': there is no fact `fevr`: did you mean `fever`?" in ran.err


@pytest.mark.parametrize("format_", ["mmd", "dot", "svg", "png", "pdf", "html"])
def test_a_patient_whom_an_assumption_forbids_is_not_drawn(fever: Path, tmp_path: Path, format_: str) -> None:
    text = SCAFFOLD.replace("start: ask\n", "assumptions: [{if: fever, then: improved}]\nstart: ask\n")
    fever.write_text(text, encoding="utf-8")
    file = tmp_path / f"a.{format_}"
    ran = guidelint("diagram", fever, "--given", "fever", "-o", file)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == guidelint("walk", fever, "--given", "fever").err
    assert ran.err.startswith("no such patient: the guideline assumes if Fever, then ")
    assert not file.exists()


@pytest.mark.parametrize("format_", ["mmd", "html"])
def test_what_a_walk_does_not_use_is_said_as_walk_says_it(fever: Path, tmp_path: Path, format_: str) -> None:
    file, given = tmp_path / f"a.{format_}", ("--given", "fever", "--visit", "fever=true,improved=true")
    ran, walked = guidelint("diagram", fever, *given, "-o", file), guidelint("walk", fever, *given)
    assert (ran.code, ran.err) == (walked.code, walked.err)
    assert (ran.code, ran.err) == (2, "not used: `fever` of --visit 1 is not observed at `look-again`\n")
    assert file.exists()


def test_nobody_walks_through_a_broken_graph(fever: Path) -> None:
    ask = "nodes:\n  ask:\n    type: decision\n    branches: [{if: fever, then: ask}, {else: wait}]\n"
    fever.write_text(whole(ask), encoding="utf-8")
    ran = guidelint("diagram", fever, "--given", "fever")
    assert (ran.code, ran.out) == (2, "")
    assert "nobody can be walked through this guideline: see `guidelint check`" in ran.err


def test_a_gap_is_a_way_out_with_the_patient_on_it(fever: Path) -> None:
    fever.write_text(SCAFFOLD.replace("      - {else: wait}\n", "", 1), encoding="utf-8")
    ran = guidelint("diagram", fever, "--findings")
    assert ran.code == 0
    assert '(["No way on for some patients; for example:\n\nFever: no"]):::nowhere' in ran.out
    assert '|"GL301: no branch matches"|' in ran.out
    assert "No way on" not in guidelint("diagram", fever).out


@pytest.mark.parametrize(
    ("format_", "package"), [("svg", "pygraphviz"), ("png", "resvg-py"), ("pdf", "reportlab"), ("html", "pygraphviz")]
)
def test_a_missing_extra_is_one_line(fever: Path, tmp_path: Path, format_: str, package: str) -> None:
    module = package.replace("-", "_")
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / f"{module}.py").write_text(f"raise ModuleNotFoundError('{module}')", encoding="utf-8")
    env = {"PYTHONPATH": str(tmp_path / "hidden")}
    ran = guidelint(
        "diagram", fever, "--no-findings", "-o", tmp_path / f"a.{format_}", "-o", tmp_path / "a.dot", env=env
    )
    needs = f"this needs {package}, which is not installed: pip install 'guidelint[diagrams]'"
    assert ran == (2, "", f"{tmp_path / f'a.{format_}'}: not written: {needs}\n")
    assert (tmp_path / "a.dot").exists()


def test_what_cannot_be_written_is_said_and_the_rest_is_written(fever: Path, tmp_path: Path) -> None:
    lost, folder = tmp_path / "no" / "a.mmd", tmp_path / "folder.dot"
    folder.mkdir()
    ran = guidelint("diagram", fever, "-o", lost, "-o", folder, "-o", tmp_path / "a.dot")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{lost}: not written: there is no such folder\n{folder}: not written: this is a folder\n"
    assert (tmp_path / "a.dot").read_text("utf-8") == DOT


def test_a_file_is_replaced_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.mmd"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    write_text(str(old), "new")
    assert (old.read_text("utf-8"), old.stat().st_mode & 0o777) == ("new", 0o640)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_text(str(old), "newer")
    assert old.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [old]


def test_a_link_is_followed_and_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.dot", tmp_path / "pipe.dot"
    link.symlink_to(tmp_path / "real.dot")
    write_text(str(link), "text")
    assert link.is_symlink()
    assert (tmp_path / "real.dot").read_text("utf-8") == "text"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        write_text(str(pipe), "text")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def gap_in(folder: Path, **settings: object) -> Path:
    """A guideline with a gap, and settings beside it."""
    file = folder / "fever.yaml"
    file.write_text(SCAFFOLD.replace("      - {else: wait}\n", "", 1), encoding="utf-8")
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    (folder / "guidelint.toml").write_text("".join(lines), encoding="utf-8")
    return file


def test_findings_are_those_of_a_check(tmp_path: Path) -> None:
    file = gap_in(tmp_path)
    assert "GL301" in guidelint("diagram", file, "--format", "svg").out
    (tmp_path / "guidelint.toml").write_text('ignore = ["GL301"]\n', encoding="utf-8")
    assert "GL301" not in guidelint("diagram", file, "--format", "svg").out
    assert "GL301" not in guidelint("diagram", file, "--format", "html").out
    assert "GL301" in guidelint("diagram", file, "--format", "svg", "--isolated").out
    own = tmp_path / "own.toml"
    own.write_text('[per-file-ignores]\n"fever.yaml" = ["gap"]\n', encoding="utf-8")
    assert "GL301" not in guidelint("diagram", file, "--format", "svg", "--config", own).out
    own.write_text("proofs = false\n", encoding="utf-8")
    assert "GL301" not in guidelint("diagram", file, "--format", "svg", "--config", own).out
    assert "no proofs were made" in guidelint("diagram", file, "--format", "html", "--config", own).out


def test_settings_that_cannot_be_used_are_one_line_where_they_matter(tmp_path: Path) -> None:
    file = gap_in(tmp_path, ignore=["GL888"])
    ran = guidelint("diagram", file, "-o", tmp_path / "a.svg")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "there is no rule `GL888`" in ran.err
    assert guidelint("diagram", file, "-o", tmp_path / "a.svg", "--no-findings").code == 0
    both = guidelint("diagram", file, "--format", "svg", "--isolated", "--config", file)
    assert (both.code, both.out) == (2, "")
    assert "--isolated reads no file" in both.err


def loaded_by(*arguments: str | Path, env: Mapping[str, str] | None = None) -> set[str]:
    """The modules that are imported for a picture."""
    command = [sys.executable, "-X", "importtime", "-m", "guidelint", "diagram", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **(env or {})})
    return set(re.findall(r"\| +(\S+)$", done.stderr.decode(), re.MULTILINE))


def test_what_a_check_has_found_is_not_looked_for_again(tmp_path: Path) -> None:
    """Whatever proves that there is a gap needs the solver."""
    file, cache, output = gap_in(tmp_path), tmp_path / "cache", tmp_path / "a.svg"
    env = {"GUIDELINT_CACHE_DIR": str(cache)}
    assert "pysat" in loaded_by(file, "-o", output, "--no-cache", env=env)
    drawn = output.read_bytes()
    assert not cache.exists()
    assert guidelint("check", file, env=env).code == 1
    assert "pysat" not in loaded_by(file, "-o", output, env=env)
    assert output.read_bytes() == drawn
    shutil.rmtree(cache)
    assert "pysat" in loaded_by(file, "-o", output, env=env)
    assert "pysat" not in loaded_by(file, "-o", output, env=env)
    assert output.read_bytes() == drawn
    file.write_text(SCAFFOLD, encoding="utf-8")
    assert guidelint("diagram", file, "-o", output, env=env).code == 0
    assert b"GL301" in drawn
    assert b"GL301" not in output.read_bytes()


def test_nothing_that_judges_is_loaded_for_a_picture_alone(fever: Path, tmp_path: Path) -> None:
    """Most of the time that a picture takes is that of loading what draws it."""
    loaded = loaded_by(fever, "--no-findings", "-o", tmp_path / "a.svg")
    assert "guidelint.diagrams.svg" in loaded
    heavy = {"networkx", "pysat", "guidelint.rules", "guidelint.linter", "guidelint.logic", "guidelint.reporters"}
    assert not loaded & heavy


@pytest.mark.parametrize(("palette", "ground"), [("light", "#ffffff"), ("dark", "#0f1419"), ("print", "#ffffff")])
def test_a_palette_is_chosen(fever: Path, palette: str, ground: str) -> None:
    ran = guidelint("diagram", fever, "--format", "svg", "--no-findings", "--palette", palette)
    assert ran.code == 0
    assert f'fill="{ground}"/>' in ran.out.splitlines()[3]
    assert ("#fff6d6" in ran.out) == (palette == "light")


def test_a_palette_for_what_it_does_not_colour_is_an_error(fever: Path, tmp_path: Path) -> None:
    ran = guidelint("diagram", fever, "--palette", "dark", "-o", tmp_path / "a.mmd", "-o", tmp_path / "a.html")
    assert (ran.code, ran.out) == (2, "")
    assert "Invalid value for '--palette': it colours `svg`, `png`, `pdf`, and not `mermaid`, `html`" in ran.err
    assert not (tmp_path / "a.mmd").exists()
    ran = guidelint("diagram", fever, "--palette", "dark", "-o", tmp_path / "a.dot", "-o", tmp_path / "a.svg")
    assert ran == (0, "", f"note: {tmp_path / 'a.dot'}: --palette is not for dot\n")


def test_a_folder_that_takes_no_files_is_there(fever: Path) -> None:
    ran = guidelint("diagram", fever, "-o", "/proc/a.mmd")
    assert ran == (2, "", "/proc/a.mmd: not written: this folder takes no such file\n")


def test_a_page_shows_the_proofs_that_were_made_for_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = frozenset(rule.code for rule in RULES)
    text = SCAFFOLD.replace("      - {else: wait}\n", "", 1)
    report = lint_document(read_document(text.encode(), "fever.yaml"), RULES, Options(codes, date(2026, 1, 1)))
    assert report.logic is not None
    report.logic.__dict__["_engine"] = None  # whatever has not been asked for yet cannot be proved any more
    monkeypatch.setattr(Logic, "__init__", None)
    verdicts = review_of(report).verdicts
    assert {type(each.answer).__name__ for each in verdicts or ()} == {"Proved", "Refuted"}


def test_what_was_stopped_is_not_drawn(fever: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: Any) -> FileReport:
        return replace(lint_document(*arguments), is_stopped=True)

    monkeypatch.setattr("guidelint.cli.tasks.lint_document", stopped)
    with pytest.raises(KeyboardInterrupt):
        load_drawable(str(fever), Depth.ANSWERS, Judging(None, True, None, None, False))
