"""A rule's documentation with what its examples come to: the same for a terminal and for the web."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from guidelint.handbook.examples import Example
from guidelint.rule import Rule

FAILING, MENDED = "Example", "Mended"
"""The sections with examples."""

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^(?=## )", re.MULTILINE)


def text_of(rule: Rule[Any], rules: Sequence[Rule[Any]], *, is_drawn: bool = False) -> str:
    """The sections of a rule's page, in Markdown. Behind a failing example stands what is found in it, and if
    `is_drawn`, behind every example how it looks, unless no picture shows where the finding is."""
    judged = {text: Example(text, rules) for title in (FAILING, MENDED) for text in examples_of(rule, title)}
    draws = is_drawn and any(example.is_in_the_graph(rule.code) for example in judged.values())

    def shown(block: re.Match[str]) -> str:
        example = judged[block[1]]
        found = f"\n\nWhat is found:\n\n```text\n{example.said()}\n```" if example.said() else ""
        picture = f"\n\n```mermaid\n{example.picture()}```" if draws and example.picture() else ""
        return f"{block[0]}{found}{picture}"

    told = [BLOCK.sub(shown, text) if title in (FAILING, MENDED) else text for title, text in _sections(rule).items()]
    return "\n\n".join(told) + "\n"


def examples_of(rule: Rule[Any], title: str) -> list[str]:
    """The blocks of YAML in a section."""
    return BLOCK.findall(_sections(rule).get(title, ""))


def _sections(rule: Rule[Any]) -> Mapping[str, str]:
    """By their titles, with these."""
    _, _, text = rule.documentation.strip().partition("\n")
    sections = (section.strip() for section in SECTION.split(text))
    return {section.partition("\n")[0].removeprefix("## "): section for section in sections if section}
