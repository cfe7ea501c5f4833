"""The house is in order: style, types, layers, the registry, the package that users get."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from guidelint.diagnostic import Severity
from guidelint.rule import Rule
from guidelint.rules import RULES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "guidelint"


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["importlinter.cli", "lint-imports"],
    ],
    ids=lambda command: " ".join(command),
)
def test_tool_is_content(command: list[str]) -> None:
    arguments = [sys.executable, "-m", *command]
    if command[0] == "importlinter.cli":
        arguments = [str(Path(sys.executable).parent / "lint-imports")]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def rule_files() -> list[Path]:
    return sorted(path for path in (PACKAGE / "rules").rglob("*.py") if path.name != "__init__.py")


def test_every_rule_file_is_registered() -> None:
    assert sorted(path.stem.replace("_", "-") for path in rule_files()) == sorted(rule.name for rule in RULES)


def test_rules_stand_in_the_order_of_their_codes_and_each_code_once() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_well_formed(rule: Rule[Any]) -> None:
    assert re.fullmatch(r"GL\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.code not in rule.muted_by
    assert set(rule.muted_by) <= {other.code for other in RULES}


WARNINGS = {
    "GL011",
    "GL103",
    "GL109",
    "GL112",
    "GL206",
    "GL304",
    "GL305",
    "GL306",
    "GL308",
    "GL309",
    "GL310",
    "GL315",
    "GL402",
    "GL404",
    "GL405",
    "GL502",
    "GL506",
    "GL507",
    "GL508",
    "GL510",
    "GL511",
    "GL702",
    "GL704",
    "GL901",
    "GL904",
}
INFOS = {"GL210", "GL211", "GL503", "GL504", "GL505", "GL509"}
OFF = {"GL110"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_severity_is_that_of_the_catalogue(rule: Rule[Any]) -> None:
    if rule.code in WARNINGS | OFF:
        assert rule.severity is Severity.WARNING
    else:
        assert rule.severity is (Severity.INFO if rule.code in INFOS else Severity.ERROR)
    assert rule.is_default == (rule.code not in OFF)


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules that a run of guidelint imports."""
    command = [sys.executable, "-X", "importtime", "-m", "guidelint", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = re.findall(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", done.stderr, re.MULTILINE)
    return {name.partition(".")[0] for name in names}


def test_the_version_costs_no_engine() -> None:
    heavy = {"networkx", "jsonschema", "jsonschema_rs", "pysat", "z3", "yaml", "rapidfuzz", "numpy"}
    assert imported_by("--version") & heavy == set()


def test_a_sound_guideline_costs_only_the_graph() -> None:
    """Nothing is misspelt, so nobody looks for what was meant."""
    heavy = {"jsonschema", "z3", "rapidfuzz", "hypothesis", "numpy", "asyncio", "pathspec"}
    assert imported_by("check", "tests/guidelines/sore-throat.yaml") & heavy == set()


def test_the_wheel_works_on_its_own(tmp_path: Path) -> None:
    """The schema lies outside the package in a checkout, and inside it in a wheel."""
    run = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(tmp_path / "site"),
        str(ROOT),
    ]
    subprocess.run(run, check=True, capture_output=True)
    site = tmp_path / "site"
    assert (site / "guidelint" / "schemas" / "guideline.schema.json").is_file()
    assert (site / "guidelint" / "templates" / "guideline.yaml").is_file()
    check = [sys.executable, "-m", "guidelint", "check", str(ROOT / "tests" / "guidelines" / "sore-throat.yaml")]
    environment = {"PYTHONPATH": str(site), "PATH": ""}
    where = [sys.executable, "-c", "import guidelint; print(guidelint.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(site))
    done = subprocess.run(check, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 file checked: no findings\nproved for every patient: 6 of 6 decisions")


def ninth_decile(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) * 9 // 10]


def test_files_and_functions_are_small() -> None:
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    lengths = [text.count("\n") for text in texts]
    nodes = (node for text in texts for node in ast.walk(ast.parse(text)))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    assert sorted(lengths)[len(lengths) // 2] <= 80
    assert ninth_decile(lengths) <= 220
    assert max(lengths) <= 250
    assert ninth_decile([(node.end_lineno or 0) - node.lineno + 1 for node in functions]) <= 25


def readme_findings() -> list[str]:
    return [block.split("```", 1)[0] for block in (ROOT / "README.md").read_text("utf-8").split("```text\n")[1:]]


def checked(path: Path) -> str:
    command = [sys.executable, "-m", "guidelint", "check", path.name]
    environment = {**os.environ, "COLUMNS": ""}  # readline, where pytest loads it, tells children of 80
    done = subprocess.run(
        command, cwd=path.parent, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.stdout.replace(path.name, f"guideline/{path.name}")


def test_the_findings_in_the_readme_are_real_ones(tmp_path: Path) -> None:
    sound = ROOT / "guideline" / "neck-spasm.yaml"
    edited = tmp_path / sound.name
    text = sound.read_text("utf-8")
    edit = ("- {if: red-flag, then: urgent-mri}\n", "- {if: neurological-deficit, then: urgent-mri}\n")
    assert text.count(edit[0]) == 1
    edited.write_text(text.replace(*edit), encoding="utf-8")
    violated, unresolved = readme_findings()
    assert "GL401" in violated
    assert violated.strip() in checked(edited)
    assert "GL504" in unresolved
    assert unresolved in checked(sound)


def test_every_room_of_the_house_exists() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Where things are", 1)[1].split("\n## ", 1)[0]
    rooms = [cell.split("|")[1] for cell in table.splitlines() if cell.startswith("| `")]
    names = [name.removeprefix("guidelint/") for cell in rooms for name in re.findall(r"`([^`]+)`", cell)]
    assert len(names) > 10
    assert [name for name in names if not ((PACKAGE / name).exists() or (ROOT / name).exists())] == []
