"""Settings in `check`: which configuration counts, what the command line changes, and what a reviewer is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from guidelint.schema import schema_text
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")
WARNED = SCAFFOLD.replace("license: CC-BY-4.0\n", "")
QUICK = ("check", "--no-proofs", "--format", "concise")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    for name, text in (("warned.yaml", WARNED), ("a/warned.yaml", WARNED), ("a/broken.yaml", BROKEN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "guidelint.toml").write_text(text, encoding="utf-8")


def verdict(out: str) -> str:
    return next(line for line in out.splitlines() if " checked: " in line)


def test_a_configuration_says_what_is_read_and_when_it_fails(folder: Path) -> None:
    configure(folder, "paths = ['warned.yaml']\nfail-level = 'error'\nproofs = false\n")
    ran = guidelint("check", "--format", "concise", cwd=folder)
    assert (ran.code, verdict(ran.out)) == (0, "1 file checked: 1 warning")
    assert "proofs were not asked for" in ran.out
    assert guidelint(*QUICK, "--fail-level", "warning", cwd=folder).code == 1
    assert guidelint(*QUICK, "--isolated", cwd=folder).code == 1


def test_each_file_is_judged_by_the_nearest_configuration(folder: Path) -> None:
    configure(folder, "severity = {missing-metadata = 'error'}\n")
    configure(folder / "a", "ignore = ['GL112']\n")
    ran = guidelint(*QUICK, "warned.yaml", "a/warned.yaml", cwd=folder)
    assert ran.out.startswith("warned.yaml:2:1: error GL112 missing-metadata: ")
    assert verdict(ran.out) == "2 files checked: 1 error"


def test_the_strictest_fail_level_counts_for_the_run(folder: Path) -> None:
    configure(folder, "fail-level = 'error'\n")
    configure(folder / "a", "")
    assert guidelint(*QUICK, "warned.yaml", cwd=folder).code == 0
    assert guidelint(*QUICK, "warned.yaml", "a/warned.yaml", cwd=folder).code == 1


def test_a_configuration_that_switches_errors_off_is_named(folder: Path) -> None:
    configure(folder, "ignore = ['GL102', 'GL112']\n[severity]\nGL2 = 'warning'\n")
    ran = guidelint(*QUICK, "warned.yaml", cwd=folder)
    assert ran.out.splitlines()[-2:] == [
        "rules on errors switched off by guidelint.toml: GL102",
        "rules on errors made milder by guidelint.toml: GL201 to GL209 (8 rules)",
    ]


def test_what_is_off_in_one_file_only_is_named_too(folder: Path) -> None:
    configure(folder, "[per-file-ignores]\n'a/' = ['undefined-name']\n")
    assert verdict(guidelint(*QUICK, "warned.yaml", "--ignore", "GL112", cwd=folder).out).endswith("no findings")
    ran = guidelint(*QUICK, "a/broken.yaml", "--ignore", "GL103", cwd=folder)
    assert ran.code == 2
    assert ran.out.splitlines()[-1] == "rules on errors switched off by guidelint.toml: GL102"


def test_what_the_command_line_says_goes_first(folder: Path) -> None:
    configure(folder, "ignore = ['GL112']\n")
    assert "GL112" in guidelint(*QUICK, "warned.yaml", "--select", "GL1", cwd=folder).out
    assert "info GL112" in guidelint(*QUICK, "warned.yaml", "--severity", "missing-metadata=info", cwd=folder).out
    ran = guidelint(*QUICK, "warned.yaml", "--extend-select", "GL112", "--per-file-ignores", "w*:GL112", cwd=folder)
    assert verdict(ran.out) == "1 file checked: no findings"


def test_named_files_are_read_unless_exclusion_is_forced(folder: Path) -> None:
    configure(folder, "exclude = ['a/']\nignore = ['GL112']\n")
    assert verdict(guidelint(*QUICK, cwd=folder).out).startswith("1 file checked")
    assert verdict(guidelint(*QUICK, ".", "a/warned.yaml", cwd=folder).out).startswith("2 files checked")
    ran = guidelint(*QUICK, "--force-exclude", "warned.yaml", "a/warned.yaml", cwd=folder)
    assert (ran.code, verdict(ran.out)) == (0, "1 file checked: no findings")
    assert "not read, since they are excluded: a/warned.yaml\n" in ran.out
    nothing = guidelint(*QUICK, "--force-exclude", "a/warned.yaml", cwd=folder)
    assert (nothing.code, nothing.out) == (
        3,
        "nothing was checked: no guideline found\nnot read, since they are excluded: a/warned.yaml\n",
    )
    assert guidelint(*QUICK, "--force-exclude", "--allow-empty", "a/warned.yaml", cwd=folder).code == 0


def test_standard_input_is_configured_by_its_name(folder: Path) -> None:
    configure(folder / "a", "ignore = ['GL112']\n")
    ran = guidelint(*QUICK, "-", "--stdin-filename", "a/draft.yaml", stdin=WARNED.encode(), cwd=folder)
    assert verdict(ran.out) == "1 file checked: no findings"


def test_nothing_is_judged_where_one_configuration_is_wrong(folder: Path) -> None:
    configure(folder / "a", "ignor = []\n")
    expected = (2, "", "Error: a/guidelint.toml:1: `ignor`: did you mean `ignore`?\n")
    assert guidelint(*QUICK, "warned.yaml", "a/warned.yaml", cwd=folder) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--severity", "GL201"], "`GL201` is no rule with a level: write one such as GL201=warning, or GL201=off"),
        (["--severity", "GL2O1=off"], "there is no rule `GL2O1`: did you mean `GL201`?"),
        (["--per-file-ignores", "GL2"], "`GL2` is no glob with rules: write one such as drafts/*.yaml:GL5,GL201"),
        (["--config", "gone.toml"], "gone.toml: there is no such file"),
    ],
)
def test_options_that_cannot_be(folder: Path, arguments: list[str], message: str) -> None:
    ran = guidelint("check", *arguments, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_programs_are_told_the_same(folder: Path) -> None:
    configure(folder, "exclude = ['a/']\nignore = ['GL102']\nseverity = {GL203 = 'info'}\n")
    named = ("warned.yaml", "a/warned.yaml")
    ran = guidelint("check", "--no-proofs", "--format", "json", "--force-exclude", *named, cwd=folder)
    content = json.loads(ran.out)
    Draft202012Validator(json.loads(schema_text("report.schema.json"))).validate(content)
    assert content["weakened"] == [{"path": "guidelint.toml", "off": ["GL102"], "lowered": ["GL203"]}]
    assert content["summary"]["excluded"] == ["a/warned.yaml"]
