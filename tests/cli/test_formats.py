"""Several formats in one run: each where it was sent, whole or not at all, and nothing of it lost."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import click
import pytest

from guidelint.cli.check import command
from guidelint.cli.destinations import Destination, destinations
from guidelint.cli.paths import shown_from
from guidelint.reporters import FORMATS
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")


def sent(*arguments: str) -> tuple[Destination, ...]:
    ctx = command.make_context("check", list(arguments))
    return destinations(ctx, ctx.params["formats"], ctx.params["outputs"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sound.yaml").write_text(SCAFFOLD, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", [("full", "-")]),
        (".", [("full", "-")]),
        ("-o a.txt", [("full", "a.txt")]),
        ("--format json", [("json", "-")]),
        ("--format json --output -", [("json", "-")]),
        ("--format sarif --output a.sarif --format github", [("sarif", "a.sarif"), ("github", "-")]),
        ("--format github --format sarif --output a.sarif", [("github", "-"), ("sarif", "a.sarif")]),
        ("--format json -o - . --format junit -oa.xml", [("json", "-"), ("junit", "a.xml")]),
        ("--format=json --output=a.json --format=json --output=b.json", [("json", "a.json"), ("json", "b.json")]),
    ],
)
def test_an_output_belongs_to_the_format_before_it(arguments: str, expected: list[tuple[str, str]]) -> None:
    assert [(item.format, item.output) for item in sent(*arguments.split())] == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--format json --format sarif", "only one format can go to standard output: give the others an --output"),
        ("-o - -o -", "only one format can go to standard output: give the others an --output"),
        ("--format json -o a --format sarif -o ./a", "`a` is given for two formats: each needs a file of its own"),
        ("--output a --format json", "`--output a` stands behind no --format of its own"),
        ("--format json -o a -o b", "`--output b` stands behind no --format of its own"),
    ],
)
def test_what_is_not_clear_is_refused(arguments: str, message: str) -> None:
    with pytest.raises(click.UsageError) as error:
        sent(*arguments.split())
    assert error.value.message == message


def test_every_format_in_one_run_is_what_it_is_alone(folder: Path) -> None:
    arguments = [part for name in FORMATS for part in ("--format", name, "--output", f"out.{name}")]
    ran = guidelint("check", ".", *arguments, "--no-proofs", "--today", "2026-06-01", cwd=folder)
    assert ran == (1, "", "")
    for name in FORMATS:
        alone = guidelint("check", ".", "--format", name, "--no-proofs", "--today", "2026-06-01", cwd=folder)
        assert alone == (1, (folder / f"out.{name}").read_text("utf-8"), ""), name
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_what_cannot_be_written_is_said_and_the_rest_is_written(folder: Path) -> None:
    (folder / "old.json").write_text("old", encoding="utf-8")
    ran = guidelint(
        *("check", "sound.yaml", "--format", "json", "-o", "gone/a.json", "--format", "gitlab", "-o", "old.json"),
        *("--format", "markdown", "-o", ".", "--format", "concise"),
        cwd=folder,
    )
    assert ran.code == 2
    assert ran.err == "gone/a.json: not written: there is no such folder\n.: not written: this is a folder\n"
    assert (folder / "old.json").read_text("utf-8") == "[]\n"
    assert ran.out.startswith("1 file checked: no findings\n")


def test_no_report_is_written_over_a_guideline(folder: Path) -> None:
    other = (folder / "sound.yaml").rename(folder / "sound.guideline")
    ran = guidelint("check", other.name, "--no-proofs", "--format", "json", "-o", f"./{other.name}", cwd=folder)
    assert (ran.code, ran.err) == (2, f"./{other.name}: not written: this is a file that was checked\n")
    assert other.read_text("utf-8") == SCAFFOLD


def test_no_report_is_written_over_another_yaml_file(folder: Path) -> None:
    (folder / "other.YML").write_text(SCAFFOLD, encoding="utf-8")
    ran = guidelint("check", "sound.yaml", "--format", "json", "-o", "other.YML", cwd=folder)
    told = "Error: Invalid value for '-o': `other.YML` is there already, and may be a guideline"
    assert (ran.code, ran.out, ran.err.splitlines()[-1]) == (2, "", told)
    assert (folder / "other.YML").read_text("utf-8") == SCAFFOLD
    assert guidelint("check", "sound.yaml", "--format", "json", "-o", "new.yaml", cwd=folder).code == 0


def test_files_are_written_though_nobody_reads_standard_output(folder: Path) -> None:
    arguments = ["check", "sound.yaml", "--format", "sarif", "-o", "a.sarif", "--format", "github"]
    reading, writing = os.pipe()
    os.close(reading)
    run = [sys.executable, "-m", "guidelint", *arguments]
    done = subprocess.run(run, stdout=writing, stderr=subprocess.PIPE, cwd=folder, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
    assert json.loads((folder / "a.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_the_step_summary_is_added_to_what_is_there(folder: Path) -> None:
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    environment = {"GITHUB_STEP_SUMMARY": str(summary)}
    ran = guidelint("check", "broken.yaml", "--no-proofs", "--format", "github", cwd=folder, env=environment)
    assert ran.code == 1
    assert ran.out.startswith("::error title=GL102 undefined-name,file=broken.yaml,line=")
    assert summary.read_text("utf-8").startswith("before\n## guidelint\n\n- 1 file checked: 1 error")
    guidelint("check", "broken.yaml", "--no-proofs", "--format", "json", cwd=folder, env=environment)
    assert summary.read_text("utf-8").count("## guidelint") == 1


def test_a_step_summary_that_cannot_be_written_is_said(folder: Path) -> None:
    environment = {"GITHUB_STEP_SUMMARY": str(folder / "gone" / "summary.md")}
    ran = guidelint("check", "sound.yaml", "--no-proofs", "--format", "github", cwd=folder, env=environment)
    assert (ran.code, ran.err) == (2, f"{folder}/gone/summary.md: not written: there is no such folder\n")
    assert ran.out.startswith("1 file checked: no findings\n")


def test_programs_get_utf_8_whatever_a_terminal_can_show(folder: Path) -> None:
    text = BROKEN.replace("Is there a fever?", "Fieber ≥ 38 °C?")
    (folder / "broken.yaml").write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    run = [sys.executable, "-m", "guidelint", "check", "broken.yaml", "--no-proofs", "--format", "json"]
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, check=False)
    assert json.loads(done.stdout.decode("utf-8"))["diagnostics"][0]["node_label"] == "Fieber ≥ 38 °C?"


@pytest.mark.parametrize("format_", FORMATS)
def test_no_address_is_made_up(folder: Path, format_: str) -> None:
    out = guidelint("check", "broken.yaml", "--no-proofs", "--format", format_, cwd=folder).out
    assert (re.findall(r"https?://\S*GL\d+", out), "guidelint.example" in out) == ([], False)
    if format_ in ("full", "github", "gitlab", "junit"):
        assert "see: guidelint explain GL102" in out


def test_findings_have_the_address_of_a_page_below_the_base(folder: Path) -> None:
    arguments = ("check", "broken.yaml", "--no-proofs", "--format", "json")
    (found,) = json.loads(guidelint(*arguments, cwd=folder).out)["diagnostics"]
    assert found["url"] is None
    (found,) = json.loads(guidelint(*arguments, "--docs-base", "https://our.example/x/", cwd=folder).out)["diagnostics"]
    assert found["url"] == "https://our.example/x/rules/GL102.md"
    ran = guidelint(*arguments, "--docs-base", "docs) [a](b", cwd=folder)
    assert ran.code == 2
    assert "`docs) [a](b` is no address: write one that begins with https://" in ran.err


def test_a_file_below_the_current_folder_is_named_from_there(folder: Path) -> None:
    ran = guidelint("check", folder / "broken.yaml", "broken.yaml", "--no-proofs", "--format", "concise", cwd=folder)
    assert ran.out.startswith("broken.yaml:")
    assert "1 file checked" in ran.out


def test_paths_are_those_of_every_machine() -> None:
    work = PureWindowsPath(r"C:\work")
    assert shown_from(PureWindowsPath(r"C:\work\guideline\a.yaml"), work) == "guideline/a.yaml"
    assert shown_from(PureWindowsPath(r"guideline\a.yaml"), work) == "guideline/a.yaml"
    assert shown_from(PureWindowsPath(r"D:\other\a.yaml"), work) == "D:/other/a.yaml"
    assert shown_from(PurePosixPath("/work/a.yaml"), PurePosixPath("/work")) == "a.yaml"
    assert shown_from(PurePosixPath("/other/a.yaml"), PurePosixPath("/work")) == "/other/a.yaml"
    assert shown_from(PurePosixPath("./a.yaml"), PurePosixPath("/work")) == "a.yaml"


GAP = """waivers:
  - {rule: GL506, at: nodes.refer, reason: to be graded by the panel}
""" + SCAFFOLD.replace("{else: refer}", "{if: {not: fever}, then: refer}").replace(
    "{for: hospital, strength: strong, certainty: high, ", "{for: hospital, "
)


def test_a_sarif_log_leads_along_the_walk_and_to_the_waiver_whether_it_is_found_anew_or_again(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GAP, encoding="utf-8")
    command = ("check", "--format", "sarif", "--today", "2026-06-01", "a.yaml")
    runs = [guidelint(*command, *more, cwd=tmp_path) for more in ((), (), ("--no-cache",))]
    assert [(ran.code, ran.err, ran.out) for ran in runs] == [(1, "", runs[0].out)] * 3
    results = {found["ruleId"]: found for found in json.loads(runs[0].out)["runs"][0]["results"]}
    (flow,) = results["GL301"]["codeFlows"]
    steps = [step["location"] for step in flow["threadFlows"][0]["locations"]]
    lines = GAP.splitlines()
    assert [(each["message"]["text"], lines[_line(each) - 1]) for each in steps] == [
        ("ask: Is there a fever?", "  ask:"),
        ("treat: Treat the fever", "  treat:"),
        ("look-again: Look again", "  look-again:"),
        ("better: Has it improved?", "  better:"),
    ]
    (aside,) = results["GL506"]["suppressions"]
    assert _line(aside["location"]) == 2


def _line(location: dict[str, Any]) -> int:
    line: int = location["physicalLocation"]["region"]["startLine"]
    return line
