"""Many files: the same bytes come out in however many processes, and with whatever is known from before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidelint.linter import STOPPED
from tests.cli.many import environment, fill
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

WAYS: dict[str, tuple[str, ...]] = {
    "one process, nothing kept": ("--no-cache", "--jobs", "1"),
    "two processes, nothing kept": ("--no-cache", "--jobs", "2"),
    "five processes, kept": ("--jobs", "5"),
    "known": ("--jobs", "2"),
    "known, in a folder of its own": ("--cache-dir", "kept"),
    "known from there": ("--cache-dir", "kept", "--jobs", "3"),
    "said again": ("--jobs", "2"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    fill(folder)
    return folder


@pytest.mark.parametrize("format_", ["full", "json", "sarif"])
def test_the_same_comes_out(folder: Path, format_: str, tmp_path: Path) -> None:
    """With files that cannot be opened, with links in a circle, and from standard input, too."""
    came_out = {
        name: guidelint(
            *("check", "--format", format_, *way, "-", ".", "missing.yaml"),
            stdin=SCAFFOLD.encode(),
            cwd=folder,
            env={"GUIDELINT_CACHE_DIR": str(tmp_path / "cache")},
        )
        for name, way in WAYS.items()
    }
    first = next(iter(came_out.values()))
    assert first.code == 2
    assert "there is no such file" in first.out
    assert [name for name, ran in came_out.items() if ran != first] == []


def test_what_is_sound_is_said_again(tmp_path: Path) -> None:
    """The same, where all of it can be read: then the run as a whole is known."""
    for number in range(4):
        (tmp_path / f"g{number}.yaml").write_text(f"# {number}\n{SCAFFOLD}", encoding="utf-8")
    env = {"GUIDELINT_CACHE_DIR": str(tmp_path / "cache")}
    ran = {guidelint("check", *way, ".", cwd=tmp_path, env=env) for way in [*WAYS.values(), ("--jobs", "2")]}
    assert [(each.code, each.err) for each in ran] == [(0, "")]


class Running:
    """A run over enough files to be interrupted in."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        for number in range(300):
            (folder / f"g{number:03}.yaml").write_text(f"# {number}\n{SCAFFOLD}", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guidelint", "check", "--no-cache", *arguments, "."],
            cwd=folder,
            env=environment(None),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def workers(self, at_least: int) -> list[int]:
        """Waits for so many processes that it has begun."""
        for _ in range(600):
            path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
            children = [int(pid) for pid in path.read_text().split()] if path.exists() else []
            if len(children) >= at_least:
                return children
            time.sleep(0.05)
        raise AssertionError("no process was begun")

    def end(self) -> tuple[int, str, str]:
        out, err = self.process.communicate(timeout=120)
        return self.process.returncode, out.decode(), err.decode()


def are_gone(pids: list[int]) -> bool:
    for _ in range(200):
        if not any(is_alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    run = Running(tmp_path, "--jobs", "2")
    yield run
    if run.process.poll() is None:
        os.killpg(run.process.pid, signal.SIGKILL)


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc to look at")


@needs_proc
@pytest.mark.parametrize("is_for_all", [True, False], ids=["to every process, as a terminal does", "to one"])
def test_an_interrupt_leaves_what_is_settled_and_no_process(running: Running, is_for_all: bool) -> None:
    workers = running.workers(2)
    (os.killpg if is_for_all else os.kill)(running.process.pid, signal.SIGINT)
    code, out, err = running.end()
    assert (code, err) == (2, "")
    assert "Traceback" not in out
    settled, open_ = int(out.split(" file")[0]), out.count(f": {STOPPED}\n")
    assert settled + open_ == 300
    assert open_ > 0
    assert are_gone(workers)


@needs_proc
def test_no_process_is_left_behind_by_one_that_is_killed(running: Running) -> None:
    workers = running.workers(2)
    running.process.kill()
    assert are_gone(workers)
    assert running.end()[0] == -signal.SIGKILL


@needs_proc
def test_files_of_a_process_that_is_lost_are_not_judged(running: Running) -> None:
    os.kill(running.workers(2)[0], signal.SIGKILL)
    code, out, err = running.end()
    assert (code, err) == (2, "")
    assert "not judged: g299.yaml: the process that was to judge it has ended without a word\n" in out


def test_an_interrupt_in_one_process_leaves_what_is_settled(tmp_path: Path) -> None:
    """Wherever it comes: one that is lost, since it came while an object was tidied up, is heard after the file."""
    (tmp_path / "stop.py").write_text(INTERRUPTED, encoding="utf-8")
    for number in range(4):
        (tmp_path / f"g{number}.yaml").write_text(f"# {number}\n{SCAFFOLD}", encoding="utf-8")
    command = [sys.executable, "stop.py", "check", "--no-cache", "--no-proofs", "--jobs", "1", "."]
    done = subprocess.run(command, cwd=tmp_path, env=environment(None), capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (2, False)
    assert done.stdout.startswith("2 files checked: no findings\n")
    assert f"not judged: g2.yaml: {STOPPED}\nnot judged: g3.yaml: {STOPPED}\n" in done.stdout


INTERRUPTED = """
import signal
import weakref

from guidelint.cli import main, tasks

judge = tasks.lint_document
count = 0

class Thing:
    pass

def lint_document(*given):
    global count
    count += 1
    if count == 2:
        thing = Thing()
        weakref.finalize(thing, signal.raise_signal, signal.SIGINT)
        del thing
    return judge(*given)

tasks.lint_document = lint_document
main()
"""
