"""The examples in docs/formats.md are what is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from guidelint.linter import Options, lint
from guidelint.reporters import FORMATS, render
from guidelint.rules import RULES
from tests.reporters.reports import TODAY, report
from tests.rules.examples import SCAFFOLD

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")


def example(name: str) -> str:
    """The first block below the heading of a format."""
    section = PAGE.split(f"\n## {name}\n", 1)[1]
    found = re.search(r"^```\w+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "markdown"])
def test_an_example_is_what_is_printed(name: str) -> None:
    options = Options(frozenset({"GL102"}), TODAY, budget=None)
    found = lint(BROKEN.encode(), "guideline/fever.yaml", RULES, options)
    unfixed = replace(found, diagnostics=tuple(replace(item, patch=None) for item in found.diagnostics))
    assert render(name, report(unfixed)) == example(name)


def test_every_format_is_named() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(FORMATS)
