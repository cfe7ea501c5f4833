"""The hook, tried with the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.examples import SCAFFOLD

ROOT = Path(__file__).parents[2]
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A repository with the hook's manifest and the package, as it stands in the work tree."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("guidelint", "schema", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(hooks)], check=True)
    commit_all(hooks)
    return hooks


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit_all(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")


def test_hook_passes_a_sound_guideline_and_stops_a_broken_one(hooks: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    (scratch / "guidelines").mkdir(parents=True)
    fever = scratch / "guidelines" / "fever.yaml"
    fever.write_text(SCAFFOLD, encoding="utf-8")
    commit_all(scratch)
    sound = try_repo(hooks, scratch, tmp_path)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "guidelint" in sound.stdout
    assert "Passed" in sound.stdout
    text = SCAFFOLD.replace("then: treat}", "then: treet}")
    fever.write_text(text, encoding="utf-8")
    git(scratch, "add", "--all")
    broken = try_repo(hooks, scratch, tmp_path)
    assert broken.returncode == 1
    line = text[: text.index("treet")].count("\n") + 1
    assert f"guidelines/fever.yaml:{line}:27: error GL203 undefined-target" in broken.stdout


def test_hooks_mend_and_leave_out_what_is_excluded(hooks: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    (scratch / "guidelines" / "drafts").mkdir(parents=True)
    draft, fever = scratch / "guidelines" / "drafts" / "draft.yaml", scratch / "guidelines" / "fever.yaml"
    draft.write_text("nodes: {", encoding="utf-8")
    fever.write_text(SCAFFOLD.replace("for: paracetamol", "for: paracetamoll"), encoding="utf-8")
    (scratch / "guidelint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    commit_all(scratch)
    mended = try_repo(hooks, scratch, tmp_path, "guidelint-fix")
    assert mended.returncode == 1, mended.stdout + mended.stderr
    assert "files were modified by this hook" in mended.stdout
    assert "not read, since they are excluded: guidelines/drafts/draft.yaml\n" in mended.stdout
    assert fever.read_text("utf-8") == SCAFFOLD
    git(scratch, "add", "--all")
    sound = try_repo(hooks, scratch, tmp_path, "guidelint-fix")
    assert sound.returncode == 0, sound.stdout + sound.stderr


def try_repo(hooks: Path, scratch: Path, tmp_path: Path, hook: str = "guidelint") -> subprocess.CompletedProcess[str]:
    command = [*PRE_COMMIT, "try-repo", str(hooks), hook, "--all-files", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
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
