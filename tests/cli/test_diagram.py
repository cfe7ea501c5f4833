"""`guidelint diagram` from outside."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from guidelint.cli.output import write_text
from guidelint.diagrams import WRITERS
from guidelint.document import read_document
from guidelint.model import build_guideline
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD, whole

GUIDELINE = build_guideline(read_document(SCAFFOLD.encode(), "fever.yaml").data)
MERMAID, DOT = WRITERS["mermaid"](GUIDELINE), WRITERS["dot"](GUIDELINE)


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
    ran = guidelint("diagram", fever, "-o", tmp_path / "a.svg")
    assert (ran.code, ran.out) == (2, "")
    assert "says no format: end it in one of `.mmd`, `.mermaid`, `.dot`, `.gv`, or add --format" in ran.err
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


def test_what_mermaid_will_not_draw_is_said(tmp_path: Path) -> None:
    nodes = {f"n{index}": {"type": "decision", "branches": [{"else": "end"}]} for index in range(500)}
    end = {"type": "recommendation", "recommend": [{"for": "pill"}]}
    data = {"format": "guidelint/1", "id": "long", "title": "Long", "version": "1.0.0", "status": "draft"}
    pill = {"pill": {"label": "Pill", "kind": "medication"}}
    text = json.dumps({**data, "interventions": pill, "start": "n0", "nodes": {**nodes, "end": end}}).encode()
    ran = guidelint("diagram", "-", "-o", tmp_path / "a.mmd", stdin=text)
    assert (ran.code, ran.out) == (0, "")
    assert "note: 501 arrows, and Mermaid draws at most 500" in ran.err
    assert (tmp_path / "a.mmd").exists()
    assert "Mermaid" not in guidelint("diagram", "-", "--format", "dot", stdin=text).err


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
