"""`guidelint explain` and `guidelint rules`: the pages in the terminal, and what programs are told of rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import indent

import pytest

from guidelint.rules import RULES
from tests.cli.runner import guidelint

DOCS = Path(__file__).parents[2] / "docs"


def test_a_page_in_the_terminal_is_that_of_the_web_without_pictures() -> None:
    code, out, err = guidelint("explain", "GL201")
    page = (DOCS / "rules" / "GL201.md").read_text("utf-8")
    page = re.sub(r"```mermaid\n.*?```\n\n", "", page, flags=re.DOTALL)
    told = re.sub(r"```\w*\n(.*?)```\n", lambda block: indent(block[1], "    "), page, flags=re.DOTALL)
    assert (code, err) == (0, "")
    assert out.partition("\nWhat it does\n")[2] == told.partition("\n## What it does\n")[2].replace("\n## ", "\n")


def test_facts_stand_above_a_page() -> None:
    out = guidelint("explain", "unreachable-node", "--docs-base", "https://our.example/").out
    head = out.partition("\n\nWhat it does")[0].splitlines()
    assert head[:5] == ["GL201 unreachable-node (error)", "", "a node that no way from the start reaches", "", head[4]]
    assert [re.split(" {2,}", line) for line in head[4:]] == [
        ["severity", "error"],
        ["confidence", "high"],
        ["mended", "by hand"],
        ["family", "graph"],
        ["since", "0.1.0"],
        ["silent where the same is said by", "GL202, GL203, GL204, GL205"],
        ["page", "https://our.example/rules/GL201.md"],
    ]


def test_prose_fits_into_a_terminal_and_the_rest_stays_as_it_is() -> None:
    wide, narrow = (guidelint("explain", "--all", env={"COLUMNS": value}).out for value in ("", "60"))
    rest = re.compile(r" {4}|GL\d+ [a-z0-9-]+ \(|[a-z ]+  ")  # examples, and what stands above all prose
    assert [line for line in narrow.splitlines() if len(line) > 60 and not rest.match(line)] == []
    assert [line for line in narrow.splitlines() if rest.match(line)] == list(filter(rest.match, wide.splitlines()))
    assert narrow.split() == wide.split()


@pytest.mark.parametrize("arguments", [["--all"], ["all"]])
def test_all_pages(arguments: list[str]) -> None:
    code, out, _ = guidelint("explain", *arguments)
    assert code == 0
    assert re.findall(r"^(GL\d{3}) [a-z0-9-]+ \(", out, re.MULTILINE) == [rule.code for rule in RULES]
    assert "flowchart" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a rule, or write --all"),
        (["GL201", "--all"], "name a rule, or write --all"),
        (["GL2O1"], "Invalid value for 'RULE': there is no rule `GL2O1`: did you mean `GL201`?"),
        (["GL2011"], "Invalid value for 'RULE': there is no rule `GL2011`: did you mean `GL201`?"),
        ([""], "Invalid value for 'RULE': there is no rule ``: see `guidelint rules` for all of them"),
    ],
)
def test_which_page_is_asked_for_must_be_clear(arguments: list[str], said: str) -> None:
    code, out, err = guidelint("explain", *arguments)
    assert (code, out) == (2, "")
    assert err.endswith(f"Error: {said}\n")


def test_rules_for_programs_are_documented() -> None:
    content = json.loads(guidelint("rules", "--format", "json").out)
    assert (content["version"], [rule["code"] for rule in content["rules"]]) == (1, [rule.code for rule in RULES])
    section = (DOCS / "formats.md").read_text("utf-8").partition("\n## guidelint rules --format json\n")[2]
    documented = re.findall(r"^- `(\w+)`: ", section, re.MULTILINE)
    assert [list(rule) for rule in content["rules"]] == [documented] * len(RULES)
    (found,) = (rule for rule in content["rules"] if rule["code"] == "GL103")
    assert found.pop("documentation").startswith("a definition that nothing uses\n\n## What it does\n")
    assert found == {
        "code": "GL103",
        "name": "unused-definition",
        "family": "definitions",
        "package": "guidelint",
        "since": "0.1.0",
        "summary": "a definition that nothing uses",
        "severity": "warning",
        "confidence": "high",
        "status": "stable",
        "default": True,
        "fixable": True,
        "fixes": ["--unsafe-fixes"],
        "url": None,
    }


def test_pages_are_written_into_a_folder(tmp_path: Path) -> None:
    assert guidelint("rules", "--pages", tmp_path / "new" / "rules") == (0, "", f"{len(RULES) + 1} pages written\n")
    written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "rules").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (DOCS / "rules").iterdir()}
    (tmp_path / "file").write_text("", "utf-8")
    code, out, err = guidelint("rules", "--pages", tmp_path / "file")
    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path / 'file'}: not written")
