"""Globs: what they mean, and from which folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidelint.config import ConfigError, Item
from guidelint.config.globs import Globs


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("drafts/a.yaml", "x/drafts/b.yaml", "x/c.old.yaml", "x/y/d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hits(base: Path, *globs: str) -> list[str]:
    matcher = Globs(base, [Item(glob, glob) for glob in globs])
    return sorted(path.relative_to(base).as_posix() for path in base.rglob("*.yaml") if matcher.hit(path))


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (["drafts"], ["drafts/a.yaml", "x/drafts/b.yaml"]),
        (["drafts/"], ["drafts/a.yaml", "x/drafts/b.yaml"]),
        (["/drafts"], ["drafts/a.yaml"]),
        (["./drafts"], ["drafts/a.yaml"]),
        (["x/drafts"], ["x/drafts/b.yaml"]),
        (["*.old.yaml"], ["x/c.old.yaml"]),
        (["x/*.yaml"], ["x/c.old.yaml"]),
        (["x/**"], ["x/c.old.yaml", "x/drafts/b.yaml", "x/y/d.yaml"]),
        (["x/*", "!x/y/"], ["x/c.old.yaml", "x/drafts/b.yaml"]),
        (["draft"], []),
        (["# drafts"], []),
        ([], []),
    ],
)
def test_globs_are_those_of_a_gitignore(tree: Path, globs: list[str], expected: list[str]) -> None:
    assert hits(tree, *globs) == expected


def test_the_glob_itself_is_named(tree: Path) -> None:
    items = [Item("no/", "1"), Item("x/", "2"), Item("y/", "3")]
    assert Globs(tree, items).hit(tree / "x" / "c.old.yaml") == items[1]


@pytest.mark.parametrize("glob", ["x", "x/"])
def test_what_was_asked_for_is_judged_from_there_on(tree: Path, glob: str) -> None:
    globs = Globs(tree, [Item(glob, ""), Item("drafts", "")])
    assert globs.hit(tree / "x" / "y" / "d.yaml") is not None
    assert globs.hit(tree / "x" / "y" / "d.yaml", below=tree / "x") is None
    assert globs.hit(tree / "x" / "drafts", below=tree / "x") == Item("drafts", "")
    assert globs.hit(tree / "x" / "y" / "d.yaml", below=tree) is not None


def test_nothing_outside_is_meant_unless_it_was_asked_for(tree: Path) -> None:
    globs = Globs(tree / "x" / "y", [Item("drafts", "")])
    assert globs.hit(tree / "drafts" / "a.yaml") is None
    assert globs.hit(tree / "x" / "drafts", below=tree / "x") is not None


def test_what_is_no_glob_is_refused_with_its_place(tree: Path) -> None:
    globs = Globs(tree, [Item("x/", "guidelint.toml:1"), Item("!", "guidelint.toml:2")])
    with pytest.raises(ConfigError, match=r"^guidelint\.toml:2: `!` is no glob$"):
        globs.hit(tree / "x")
