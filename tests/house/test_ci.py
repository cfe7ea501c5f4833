"""The action for GitHub and the jobs for GitLab: their own lines, run in bash as the platforms run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")
PIP = '#!/bin/sh\necho "$@" >> pip.log\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout, with a `python` that writes down what is to be installed, and installs nothing."""
    project = tmp_path / "project"
    (project / "guidelines").mkdir(parents=True)
    (project / "guidelines" / "fever.yaml").write_text(SCAFFOLD, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text(PIP, encoding="utf-8")
    (tmp_path / "bin" / "python").chmod(0o755)
    (tmp_path / "bin" / "guidelint").symlink_to(Path(sys.executable).parent / "guidelint")
    return project


def bash(script: str, project: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs lines as GitHub and GitLab do: the first that fails ends them."""
    path = os.pathsep.join([str(project.parent / "bin"), os.environ["PATH"]])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1", **env}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def run_action(project: Path, given: Mapping[str, str]) -> tuple[int, str]:
    """The exit code of the last step, and everything that was printed; files for outputs and summary lie beside."""
    values = {f"inputs.{name}": given.get(name, entry["default"]) for name, entry in ACTION["inputs"].items()}
    values["github.action_path"] = "/action"
    files = {name: str(project.parent / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    code, printed = 0, ""
    for step in ACTION["runs"]["steps"]:
        if "run" not in step or not is_wanted(step.get("if"), values):
            continue
        env = {name: filled(str(value), values) for name, value in step.get("env", {}).items()}
        done = bash(step["run"], project, {**files, **env})
        code, printed = done.returncode, printed + done.stdout + done.stderr
        if code:
            break
        values |= outputs(step.get("id", ""), Path(files["GITHUB_OUTPUT"]))
    return code, printed


def is_wanted(condition: str | None, values: Mapping[str, str]) -> bool:
    if condition is None:
        return True
    name, _, wanted = condition.partition(" == ")
    return values[name] == wanted.strip("'")


def filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda hit: values[hit[1]], text)


def outputs(step: str, file: Path) -> dict[str, str]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    pairs = (line.partition("=") for line in lines)
    return {f"steps.{step}.outputs.{name}": value for name, _, value in pairs}


def test_the_action_reports_everywhere_and_fails_last(project: Path) -> None:
    (project / "guidelines" / "broken one.yaml").write_text(BROKEN, encoding="utf-8")
    code, printed = run_action(project, {"paths": "guidelines/fever.yaml\n\nguidelines/broken one.yaml\n"})
    assert code == 1, printed
    assert (project / "pip.log").read_text() == "-m pip install --quiet --disable-pip-version-check /action\n"
    assert re.search("^::error .*file=guidelines/broken one.yaml,line=[0-9]+", printed, re.MULTILINE)
    sarif = json.loads((project / "guidelint.sarif").read_text("utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"] if result["level"] == "error"] == ["GL102"]
    summary = (project.parent / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert "GL102" in summary
    assert summary.count("```mermaid\n") == 2
    assert "### guidelines/broken one.yaml\n" in summary
    assert (project.parent / "GITHUB_OUTPUT").read_text() == "exit-code=1\n"


def test_the_action_passes_a_sound_guideline(project: Path) -> None:
    given = {"args": "--fail-level error --no-proofs", "diagrams": "false", "requirement": "guidelint==1"}
    code, printed = run_action(project, {**given, "sarif-file": "out.sarif"})
    assert code == 0, printed
    assert (project / "pip.log").read_text().endswith(" guidelint==1\n")
    assert "mermaid" not in (project.parent / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert json.loads((project / "out.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_the_action_that_could_not_judge_says_so(project: Path) -> None:
    (project / "guidelint.toml").write_text("selct = []\n", encoding="utf-8")
    code, printed = run_action(project, {})
    assert (code, "guidelint.toml:1: `selct`: did you mean `select`?" in printed) == (2, True)


def test_what_an_input_says_is_never_run(project: Path) -> None:
    run_action(project, {"paths": "$(touch bad); `touch bad`", "args": "; touch bad", "requirement": '"; touch bad'})
    assert not (project / "bad").exists()


@pytest.mark.parametrize(("text", "code", "found"), [(SCAFFOLD, 0, set()), (BROKEN, 1, {"GL102"})])
def test_the_job_for_gitlab(project: Path, text: str, code: int, found: set[str]) -> None:
    (project / "guidelines" / "fever.yaml").write_text(text, encoding="utf-8")
    job = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))["guidelint"]
    done = bash("\n".join(job["script"]), project, job["variables"])
    findings = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    codes = {item["check_name"].partition(" ")[0] for item in findings}
    assert (done.returncode, {code for code in codes if code.startswith("GL")}) == (code, found), done.stderr
    assert (project / job["artifacts"]["reports"]["junit"]).exists()


@pytest.mark.parametrize(
    ("ci", "file"),
    [("gitlab", ".gitlab-ci.yml"), ("github", ".github/workflows/guidelint.yml")],
    ids=["gitlab", "github"],
)
def test_what_init_writes_passes(project: Path, ci: str, file: str) -> None:
    guidelint("init", "--yes", "--ci", ci, "--requirement", "guidelint @ file:///it's", cwd=project)
    content = yaml.safe_load((project / file).read_text("utf-8"))
    steps = content["jobs"]["guidelint"]["steps"] if ci == "github" else content["guidelint"]["script"]
    lines = [step["run"] for step in steps if "run" in step] if ci == "github" else steps
    done = bash("\n".join(lines), project, {})
    assert done.returncode == 0, done.stdout + done.stderr
