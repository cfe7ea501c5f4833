"""Completion as real shells do it: their own machinery, our script, what they would offer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guidelint.rules import RULES
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD
from tests.tools import need_program

CASES = SCAFFOLD + "cases:\n  feverish: {patient: {fever: true}}\n  well: {patient: {}}\n"

BASH = """\
source completion
COMP_WORDS=({words}) COMP_CWORD=$(({count} - 1))
_guidelint_completion guidelint
printf '%s\\n' "${{COMPREPLY[@]}}"
"""

ZSH = """\
compdef() {{ :; }}
compadd() {{ local name=$5; print -l -- "${{(@P)name}}" }}
_describe() {{ local name=$3; print -l -- "${{(@)${{(@P)name}}%%:*}}" }}
source completion
words=({words}) CURRENT={count}
_guidelint_completion
"""

FISH = "source completion; complete --do-complete '{line}' | string split --fields 1 \\t"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fever.yaml").write_text(CASES, encoding="utf-8")
    return tmp_path


def offered(shell: str, line: str, folder: Path) -> list[str]:
    """What a shell offers for the last word of a line."""
    need_program(shell)
    script = guidelint("completion", shell, cwd=folder).out
    (folder / "completion").write_text(script, encoding="utf-8")
    words = " ".join(f"'{word}'" for word in line.split(" "))
    text = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(words=words, count=line.count(" ") + 1, line=line)
    environment = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    plain = {"bash": ["--norc"], "zsh": ["--no-rcs"], "fish": ["--no-config"]}[shell]
    command = [shell, *plain, "-c", text]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_rules_and_cases(folder: Path, shell: str) -> None:
    graph = [rule.code for rule in RULES if rule.code.startswith("GL20")]
    assert offered(shell, "guidelint che", folder) == ["check"]
    assert offered(shell, "guidelint check --select GL101,GL20", folder) == [f"GL101,{code}" for code in graph]
    assert offered(shell, "guidelint walk fever.yaml --case ", folder) == ["feverish", "well"]


def test_names_are_completed_where_no_code_begins_so(folder: Path) -> None:
    assert offered("bash", "guidelint explain unrea", folder) == ["unreachable-node"]
    assert offered("bash", "guidelint check --severity GL201=w", folder) == ["GL201=warning"]
    assert offered("bash", "guidelint config --severity unrea", folder) == ["unreachable-node="]


def test_what_is_no_guideline_has_no_cases(folder: Path) -> None:
    assert offered("bash", "guidelint walk gone.yaml --case ", folder) == []
