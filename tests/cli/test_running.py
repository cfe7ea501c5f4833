"""What a run says of itself, and runs that follow one another."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.many import BROKEN, WARNED, environment
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a", BROKEN), ("b", WARNED), ("c", WARNED), ("d", SCAFFOLD)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_statistics_are_in_place_of_findings(folder: Path, format_: str) -> None:
    ran = guidelint("check", "--no-proofs", "--statistics", "--format", format_, ".", cwd=folder)
    lines = ran.out.splitlines()
    assert lines[:2] == ["2  warning GL112 missing-metadata", "1  error   GL102 undefined-name (1 fixable)"]
    assert "4 files checked: 1 error, 2 warnings" in ran.out
    assert ran.code == 1


def test_statistics_in_json(folder: Path) -> None:
    report = json.loads(guidelint("check", "--statistics", "--format", "json", ".", cwd=folder).out)
    assert report["statistics"][:2] == [
        {"code": "GL112", "name": "missing-metadata", "severity": "warning", "count": 2, "fixable": 0},
        {"code": "GL102", "name": "undefined-name", "severity": "error", "count": 1, "fixable": 1},
    ]
    assert "statistics" not in json.loads(guidelint("check", "--format", "json", ".", cwd=folder).out)


def test_statistics_of_nothing(folder: Path) -> None:
    assert guidelint("check", "--statistics", "d.yaml", cwd=folder).out.startswith("1 file checked: no findings\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_timing_goes_to_standard_error_alone(folder: Path, jobs: str) -> None:
    plain, timed = (guidelint("check", *more, ".", cwd=folder) for more in ([], ["--timing", "--jobs", jobs]))
    assert (timed.code, timed.out, plain.err) == (plain.code, plain.out, "")
    heading, *lines = timed.err.splitlines()
    assert heading == "seconds of processor:"
    assert all(re.fullmatch(r" *\d+\.\d{3} s  \S.*", line) for line in lines)
    seconds = [float(line.split(" s  ")[0]) for line in lines]
    assert seconds == sorted(seconds, reverse=True)
    assert {"YAML", "schema", "model", "graph", "logic", "GL102 undefined-name"} <= {line[13:] for line in lines}


class Watching:
    """A run that goes on, and what it has printed by now."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guidelint", "check", "--watch", "--no-proofs", "--format", "concise", *arguments],
            cwd=folder,
            env=environment(folder.parent / "cache"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def end(self) -> int:
        code = self.process.wait(timeout=60)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def until(self, pattern: str) -> list[str]:
        """The lines up to one that matches."""
        lines = []
        while True:
            lines.append(self._lines.get(timeout=60).rstrip("\n"))
            if re.search(pattern, lines[-1]):
                return lines


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    run = Watching(folder, ".")
    yield run
    run.process.kill()
    run.end()


def test_a_change_is_checked_at_once(watching: Watching, tmp_path: Path) -> None:
    file = tmp_path / "guidelines" / "a.yaml"
    watching.until("1 file checked: no findings")
    file.write_text(BROKEN, encoding="utf-8")
    lines = watching.until("1 file checked: 1 error")
    assert "a.yaml has changed" in lines
    assert any("GL102" in line for line in lines)
    file.with_name("b.yaml").write_text(SCAFFOLD, encoding="utf-8")
    assert ". has changed" in watching.until("2 files checked: 1 error")
    file.with_name("guidelint.toml").write_text("ignore = [1]\n")
    assert watching.until("^Error: guidelint.toml:1")
    file.with_name("guidelint.toml").write_text('severity = {GL102 = "info"}\n')
    watching.until("info GL102")
    watching.until("2 files checked: ")
    file.unlink()
    assert watching.until("1 file checked: no findings")


def test_what_is_only_touched_is_not_checked_again(watching: Watching, tmp_path: Path) -> None:
    file = tmp_path / "guidelines" / "a.yaml"
    watching.until("1 file checked: no findings")
    os.utime(file)
    time.sleep(1)
    file.write_text(WARNED, encoding="utf-8")
    lines = watching.until("1 file checked: ")
    assert lines[-1] == "1 file checked: 1 warning"
    assert lines.count("a.yaml has changed") == 1


def test_watching_ends_with_the_last_exit_code(watching: Watching, tmp_path: Path) -> None:
    watching.until("1 file checked: no findings")
    (tmp_path / "guidelines" / "a.yaml").write_text(BROKEN, encoding="utf-8")
    watching.until("1 file checked: 1 error")
    time.sleep(0.5)
    watching.process.send_signal(signal.SIGINT)
    assert watching.end() == 1


def test_standard_input_is_not_watched() -> None:
    ran = guidelint("check", "--watch", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "--watch waits for files to change, which standard input never does" in ran.err
