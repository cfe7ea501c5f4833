"""A package that cannot be used is one line and exit code 2; a rule that crashes is GL999, and others still run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import Ran, guidelint
from tests.plugins.packages import SPEAKS, install, rule_source
from tests.rules.examples import SCAFFOLD

READ = "CaseWalks, DatedGuideline, DecisionGraph, Document, Guideline, Logic, SchemaVerdict, Settled"
ONE = "RULES = (late_dose,)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guidelint.toml").write_text('plugins = ["acme-rules"]\n', "utf-8")
    (tmp_path / "fever.yaml").write_text(SCAFFOLD, "utf-8")
    (tmp_path / "site").mkdir()
    return tmp_path


def check(folder: Path, *options: str) -> Ran:
    arguments = ("check", "--format", "concise", *options, "fever.yaml")
    return guidelint(*arguments, cwd=folder, env={"PYTHONPATH": str(folder / "site")})


def test_a_package_that_is_not_installed(folder: Path) -> None:
    said = "Error: guidelint.toml:1: the plugin `acme-rules` is not installed where guidelint is\n"
    assert check(folder) == (2, "", said)
    assert check(folder, "--isolated").code == 0


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import nowhere", "cannot be loaded from `acme:RULES` (ModuleNotFoundError: No module named 'nowhere')"),
        ("raise SystemExit(0)", "cannot be loaded from `acme:RULES` (SystemExit: 0)"),
        ("def (:", "cannot be loaded from `acme:RULES` (SyntaxError: invalid syntax (acme.py, line 4))"),
        (
            "",
            "cannot be loaded from `acme:RULES` (AttributeError: module 'acme' has no attribute 'RULES')",
        ),
        ("RULES = 3", "cannot be loaded from `acme:RULES` (TypeError: 'int' object is not iterable)"),
        ("RULES = (print,)", "holds something in `acme:RULES` that is no rule: write `@rule(...)` above it"),
        (
            rule_source("GL201") + ONE,
            "has a rule `GL201`: write one such as ACME001, not beginning with GL",
        ),
        (rule_source("acme-1") + ONE, "has a rule `acme-1`: write one such as ACME001, not beginning with GL"),
        (
            rule_source(name="unreachable_node") + "RULES = (unreachable_node,)\n",
            "has a second rule `unreachable-node`: guidelint has one already",
        ),
        (
            rule_source() + rule_source(name="other") + "RULES = (late_dose, other)\n",
            "has a second rule `ACME001`: `acme-rules` has one already",
        ),
        (
            rule_source(name="all") + "RULES = (all,)\n",
            "has a rule ACME001 that is named `all`: write a name such as late-dose",
        ),
        (
            rule_source().replace("@rule(Guideline", "@rule(str") + ONE,
            f"has a rule ACME001 that reads what no rule is given: write one of {READ}",
        ),
    ],
)
def test_a_package_that_cannot_be_used(source: str, said: str, folder: Path) -> None:
    install(folder / "site", source)
    assert check(folder) == (2, "", f"Error: guidelint.toml:1: the plugin `acme-rules` {said}\n")


def test_a_package_without_rules(folder: Path) -> None:
    install(folder / "site", ONE)
    (folder / "site" / "acme_rules-1.0.dist-info" / "entry_points.txt").write_text("[console_scripts]\na = acme:b\n")
    said = "declares no rules: it has no entry point in the group `guidelint.rules`"
    assert check(folder) == (2, "", f"Error: guidelint.toml:1: the plugin `acme-rules` {said}\n")


def test_two_packages_with_one_code(folder: Path) -> None:
    install(folder / "site", rule_source() + ONE)
    install(folder / "site", rule_source() + ONE, package="other-rules", entry="other:RULES")
    (folder / "guidelint.toml").write_text('plugins = [\n  "acme-rules",\n  "other.rules",\n]\n', "utf-8")
    said = "guidelint.toml:3: the plugin `other.rules` has a second rule `ACME001`: `acme-rules` has one already"
    assert check(folder) == (2, "", f"Error: {said}\n")


def test_a_package_that_is_named_twice(folder: Path) -> None:
    install(folder / "site", rule_source() + ONE)
    (folder / "guidelint.toml").write_text('plugins = ["acme-rules", "Acme_Rules"]\n', "utf-8")
    ran = check(folder)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "fever.yaml:3:1: warning ACME001 late-dose: it speaks")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("raise ValueError('no\\nluck')", "ValueError: no luck"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("yield 'late'", "TypeError: it yields a str in place of a Finding"),
        ("yield Finding('late', None, 'help')", "AttributeError: 'NoneType' object has no attribute 'span'"),
        ("yield Finding('late', Place(3), 'help')", "TypeError: 'int' object is not iterable"),
        ("yield Finding('late', at_key(('a',)), 'help', fix=3)", "AttributeError: 'int' object has no attribute"),
        (f"{SPEAKS}; 1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_a_rule_that_crashes_takes_nothing_else_with_it(body: str, error: str, folder: Path) -> None:
    sound = rule_source("ACME002", "sound") + "RULES = (late_dose, sound)\n"
    install(folder / "site", rule_source(body=body) + sound)
    (folder / "fever.yaml").write_text(SCAFFOLD.replace("license: CC-BY-4.0\n", ""), "utf-8")
    ran = check(folder)
    crash, *rest = ran.out.splitlines()
    assert ran.code == 2
    said = r"ACME001 late-dose crashed, which is a defect of acme-rules and not of this file \((.*?)\)+"
    found = re.fullmatch(rf"fever.yaml:1:1: error GL999 rule-crashed: {said}", crash)
    assert found is not None, crash
    assert found[1].startswith(error.rstrip(")"))
    codes = [line.split()[2] for line in rest if line.startswith("fever.yaml:")]
    assert codes == ["GL112", "ACME002"]
    assert "not judged: fever.yaml: ACME001: the rule crashed" in ran.out


def test_files_are_judged_anew_when_a_plugin_has_changed(folder: Path) -> None:
    install(folder / "site", rule_source() + ONE)
    assert check(folder).code == check(folder).code == 1
    module = folder / "site" / "acme.py"
    module.write_text(module.read_text("utf-8").replace("it speaks", "it speaks again"), "utf-8")
    assert check(folder).out.splitlines()[0] == "fever.yaml:3:1: warning ACME001 late-dose: it speaks again"


@pytest.mark.parametrize("plugins", [["acme-rules"], []])
def test_nobody_looks_for_plugins_where_none_is_named(plugins: list[str], folder: Path) -> None:
    install(folder / "site", rule_source() + ONE)
    (folder / "guidelint.toml").write_text(f"plugins = {plugins}\n", "utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "guidelint", "check", "--no-cache", "fever.yaml"]
    environment = {"PYTHONPATH": str(folder / "site")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == len(plugins)
    assert ("guidelint.config.plugins" in done.stderr) == bool(plugins)
