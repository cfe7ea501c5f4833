"""Ctrl-C: a `check` that is stopped says what is not judged and ends with 2, however far it has come."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guidelint.linter import STOPPED
from tests.cli.many import environment
from tests.rules.examples import SCAFFOLD

UNREPORTED = "stopped before the end: what is not reported by now is not judged"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        (tmp_path / f"g{number}.yaml").write_text(f"# {number}\n{SCAFFOLD}", encoding="utf-8")
    return tmp_path


def run(folder: Path, script: str, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-c", script, *arguments]
    env = environment(folder / "cache")
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr.strip()


IN_AN_IMPORT = """
import signal, sys

class Stopper:
    def find_spec(self, name, *more):
        if name == "guidelint.cli.NAME":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Stopper())
from guidelint.cli import main
main()
"""


@pytest.mark.parametrize("name", ["replay", "main", "check", "judging", "processes"])
def test_stopped_in_an_import(folder: Path, name: str) -> None:
    code, out, err = run(folder, IN_AN_IMPORT.replace("NAME", name), "check", "--jobs", "2", ".")
    assert code == 2
    assert err == UNREPORTED or (err == "" and f"not judged: g3.yaml: {STOPPED}\n" in out)


def test_another_command_ends_as_a_shell_knows_it(folder: Path) -> None:
    assert run(folder, IN_AN_IMPORT.replace("NAME", "rules"), "rules") == (130, "", "stopped before the end")


AT = """
import signal
from guidelint.cli import main, MODULE

work = MODULE.NAME
count = 0

def interrupted(*given, **more):
    global count
    count += 1
    if count == AT:
        signal.raise_signal(signal.SIGINT)
    return work(*given, **more)

MODULE.NAME = interrupted
main()
"""


def at(module: str, name: str, count: int = 1) -> str:
    return AT.replace("MODULE", module).replace("NAME", name).replace("AT", str(count))


@pytest.mark.parametrize("script", [at("candidates", "listing"), at("judging", "_job", 3)], ids=["folders", "settings"])
@pytest.mark.parametrize("way", [["--jobs", "1"], ["--fix"]])
def test_stopped_before_the_files_are_known(folder: Path, script: str, way: list[str]) -> None:
    assert run(folder, script, "check", *way, ".") == (2, "", UNREPORTED)


def test_stopped_while_the_report_is_made(folder: Path) -> None:
    assert run(folder, at("destinations", "render"), "check", ".") == (2, "", UNREPORTED)


@pytest.mark.parametrize("way", ["--fix", "--unsafe-fixes", "--no-cache"])
def test_every_file_behind_is_listed(folder: Path, way: str) -> None:
    module = "tasks" if way == "--no-cache" else "judging"
    code, out, err = run(folder, at(module, "read", 3), "check", "--no-proofs", way, ".")
    left = "".join(f"not judged: {name}: {STOPPED}\n" for name in ("g2.yaml", "g3.yaml"))
    assert (code, err) == (2, "")
    assert out.startswith(f"2 files checked: no findings\n{left}")


def test_where_fixes_are_only_shown_too(folder: Path) -> None:
    left = "".join(f"\nnot judged: {name}: {STOPPED}" for name in ("g1.yaml", "g2.yaml", "g3.yaml"))
    ran = run(folder, at("judging", "read", 2), "check", "--no-proofs", "--diff", ".")
    assert ran == (2, "", f"nothing would be fixed{left}")
