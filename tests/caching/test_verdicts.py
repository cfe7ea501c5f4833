"""A verdict from the cache is the verdict itself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidelint.caching.store import Store
from guidelint.caching.values import Misfit, packed, types_of, unpacked
from guidelint.caching.verdicts import Days, Verdicts, days_around, light
from guidelint.diagnostic import Cut, Fix, Place, Quote, Remove, Rename, Severity, Span
from guidelint.linter import FileReport, lint
from guidelint.rules import RULES
from tests.rules.examples import EVERY_RULE, SCAFFOLD, TODAY

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "rules" / "cases").glob("*/*.yaml"))[::40]
BROKEN = (
    SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")
    + "waivers:\n  - {rule: GL102, at: nodes.ask, reason: to be mended, by: A. Author, until: 2026-12-31}\n"
)
TEXTS = [SCAFFOLD, BROKEN, BROKEN.split("waivers")[0], "format: 9\nnodes: [", "", *(path.read_text() for path in CASES)]


@pytest.fixture
def verdicts(tmp_path: Path) -> Verdicts:
    return Verdicts(Store(str(tmp_path)), "this one")


def told(report: FileReport | None) -> dict[str, Any]:
    """All that a reporter is given."""
    assert report is not None
    own = {name: getattr(light(report), name) for name in types_of(FileReport)}
    return {**own, "document": (report.document.path, report.document.text)}


def judged(text: str) -> FileReport:
    return lint(text.encode(), "a.yaml", RULES, EVERY_RULE)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_read_back_is_what_was_found(verdicts: Verdicts, text: str) -> None:
    report = judged(text)
    verdicts.put("ab" * 16, report, TODAY)
    assert told(verdicts.get("ab" * 16, text.encode(), "a.yaml", TODAY)) == told(report)


def test_a_key_names_all_that_a_verdict_depends_on(verdicts: Verdicts) -> None:
    fewer = replace(EVERY_RULE, enabled=EVERY_RULE.enabled - {"GL102"})
    milder = replace(EVERY_RULE, levels={"GL102": Severity.INFO})
    keys = [
        verdicts.key("digest", "a.yaml", EVERY_RULE, None),
        verdicts.key("other", "a.yaml", EVERY_RULE, None),
        verdicts.key("digest", "b.yaml", EVERY_RULE, None),
        verdicts.key("digest", "a.yaml", EVERY_RULE, (10.0, 60.0)),
        verdicts.key("digest", "a.yaml", EVERY_RULE, (10.0, 61.0)),
        verdicts.key("digest", "a.yaml", fewer, None),
        verdicts.key("digest", "a.yaml", milder, None),
        verdicts.key("digest", "a.yaml", replace(EVERY_RULE, most_bytes=1), None),
        replace(verdicts, program="another one").key("digest", "a.yaml", EVERY_RULE, None),
    ]
    assert len(set(keys)) == len(keys)
    assert verdicts.key("digest", "a.yaml", replace(EVERY_RULE, today=date(2000, 1, 1)), None) == keys[0]


TEXT = "review-by: 2026-05-31\nuntil: 2026-12-31"


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 1, 1), Days("", "2026-05-31")),
        (date(2026, 5, 31), Days("2026-05-31", "2026-05-31")),
        (date(2026, 6, 1), Days("2026-05-31", "2026-12-31")),
        (date(2027, 1, 1), Days("2026-12-31", "~")),
    ],
)
def test_on_which_days_a_verdict_holds(today: date, days: Days) -> None:
    assert days_around(TEXT, today) == days
    assert days.hold(today.isoformat())
    assert [other for other in ("2026-05-30", "2026-05-31", "2026-06-01", "2027-01-01") if days.hold(other)] == [
        other
        for other in ("2026-05-30", "2026-05-31", "2026-06-01", "2027-01-01")
        if days_around(TEXT, date.fromisoformat(other)) == days
    ]


def test_where_an_escape_may_hide_a_day_a_verdict_holds_for_one() -> None:
    assert days_around('review-by: "\\x32026-05-31"', TODAY) == Days(TODAY.isoformat(), TODAY.isoformat())


def test_a_verdict_does_not_outlive_the_day_that_it_names(verdicts: Verdicts) -> None:
    text = SCAFFOLD + "review-by: 2026-05-31\n"
    early, late = date(2026, 5, 31), date(2026, 6, 1)
    report = lint(text.encode(), "a.yaml", RULES, replace(EVERY_RULE, today=early))
    verdicts.put("ab" * 16, report, early)
    assert told(verdicts.get("ab" * 16, text.encode(), "a.yaml", early)) == told(report)
    assert verdicts.get("ab" * 16, text.encode(), "a.yaml", late) is None


def written(verdicts: Verdicts, text: str, change: Any) -> FileReport | None:
    """What is read from an entry that somebody has changed, and sealed anew."""
    verdicts.put("ab" * 16, judged(text), TODAY)
    content = json.loads(verdicts.store.get("ab" * 16) or b"")
    verdicts.store.put("ab" * 16, json.dumps(change(content)).encode())
    return verdicts.get("ab" * 16, text.encode(), "a.yaml", TODAY)


def with_diagnostic(index: int, value: Any) -> Any:
    def change(content: Any) -> Any:
        content[1]["diagnostics"][0][index] = value
        return content

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        lambda _: [],
        lambda _: {},
        lambda content: content[:1],
        lambda content: [content[0], {}],
        lambda content: [content[0], {**content[1], "diagnostics": 7}],
        lambda content: [content[0], {**content[1], "muted": "7"}],
        lambda content: [content[0], {**content[1], "muted": True}],
        with_diagnostic(0, "Rename"),
        with_diagnostic(1, "b.yaml"),
        with_diagnostic(2, ["Range", ["Position", 999, 1], ["Position", 999, 2]]),
        with_diagnostic(2, ["Range", ["Position", 0, 1], ["Position", 1, 2]]),
        with_diagnostic(5, "FATAL"),
    ],
)
def test_a_hostile_entry_is_no_entry(verdicts: Verdicts, change: Any) -> None:
    text = BROKEN.split("waivers")[0]
    assert written(verdicts, text, lambda content: content) is not None
    assert written(verdicts, text, change) is None


def test_an_entry_nested_without_end_is_no_entry(verdicts: Verdicts) -> None:
    verdicts.store.put("ab" * 16, b"[" * 100_000)
    assert verdicts.get("ab" * 16, b"", "a.yaml", TODAY) is None


def test_values_of_unions_are_told_apart_by_their_names() -> None:
    edits = (Rename(Place(("a", 1)), "b"), Quote(Place()), Remove(Place(span=Span(1, 2))), Cut(Span(0, 1), ""))
    fix = Fix(edits, "mend it", is_safe=True)
    assert unpacked(Fix, json.loads(json.dumps(packed(fix)))) == fix


@pytest.mark.parametrize(
    "data", [None, 1, "Fix", [], ["Fix"], ["Fix", [], "title", 1], ["Fix", [["Diagnostic"]], "t", True]]
)
def test_what_does_not_fit_its_type_is_not_built(data: Any) -> None:
    with pytest.raises(Misfit):
        unpacked(Fix, data)


def test_half_a_character_survives() -> None:
    assert unpacked(str, json.loads(json.dumps(packed("\udcff")))) == "\udcff"
