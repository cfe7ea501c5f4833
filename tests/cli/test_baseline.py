"""Baselines from outside: written, kept, shrunk, and never silent about what is not there any more."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.runner import Ran, guidelint
from tests.rules.examples import SCAFFOLD

UNGRADED = SCAFFOLD.replace(", strength: conditional, certainty: low", "")
WORSE = UNGRADED.replace(", strength: strong, certainty: high, because: [S1]}\n", ", because: [S1]}\n")
SET_ASIDE = UNGRADED.replace("  wait:\n", "  wait: # guidelint: ignore[GL506] why\n")
QUICK = ("check", "--no-proofs", "--format", "concise")
WITH = (*QUICK, "--baseline", "baseline.json")
UPDATE = (*WITH, "--update-baseline")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("a.yaml", "b/b.yaml"):
        (tmp_path / name).write_text(UNGRADED, encoding="utf-8")
    return tmp_path


@pytest.fixture
def known(folder: Path) -> Path:
    assert guidelint(*UPDATE, ".", cwd=folder).code == 0
    return folder


def baseline(folder: Path) -> dict[str, list[tuple[str, str, int]]]:
    files = json.loads((folder / "baseline.json").read_bytes())["files"]
    return {path: [(item["rule"], item["at"], item["count"]) for item in items] for path, items in files.items()}


def verdict(ran: Ran) -> str:
    return next(line for line in ran.out.splitlines() if " checked: " in line)


ENTRY = ("GL506", "nodes.wait.recommend.for", 1)
OTHER = ("GL506", "nodes.refer.recommend.for", 1)


def test_it_is_written_and_then_counts(folder: Path) -> None:
    ran = guidelint(*UPDATE, ".", cwd=folder)
    assert (ran.code, verdict(ran)) == (0, "2 files checked: no findings (2 in the baseline)")
    assert "baseline.json updated: 2 findings put in, 0 taken out" in ran.out
    assert baseline(folder) == {"a.yaml": [ENTRY], "b/b.yaml": [ENTRY]}
    ran = guidelint(*WITH, ".", cwd=folder)
    assert (ran.code, verdict(ran)) == (0, "2 files checked: no findings (2 in the baseline)")
    assert guidelint(*QUICK, ".", cwd=folder).code == 1


def test_the_same_findings_come_to_the_same_bytes(known: Path) -> None:
    path = known / "baseline.json"
    before, written = path.read_bytes(), path.stat().st_mtime_ns
    ran = guidelint(*UPDATE, "b", "a.yaml", cwd=known)
    assert "baseline.json needs no entry added or taken out" in ran.out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, written)
    path.unlink()
    guidelint(*UPDATE, "--jobs", "2", ".", cwd=known)
    assert path.read_bytes() == before


def test_new_findings_are_told_and_the_file_stays_as_it_is(known: Path) -> None:
    before = (known / "baseline.json").read_bytes()
    (known / "a.yaml").write_text(WORSE, encoding="utf-8")
    ran = guidelint(*WITH, ".", cwd=known)
    assert (ran.code, verdict(ran)) == (1, "2 files checked: 1 warning (2 in the baseline)")
    assert ran.out.startswith("a.yaml:63:15: warning GL506 missing-strength: node `refer`")
    assert (known / "baseline.json").read_bytes() == before


def test_an_update_is_of_what_was_checked_alone(known: Path) -> None:
    for name in ("a.yaml", "b/b.yaml"):
        (known / name).write_text(WORSE, encoding="utf-8")
    ran = guidelint(*UPDATE, "a.yaml", cwd=known)
    assert "baseline.json updated: 1 finding put in, 0 taken out" in ran.out
    assert baseline(known) == {"a.yaml": [OTHER, ENTRY], "b/b.yaml": [ENTRY]}


def test_an_update_is_of_the_rules_that_were_run_alone(known: Path) -> None:
    ran = guidelint(*UPDATE, "--select", "GL2", ".", cwd=known)
    assert (ran.code, "baseline.json needs no entry added or taken out" in ran.out) == (0, True)
    assert guidelint(*WITH, "--select", "GL2", ".", cwd=known).code == 0


def test_what_is_mended_fails_until_the_baseline_forgets_it(known: Path) -> None:
    (known / "a.yaml").write_text(SCAFFOLD, encoding="utf-8")
    ran = guidelint(*WITH, ".", cwd=known)
    assert (ran.code, verdict(ran)) == (1, "2 files checked: 1 error (1 in the baseline)")
    assert ran.out.startswith(
        "a.yaml:57:5: error GL906 stale-baseline-entry: node `wait` \"Rest at home\": "
        "the baseline knows of `GL506` at `nodes.wait.recommend.for`, which is not found any more"
    )  # fmt: skip
    ran = guidelint(*UPDATE, ".", cwd=known)
    assert (ran.code, "baseline.json updated: 0 findings put in, 1 taken out" in ran.out) == (0, True)
    assert baseline(known) == {"b/b.yaml": [ENTRY]}
    assert guidelint(*WITH, ".", cwd=known).code == 0


def test_a_file_under_another_name_is_known_again_and_the_old_name_fails(known: Path) -> None:
    (known / "a.yaml").rename(known / "c.yaml")
    ran = guidelint(*WITH, ".", cwd=known)
    assert (ran.code, verdict(ran)) == (1, "2 files checked: no findings (2 in the baseline)")
    assert "baseline.json knows of files that are gone: a.yaml; --update-baseline forgets them" in ran.out
    ran = guidelint(*UPDATE, "c.yaml", cwd=known)
    assert ran.code == 0
    assert baseline(known) == {"b/b.yaml": [ENTRY], "c.yaml": [ENTRY]}


def test_a_new_file_beside_one_that_is_gone_has_no_stale_entries(known: Path) -> None:
    (known / "a.yaml").unlink()
    (known / "c.yaml").write_text(SCAFFOLD, encoding="utf-8")
    ran = guidelint(*WITH, "c.yaml", cwd=known)
    assert (ran.code, verdict(ran)) == (1, "1 file checked: no findings")


def test_a_copy_is_no_file_that_was_renamed(known: Path) -> None:
    shutil.copy(known / "a.yaml", known / "c.yaml")
    assert verdict(guidelint(*WITH, ".", cwd=known)) == "3 files checked: 1 warning (2 in the baseline)"


def test_paths_are_from_the_baseline_on_wherever_guidelint_runs(known: Path) -> None:
    assert guidelint(*QUICK, "--baseline", "../baseline.json", "b.yaml", cwd=known / "b").code == 0
    moved = known / "b" / "baseline.json"
    (known / "baseline.json").unlink()
    assert guidelint(*QUICK, "--baseline", moved, "--update-baseline", ".", cwd=known).code == 0
    assert baseline(known / "b") == {"../a.yaml": [ENTRY], "b.yaml": [ENTRY]}


def test_it_can_be_configured(known: Path) -> None:
    (known / "guidelint.toml").write_text("baseline = 'baseline.json'\n", encoding="utf-8")
    assert guidelint(*QUICK, "b.yaml", cwd=known / "b").code == 0
    assert guidelint(*QUICK, "--isolated", "b.yaml", cwd=known / "b").code == 1
    (known / "b" / "guidelint.toml").write_text("baseline = 'own.json'\n", encoding="utf-8")
    ran = guidelint(*QUICK, ".", cwd=known)
    assert (ran.code, ran.err) == (2, "Error: b/own.json: there is no such file; --update-baseline makes it\n")
    assert guidelint(*QUICK, "--update-baseline", ".", cwd=known).code == 0
    assert baseline(known) == {"a.yaml": [ENTRY], "b/b.yaml": [ENTRY]}
    assert json.loads((known / "b" / "own.json").read_bytes())["files"].keys() == {"b.yaml"}
    shown = guidelint("config", cwd=known).out
    assert re.search(r"^baseline +baseline\.json +guidelint\.toml:1$", shown, re.MULTILINE)


def test_standard_input_is_known_by_its_name(known: Path) -> None:
    ran = guidelint(*WITH, "-", "--stdin-filename", "b/b.yaml", stdin=UNGRADED.encode(), cwd=known)
    assert (ran.code, verdict(ran)) == (0, "1 file checked: no findings (1 in the baseline)")


@pytest.mark.parametrize(
    ("text", "code"),
    [("label: [", "GL001"), ("format: guidelint/1\n", "GL101"), (UNGRADED.replace("if: fever", "if: fevr"), "GL102")],
)
def test_what_keeps_a_file_from_being_judged_is_never_in_it(known: Path, text: str, code: str) -> None:
    (known / "a.yaml").write_text(text, encoding="utf-8")
    for options in (WITH, UPDATE, WITH):
        ran = guidelint(*options, "a.yaml", cwd=known)
        assert (ran.code, code in ran.out, "GL906" in ran.out) == (1, True, False)
    assert baseline(known) == {"a.yaml": [ENTRY], "b/b.yaml": [ENTRY]}


def test_a_file_that_cannot_be_read_keeps_its_entries(known: Path) -> None:
    (known / "a.yaml").unlink()
    (known / "a.yaml").mkdir()
    (known / "a.yaml" / "x.yaml").symlink_to(known / "nowhere")
    guidelint(*UPDATE, "b", cwd=known)
    assert baseline(known) == {"a.yaml": [ENTRY], "b/b.yaml": [ENTRY]}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is no JSON, or cut off, at line 1, column 1"),
        (b'{"version": 1, "files": {"a.yaml": [', "it is no JSON, or cut off, at line 1, column 37"),
        (b'{"version": 9, "files": {}}', "it is not of version 1, the only one that this guidelint reads"),
        (SCAFFOLD.encode(), "it is no JSON, or cut off, at line 1, column 1"),
    ],
    ids=["empty", "cut off", "of another version", "a guideline"],
)
@pytest.mark.parametrize("options", [WITH, UPDATE])
def test_what_is_no_baseline_is_one_line_and_is_not_overwritten(
    folder: Path, content: bytes, why: str, options: tuple[str, ...]
) -> None:
    (folder / "baseline.json").write_bytes(content)
    ran = guidelint(*options, ".", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", f"Error: baseline.json: this is no baseline of guidelint: {why}\n")
    assert (folder / "baseline.json").read_bytes() == content


def test_where_there_is_none(folder: Path) -> None:
    ran = guidelint(*WITH, ".", cwd=folder)
    assert (ran.code, ran.err) == (2, "Error: baseline.json: there is no such file; --update-baseline makes it\n")
    ran = guidelint(*QUICK, "--update-baseline", "a.yaml", cwd=folder)
    assert (ran.code, ran.err) == (2, "Error: a.yaml has no baseline to be updated: name one with --baseline FILE\n")
    ran = guidelint(*QUICK, "--baseline", "b", ".", cwd=folder)
    assert (ran.code, ran.err) == (2, "Error: b: the file cannot be read (Is a directory)\n")
    ran = guidelint(*QUICK, "--baseline", "no/where.json", "--update-baseline", ".", cwd=folder)
    assert (ran.code, ran.err) == (2, "Error: no/where.json: not written: there is no such folder\n")


def test_a_baseline_that_may_not_be_written(known: Path) -> None:
    (known / "a.yaml").write_text(WORSE, encoding="utf-8")
    before = (known / "baseline.json").read_bytes()
    (known / "baseline.json").chmod(0o400)
    ran = guidelint(*UPDATE, ".", cwd=known)
    assert (ran.code, ran.err) == (2, "Error: baseline.json: not written: that is not permitted\n")
    assert (known / "baseline.json").read_bytes() == before


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes", "--diff", "--watch", "--no-set-asides"])
def test_an_update_stands_alone(known: Path, option: str) -> None:
    ran = guidelint(*UPDATE, option, "a.yaml", cwd=known)
    assert (ran.code, ran.err.splitlines()[-1]) == (2, f"Error: --update-baseline cannot stand beside {option}")


def test_an_update_knows_standard_input_by_its_name_or_not_at_all(known: Path) -> None:
    before = (known / "baseline.json").read_bytes()
    ran = guidelint(*UPDATE, "-", stdin=WORSE.encode(), cwd=known)
    told = "Error: --update-baseline cannot stand beside - without --stdin-filename"
    assert (ran.code, ran.err.splitlines()[-1]) == (2, told)
    assert (known / "baseline.json").read_bytes() == before
    assert guidelint(*UPDATE, "-", "--stdin-filename", "a.yaml", stdin=WORSE.encode(), cwd=known).code == 0


def test_a_fix_leaves_what_is_known_and_tells_what_became_stale(known: Path) -> None:
    text = UNGRADED.replace("  refer:\n", "  refer: # guidelint: ignore[GL206] old\n")
    (known / "a.yaml").write_text(text, encoding="utf-8")
    ran = guidelint(*WITH, "--fix", "a.yaml", cwd=known)
    assert (ran.code, verdict(ran)) == (0, "1 file checked: no findings (1 in the baseline)")
    assert (known / "a.yaml").read_text("utf-8") == UNGRADED


def test_the_cache_knows_of_the_baseline(known: Path) -> None:
    for _ in range(2):
        assert guidelint(*WITH, ".", cwd=known).code == 0
        assert guidelint(*QUICK, ".", cwd=known).code == 1
    (known / "baseline.json").write_text('{"version": 1, "files": {}}')
    assert guidelint(*WITH, ".", cwd=known).code == 1


def test_a_run_for_reviewers_shows_everything_and_says_so(known: Path) -> None:
    (known / "a.yaml").write_text(SET_ASIDE, encoding="utf-8")
    assert guidelint(*WITH, "b", cwd=known).code == 0
    ran = guidelint(*WITH, "--no-set-asides", ".", cwd=known)
    assert (ran.code, verdict(ran)) == (1, "2 files checked: 2 warnings")
    said = "set-asides and baselines are not counted: 1 finding set aside by comments and waivers is among these"
    assert said in ran.out
    report = json.loads(guidelint("check", "--no-set-asides", "--format", "json", ".", cwd=known).out)
    assert (report["shows_all"], report["suppressed"], len(report["diagnostics"])) == (True, [], 2)


def test_machines_are_told(known: Path) -> None:
    options = ("check", "--no-proofs", "--baseline", "baseline.json", "a.yaml", "--format")
    told = json.loads(guidelint(*options, "json", cwd=known).out)
    assert (told["diagnostics"], told["baselined"]) == ([], 1)
    assert [(item["code"], item["suppression"]["kind"]) for item in told["suppressed"]] == [("GL506", "external")]
    (result,) = json.loads(guidelint(*options, "sarif", cwd=known).out)["runs"][0]["results"]
    assert [item["kind"] for item in result["suppressions"]] == ["external"]
