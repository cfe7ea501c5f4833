"""Pipes and devices: what has no size, and need not end."""

from __future__ import annotations

import os
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
