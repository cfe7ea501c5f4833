"""Whatever a label holds, it is read back character by character, and nothing in it acts."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.diagrams import dot, mermaid_text
from guidelint.diagrams.text import LINE_BREAK, UNFIT, held_together, shown, wrapped
from tests.diagrams.labels import LABELS

CODES = [
    "#",
    ";",
    "&",
    "<",
    ">",
    '"',
    "\\",
    "\n",
    " ",
    ":",
    "%%",
    "ﬂ",
    "°",
    "¶",
    "ß",
    "- ",
    "1. ",
    "style",
    "direction",
    "LR",
]
WORDS = [
    "fa:fa-x",
    "&lt;",
    "#35;",
    "$$",
    "`",
    "**",
    "75 mg",
    "\\n",
    "\\N",
    "é",
    "😀",
    "א",
    "]",
    "[",
    "(",
    "www.",
    "http://",
]
LEFT_OUT = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
FIT = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=LEFT_OUT)
FIT_TEXTS = st.one_of(st.text(FIT | st.just("\n")), st.lists(st.sampled_from(CODES + WORDS)).map("".join))
ANY_TEXTS = st.text(st.characters())


def read_mermaid(escaped: str) -> str:
    """As Mermaid does it, but for the character without a look that keeps its inner marks apart."""
    text = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), escaped)
    return text.replace("ﬂ\u2060°", "ﬂ°").replace("¶\u2060ß", "¶ß")


def read_dot(escaped: str) -> str:
    """As Graphviz does it, by its documentation: backslashes, then the entities of HTML."""
    read, characters = "", iter(escaped)
    for character in characters:
        if character == "\\":
            following = next(characters)
            read += "\n" if following == "n" else following
        else:
            read += character
    return html.unescape(read)


@pytest.mark.parametrize(("label", "in_mermaid", "in_dot"), LABELS, ids=[ascii(label) for label, _, _ in LABELS])
def test_escape_is_exact(label: str, in_mermaid: str, in_dot: str) -> None:
    assert mermaid_text.escape(label) == in_mermaid
    assert dot.escape(label) == in_dot


@given(FIT_TEXTS)
def test_any_label_is_read_back(label: str) -> None:
    assert read_mermaid(mermaid_text.escape(label)) == label
    assert read_dot(dot.escape(label)) == label


def test_a_text_that_is_passed_on_at_once_has_nothing_that_is_unfit() -> None:
    printable = "".join(character for character in map(chr, range(0x110000)) if character.isprintable())
    assert not UNFIT.search(printable)
    assert not LINE_BREAK.search(printable)


@given(ANY_TEXTS)
def test_what_cannot_be_shown_stays_visible(label: str) -> None:
    assert read_mermaid(mermaid_text.escape(label)) == shown(label)
    assert len(shown(label)) == len(label.replace("\r\n", "\n"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]", shown(label))


@given(FIT_TEXTS)
def test_no_label_acts_in_mermaid(label: str) -> None:
    escaped = mermaid_text.escape(label)
    assert not set(escaped) & set('"<>&`\\$*_~@{}')
    assert "%%" not in escaped
    assert not re.search(r"(style|classDef).*:\S*#.*;", escaped)
    assert not re.search(r"direction\s", escaped)
    assert not re.search(r"fa[bklrs]?:fa-|://", escaped)
    for line in escaped.split("\n"):
        assert not re.match(r"\s|[-+*](\s|$)|\d+[.)](\s|$)|=|\||-+$", line)
    assert "\n" not in mermaid_text.escape_line(label)


@given(FIT_TEXTS)
def test_no_label_ends_its_quotes_in_dot(label: str) -> None:
    assert re.fullmatch(r'(?:[^"\\\n]|\\[\\"n])*', dot.escape(label))


@given(FIT_TEXTS, st.integers(1, 40))
def test_wrapping_changes_spaces_only(label: str, width: int) -> None:
    assert wrapped(label, width).replace("\n", " ") == label.replace("\n", " ")
    assert held_together(label).replace("\u00a0", " ") == label.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pregabalin, 75 mg", ["Pregabalin,", "75 mg"]),
        ("Look back after 4 to 6 weeks", ["Look back", "after", "4 to 6 weeks"]),
        ("Creatinine clearance < 30 mL/min", ["Creatinine", "clearance", "< 30 mL/min"]),
        ("Age at least 45 years", ["Age", "at least 45 years"]),
        ("Do not give", ["Do", "not give"]),
        ("Donaudampfschiff", ["Donaudampfschiff"]),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10).split("\n") == lines
