"""Standard streams that take nothing, or are not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.many import BROKEN, environment
from tests.rules.examples import SCAFFOLD

FULL = Path("/dev/full")
NO_ROOM = "not written: there is no room left on the device\n"

needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str, redirected: str = "") -> tuple[int, str, str]:
    """As a shell does it that is told this of the streams."""
    command = ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-m", "guidelint", *arguments]
    env = environment(folder.parent / "cache")
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@needs_full
@pytest.mark.parametrize("format_", ["full", "json"])
def test_a_full_disk_is_no_defect_of_ours(folder: Path, format_: str) -> None:
    """Nor where the run is said again."""
    command = ("check", "--format", format_, "a.yaml")
    for _ in range(2):
        assert run(folder, *command, redirected="> /dev/full") == (2, "", f"Error: standard output: {NO_ROOM}")
        assert run(folder, *command)[0] == 1


@needs_full
@pytest.mark.parametrize("command", ["rules", "--help", "files", "schema", "check --help"])
def test_a_full_disk_for_any_command(folder: Path, command: str) -> None:
    ran = run(folder, *command.split(), redirected="> /dev/full")
    assert ran == (2, "", f"Error: standard output: {NO_ROOM}")


@needs_full
def test_where_no_error_can_be_told(folder: Path) -> None:
    told = run(folder, "chek", redirected="2> /dev/full")
    assert told == (2, "", "")
    assert run(folder, "rules", redirected="> /dev/full 2>&1") == (2, "", "")


@needs_full
def test_a_full_disk_for_a_file(folder: Path) -> None:
    assert run(folder, "check", "-o", "/dev/full", "a.yaml") == (2, "", f"/dev/full: {NO_ROOM}")


def test_a_closed_input_is_not_judged(folder: Path) -> None:
    code, out, err = run(folder, "check", "-", "a.yaml", redirected="<&-")
    assert (code, err) == (2, "")
    assert out.startswith("a.yaml:")
    assert "\nnot judged: <stdin>: standard input is closed\n" in out
    assert run(folder, "check", "a.yaml", redirected="<&-")[0] == 1


@pytest.mark.parametrize("command", ["walk -", "prove -", "diagram -"])
def test_a_closed_input_for_other_commands(folder: Path, command: str) -> None:
    assert run(folder, *command.split(), redirected="<&-") == (2, "", "<stdin>: standard input is closed\n")


def test_questions_that_nobody_can_answer(folder: Path) -> None:
    (folder / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    code, out, err = run(folder, "walk", "--ask", "a.yaml", redirected="<&-")
    assert (code, out) == (2, "")
    assert err.endswith(": Error: standard input is closed\n")
