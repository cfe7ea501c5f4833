"""docs/rules holds the page of every rule, made of the files of the rules as they are now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from guidelint.handbook import facts_of, pages
from guidelint.handbook.examples import Example
from guidelint.reporters.pages import rule_page
from guidelint.rule import FIRST_VERSION, Rule
from guidelint.rules import RULES

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "rules"
WRITTEN = pages(RULES)
LINK = re.compile(r"\]\(([^)#:]+\.md)\)")
SECTIONS = ["What it does", "Why it can harm a patient", "Example", "Mended", "How to fix", "Source"]


def test_the_pages_are_not_stale() -> None:
    """If this fails: guidelint rules --pages docs/rules."""
    found = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
    assert sorted(found) == sorted(WRITTEN)
    assert [name for name in WRITTEN if found[name] != WRITTEN[name]] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_address_in_a_finding_is_that_of_a_file(rule: Rule[Any]) -> None:
    address = rule_page("https://our.example/docs/", rule.code)
    assert address is not None
    assert (DOCS / address.removeprefix("https://our.example/docs/")).is_file()


@pytest.mark.parametrize("name", WRITTEN)
def test_every_link_leads_to_a_file(name: str) -> None:
    links = LINK.findall(WRITTEN[name])
    assert [link for link in links if not (FOLDER / link).is_file()] == []


def test_the_index_links_every_rule_once() -> None:
    links = [link for link in LINK.findall(WRITTEN["README.md"]) if not link.startswith("..")]
    assert links == [f"{rule.code}.md" for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_its_sections_and_facts(rule: Rule[Any]) -> None:
    page = WRITTEN[f"{rule.code}.md"]
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == SECTIONS
    assert page.count("```mermaid\n") in (0, page.count("```yaml\n"))
    assert f"\n# {rule.code} {rule.name}\n\nFinds {rule.summary}.\n" in page
    assert f"| since | {FIRST_VERSION} |" in page
    assert page.count("```") % 2 == 0


def picture_in(section: str) -> str:
    return "".join(re.findall(r"```mermaid\n(.*?)```", section, re.DOTALL))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_pictures_stand_where_they_show_the_finding(rule: Rule[Any]) -> None:
    page = WRITTEN[f"{rule.code}.md"]
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    failing, mended = (picture_in(sections[name]) for name in ("Example", "Mended"))
    assert bool(failing) == bool(mended)
    assert (rule.code in failing) == bool(failing)
    assert not re.search(r"[✖⚠ℹ] [A-Z]", mended)


def test_what_is_about_the_graph_is_drawn() -> None:
    drawn = {name.removesuffix(".md") for name, page in WRITTEN.items() if "```mermaid" in page}
    not_drawn = {rule.code for rule in RULES if rule.code[2] in "234"} - drawn
    assert not_drawn == {"GL307", "GL311", "GL315", "GL402"}  # of a criterion, assumptions, a limit, and of nobody
    assert not any(code.startswith(("GL0", "GL9")) for code in drawn)


def test_the_facts_of_a_rule() -> None:
    rules = {rule.code: rule for rule in RULES}
    assert list(facts_of(rules["GL110"])) == [
        ("severity", "warning, but off unless it is asked for"),
        ("confidence", "high"),
        ("mended", "by hand"),
        ("family", "definitions"),
        ("since", "0.1.0"),
    ]
    assert dict(facts_of(rules["GL003"]))["mended"] == (
        "by `--fix` where that is safe, and else by `--unsafe-fixes`, to be looked at afterwards"
    )
    assert dict(facts_of(rules["GL314"]))["silent where the same is said by"] == "GL307"


def test_what_is_said_of_an_example() -> None:
    example = Example("nodes:\n  ask: {type: decision, label: 'Fever?', branches: [{if: fever, then: treat}]}\n", RULES)
    assert example.is_in_the_graph("GL301")
    assert not example.is_in_the_graph("GL201")
    assert example.said() == (
        'error GL301 gap: node `ask` "Fever?": no branch matches this patient\n'
        "  patient: no Fever\n"
        "  walk: ask\n"
        "  help: add a branch for no Fever, or `else` for all who are left"
    )
