"""Every page, by the name of its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guidelint.handbook.index import index_page
from guidelint.handbook.markdown import markdown_page, page_name
from guidelint.rule import Rule

INDEX = "README.md"


def pages(rules: Sequence[Rule[Any]]) -> Mapping[str, str]:
    return {INDEX: index_page(rules), **{page_name(rule.code): markdown_page(rule, rules) for rule in rules}}
