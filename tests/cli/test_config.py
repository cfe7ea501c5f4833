"""`guidelint config` and `guidelint files`: what is in force, and what would be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidelint.rules import RULES
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

CONFIG = """\
extend-exclude = ["drafts/"]
ignore = [
  "GL509",
  "GL504",
]
severity = {GL201 = "warning"}
fail-level = "error"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("fever.yaml", "drafts/draft.yaml", ".hidden/hidden.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SCAFFOLD, encoding="utf-8")
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    (tmp_path / "guidelint.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def test_every_value_says_where_it_comes_from(folder: Path) -> None:
    ran = guidelint("config", "--no-proofs", "--severity", "GL2=info", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert [" ".join(line.split()) for line in ran.out.splitlines()][:17] == [
        "settings for .: guidelint.toml",
        "",
        "paths . default",
        "exclude .*, __pycache__, node_modules, venv default",
        "extend-exclude drafts/ guidelint.toml:1",
        "profile recommended default",
        "ignore GL509 guidelint.toml:3",
        "ignore GL504 guidelint.toml:4",
        "severity GL201: warning guidelint.toml:6",
        "severity GL2: info --severity",
        "fail-level error guidelint.toml:7",
        "proofs false --no-proofs",
        "strict false default",
        "time-limit 10 default",
        "time-limit-total 60 default",
        "max-bytes 64000000 default",
        "",
    ]
    assert [line.split() for line in ran.out.splitlines()[17:19]] == [
        ["GL110", "review-overdue", "off", "default"],
        ["GL201", "unreachable-node", "info", "--severity"],
    ]
    assert ran.out.splitlines()[-1] == f"{len(RULES) - 3} of {len(RULES)} rules are on"


def test_settings_for_programs(folder: Path) -> None:
    content = json.loads(guidelint("config", "fever.yaml", "--format", "json", cwd=folder).out)
    assert (content["version"], content["path"], content["file"]) == (1, "fever.yaml", "guidelint.toml")
    assert content["settings"]["ignore"] == [
        {"value": "GL509", "origin": "guidelint.toml:3"},
        {"value": "GL504", "origin": "guidelint.toml:4"},
    ]
    rules = {rule["code"]: rule for rule in content["rules"]}
    assert rules["GL201"] == {
        "code": "GL201",
        "name": "unreachable-node",
        "level": "warning",
        "origin": "default",
        "level_origin": "guidelint.toml:6",
    }
    assert (rules["GL504"]["level"], rules["GL504"]["origin"]) == ("off", "guidelint.toml:4")
    assert [rule["code"] for rule in content["rules"]] == [rule.code for rule in RULES]


def test_what_is_ignored_in_a_file_is_shown_for_that_file(folder: Path) -> None:
    (folder / "guidelint.toml").write_text("[per-file-ignores]\n'fev*' = ['GL401']\n", encoding="utf-8")
    assert "GL401 constraint-violated" in guidelint("config", "fever.yaml", cwd=folder).out
    assert "GL401 constraint-violated" not in guidelint("config", "compose.yaml", cwd=folder).out


def test_without_a_configuration(folder: Path) -> None:
    assert guidelint("config", "--isolated", cwd=folder).out.startswith("settings for .: no configuration file\n")
    ran = guidelint("config", "--isolated", "--config", "guidelint.toml", cwd=folder)
    assert (ran.code, "--isolated reads no file" in ran.err) == (2, True)


def test_there_are_no_settings_for_what_is_not_there(folder: Path) -> None:
    ran = guidelint("config", "fevr.yaml", cwd=folder)
    told = "Error: Invalid value for 'PATH': `fevr.yaml`: there is no such file: did you mean `fever.yaml`?"
    assert (ran.code, ran.out, ran.err.splitlines()[-1]) == (2, "", told)


def test_a_configuration_that_cannot_be_used(folder: Path) -> None:
    (folder / "guidelint.toml").write_text("\nselct = ['GL2']\n", encoding="utf-8")
    expected = (2, "", "Error: guidelint.toml:2: `selct`: did you mean `select`?\n")
    assert guidelint("config", cwd=folder) == expected
    assert guidelint("files", cwd=folder) == expected


def test_files_that_would_be_read(folder: Path) -> None:
    assert guidelint("files", cwd=folder) == (0, "fever.yaml\n", "")
    assert guidelint("files", "--verbose", cwd=folder).out == (
        ".hidden/: not read: excluded by `.*` (default)\n"
        "drafts/: not read: excluded by `drafts/` (guidelint.toml:1)\n"
        "compose.yaml: not read: it is no guideline\n"
        "fever.yaml\n"
    )


def test_what_is_named_is_read_in_spite_of_exclude(folder: Path) -> None:
    named = ("drafts", ".hidden/hidden.yaml", "compose.yaml")
    assert guidelint("files", *named, cwd=folder).out == "drafts/draft.yaml\n.hidden/hidden.yaml\ncompose.yaml\n"
    assert guidelint("files", "--force-exclude", *named, cwd=folder).out == "compose.yaml\n"
    assert guidelint("files", "--force-exclude", "drafts", cwd=folder).code == 3


def test_exclude_on_the_command_line(folder: Path) -> None:
    assert guidelint("files", "--exclude", "compose*", cwd=folder).out == "fever.yaml\n.hidden/hidden.yaml\n"
    assert guidelint("files", "--extend-exclude", "/fever.yaml", cwd=folder).code == 3
    assert guidelint("files", "--isolated", cwd=folder).out == "fever.yaml\ndrafts/draft.yaml\n"


def test_paths_are_those_of_the_configuration_wherever_one_stands(folder: Path) -> None:
    (folder / "guidelint.toml").write_text("paths = ['drafts', 'fever.yaml']\n", encoding="utf-8")
    assert guidelint("files", cwd=folder).out == "drafts/draft.yaml\nfever.yaml\n"
    assert guidelint("files", cwd=folder / "drafts").out == "draft.yaml\n../fever.yaml\n"


def test_a_file_that_is_not_there(folder: Path) -> None:
    assert guidelint("files", "gone.yaml", cwd=folder) == (2, "", "gone.yaml: not read: there is no such file\n")
