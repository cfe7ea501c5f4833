"""docs/comparison.md promises nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidelint.cli.main import COMMANDS, command_line
from guidelint.reporters import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "comparison.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| (?!feature)\w", line)]


def options() -> set[str]:
    """Of all commands."""
    context = command_line.make_context("guidelint", [], resilient_parsing=True)
    commands = [command_line.get_command(context, name) for name in COMMANDS]
    found = [param for command in commands if command is not None for param in command.params]
    return {option for param in found for option in (*param.opts, *param.secondary_opts)}


def test_every_option_exists() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z-]*[a-z]", re.sub(r"\]\(\S+\)", "", PAGE)))
    assert len(named) > 20
    assert sorted(named - options()) == []


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)", PAGE))))
def test_every_link_leads_to_a_file(link: str) -> None:
    assert (DOCS / link).is_file()


def test_the_rows_are_plain() -> None:
    words = {row[0]: row[2] for row in ROWS}
    assert len(words) == len(ROWS) == 43
    assert words.pop("output formats") == str(len(FORMATS))
    assert set(words.values()) == {"yes", "partly", "no"}
