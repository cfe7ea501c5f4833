"""Pipes and devices: what has no size, and need not end."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from guidelint.cli.inputs import Input, read_input
from tests.cli.runner import Ran, guidelint
from tests.rules.examples import SCAFFOLD


def test_a_file_that_grows_is_read_no_further_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a" * 2_500_000)
    for limit in (1, 1_000, 1_000_000, 1_999_999, 2_000_000):
        monkeypatch.setattr(os.path, "getsize", lambda _: 1)
        assert read_input(str(file), "a.yaml", limit) == Input("a.yaml", b"a" * (limit + 1), limit + 1)
    assert read_input(str(file), "a.yaml", 2_500_000) == Input("a.yaml", b"a" * 2_500_000, 2_500_000)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device that never ends")
def test_a_device_that_never_ends() -> None:
    """With no more memory than that takes."""
    command = ["sh", "-c", 'ulimit -v 2000000; exec "$@"', "sh", sys.executable, "-m", "guidelint"]
    done = subprocess.run(
        [*command, "check", "--no-proofs", "/dev/zero"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("/dev/zero:1:1: error GL008 too-large\n")


def fed(pipe: Path, *arguments: str) -> Ran:
    """While somebody writes a guideline into the pipe."""
    with subprocess.Popen(["sh", "-c", 'cat > "$0"', str(pipe)], stdin=subprocess.PIPE) as writer:
        assert writer.stdin is not None
        writer.stdin.write(SCAFFOLD.encode())
        writer.stdin.close()
        return guidelint(*arguments)


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "a.yaml"
    os.mkfifo(pipe)
    assert fed(pipe, "check", str(pipe)).out.startswith("1 file checked: no findings\n")
    ran = fed(pipe, "check", "--max-bytes", "100", str(pipe))
    assert (ran.code, "101 bytes, more than the 100 that are read" in ran.out) == (1, True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With a guideline, and what is no file but is called one."""
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    (folder / "linked.yaml").symlink_to("a.yaml")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "to-pipe.yaml").symlink_to("pipe.yaml")
    (folder / "to-device.yaml").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        monkeypatch.chdir(folder)  # a socket has a short name or none
        bound.bind("socket.yaml")
    return folder


SPECIAL = ("pipe.yaml", "socket.yaml", "to-device.yaml", "to-pipe.yaml")


@pytest.mark.parametrize("way", [["--no-cache"], ["--jobs", "2"], ["--diff"]])
def test_what_is_no_file_is_passed_over_in_a_folder(folder: Path, way: list[str]) -> None:
    env = {"GUIDELINT_CACHE_DIR": str(folder.parent / "cache")}
    for _ in range(2):
        ran = guidelint("check", "--format", "json", *way, ".", cwd=folder, env=env)
        assert ran.code == 0
        if way != ["--diff"]:
            assert json.loads(ran.out)["summary"]["skipped"] == list(SPECIAL)


def test_what_is_no_file_is_not_listed(folder: Path) -> None:
    assert guidelint("files", cwd=folder) == (0, "a.yaml\nlinked.yaml\n", "")
    why = "".join(f"{name}: not read: it is no guideline\n" for name in SPECIAL)
    assert guidelint("files", "-v", cwd=folder) == (0, f"a.yaml\nlinked.yaml\n{why}", "")


def test_a_pipe_that_becomes_a_file_is_seen(folder: Path) -> None:
    env = {"GUIDELINT_CACHE_DIR": str(folder.parent / "cache")}
    assert guidelint("check", ".", cwd=folder, env=env).code == 0
    (folder / "pipe.yaml").unlink()
    (folder / "pipe.yaml").write_text("format: 1\nnodes: [\n", encoding="utf-8")
    assert guidelint("check", ".", cwd=folder, env=env).code == 1
