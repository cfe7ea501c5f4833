"""The hook, tried with the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.rules.examples import SCAFFOLD

ROOT = Path(__file__).parents[2]
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


class Hooks(NamedTuple):
    """A repository with the manifest and the package, as they stand in the work tree; `home` is where it is installed
    once for all tests."""

    repository: Path
    home: Path


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    repository = tmp_path_factory.mktemp("hooks")
    for name in ("guidelint", "schema", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(repository)], check=True)
    commit_all(repository)
    return Hooks(repository, tmp_path_factory.mktemp("home"))


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit_all(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")


def test_hook_passes_a_sound_guideline_and_stops_a_broken_one(hooks: Hooks, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    (scratch / "guidelines").mkdir(parents=True)
    fever = scratch / "guidelines" / "fever.yaml"
    fever.write_text(SCAFFOLD, encoding="utf-8")
    commit_all(scratch)
    sound = run_hook(hooks, scratch)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "guidelint" in sound.stdout
    assert "Passed" in sound.stdout
    text = SCAFFOLD.replace("then: treat}", "then: treet}")
    fever.write_text(text, encoding="utf-8")
    git(scratch, "add", "--all")
    broken = run_hook(hooks, scratch)
    assert broken.returncode == 1
    line = text[: text.index("treet")].count("\n") + 1
    assert f"guidelines/fever.yaml:{line}:27: error GL203 undefined-target" in broken.stdout


def test_hooks_mend_and_leave_out_what_is_excluded(hooks: Hooks, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    (scratch / "guidelines" / "drafts").mkdir(parents=True)
    draft, fever = scratch / "guidelines" / "drafts" / "draft.yaml", scratch / "guidelines" / "fever.yaml"
    draft.write_text("nodes: {", encoding="utf-8")
    fever.write_text(SCAFFOLD.replace("for: paracetamol", "for: paracetamoll"), encoding="utf-8")
    (scratch / "guidelint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    commit_all(scratch)
    mended = run_hook(hooks, scratch, "guidelint-fix")
    assert mended.returncode == 1, mended.stdout + mended.stderr
    assert "files were modified by this hook" in mended.stdout
    assert "not read, since they are excluded: guidelines/drafts/draft.yaml\n" in mended.stdout
    assert fever.read_text("utf-8") == SCAFFOLD
    git(scratch, "add", "--all")
    sound = run_hook(hooks, scratch, "guidelint-fix")
    assert sound.returncode == 0, sound.stdout + sound.stderr


def run_hook(hooks: Hooks, scratch: Path, hook: str = "guidelint") -> subprocess.CompletedProcess[str]:
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=hooks.repository, capture_output=True, text=True, check=True
    ).stdout.strip()
    config = f"repos: [{{repo: {hooks.repository}, rev: {revision}, hooks: [{{id: {hook}}}]}}]\n"
    (scratch / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(scratch, "add", "--all")
    command = [*PRE_COMMIT, "run", "--all-files", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(hooks.home)}
    return subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, check=False)


def test_manifest_is_valid() -> None:
    command = [*PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_project_uses_its_own_hook_on_its_own_guideline(tmp_path: Path) -> None:
    command = [*PRE_COMMIT, "run", "guidelint", "--files", "guideline/neck-spasm.yaml", "--verbose"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 file checked: " in done.stdout
