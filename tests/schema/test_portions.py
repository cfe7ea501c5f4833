"""A file in portions has the errors of the whole, at their places; where judging stops, the report says so."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidelint.diagnostic import Finding
from guidelint.document import read_document
from guidelint.linter import NotJudged, Options, lint
from guidelint.rules import RULES
from guidelint.schema import judge_shape, schema_text
from guidelint.schema.portions import SOUND, portions

HEAD = "format: guidelint/1\nid: a\ntitle: A\nversion: 1.0.0\nstatus: draft\nstart: a\nnodes: {}\n"
FACT = "{label: A fact, type: boolean}"
SCHEMA = json.loads(schema_text())
GUIDELINES = sorted((Path(__file__).parents[2] / "guideline").glob("*.yaml"))
ENTRIES = [key for key, schema in SCHEMA["properties"].items() if schema.get("type") in ("object", "array")]


def findings(content: str) -> list[Finding]:
    return list(judge_shape(read_document(content.encode())).findings)


def not_judged(content: str) -> list[NotJudged]:
    options = Options(frozenset(rule.code for rule in RULES), date(2026, 6, 1))
    return [left for left in lint(content.encode(), "a.yaml", RULES, options).not_judged if "GL101" in left.codes]


@pytest.mark.parametrize("key", ENTRIES)
def test_the_head_is_sound_with_nothing_below_any_key(key: str) -> None:
    """Else the first portion would have errors that the whole has not."""
    empty: Any = {} if SCHEMA["properties"][key]["type"] == "object" else []
    assert findings(json.dumps({**SOUND, key: empty})) == []


def test_portions_are_all_there_is() -> None:
    data = {"a": 1, "facts": {f"f{n}": [0] * 999 for n in range(5)}, "audience": [[0] * 999] * 3, "title": [1]}
    kinds = {"facts": "additionalProperties", "audience": "items", "title": "type"}
    head, *others = portions(data, {key: {kind: {}} for key, kind in kinds.items()})
    assert head.data == {"a": 1, "facts": {}, "audience": [], "title": []}
    assert [list(item.data["facts"]) for item in others if item.key == "facts"] == [["f0", "f1"], ["f2", "f3"], ["f4"]]
    assert [(item.first, len(item.data["audience"])) for item in others if item.key == "audience"] == [(0, 2), (2, 1)]


@pytest.mark.parametrize("path", GUIDELINES, ids=lambda path: path.stem)
@pytest.mark.parametrize(("old", "new"), [("label:", "lable:"), ("type:", "tpye:"), ("if:", "Iff:"), (" true", " 5")])
def test_small_portions_find_what_large_ones_find(
    path: Path, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = path.read_text(encoding="utf-8").replace(old, new)
    whole = findings(content)
    monkeypatch.setattr("guidelint.schema.portions.MOST_VALUES", 1)
    assert sorted(findings(content), key=str) == sorted(whole, key=str)


def test_items_of_a_later_portion_keep_their_index() -> None:
    text = HEAD + "audience: [" + "a reader, " * 3_000 + "5, a reader, 7]\n"
    assert [item.place.route for item in findings(text)] == [("audience", 3_000), ("audience", 3_002)]


def test_the_last_of_many_entries_is_judged() -> None:
    facts = "".join(f"  f{n}: {FACT}\n" for n in range(3_000))
    text = HEAD + f"facts:\n{facts}  last: {{label: 5, type: boolean}}\n"
    assert [item.place.route for item in findings(text)] == [("facts", "last", "label")]
    assert not_judged(text) == []


def test_a_report_says_where_judging_stopped() -> None:
    text = HEAD + "facts:\n" + "".join(f"  f{n}: 1\n" for n in range(600))
    assert len(findings(text)) == 500
    assert not_judged(text) == [NotJudged(("GL101",), "stopped after 500 findings")]


def test_no_more_than_a_thousand_violations_are_read_and_the_report_says_so() -> None:
    text = HEAD + "criteria:\n" + "".join(f"  f{n}: {{when: {{all: []}}}}\n" for n in range(3_000))
    assert not_judged(text) == [NotJudged(("GL101",), "stopped after 500 findings")]


def test_an_entry_of_many_values_is_judged_up_to_its_first_error() -> None:
    branches = "{if: a, then: b}, " * 2_000 + "{if: 5, then: b}, " * 3
    text = HEAD.replace("nodes: {}", f"nodes: {{a: {{type: decision, label: A, branches: [{branches}]}}}}")
    (found,) = findings(text)
    assert found.place.route == ("nodes", "a", "branches", 2_000, "if")
    assert not_judged(text) == [NotJudged(("GL101",), "stopped after 1 finding")]


def test_no_help_repeats_a_list_without_end() -> None:
    text = HEAD + f"criteria: {{a: {{label: A, when: [{'abcde, ' * 1_000}]}}}}\n"
    assert all(len(item.help) < 1_000 for item in findings(text))
