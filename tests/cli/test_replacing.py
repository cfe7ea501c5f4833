"""How a file is put in its place, whoever writes it: whole or not at all, and never over what it was not meant for."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guidelint.cli.output import write_bytes
from guidelint.cli.replacing import put_file
from tests.rules.examples import SCAFFOLD


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.yaml"
    path.write_text(SCAFFOLD, encoding="utf-8")
    return path


def checked(draft: Path, output: str, redirection: str = "", *, most_bytes: int | None = None) -> str:
    """What a shell prints where a report goes to a file."""

    def leave_no_room() -> None:
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    command = f"'{sys.executable}' -m guidelint check --format json -o {output} draft.yaml {redirection}"
    done = subprocess.run(
        ["bash", "-c", f"{command}; echo $?"],
        cwd=draft.parent,
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=leave_no_room,
    )
    return done.stdout + done.stderr


def test_a_full_disk_costs_no_report_that_was_there(draft: Path) -> None:
    old = draft.with_name("report.json")
    old.write_text("old", encoding="utf-8")
    said = checked(draft, "report.json", most_bytes=100)
    assert said == "2\nreport.json: not written (File too large)\n"
    assert (old.read_text("utf-8"), sorted(os.listdir(draft.parent))) == ("old", ["draft.yaml", "report.json"])


def test_standard_output_by_its_path_is_written_to(draft: Path) -> None:
    assert checked(draft, "/dev/stdout", "| head -1") == "{\n0\n"


def test_a_log_that_standard_output_goes_to_is_kept(draft: Path) -> None:
    log = draft.with_name("log")
    log.write_text("what was there\n", encoding="utf-8")
    assert checked(draft, "/dev/stdout", ">> log") == "0\n"
    assert log.read_text("utf-8").startswith("what was there\n{\n")


def test_a_report_that_may_not_be_written_stays(draft: Path) -> None:
    old = draft.with_name("report.json")
    old.write_text("old", encoding="utf-8")
    old.chmod(0o444)
    assert checked(draft, "report.json") == "2\nreport.json: not written: that is not permitted\n"
    assert old.read_text("utf-8") == "old"


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        put_file(str(tmp_path / "new"), b"text")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_what_is_put_in_place_is_on_the_disk_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def noting(name: str, act: Callable[..., None]) -> Callable[..., None]:
        def noted(*given: object) -> None:
            done.append(name)
            act(*given)

        return noted

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noting(name, getattr(os, name)))
    write_bytes(str(tmp_path / "new"), b"text")
    assert done == ["fsync", "replace"]
