"""docs/own-rules.md: its package is installed without a network, and its rule is a rule like any other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from guidelint.rules import RULES
from guidelint.schema import schema_text
from tests.cli.runner import Ran, guidelint
from tests.rules.examples import SCAFFOLD

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "acme-rules"
PAGE = (ROOT / "docs" / "own-rules.md").read_text("utf-8")

LATE = SCAFFOLD.replace("after: {min: 3 d, max: 5 d}", "after: {min: 3 d, max: 3 mo}")
SAID = (
    'fever.yaml:45:28: error ACME001 late-follow-up: node `look-again` "Look again": '
    "this follow-up may come after 3 months, and the recall list ends at 6 weeks"
)
URL = "https://acme.example/rules/late-follow-up"

Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package of the example is installed: from a copy, since building writes beside the sources."""
    copy, site = tmp_path_factory.mktemp("source") / "acme-rules", tmp_path_factory.mktemp("site")
    shutil.copytree(EXAMPLE, copy)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(site)]
    done = subprocess.run([sys.executable, "-m", "pip", "install", *options, str(copy)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guidelint.toml").write_text('plugins = ["acme-rules"]\n', "utf-8")
    (tmp_path / "fever.yaml").write_text(LATE, "utf-8")
    return tmp_path


@pytest.fixture
def run(site: Path, folder: Path) -> Run:
    def in_folder(*arguments: str) -> Ran:
        return guidelint(*arguments, cwd=folder, env={"PYTHONPATH": str(site)})

    return in_folder


def verdict(ran: Ran) -> str:
    return next(line for line in ran.out.splitlines() if " checked: " in line)


def test_its_findings_are_findings(run: Run) -> None:
    ran = run("check", "--format", "concise", "fever.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (1, SAID)
    assert verdict(ran) == "1 file checked: 1 error"
    assert "proved for every patient: 2 of 2 decisions" in ran.out


def test_without_the_plugin_it_is_silent(run: Run) -> None:
    assert run("check", "--isolated", "fever.yaml").code == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--select", "ACME001"), 1, "1 error"),
        (("--select", "late-follow-up"), 1, "1 error"),
        (("--select", "ACME"), 1, "1 error"),
        (("--select", "GL"), 0, "no findings"),
        (("--ignore", "acme"), 0, "no findings"),
        (("--severity", "ACME001=info"), 0, "1 info"),
        (("--per-file-ignores", "*.yaml:ACME001"), 0, "no findings"),
    ],
)
def test_it_is_chosen_like_any_other(options: tuple[str, ...], code: int, said: str, run: Run) -> None:
    ran = run("check", *options, "fever.yaml")
    assert (ran.code, verdict(ran)) == (code, f"1 file checked: {said}")


def test_a_slip_in_its_name_is_noticed(run: Run) -> None:
    code, out, err = run("check", "--select", "ACME0O1", "fever.yaml")
    assert (code, out, err) == (2, "", "Error: --select: there is no rule `ACME0O1`: did you mean `ACME001`?\n")


@pytest.mark.parametrize("comment", ["# guidelint: ignore[ACME001] called by the ward", "waiver"])
def test_it_is_set_aside_like_any_other(comment: str, run: Run, folder: Path) -> None:
    waiver = "waivers:\n  - {rule: late-follow-up, at: nodes.look-again, reason: called by the ward}\n"
    after = "after: {min: 3 d, max: 3 mo}"
    text = LATE + waiver if comment == "waiver" else LATE.replace(after, f"{after} {comment}")
    (folder / "fever.yaml").write_text(text, "utf-8")
    ran = run("check", "fever.yaml")
    assert (ran.code, verdict(ran)) == (0, "1 file checked: no findings (1 set aside)")
    assert "GL902" in run("check", "--isolated", "fever.yaml").out


def test_json_and_sarif_know_it(run: Run) -> None:
    found = json.loads(run("check", "--format", "json", "fever.yaml").out)
    Draft202012Validator(json.loads(schema_text("report.schema.json"))).validate(found)
    assert [(item["code"], item["url"]) for item in found["diagnostics"]] == [("ACME001", URL)]
    (log,) = json.loads(run("check", "--format", "sarif", "fever.yaml").out)["runs"]
    rules: list[dict[str, Any]] = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*(rule.code for rule in RULES), "ACME001"]
    assert (rules[-1]["helpUri"], rules[-1]["properties"]["tags"]) == (URL, ["clinical-guideline", "acme-rules"])
    assert [(item["ruleId"], rules[item["ruleIndex"]]["id"]) for item in log["results"]] == [("ACME001", "ACME001")]


def test_rules_explain_and_config_list_it(run: Run, folder: Path) -> None:
    assert run("rules").out.splitlines()[-1].split(maxsplit=3) == [
        "ACME001",
        "late-follow-up",
        "error",
        "a follow-up later than six weeks",
    ]
    last = json.loads(run("rules", "--format", "json").out)["rules"][-1]
    assert (last["package"], last["family"], last["since"], last["url"]) == ("acme-rules", "acme-rules", "1.0.0", URL)
    page = run("explain", "ACME001").out
    assert page.startswith("ACME001 late-follow-up (error)\n\na follow-up later than six weeks\n\nseverity    error\n")
    assert f"page        {URL}\n" in page
    assert "    error ACME001 late-follow-up: node `look-again`" in page
    assert "plugins" in run("config").out
    assert f"{len(RULES)} of {len(RULES) + 1} rules are on" in run("config").out  # GL110 is off by default
    assert run("rules", "--pages", "pages").code == 0
    pages = {path.name for path in (folder / "pages").iterdir()}
    assert pages == {"README.md", "ACME001.md", *(f"{rule.code}.md" for rule in RULES)}
    assert "## acme-rules\n" in (folder / "pages" / "README.md").read_text("utf-8")


def test_many_files_are_judged_in_several_processes(run: Run, folder: Path) -> None:
    for number in range(6):
        (folder / f"fever-{number}.yaml").write_text(LATE, "utf-8")
    assert verdict(run("check", "--jobs", "2", "--format", "concise", ".")) == "7 files checked: 7 errors"


def test_files_are_fixed_beside_it(run: Run, folder: Path) -> None:
    (folder / "fever.yaml").write_text(LATE.replace("{if: fever, then", "{if: fevr, then"), "utf-8")
    ran = run("check", "--fix", "--format", "concise", "fever.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (1, SAID)
    assert (folder / "fever.yaml").read_text("utf-8") == LATE


def test_the_package_passes_its_own_tests(site: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    environment = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=EXAMPLE, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1][:8]) == (0, "3 passed"), done.stdout


def test_the_page_shows_the_package_as_it_is() -> None:
    shown = {name: text for name, _, text in re.findall(r"^`(\S+)`:\n\n(`{3,})\w+\n(.*?)^\2$", PAGE, re.M | re.S)}
    files = {path.relative_to(EXAMPLE).as_posix(): path for path in EXAMPLE.rglob("*.*") if path.is_file()}
    assert sorted(shown) == sorted(name for name in files if "__pycache__" not in name)
    assert {name: files[name].read_text("utf-8") for name in shown} == shown


def test_a_picture_marks_what_they_find(run: Run, folder: Path) -> None:
    assert run("diagram", "fever.yaml", "-o", "a.svg").code == 0
    assert "ACME001" in (folder / "a.svg").read_text("utf-8")


def completed(site: Path, folder: Path, line: str) -> list[str]:
    """As the script for bash asks for the last word."""
    asked = {"_GUIDELINT_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    program = Path(sys.executable).parent / "guidelint"
    environment = {**os.environ, "PYTHONPATH": str(site), **asked}
    done = subprocess.run([program], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_shell_completes_their_codes_and_names(site: Path, folder: Path) -> None:
    assert completed(site, folder, "guidelint explain AC") == ["plain,ACME001"]
    assert completed(site, folder, "guidelint check --select GL201,late") == ["plain,GL201,late-follow-up"]
    assert completed(site, folder, "guidelint check --severity ACME") == ["plain,ACME001="]
    assert completed(site, folder, "guidelint explain --isolated AC") == [""]


def test_a_shell_completes_our_own_rules_whatever_the_configuration_says(site: Path, folder: Path) -> None:
    (folder / "guidelint.toml").write_text('plugins = ["nowhere"]\nselect = 7\n', "utf-8")
    assert completed(site, folder, "guidelint explain GL20")[0] == "plain,GL201"
