"""All rules on one page, family by family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from guidelint.handbook.markdown import WRITTEN, page_name
from guidelint.rule import Fixing, Rule

FAMILIES: Mapping[str, str] = {
    "document": "They read the bytes and the YAML.",
    "definitions": "They read the guideline name by name, and what is said of it as a whole.",
    "graph": "They read the steps, and the ways between them.",
    "logic": "They speak of every patient, and show one.",
    "safety": "They read the constraints and contraindications, over every patient and every walk.",
    "evidence": "They read the statements, the references and the strength of the advice.",
    "cases": "They walk the patients with a known answer.",
    "terminology": "They read the codes and the units.",
    "set_asides": "They read the comments and waivers by which findings are set aside, and speak last.",
}

BAR = r"\|"
"""One that ends no cell of a table."""

MENDED = {Fixing.NEVER: "", Fixing.SAFELY: "safely", Fixing.UNSAFELY: "unsafely", Fixing.EITHER: "safely"}


def index_page(rules: Sequence[Rule[Any]]) -> str:
    return "\n".join((WRITTEN, "", "# Rules", "", *_intro(rules), *_families(rules)))


def _intro(rules: Sequence[Rule[Any]]) -> Iterator[str]:
    yield f"{len(rules)} rules. In the terminal: `guidelint rules`, and `guidelint explain GL201` or `--all`."
    yield "[configuration.md](../configuration.md) says how they are switched on and off,"
    yield "[set-asides.md](../set-asides.md) how a finding is set aside, [fixes.md](../fixes.md) what fixes do, and"
    yield "[own-rules.md](../own-rules.md) how others are written."
    yield ""


def _families(rules: Sequence[Rule[Any]]) -> Iterator[str]:
    for family, members in groupby(rules, key=lambda rule: rule.family):
        of_family = list(members)
        yield f"## {_title(family, of_family)}"
        yield ""
        yield FAMILIES.get(family, f"They come from the package `{family}`.")
        yield ""
        yield "| rule | finds | severity | mended |"
        yield "|---|---|---|---|"
        yield from (_row(rule) for rule in of_family)
        yield ""


def _title(family: str, members: Sequence[Rule[Any]]) -> str:
    return f"{members[0].code[:3]} {family.replace('_', '-')}" if family in FAMILIES else family


def _row(rule: Rule[Any]) -> str:
    link = f"[{rule.code} {rule.name}]({page_name(rule.code)})"
    level = rule.severity.word if rule.is_default else "off"
    return f"| {link} | {rule.summary.replace('|', BAR)} | {level} | {MENDED[rule.fixing]} |"
