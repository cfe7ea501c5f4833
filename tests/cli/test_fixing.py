"""`--fix`, `--unsafe-fixes` and `--diff` from outside: what is written where, and what is never lost."""

from __future__ import annotations

import errno
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from guidelint.cli.replacing import replace_file
from guidelint.schema import schema_text
from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD

SLIP = SCAFFOLD.replace("{if: fever, then", "{if: fevr, then")
UNUSED = SCAFFOLD.replace("\nstatements:", "  atlas: {title: An atlas}\n\nstatements:")
BOTH = SLIP.replace("\nstatements:", "  atlas: {title: An atlas}\n\nstatements:")
PROVED = (
    "proved for every patient: 2 of 2 decisions (4 branches)\n"
    "over 3 ways through the graph, for 4 kinds of patient that its conditions tell apart\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.yaml"
    path.write_bytes(SLIP.encode())
    return path


def test_fix_mends_the_file_where_it_lies(draft: Path) -> None:
    ran = guidelint("check", "--fix", "draft.yaml", cwd=draft.parent)
    assert ran == (0, f"1 file checked: no findings\n1 finding fixed\n{PROVED}", "")
    assert draft.read_bytes() == SCAFFOLD.encode()
    assert os.listdir(draft.parent) == ["draft.yaml"]


def test_a_second_run_does_not_touch_the_file(draft: Path) -> None:
    guidelint("check", "--fix", draft)
    written = draft.stat()
    assert guidelint("check", "--fix", draft).out.splitlines()[0] == "1 file checked: no findings"
    assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_unsafe_fixes_are_counted_and_only_made_when_asked_for(draft: Path) -> None:
    draft.write_bytes(BOTH.encode())
    plain = guidelint("check", "--no-proofs", draft)
    assert plain.code == 1
    assert "\n1 fixable with `--fix`, 1 more with `--unsafe-fixes`\n" in plain.out
    safe = guidelint("check", "--fix", "--no-proofs", draft)
    assert safe.code == 1
    assert "\n1 finding fixed, 1 fixable with `--unsafe-fixes`\n" in safe.out
    assert draft.read_bytes() == UNUSED.encode()
    unsafe = guidelint("check", "--unsafe-fixes", "--no-proofs", draft)
    assert (unsafe.code, draft.read_bytes()) == (0, SCAFFOLD.encode())


def test_the_findings_that_are_left_make_the_exit_code(draft: Path) -> None:
    draft.write_bytes(SLIP.replace("license: CC-BY-4.0\n", "").encode())
    ran = guidelint("check", "--fix", "--format", "concise", draft)
    assert ran.code == 1
    assert [line.split(": ")[1] for line in ran.out.splitlines() if "GL" in line] == ["warning GL112 missing-metadata"]


DIFF = """\
--- draft.yaml
+++ draft.yaml
@@ -31,7 +31,7 @@
     label: Is there a fever?
     because: [S1]
     branches:
-      - {if: fevr, then: treat}
+      - {if: fever, then: treat}
       - {else: wait}
   treat:
     type: recommendation
"""


def test_diff_shows_and_writes_nothing(draft: Path) -> None:
    ran = guidelint("check", "--diff", "draft.yaml", cwd=draft.parent)
    assert ran == (1, DIFF, "1 finding in 1 file would be fixed\n")
    assert draft.read_bytes() == SLIP.encode()


def test_diff_of_what_needs_no_fix_is_empty(draft: Path) -> None:
    draft.write_bytes(UNUSED.encode())
    assert guidelint("check", "--diff", draft) == (0, "", "nothing would be fixed\n")
    assert guidelint("check", "--diff", "--unsafe-fixes", draft).code == 1


def test_diff_keeps_line_ends_and_says_where_there_is_none(draft: Path) -> None:
    text = SLIP.replace("\n", "\r\n").removesuffix("\r\n").replace("{for: hospital", "{for: hospitl")
    draft.write_bytes(text.encode())
    ran = guidelint("check", "--diff", "draft.yaml", cwd=draft.parent)
    assert "-      - {if: fevr, then: treat}\r\n+      - {if: fever, then: treat}\r\n" in ran.out
    last = "{} strength: strong, certainty: high, because: [S1]}}\n\\ No newline at end of file\n"
    assert ran.out.endswith(f"-      - {last.format('{for: hospitl,')}+      - {last.format('{for: hospital,')}")


def test_diff_of_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    ran = guidelint("check", "--diff", "gone.yaml", cwd=tmp_path)
    assert ran == (2, "", "nothing would be fixed\nnot judged: gone.yaml: there is no such file\n")


def test_standard_input_comes_out_mended_and_the_report_goes_elsewhere() -> None:
    ran = guidelint("check", "-", "--fix", stdin=SLIP.encode())
    assert ran == (0, SCAFFOLD, f"1 file checked: no findings\n1 finding fixed\n{PROVED}")


@pytest.mark.parametrize("content", [SCAFFOLD.encode(), b"a: [\r\n", b"", "\ufefftitle: x".encode()])
def test_standard_input_that_is_not_mended_comes_out_as_it_is(content: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidelint", "check", "--fix", "-"], input=content, capture_output=True, check=False
    )
    assert done.stdout == content


def test_diff_of_standard_input_bears_its_name() -> None:
    ran = guidelint("check", "-", "--diff", "--stdin-filename", "draft.yaml", stdin=SLIP.encode())
    assert (ran.code, ran.out) == (1, DIFF)


def test_mode_and_link_stay(draft: Path) -> None:
    draft.chmod(0o640)
    link = draft.with_name("link.yaml")
    link.symlink_to("draft.yaml")
    assert guidelint("check", "--fix", link).code == 0
    assert (link.is_symlink(), draft.read_bytes()) == (True, SCAFFOLD.encode())
    assert draft.stat().st_mode & 0o7777 == 0o640


def test_a_file_that_may_not_be_written_stays_and_that_is_said(draft: Path) -> None:
    draft.chmod(0o444)
    ran = guidelint("check", "--fix", "draft.yaml", cwd=draft.parent)
    assert ran.code == 2
    assert "\nnot fixed: draft.yaml: not written: that is not permitted\n" in ran.out
    assert "GL102" in ran.out
    assert draft.read_bytes() == SLIP.encode()


def test_a_full_disk_loses_nothing_and_that_is_said(draft: Path) -> None:
    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    done = subprocess.run(
        [sys.executable, "-m", "guidelint", "check", "--fix", "draft.yaml"],
        cwd=draft.parent,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=leave_no_room,
    )
    assert done.returncode == 2
    assert "\nnot fixed: draft.yaml: not written (File too large)\n" in done.stdout
    assert draft.read_bytes() == SLIP.encode()
    assert os.listdir(draft.parent) == ["draft.yaml"]


def test_what_another_program_has_written_meanwhile_is_not_lost(draft: Path) -> None:
    with pytest.raises(OSError, match="changed by another program"):
        replace_file(str(draft), b"what was read", b"what is to be written")
    assert draft.read_bytes() == SLIP.encode()


def test_a_file_that_cannot_be_replaced_stays_alone(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        replace_file(str(draft), SLIP.encode(), SCAFFOLD.encode())
    assert (draft.read_bytes(), os.listdir(draft.parent)) == (SLIP.encode(), ["draft.yaml"])


def test_what_is_no_file_is_not_replaced() -> None:
    with pytest.raises(OSError, match="no file"):
        replace_file(os.devnull, b"", b"text")


def test_json_says_what_mends_a_finding(draft: Path) -> None:
    draft.write_bytes(BOTH.encode())
    content = json.loads(guidelint("check", "--no-proofs", "--format", "json", draft).out)
    Draft202012Validator(json.loads(schema_text("report.schema.json"))).validate(content)
    unused, undefined = content["diagnostics"]
    line = 1 + BOTH[: BOTH.index("fevr")].count("\n")
    assert undefined["fixable"] is True
    assert undefined["fix"] == {
        "title": "write `fever`",
        "safe": True,
        "edits": [
            {
                "range": {"start": {"line": line, "column": 14}, "end": {"line": line, "column": 18}},
                "text": "fever",
            }
        ],
    }
    assert (unused["code"], unused["fix"]["safe"], unused["fix"]["edits"][0]["text"]) == ("GL510", False, "")
    counts = content["summary"]
    assert (counts["fixed"], counts["fixable"], counts["fixable_unsafely"]) == (0, 1, 1)


def test_json_says_that_most_findings_are_for_people(draft: Path) -> None:
    draft.write_bytes(SCAFFOLD.replace("license: CC-BY-4.0\n", "").encode())
    (finding,) = json.loads(guidelint("check", "--format", "json", draft).out)["diagnostics"]
    assert (finding["fixable"], finding["fix"]) == (False, None)


def test_rules_say_how_they_are_mended() -> None:
    rules = {rule["code"]: rule["fixes"] for rule in json.loads(guidelint("rules", "--format", "json").out)["rules"]}
    assert rules["GL102"] == ["--fix", "--unsafe-fixes"]
    assert (rules["GL103"], rules["GL201"]) == (["--unsafe-fixes"], [])
    table = {line[:5]: line for line in guidelint("rules").out.splitlines()}
    assert "  error    fix     a name that nothing defines" in table["GL102"]
    assert guidelint("explain", "GL103").out.startswith("GL103 unused-definition (warning, mended by --unsafe-fixes)\n")
