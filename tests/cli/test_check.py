"""`guidelint check` from outside: what is printed where, and how it exits."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from guidelint.schema import schema_text
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

PROVED = (
    "proved for every patient: 2 of 2 decisions (4 branches)\n"
    "over 3 ways through the graph, for 4 kinds of patient that its conditions tell apart\n"
)
BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")
WARNED = SCAFFOLD.replace("license: CC-BY-4.0\n", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sound.yaml").write_text(SCAFFOLD, encoding="utf-8")
    return tmp_path


def test_sound_guideline(folder: Path) -> None:
    ran = guidelint("check", "sound.yaml", cwd=folder)
    assert ran == (0, f"1 file checked: no findings\n{PROVED}", "")


def test_broken_guideline_in_full(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    ran = guidelint("check", "broken.yaml", cwd=folder)
    line = 1 + BROKEN[: BROKEN.index("fevr")].count("\n")
    assert ran.code == 1
    assert ran.out.startswith(
        f"broken.yaml:{line}:14: error GL102 undefined-name\n"
        '  node `ask` "Is there a fever?": `fevr` is no fact or criterion of this guideline\n'
        f"  {line - 1} |     branches:\n"
        f"  {line} |       - {{if: fevr, then: treat}}\n"
        "     |              ^^^^\n"
        "  help: did you mean `fever`?\n"
        "  see: guidelint explain GL102\n"
        "\n"
        "1 file checked: 1 error"
    )
    assert ran.err == ""


def test_concise_is_one_line_a_finding(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    first = guidelint("check", "--format", "concise", "broken.yaml", cwd=folder).out.splitlines()[0]
    assert re.fullmatch(
        r"broken\.yaml:\d+:14: error GL102 undefined-name: node `ask` .*`fevr` is no fact or criterion.*", first
    )


@pytest.mark.parametrize("text", [SCAFFOLD, BROKEN, WARNED, "", "a: [", "\x00"], ids=range(6))
def test_json_has_the_shape_of_its_schema(text: str) -> None:
    ran = guidelint("check", "-", "--format", "json", stdin=text.encode())
    validator = Draft202012Validator(json.loads(schema_text("report.schema.json")))
    assert [error.message for error in validator.iter_errors(json.loads(ran.out))] == []


def test_json_says_where_and_what(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    content = json.loads(guidelint("check", "--format", "json", "--today", "2026-06-01", "broken.yaml", cwd=folder).out)
    (finding,) = content["diagnostics"]
    assert (content["today"], content["version"], content["summary"]["errors"]) == ("2026-06-01", 1, 1)
    assert (finding["code"], finding["path"], finding["node"]) == ("GL102", "broken.yaml", "ask")
    assert finding["route"] == ["nodes", "ask", "branches", 0, "if"]
    assert finding["range"]["start"]["column"] == 14
    assert finding["range"]["end"]["column"] == 18


def test_exit_codes_by_fail_level(folder: Path) -> None:
    (folder / "warned.yaml").write_text(WARNED, encoding="utf-8")
    assert guidelint("check", "warned.yaml", cwd=folder).code == 1
    assert guidelint("check", "--fail-level", "error", "warned.yaml", cwd=folder).code == 0


def test_select_and_ignore_take_codes_names_and_families(folder: Path) -> None:
    (folder / "warned.yaml").write_text(WARNED, encoding="utf-8")
    for chosen in ("GL112", "missing-metadata", "GL1", "gl112", "GL2,GL112"):
        assert guidelint("check", "--select", chosen, "warned.yaml", cwd=folder).code == 1, chosen
        assert guidelint("check", "--ignore", chosen, "warned.yaml", cwd=folder).code == 0, chosen
    assert guidelint("check", "--select", "GL2", "warned.yaml", cwd=folder).code == 0


def test_what_is_not_selected_but_stops_the_selected_is_not_clean(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    ran = guidelint("check", "--select", "GL601", "broken.yaml", cwd=folder)
    assert ran.code == 2
    assert "not judged: broken.yaml: GL601: names, values or the graph have errors" in ran.out


def test_a_rule_that_does_not_exist(folder: Path) -> None:
    ran = guidelint("check", "--select", "GL2O1", "sound.yaml", cwd=folder)
    assert ran.code == 2
    assert ran.out == ""
    assert "there is no rule `GL2O1`: did you mean `GL201`?" in ran.err


def test_standard_input_with_a_name() -> None:
    ran = guidelint("check", "-", "--stdin-filename", "draft.yaml", stdin=BROKEN.encode())
    assert ran.code == 1
    assert ran.out.startswith("draft.yaml:")


def test_a_name_for_standard_input_that_is_not_read(folder: Path) -> None:
    ran = guidelint("check", "--stdin-filename", "draft.yaml", stdin=BROKEN.encode(), cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: --stdin-filename names what comes on standard input: write - to check that\n")


def test_folders_are_searched_in_order_and_foreign_files_named(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "two.yml").write_text(BROKEN, encoding="utf-8")
    (folder / "compose.yaml").write_text("services: {web: {}}\n", encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "three.yaml").write_text(BROKEN, encoding="utf-8")
    ran = guidelint("check", ".", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("b/two.yml:")
    assert "2 files checked: 1 error" in ran.out
    assert "passed over, since they are no guidelines: compose.yaml\n" in ran.out


def test_a_named_file_is_judged_whatever_it_is(folder: Path) -> None:
    (folder / "compose.yaml").write_text("services: {web: {}}\n", encoding="utf-8")
    ran = guidelint("check", "compose.yaml", cwd=folder)
    assert ran.code == 1
    assert "GL101" in ran.out


@pytest.mark.parametrize("content", [b"", b"# later\n", "format: guidelint/1\n".encode("utf-16")])
def test_an_empty_or_undecodable_file_in_a_folder_is_judged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    assert guidelint("check", ".", cwd=tmp_path).code == 1


def test_nothing_to_check(tmp_path: Path) -> None:
    assert guidelint("check", ".", cwd=tmp_path) == (3, "nothing was checked: no guideline found\n", "")
    assert guidelint("check", "--allow-empty", ".", cwd=tmp_path).code == 0


def test_missing_file(folder: Path) -> None:
    ran = guidelint("check", "gone.yaml", "sound.yaml", cwd=folder)
    assert ran.code == 2
    assert "not judged: gone.yaml: there is no such file\n" in ran.out


@pytest.mark.parametrize("command", ["check", "files", "walk", "prove", "diagram"])
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("sound.yam", ": did you mean `sound.yaml`?"),
        ("in/Fevr.yaml", ": did you mean `in/fever.yml`?"),
        ("inn/", ": did you mean `in`?"),
        ("fever.yml", ""),
        ("gone/fever.yml", ""),
    ],
)
def test_what_was_meant_is_looked_for_in_the_same_folder(folder: Path, command: str, asked: str, meant: str) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "fever.yml").write_text(SCAFFOLD, encoding="utf-8")
    (folder / "sound.yam.txt").touch()
    ran = guidelint(command, asked, cwd=folder)
    assert ran.code == 2
    assert f": there is no such file{meant}\n" in ran.out + ran.err


@pytest.mark.parametrize("command", ["check", "files", "walk", "prove", "diagram", "config", "init"])
def test_a_path_that_is_empty(folder: Path, command: str) -> None:
    ran = guidelint(command, "", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(": a path is empty\n")
    assert [file.name for file in folder.iterdir()] == ["sound.yaml"]


def test_unreadable_file_outranks_findings(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    ran = guidelint("check", "broken.yaml", "loop.yaml", cwd=folder)
    assert ran.code == 2
    assert "not judged: loop.yaml: the file cannot be read" in ran.out


def test_a_loop_of_folders_ends(folder: Path) -> None:
    (folder / "round").symlink_to(folder)
    assert guidelint("check", ".", cwd=folder).out == f"1 file checked: no findings\n{PROVED}"


def test_a_file_that_is_too_large_is_a_finding(folder: Path) -> None:
    ran = guidelint("check", "--max-bytes", "100", "sound.yaml", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("sound.yaml:1:1: error GL008 too-large\n")


def test_colour_only_where_wanted(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    plain = guidelint("check", "broken.yaml", cwd=folder)
    assert "\x1b[" not in plain.out
    assert "\x1b[" in guidelint("check", "--color", "always", "broken.yaml", cwd=folder).out
    assert "\x1b[" in guidelint("check", "broken.yaml", cwd=folder, env={"FORCE_COLOR": "1"}).out
    forced_and_not = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert guidelint("check", "broken.yaml", cwd=folder, env=forced_and_not).out == plain.out


def test_text_from_the_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text('format: guidelint/1\n"\\e[31mkey": 1\n', encoding="utf-8")
    assert "\x1b" not in guidelint("check", "evil.yaml", cwd=tmp_path).out


@pytest.mark.parametrize("command", ["check many.yaml", "check sound.yaml", "prove sound.yaml", "explain all"])
def test_a_reader_that_leaves_at_once(folder: Path, command: str) -> None:
    """Neither an error nor a verdict: 0 would look clean, and 1 like findings."""
    many = "\n".join(f"  key-{number}: 1" for number in range(3000))
    (folder / "many.yaml").write_text(f"format: guidelint/1\nnodes:\n{many}\n", encoding="utf-8")
    arguments = [sys.executable, "-m", "guidelint", *command.split()]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE, cwd=folder, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_reader_that_leaves_early(folder: Path) -> None:
    """What fits into the pipe is written before anybody leaves, and then there is a verdict."""
    command = f"set -o pipefail; {sys.executable} -m guidelint prove sound.yaml | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert (done.returncode in (0, 141), done.stderr) == (True, b"")
    assert done.stdout.startswith(b"proved       decision `ask`")


def test_a_terminal_without_utf_8(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN.replace("Is there a fever?", "Fieber ≥ 38 °C?"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "guidelint", "check", "broken.yaml"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Fieber \\u2265 38 \xb0C?" in done.stdout


def test_same_bytes_in_same_bytes_out(folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN + WARNED.partition("facts:")[2], encoding="utf-8")
    runs = {guidelint("check", ".", cwd=folder, env={"PYTHONHASHSEED": str(seed)}).out for seed in range(3)}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("arguments", "text", "why"),
    [
        (("--select", "GL001"), SCAFFOLD.encode("utf-16"), "the text cannot be read"),
        (("--select", "GL2"), b"a: [\n", "GL201 to GL211 (11 rules): the text cannot be read"),
        (("--ignore", "all"), SCAFFOLD.encode(), "no rule is on"),
        (("--select", "GL201", "--ignore", "GL201"), SCAFFOLD.encode(), "no rule is on"),
        (("--severity", "all=off", "--no-proofs"), SCAFFOLD.encode(), "no rule is on"),
    ],
)
def test_what_no_rule_looked_at_is_not_clean(tmp_path: Path, arguments: tuple[str, ...], text: bytes, why: str) -> None:
    (tmp_path / "a.yaml").write_bytes(text)
    ran = guidelint("check", *arguments, "a.yaml", cwd=tmp_path)
    assert (ran.code, ran.out.splitlines()[:2]) == (2, ["1 file checked: no findings", f"not judged: a.yaml: {why}"])
