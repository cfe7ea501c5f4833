"""Every example of every rule's page, and every case file, is run through all the rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from guidelint.rule import Rule
from guidelint.rules import RULES
from tests.rules.examples import SCAFFOLD, expected, found, run, whole

CASES = sorted((Path(__file__).parent / "cases").rglob("*.yaml"))
SECTIONS = ["What it does", "Why it can harm a patient", "Example", "Mended", "How to fix", "Source"]
WITHOUT_EXAMPLE = {"GL906", "GL999"}


def examples(rule: Rule[Any], section: str) -> list[str]:
    text = rule.documentation.split(f"\n## {section}\n", 1)[-1].split("\n## ", 1)[0]
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_scaffold_is_sound() -> None:
    assert found(run("")) == set()
    assert whole("") == SCAFFOLD


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_has_its_sections_in_order(rule: Rule[Any]) -> None:
    assert re.findall(r"^## (.+)$", rule.documentation, re.MULTILINE) == SECTIONS
    assert rule.summary[:1].islower()
    assert not rule.summary.endswith(".")


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code not in WITHOUT_EXAMPLE], ids=lambda rule: rule.code
)
def test_failing_example_fails_where_it_says(rule: Rule[Any]) -> None:
    failing = examples(rule, "Example")
    assert failing
    for example in failing:
        wanted = expected(whole(example))
        assert rule.code in {code for _, code in wanted}
        assert found(run(example)) == wanted


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code not in WITHOUT_EXAMPLE], ids=lambda rule: rule.code
)
def test_mended_example_is_silent(rule: Rule[Any]) -> None:
    mended = examples(rule, "Mended")
    assert mended
    for example in mended:
        assert found(run(example)) == set()


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_finds_what_it_says_and_nothing_else(path: Path) -> None:
    fragment = path.read_bytes().decode("utf-8", "surrogateescape")
    assert found(run(fragment)) == expected(whole(fragment))
