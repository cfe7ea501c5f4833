"""Files that come and go, and terminals that can do little."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from guidelint.caching.observed import changed, digest, listing, look
from guidelint.cli.paths import shown_from
from guidelint.cli.tasks import Foreign, Outcome, Task, Terms, judge_file
from guidelint.linter import lint_document
from guidelint.reporters import Unreadable
from tests.cli.many import BROKEN, environment
from tests.rules.examples import EVERY_RULE, SCAFFOLD, TODAY

TERMS = Terms(EVERY_RULE.enabled, {}, 1_000_000, None, TODAY)


def judge(path: Path, *, is_named: bool = True) -> Outcome:
    return judge_file(Task(str(path), path.name, is_named, TERMS), None)


def test_a_file_that_vanishes_is_not_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at its size and the reading."""
    monkeypatch.setattr(os.path, "getsize", lambda _: 1)
    assert judge(tmp_path / "a.yaml") == Outcome(Unreadable("a.yaml", "there is no such file"))


def test_a_file_that_changes_is_known_by_the_bytes_that_were_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SCAFFOLD, encoding="utf-8")
    lint = lint_document

    def change(*given: Any) -> object:
        file.write_text(BROKEN, encoding="utf-8")
        return lint(*given)

    monkeypatch.setattr("guidelint.cli.tasks.lint_document", change)
    outcome = judge(file)
    assert outcome.seen == digest(SCAFFOLD.encode())
    assert outcome.seen != look(str(file))


def test_what_is_found_and_is_no_guideline_is_known_too(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("services: {}\n")
    assert judge(file, is_named=False) == Outcome(Foreign("a.yaml"), digest(b"services: {}\n"))


def test_looking_at_things(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    assert look(str(tmp_path)) == listing(["b"], ["loop", "a", "pipe"])
    seen = {name: look(str(tmp_path / name)) for name in ("a", "b", "loop", "pipe", "none", "\0")}
    assert seen == {"a": digest(b"1"), "b": listing([], []), "loop": None, "pipe": None, "none": None, "\0": None}
    assert listing(["a"], []) != listing([], ["a"])


def test_the_first_thing_that_has_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    trace = {str(tmp_path / "a"): digest(b"1"), str(tmp_path / "b"): None}
    assert changed(trace) is None
    (tmp_path / "b").touch()
    assert changed(trace) == str(tmp_path / "b")


def test_paths_of_windows_are_shown_with_forward_slashes() -> None:
    assert shown_from(PureWindowsPath(r"C:\work\part\a.yaml"), PureWindowsPath(r"C:\work")) == "part/a.yaml"
    assert shown_from(PureWindowsPath(r"part\a.yaml"), PureWindowsPath(r"C:\work")) == "part/a.yaml"
    assert shown_from(PureWindowsPath(r"D:\a.yaml"), PureWindowsPath(r"C:\work")) == "D:/a.yaml"


def run(folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    env = {**environment(folder.parent / "cache"), **more}
    command = [sys.executable, "-m", "guidelint", "check", "--no-proofs", "."]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def test_a_terminal_without_utf_8_sees_the_same_when_it_is_said_again(tmp_path: Path) -> None:
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "naïve.yaml").write_text(BROKEN, encoding="utf-8")
    os.utime(folder, (0, 0))
    ascii_, again = (run(folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0") for _ in range(2))
    assert (ascii_.returncode, ascii_.stdout, ascii_.stderr) == (again.returncode, again.stdout, again.stderr)
    assert ascii_.stdout.startswith(b"na\\xefve.yaml:")
    assert run(folder).stdout.startswith("naïve.yaml:".encode())


def test_a_reader_that_has_left_before_it_is_said_again(tmp_path: Path) -> None:
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    os.utime(folder, (0, 0))
    command = [sys.executable, "-m", "guidelint", "check", "--no-proofs", "."]
    for _ in range(2):
        read, write = os.pipe()
        os.close(read)
        env = environment(tmp_path / "cache")
        done = subprocess.run(command, cwd=folder, env=env, stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        assert (done.returncode, done.stderr) == (141, b"")
        run(folder)


def test_a_terminal_sees_the_same_when_it_is_said_again(tmp_path: Path) -> None:
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    os.utime(folder, (0, 0))
    first, again = (on_terminal(folder) for _ in range(2))
    assert first == again
    assert b"\x1b[1;31merror GL102\x1b[0m" in first


def on_terminal(folder: Path) -> bytes:
    ours, theirs = pty.openpty()
    env = {**environment(folder.parent / "cache"), "TERM": "xterm", "NO_COLOR": "", "COLUMNS": ""}
    command = [sys.executable, "-m", "guidelint", "check", "--no-proofs", "."]
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:
        pass  # that is how a terminal ends
    assert process.communicate()[1] == b""
    os.close(ours)
    return b"".join(parts)
