"""Markdown, read by a program that reads what GitHub writes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guidelint.diagnostic import Severity
from guidelint.reporters import render
from guidelint.reporters.markdown import inert, short_markdown
from guidelint.reporters.style import safe
from tests.reporters.reports import ANY_TEXT, HOSTILE, file_report, finding, report, set_aside

PARSER = MarkdownIt("gfm-like", {"linkify": False})
PAGE = "GL301 gap"


def plain(token: Token) -> str:
    """What is seen of a cell."""
    parts = []
    for child in token.children or ():
        assert child.type in ("text", "html_inline", "text_special"), child
        assert child.type != "html_inline" or child.content in ("<br>", "<!-- -->")
        parts.append({"<br>": "\n", "<!-- -->": ""}.get(child.content, child.content))
    return "".join(parts)


def read_back(text: str) -> str:
    tokens = PARSER.parse(f"| a | b |\n|---|---|\n| {text} | end |\n")
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    assert plain(cells[3]) == "end"
    return plain(cells[2]).strip()


def shown(text: str) -> str:
    """One line for each; a cell has no room around its text."""
    lines = re.split("\r\n|\r|\n", text)
    return "\n".join(map(safe, lines)).strip()


def test_the_numbers_and_a_row_for_each_finding_the_worst_first() -> None:
    warning = finding("less wrong", severity=Severity.WARNING)
    item = finding(patient=(("Fever", "yes"),), region=("Fever or Cough",), walk=("ask", "treat"))
    assert render("markdown", report(file_report(warning, item))) == (
        "## guidelint\n"
        "\n"
        "- 1 file checked: 1 error, 1 warning\n"
        "\n"
        "| Severity | Rule | Place | Finding | Patient |\n"
        "|---|---|---|---|---|\n"
        f"| error | {PAGE} | a.yaml:3 | this is wrong<br>help: mend it "
        "| Fever<br>region: Fever or Cough<br>walk: ask → treat |\n"
        f"| warning | {PAGE} | a.yaml:3 | less wrong<br>help: mend it |  |\n"
    )


def test_a_clean_run_has_no_table() -> None:
    assert render("markdown", report(file_report())) == "## guidelint\n\n- 1 file checked: no findings\n"


def test_what_is_set_aside_stands_below_with_its_reason() -> None:
    text = render("markdown", report(file_report(aside=[(finding(), set_aside("agreed | by all"))])))
    assert text.endswith(
        "| Rule | Place | Finding | Set aside, because |\n"
        "|---|---|---|---|\n"
        f"| {PAGE} | a.yaml:3 | this is wrong | agreed \\| by all |\n"
    )


def test_where_there_is_no_room_the_worst_stay_and_the_rest_is_counted() -> None:
    items = [finding(str(number), severity=Severity.INFO) for number in range(9)]
    content = report(file_report(*items, finding("worst")))
    size = len(render("markdown", report(file_report(finding("worst")))).splitlines()[-1]) + 1
    text = short_markdown(content, size)
    assert [line for line in text.splitlines() if "| worst" in line] != []
    assert text.endswith("\n\n9 more findings for which there is no room here.\n")
    assert short_markdown(content, 10**6) == render("markdown", content)


def test_the_base_of_the_pages_is_configured() -> None:
    content = report(file_report(finding()), docs_base="https://our.example/guidelint/")
    assert "[GL301 gap](https://our.example/guidelint/rules/GL301.md)" in render("markdown", content)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    assert read_back(inert(text)) == shown(text)


@given(ANY_TEXT)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert read_back(inert(text)) == shown(text)


def test_nobody_is_called_and_nothing_linked() -> None:
    calling = "@everybody #12 https://a.example www.a.example :tada:"
    assert inert(calling) == (
        "@<!-- -->everybody #<!-- -->12 https:<!-- -->//a.example www<!-- -->.a.example :<!-- -->tada:"
    )
