"""What is known from before is used while it is right, and never a moment longer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.many import BROKEN, environment
from tests.cli.runner import Ran, guidelint
from tests.rules.examples import SCAFFOLD

ENGINES = {"networkx", "pysat", "jsonschema_rs"}
HEAVY = {*ENGINES, "yaml", "click", "rapidfuzz", "pathspec", "dataclasses", "multiprocessing"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a sound guideline that has been checked before."""
    folder = tmp_path / "guidelines"
    folder.mkdir()
    (folder / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    age(folder)
    assert check(folder).code == 0
    return folder


def age(folder: Path) -> None:
    """As if nobody had touched a folder for a while: what changes while a run is made is not kept."""
    old = time.time() - 60
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (old, old), follow_symlinks=False)


def check(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> Ran:
    own = {"GUIDELINT_CACHE_DIR": str(folder.parent / "cache"), **(env or {})}
    return guidelint("check", *arguments, ".", cwd=folder, env=own)


def imported(folder: Path, *arguments: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", "-m", "guidelint", "check", *arguments, "."]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder.parent / "cache"), capture_output=True, check=False
    )
    names = re.findall(r"^import time:.*\|\s*(\S+)$", done.stderr.decode(), re.MULTILINE)
    return {name.partition(".")[0] for name in names}


def test_a_warm_run_imports_next_to_nothing(folder: Path) -> None:
    assert imported(folder) & HEAVY == set()


def test_another_question_about_known_files_needs_no_engine(folder: Path) -> None:
    guidelint("check", "--format", "json", ".", cwd=folder, env={"GUIDELINT_CACHE_DIR": str(folder.parent / "cache")})
    assert imported(folder, "--format", "concise") & ENGINES == set()


def test_a_changed_file_is_judged_anew(folder: Path) -> None:
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    assert check(folder).code == 1
    (folder / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    assert check(folder).code == 0


def test_a_file_of_the_same_size_and_time_is_judged_anew(folder: Path) -> None:
    file = folder / "a.yaml"
    known = file.stat()
    file.write_text(SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevel, then: treat}"), encoding="utf-8")
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert (file.stat().st_size, check(folder).code) == (known.st_size, 1)


def test_a_further_file_is_found(folder: Path) -> None:
    (folder / "b.yaml").write_text(BROKEN, encoding="utf-8")
    assert check(folder).code == 1
    (folder / "b.yaml").unlink()
    assert check(folder).code == 0


def test_a_further_file_in_a_folder_below_is_found(folder: Path) -> None:
    (folder / "below").mkdir()
    age(folder)
    assert check(folder).code == 0
    (folder / "below" / "b.yaml").write_text(BROKEN, encoding="utf-8")
    assert check(folder).code == 1


@pytest.mark.parametrize("place", [".", ".."])
def test_settings_that_come_and_go_are_heeded(folder: Path, place: str) -> None:
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    age(folder)
    assert check(folder).code == 1
    (folder / place / "guidelint.toml").write_text('ignore = ["GL102"]\n')
    assert "GL102" not in check(folder).out.split("rules on errors")[0]
    (folder / place / "guidelint.toml").unlink()
    assert check(folder).code == 1


def test_an_option_that_changes_the_verdict_is_heeded(folder: Path) -> None:
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    plain, ignored, milder = (
        check(folder),
        check(folder, "--ignore", "GL102"),
        check(folder, "--severity", "GL102=info"),
    )
    assert ["error GL102" in ran.out for ran in (plain, ignored, milder)] == [True, False, False]
    assert ["info GL102" in ran.out for ran in (plain, ignored, milder)] == [False, False, True]


def test_a_day_that_matters_is_heeded(folder: Path) -> None:
    (folder / "a.yaml").write_text(f"{SCAFFOLD}review-by: 2026-05-31\n", encoding="utf-8")
    days = ("2026-05-31", "2026-06-01", "2026-05-30")
    assert [check(folder, "--select", "GL110", "--today", day).code for day in days] == [0, 1, 0]


def test_colour_and_columns_are_heeded(folder: Path) -> None:
    (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
    age(folder)
    plain, narrow, red = check(folder), check(folder, env={"COLUMNS": "40"}), check(folder, env={"FORCE_COLOR": "1"})
    assert len({plain.out, narrow.out, red.out}) == 3
    assert check(folder) == plain


def test_nothing_is_kept_where_nobody_wants_it(folder: Path) -> None:
    shutil.rmtree(folder.parent / "cache")
    assert check(folder, "--no-cache").code == 0
    assert not (folder.parent / "cache").exists()


def test_a_folder_of_ones_own(folder: Path) -> None:
    shutil.rmtree(folder.parent / "cache")
    assert [check(folder, "--cache-dir", "kept").code for _ in range(2)] == [0, 0]
    assert (folder / "kept" / "CACHEDIR.TAG").exists()
    assert not (folder.parent / "cache").exists()


def configured(folder: Path, user: str, *arguments: str, variable: str = "") -> bool:
    """Whether a run by a user, in a project that names a folder, had to judge: then it keeps what it has found."""
    (folder / "guidelint.toml").write_text('cache-dir = ".kept"\n', encoding="utf-8")
    before = {*folder.parent.rglob("*")}
    env = {"GUIDELINT_CACHE_DIR": variable, "XDG_CACHE_HOME": str(folder.parent / user)}
    assert guidelint("check", *arguments, "a.yaml", cwd=folder, env=env).code == 0
    return {*folder.parent.rglob("*")} > before


def test_a_configuration_names_a_folder_below_itself(folder: Path) -> None:
    assert [configured(folder, "ann") for _ in range(2)] == [True, False]
    assert (folder / ".kept" / "CACHEDIR.TAG").exists()
    assert "cache-dir" in guidelint("config", cwd=folder).out
    options = ("diagram", "a.yaml", "-o", folder.parent / "a.svg")
    env = {"GUIDELINT_CACHE_DIR": "", "XDG_CACHE_HOME": str(folder.parent / "eve")}
    before = sorted((folder / ".kept").rglob("*"))
    assert guidelint(*options, cwd=folder, env=env).code == 0
    assert sorted((folder / ".kept").rglob("*")) != before


def test_what_came_with_the_guidelines_is_not_believed(folder: Path) -> None:
    """The same folder, filled by somebody else."""
    assert configured(folder, "eve")
    assert not configured(folder, "eve")
    assert configured(folder, "ann")


def test_the_variable_goes_before_the_configuration_and_the_option_before_both(folder: Path) -> None:
    variable = str(folder.parent / "variable")
    assert configured(folder, "ann", variable=variable)
    assert (os.path.isdir(variable), (folder / ".kept").exists()) == (True, False)
    assert configured(folder, "ann", "--cache-dir", "option", variable=variable)
    assert ((folder / "option").exists(), (folder / ".kept").exists()) == (True, False)


@pytest.mark.parametrize("place", ["/tmp/x", "../x", "a/../../x", "..", "~/x", "C:/x", "a\\\\..", ""])  # noqa: S108 - refused
def test_a_configuration_names_no_folder_elsewhere(folder: Path, place: str) -> None:
    (folder / "guidelint.toml").write_text(f'cache-dir = "{place}"\n', encoding="utf-8")
    ran = check(folder)
    assert ran == (
        2,
        "",
        'Error: guidelint.toml:1: `cache-dir`: write a folder below this file, such as ".guidelint_cache"\n',
    )


def test_what_is_not_decided_in_time_is_not_kept(folder: Path) -> None:
    shutil.rmtree(folder.parent / "cache")
    out = check(folder, "--time-limit-total", "0").out
    assert "GL315" in out
    assert list((folder.parent).rglob("cache/*/*")) == []


def damaged(content: bytes) -> list[bytes]:
    return [
        b"",
        content[:-1],
        content[: len(content) // 2],
        b"\x80\x04N.",
        content.replace(b"g", b"h", 1),
        b"[" * 100_000,
    ]


def test_a_damaged_cache_is_no_cache(folder: Path) -> None:
    cache, expected = folder.parent / "cache", check(folder)
    entries = {path: path.read_bytes() for path in cache.glob("??/*")}
    assert len(entries) == 2
    for number in range(6):
        for path, content in entries.items():
            path.write_bytes(damaged(content)[number])
        assert check(folder) == expected
        assert {path: path.read_bytes() for path in entries} == entries


def test_a_cache_that_cannot_be_written_is_no_failure(folder: Path) -> None:
    expected = check(folder)
    for place in ("a.yaml", "/dev/null", "/proc/nowhere"):
        assert check(folder, env={"GUIDELINT_CACHE_DIR": place}) == expected


def test_files_read_from_a_pipe_are_read_once(folder: Path) -> None:
    command = f"{sys.executable} -m guidelint check <(cat a.yaml)"
    for _ in range(2):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment(None), capture_output=True, check=False
        )
        assert done.stdout.startswith(b"1 file checked: no findings\n"), done


def test_two_runs_at_once_do_not_disturb_each_other(folder: Path) -> None:
    shutil.rmtree(folder.parent / "cache")
    command = [sys.executable, "-m", "guidelint", "check", "."]
    env = environment(folder.parent / "cache")
    runs = [subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE) for _ in range(4)]
    assert len({run.communicate(timeout=120)[0] for run in runs}) == 1
    assert {run.returncode for run in runs} == {0}
    assert list((folder.parent / "cache").rglob("*.tmp")) == []
