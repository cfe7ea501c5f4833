"""docs/set-asides.md: its examples set aside what they say, and its baseline is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidelint.baseline import read_baseline
from guidelint.rules import RULES
from tests.rules.examples import found, run

PAGE = (Path(__file__).parents[1] / "docs" / "set-asides.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("example", "aside"),
    list(zip(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL), [["GL506", "GL501", "GL506"], ["GL506"]], strict=True)),
)
def test_its_examples_set_aside_what_they_name_and_leave_nothing(example: str, aside: list[str]) -> None:
    report = run(example)
    assert (found(report), sorted(item.code for item, _ in report.set_aside)) == (set(), sorted(aside))


def test_its_baseline_is_one() -> None:
    (text,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert [list(counts.values()) for counts in read_baseline(text.encode()).values()] == [[1]]


def test_it_names_every_rule_on_set_asides() -> None:
    ours = {rule.code for rule in RULES if rule.code.startswith("GL9")} - {"GL999"}
    assert set(re.findall(r"rules/(GL9\d\d)\.md", PAGE)) == ours
