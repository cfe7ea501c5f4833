"""No fix does harm, whatever the defect: what it does not mean to change stays, and a second run has nothing to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seeds import SEEDS
from seeds.seed import Seed

from guidelint.diagnostic import Severity
from guidelint.document import read_document
from guidelint.edits import applied, data_after, is_same
from guidelint.linter import FileReport, Options, lint
from guidelint.mending import Mended
from guidelint.rules import RULES
from guidelint.testing import guideline_data
from guidelint.testing.documents import Data
from tests.fixes.fixing import WITHOUT_PROOFS, mended
from tests.rules.examples import EVERY_RULE

ROOT = Path(__file__).parents[2]
TEXTS = {
    "neck-spasm": (ROOT / "guideline" / "neck-spasm.yaml").read_text(encoding="utf-8"),
    "sore-throat": (ROOT / "tests" / "guidelines" / "sore-throat.yaml").read_text(encoding="utf-8"),
}

BEFORE_THE_LOGIC = [seed for seed in SEEDS if not seed.code.startswith(("GL3", "GL4")) and seed.crashes is None]


def judge(content: bytes, options: Options = WITHOUT_PROOFS) -> FileReport:
    return lint(content, "example.yaml", RULES, options)


def assert_does_no_harm(content: bytes, *, unsafe: bool, options: Options = WITHOUT_PROOFS) -> Mended:
    """Of all that was done: no error is new, and nothing is left for a second run."""
    before, result = judge(content, options), mended(content, unsafe=unsafe, options=options)
    known = {item.code for item in before.diagnostics} | {code for left in before.not_judged for code in left.codes}
    new = {item.code for item in result.report.diagnostics if item.severity is Severity.ERROR} - known
    assert not new
    assert bool(result.fixed) == (result.content != content)
    assert mended(result.content, unsafe=unsafe, options=options).fixed == ()
    return result


@pytest.mark.parametrize("seed", BEFORE_THE_LOGIC, ids=lambda seed: seed.id)
def test_the_fix_of_a_seeded_defect_does_no_harm(seed: Seed) -> None:
    content, _ = seed.sow(TEXTS[seed.guideline])
    assert_does_no_harm(content, unsafe=True)


LINES = {name: text.splitlines(keepends=True) for name, text in TEXTS.items()}


@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_of_a_guideline_with_slips_every_other_line_stays(name: str, data: st.DataObject) -> None:
    """A letter is struck out of some words; a safe fix changes no line in which nothing is found."""
    words = list(re.finditer(r"\b[a-z-]{5,}\b", TEXTS[name]))
    struck = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3, unique_by=lambda word: word.start()))
    text = TEXTS[name]
    for word in sorted(struck, key=lambda word: -word.start()):
        at = word.start() + data.draw(st.integers(1, len(word[0]) - 2))
        text = text[:at] + text[at + 1 :]
    result = assert_does_no_harm(text.encode(), unsafe=False)
    found = {item.range.start.line for item in result.fixed}
    assert changed_lines(text, result.content.decode()) <= found


def changed_lines(before: str, after: str) -> set[int]:
    """The lines, counted from 1, that are not what they were; each of them is still one line."""
    old, new = before.split("\n"), after.split("\n")
    assert len(old) == len(new)
    return {number for number, pair in enumerate(zip(old, new, strict=True), start=1) if pair[0] != pair[1]}


def in_yaml(data: Data, style: str) -> str:
    if style == "json":
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=style == "flow", width=60)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=guideline_data(),
    style=st.sampled_from(["json", "block", "flow"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    signature=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    is_ended=st.booleans(),
)
def test_fixes_of_any_guideline_change_only_what_they_mean_to(
    data: Data, style: str, line_end: str, signature: bytes, is_ended: bool
) -> None:
    """Unused definitions, of which generated guidelines have many, taken out one by one in every layout."""
    text = in_yaml(data, style).rstrip("\n") + ("\n" if is_ended else "")
    content = signature + text.replace("\n", line_end).encode()
    result = assert_does_no_harm(content, unsafe=True)
    assert result.content.startswith(signature)
    assert result.content.count(b"\r") == (result.content.count(b"\n") if line_end == "\r\n" else 0)
    if {item.code for item in result.fixed} <= {"GL103"}:
        assert is_left_of(result.content, content)


def is_left_of(some: bytes, whole: bytes) -> bool:
    """Whether nothing was done to the whole but that something was taken out."""
    rest = iter(whole)
    return all(byte in rest for byte in some)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=guideline_data(most_nodes=4), style=st.sampled_from(["json", "block", "flow"]))
def test_fixes_of_any_logic_do_no_harm(data: Data, style: str) -> None:
    """Branches that nobody takes, parts that change nothing, boundaries: by proof, before and afterwards."""
    assert_does_no_harm(in_yaml(data, style).encode(), unsafe=True, options=EVERY_RULE)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(data=guideline_data(), style=st.sampled_from(["json", "block", "flow"]), pick=st.data())
def test_a_fix_that_can_be_written_comes_to_the_data_that_it_says(data: Data, style: str, pick: st.DataObject) -> None:
    """One fix alone, before anything is taken back."""
    report = judge(in_yaml(data, style).encode())
    patches = [item.patch for item in report.diagnostics if item.patch is not None]
    if patches:
        patch = pick.draw(st.sampled_from(patches))
        after = read_document(applied(report.document.text, patch.edits).encode())
        assert is_same(after.data, data_after(report.document, [patch.fix]))
