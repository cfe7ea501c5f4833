"""`guidelint init`: a guideline that passes, and nothing written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidelint import __version__
from guidelint.cli import init
from tests.cli.runner import guidelint

WROTE = "wrote guidelines/low-back-pain.yaml\nwrote .pre-commit-config.yaml\n"
NEXT = """
Next:
  guidelint check guidelines/
  guidelint walk guidelines/low-back-pain.yaml --ask
  pre-commit install
"""


def test_the_guideline_that_is_begun_passes(tmp_path: Path) -> None:
    ran = guidelint("init", "--yes", "--title", 'Low "back": pain', cwd=tmp_path)
    assert ran == (0, f"{WROTE}wrote .github/workflows/guidelint.yml\n{NEXT}", "")
    checked = guidelint("check", "--select", "all", "guidelines", cwd=tmp_path)
    assert (checked.code, checked.out.partition("\n")[0]) == (0, "1 file checked: no findings")
    assert "proved for every patient: 2 of 2 decisions (4 branches); 1 of 1 constraint" in checked.out


def test_it_asks_for_two_things(tmp_path: Path) -> None:
    ran = guidelint("init", cwd=tmp_path, stdin=b"Low back pain\ngitlab\n")
    assert (ran.code, ran.out) == (0, f"{WROTE}wrote .gitlab-ci.yml\n{NEXT}")
    assert ran.err == "Title of the guideline [A new guideline]: CI (github, gitlab, none) [github]: "


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    (tmp_path / ".gitlab-ci.yml").write_text("stages: []\n", encoding="utf-8")
    guidelint("init", "--yes", "--title", "Low back pain", cwd=tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ran = guidelint("init", "--yes", "--title", "Low back pain", "--requirement", "guidelint==1", cwd=tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert ran.code == 0
    assert ran.out.startswith(
        "kept guidelines/low-back-pain.yaml, which is there already\n"
        "kept .pre-commit-config.yaml, which is there already; see that it says this, too:\n\n"
        "    repos:\n"
    )
    assert "kept .gitlab-ci.yml, which is there already; see that it says this, too:\n\n    guidelint:\n" in ran.out
    assert "        - python -m pip install --quiet 'guidelint==1'\n" in ran.out


def test_what_is_not_wanted_is_not_written(tmp_path: Path) -> None:
    ran = guidelint("init", "new", "--yes", "--ci", "none", "--no-pre-commit", cwd=tmp_path)
    assert ran.code == 0
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a-new-guideline.yaml"]
    assert "Next:\n  cd new\n" in ran.out


def test_the_next_steps_can_be_pasted(tmp_path: Path) -> None:
    ran = guidelint("init", "ö rt/tief/er", "--yes", "--ci", "none", "--no-pre-commit", cwd=tmp_path)
    assert ran.code == 0
    assert "Next:\n  cd 'ö rt/tief/er'\n" in ran.out


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "guidelines").touch()
    ran = guidelint("init", "--yes", "--ci", "none", "--no-pre-commit", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("guidelines/a-new-guideline.yaml: not written")


@pytest.mark.parametrize(("title", "id"), [("Fièvre à l'âge adulte", "fievre-a-l-age-adulte"), ("発熱", "guideline")])
def test_the_id_is_made_of_the_title(tmp_path: Path, title: str, id: str) -> None:
    guidelint("init", "--yes", "--ci", "none", "--title", title, cwd=tmp_path)
    text = (tmp_path / "guidelines" / f"{id}.yaml").read_text("utf-8")
    assert re.search(f'^id: {id}\ntitle: "{title}"$', text, re.MULTILINE)


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, f"guidelint=={__version__}"),
        ('{"url": "file:///src/guidelint", "dir_info": {}}', "guidelint @ file:///src/guidelint"),
        (
            '{"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "guidelint @ git+https://example.org/g.git@abc",
        ),
    ],
)
def test_others_get_the_guidelint_that_is_here(origin: str | None, requirement: str) -> None:
    assert init.requirement_from(origin) == requirement
