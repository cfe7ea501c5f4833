"""The rules on bytes and YAML: exactly where each one speaks, what it says, and what it asks for."""

from __future__ import annotations

import pytest

from guidelint.diagnostic import Diagnostic
from guidelint.document import refuse_large
from guidelint.linter import lint_document
from guidelint.rules import RULES
from tests.rules.examples import EVERY_RULE, run

Row = tuple[str, str, int, int, int, str, str]

CLOSE_BRACE = "close it with `}`"
QUOTE = "quote the text"
INDENTATION = ("the indentation does not fit the lines above", "indent the line like those that it belongs to")
AFTER_QUOTES = (
    "the quoted text ends before this",
    "quote the whole text; inside single quotes, write '' for a quote",
)
NOT_CLOSED = ("a quoted text is opened here and not closed before the next lines", "close it with the same quote")
NO_KEY = ("this line is no `key: value`", "put a colon and a space after the key, or quote the text")
NOT_BEHIND = ("this does not belong to what stands before it", "quote the whole text, or begin a new line")
TAB = ("a tab stands where only spaces may", "put spaces in its place")
ESCAPE = ("a backslash starts an escape that YAML does not know", "use single quotes, or write two backslashes")
SECOND_COLON = "quote the text that contains it, or put a comma before the next key"
NAME_KEY = "give it a name that begins with a letter"
NO_TAG = "remove the tag, and put quotes around a text"
NO_CUT = (
    "the text ends before this `#`: what follows is a comment",
    "put quotes around the whole text, or a space after the `#` of a comment",
)
GENERAL = "write it as `{fact: NAME, at-least: NUMBER}`, or put quotes around a text"

ROWS: list[Row] = [
    ("a: {b: 1", "GL001", 2, 4, 5, "`{` is opened here and not closed properly", CLOSE_BRACE),
    ("a: [b: {c: d]", "GL001", 2, 8, 9, "`{` is opened here and not closed properly", CLOSE_BRACE),
    ("a: [b", "GL001", 2, 4, 5, "`[` is opened here and not closed properly", "close it with `]`"),
    ("a: [b]]", "GL001", 2, 7, 8, "`]` closes nothing that is open", "remove it, or quote the text"),
    ("a: [b,,c]", "GL001", 2, 7, 8, "nothing stands before this `,`", "write what is missing, or remove it"),
    (
        "a: ['b' 'c']",
        "GL001",
        2,
        9,
        10,
        "a comma is missing before this",
        "put a comma between the items, or quote the whole text",
    ),
    ("{a: b: c}", "GL001", 2, 6, 7, "a second `:` in one item", SECOND_COLON),
    ("a: b: c", "GL001", 2, 5, 6, "a second `:` in one line", "quote the text that contains it"),
    (
        "{a:[b]}",
        "GL001",
        2,
        3,
        4,
        "a `:` stands right before a bracket or a comma",
        "put a space after the `:`, or quote the text",
    ),
    (": b", "GL001", 2, 1, 2, "nothing stands before this `:`", "write a key"),
    (
        "a: b\n  c: d",
        "GL001",
        3,
        4,
        5,
        "a key cannot stand below a text",
        "indent it as the key above, or quote the text",
    ),
    ("k" * 1_100 + ": a", "GL001", 2, 1_101, 1_102, "a key is longer than 1,024 characters", "shorten it"),
    (
        "a: b\nc\nd: e",
        "GL001",
        3,
        1,
        2,
        "this line is no `key: value`",
        "put a colon and a space after the key, or quote the text",
    ),
    ("a: 'b", "GL001", 2, 4, 5, "a quoted text is opened here and not closed", "close it with the same quote"),
    (r'a: "b\q"', "GL001", 2, 6, 7, *ESCAPE),
    (r'a: "b\u12"', "GL001", 2, 6, 7, *ESCAPE),
    (r'a: "\ud83d"', "GL001", 2, 5, 6, *ESCAPE),
    ("a:\n\tb: c", "GL001", 3, 1, 2, *TAB),
    ("a: [b]\n \tc: d", "GL001", 3, 2, 3, *TAB),
    ("a:\n  b: c\n d: e", "GL001", 4, 2, 3, *INDENTATION),
    ("a: 'b' c", "GL001", 2, 8, 9, *AFTER_QUOTES),
    ("a: 'it's'", "GL001", 2, 8, 9, *AFTER_QUOTES),
    ("a: 'b\nc: 'd'", "GL001", 2, 4, 5, *NOT_CLOSED),
    ('a:\n  - "b\n  - c: "d"', "GL001", 3, 5, 6, *NOT_CLOSED),
    ("a: 'b\n  c' d", "GL001", 3, 6, 7, *AFTER_QUOTES),
    ("a: |\n  b: c\n  d: e\n f: g", "GL001", 5, 2, 3, *INDENTATION),
    ("a: [b] c", "GL001", 2, 8, 9, *NOT_BEHIND),
    ("a: , b", "GL001", 2, 4, 5, "a text cannot begin with `,`", QUOTE),
    ("a: ? b", "GL001", 2, 4, 5, "a text cannot begin with `?`", QUOTE),
    ("a:b\nc: d", "GL001", 2, 2, 3, "no space stands behind this `:`", "put a space there"),
    ("a: b\nc:d\ne: f", "GL001", 3, 2, 3, "no space stands behind this `:`", "put a space there"),
    ("- a\n-b\n- c", "GL001", 3, 1, 2, "no space stands behind this `-`", "put a space there"),
    ("a:\n  - b:c\n    d: e", "GL001", 3, 6, 7, "no space stands behind this `:`", "put a space there"),
    ("a: b\nhttp://c\nd: e", "GL001", 3, 1, 2, *NO_KEY),
    ("a: - b", "GL001", 2, 4, 5, "a list cannot begin behind its key", "begin it on the next line"),
    ("a: @b", "GL001", 2, 4, 5, "a text cannot begin with `@`", QUOTE),
    ("a: %b", "GL001", 2, 4, 5, "a text cannot begin with `%`", QUOTE),
    ("a: * b", "GL001", 2, 4, 5, "a text cannot begin with `*` or `&`", QUOTE),
    ("a: |b", "GL001", 2, 4, 5, "a text cannot begin with `|` or `>`", "quote the text, or begin it on the next line"),
    ("a: b\n%c", "GL001", 3, 1, 2, "a line cannot begin with `%`", QUOTE),
    (
        "%FOO a\n---\n",
        "GL001",
        2,
        1,
        7,
        "no guideline needs this directive",
        "remove the line, or quote it if it is a text",
    ),
    ("%YAML 1.2\na: b", "GL001", 3, 1, 2, "a line `---` has to follow a directive", "write `---` above this"),
    (
        "a: b\na: c",
        "GL002",
        3,
        1,
        2,
        "the key `a` stands twice in one mapping",
        "keep one of the two, or give the second a name of its own",
    ),
    (
        "a: no",
        "GL003",
        2,
        4,
        6,
        "`no` is text in YAML 1.2, but false in YAML 1.1",
        "write false, or put quotes if it is a text: 'no'",
    ),
    ("On: b", "GL003", 2, 1, 3, "`On` is text in YAML 1.2, but true in YAML 1.1", "put quotes: 'On'"),
    (
        "a: 12:30",
        "GL003",
        2,
        4,
        9,
        "`12:30` is text in YAML 1.2, but a number to base 60 in YAML 1.1",
        "put quotes: '12:30'",
    ),
    (
        "a: [010]",
        "GL003",
        2,
        5,
        8,
        "`010` is the number 10 in YAML 1.2, but the octal number 8 in YAML 1.1",
        "write 10, or put quotes: '010'",
    ),
    (
        "010: b",
        "GL003",
        2,
        1,
        4,
        "`010` is the number 10 in YAML 1.2, but the octal number 8 in YAML 1.1",
        "write 10, or put quotes: '010'",
    ),
    (
        "a: 1_000",
        "GL003",
        2,
        4,
        9,
        "`1_000` is text in YAML 1.2, but a number in YAML 1.1",
        "write 1000, or put quotes: '1_000'",
    ),
    (
        "a: .nan",
        "GL003",
        2,
        4,
        8,
        "`.nan` is no number that a guideline can hold",
        "write a number, or put quotes: '.nan'",
    ),
    ("a: &b c\nd: *b", "GL004", 3, 4, 6, "the alias `*b` hides what stands here", "write out what it stands for"),
    ("a: *b", "GL004", 2, 4, 6, "the alias `*b` names no anchor", "write out what is meant, or quote the text"),
    ("a: &b c", "GL004", 2, 4, 6, "the anchor `&b` is named by no alias", "remove it, or quote the text"),
    ("a: {<<: {}}", "GL004", 2, 5, 7, "a merge key hides which keys this mapping has", "write the keys out"),
    ("a: !!str b", "GL005", 2, 4, 9, "the tag `!!str` changes what stands behind it", NO_TAG),
    (
        "%TAG ! a:\n---\nb: c",
        "GL005",
        2,
        1,
        10,
        "a directive defines tags, and no guideline needs any",
        "remove the line",
    ),
    ("1: b", "GL006", 2, 1, 2, "the key `1` is no text", NAME_KEY),
    ("? [a]\n: b", "GL006", 2, 3, 4, "a list or a mapping cannot be a key", "write a text as the key"),
    ("?\n: b", "GL006", 2, 2, 2, "a value stands here without a key", "write a key before the `:`"),
    ("a: \udcfc", "GL007", 2, 4, 5, "the byte 0xfc is not UTF-8", "save the file as UTF-8"),
    (
        "a: \u202e",
        "GL007",
        2,
        4,
        5,
        "the character U+202E cannot stand in a guideline",
        "delete it: no editor shows what it does",
    ),
    (
        r'a: "b\0"',
        "GL007",
        2,
        6,
        8,
        r"the escape `\0` stands for the character U+0000",
        "leave it out: no guideline can hold this character",
    ),
    (
        "[" * 101,
        "GL008",
        2,
        101,
        102,
        "too large to be judged: more than 100 levels deep",
        "close the brackets, or name inner conditions as criteria",
    ),
    ("a: 1e999", "GL008", 2, 4, 9, "too large to be judged: a number with too many digits", "write fewer digits"),
    (
        "a: b\n---\nc: d",
        "GL009",
        3,
        1,
        4,
        "a second document begins here",
        "put it into a file of its own, or remove this line",
    ),
    ("", "GL010", 1, 1, 1, "this file holds no guideline", "write the guideline, or remove the file"),
    ("~", "GL010", 2, 1, 2, "this file holds no guideline", "write the guideline, or remove the file"),
    ("a: give #2 b", "GL011", 2, 9, 13, *NO_CUT),
    (
        "if: age >= 65",
        "GL012",
        2,
        5,
        14,
        "YAML does not read `age >= 65` as a comparison",
        "write `{fact: age, at-least: 65}`, or put quotes around a text",
    ),
    (
        "above: >=140",
        "GL012",
        2,
        8,
        13,
        "YAML does not read `>=140` as a comparison",
        "write `at-least: 140`, or put quotes around a text",
    ),
    (
        "below: < 6 wk",
        "GL012",
        2,
        8,
        14,
        "YAML does not read `< 6 wk` as a comparison",
        "write `below: 6 wk`, or put quotes around a text",
    ),
    (
        "is: != low",
        "GL005",
        2,
        5,
        7,
        "the tag `!=` changes what stands behind it",
        "write `is-not`, or put quotes around a text",
    ),
    ("if: 5 < age < 9", "GL012", 2, 5, 16, "YAML does not read `5 < age < 9` as a comparison", GENERAL),
]


def said(item: Diagnostic) -> tuple[str, int, int, int, str, str]:
    start, end = item.range
    assert start.line == end.line
    return item.code, start.line, start.column, end.column, item.message, item.help


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]}-{row[0][:20]!r}")
def test_place_and_words(row: Row) -> None:
    fragment, code, *_ = row
    report = run(f"# whole file\n{fragment}")
    assert [said(item) for item in report.diagnostics if item.code == code] == [row[1:]]
    others = {item.code for item in report.diagnostics if item.code.startswith("GL0")} - {code}
    assert others == set()


def related(fragment: str) -> list[tuple[int, int, str]]:
    return [
        (place.range.start.line, place.range.start.column, place.message)
        for item in run(f"# whole file\n{fragment}").diagnostics
        for place in item.related
    ]


def test_two_places_where_two_matter() -> None:
    assert related("a: b\nc: d\na: e") == [(2, 1, "first written here")]
    assert related("a: &b c\nd: *b") == [(2, 4, "what it stands for")]


def test_a_finding_inside_a_node_names_the_node() -> None:
    report = run("nodes:\n  wait:\n    type: recommendation\n    label: Rest #2\n    description: no\n")
    assert {(item.code, item.node, item.node_label) for item in report.diagnostics if item.code.startswith("GL0")} == {
        ("GL003", "wait", "Rest"),
        ("GL011", "wait", "Rest"),
    }


def test_a_file_that_is_not_opened() -> None:
    report = lint_document(refuse_large("large.yaml", 70_000_000, 64_000_000), RULES, EVERY_RULE)
    message = "too large to be judged: 70,000,000 bytes, more than the 64,000,000 that are read"
    assert [said(item) for item in report.diagnostics] == [
        ("GL008", 1, 1, 1, message, "take out what is not part of the guideline, or allow more with `--max-bytes`")
    ]


def test_long_pieces_of_the_text_are_cut_in_messages() -> None:
    for fragment in ("'" + "k" * 900 + "': 1\n'" + "k" * 900 + "': 2", "a: *" + "b" * 5_000, "if: " + "a > 1 " * 5_000):
        (item,) = [item for item in run(f"# whole file\n{fragment}").diagnostics if item.code.startswith("GL0")]
        assert len(item.message) < 150
        assert len(item.help) < 150
        assert "…" in item.message
