"""Where keys and values stand: every way of writing them, under both parsers."""

from __future__ import annotations

import pytest

from guidelint.diagnostic import Part, Place, Position, Route, Span, at_key, at_span, at_value
from guidelint.document import read_document
from tests.document.parsers import PARSERS

KEY, VALUE = Part.KEY, Part.VALUE

PLACES: list[tuple[str, str, Route, Part, str]] = [
    ("a key", "a: b", ("a",), KEY, "a"),
    ("a plain text", "a: b c # d", ("a",), VALUE, "b c"),
    ("a plain text of several lines", "a: b\n  c\n\n  d\ne: f", ("a",), VALUE, "b\n  c\n\n  d"),
    ("a key behind it", "a: b\n  c\ne: f", ("e",), KEY, "e"),
    ("a number", "{a: -1.50}", ("a",), VALUE, "-1.50"),
    ("single quotes", "a: 'it''s' # b", ("a",), VALUE, "'it''s'"),
    ("double quotes", 'a: "b \\" c"', ("a",), VALUE, '"b \\" c"'),
    ("double quotes over lines", 'a: "b\n   c" \nd: e', ("a",), VALUE, '"b\n   c"'),
    ("a quoted key", "'a b' : c", ("a b",), KEY, "'a b'"),
    ("a literal block", "a: |\n  b\n  c\n\nd: e", ("a",), VALUE, "|\n  b\n  c"),
    ("a folded block", "a: >-\n  b\n\n# c\nd: e", ("a",), VALUE, ">-\n  b"),
    ("a kept block", "a: |+\n  b\n\n\nd: e", ("a",), VALUE, "|+\n  b"),
    ("a block that ends the file", "a: |\n  b", ("a",), VALUE, "|\n  b"),
    ("a block with wide space at its end", "a: |\n  b\u3000\nc: d", ("a",), VALUE, "|\n  b\u3000"),
    ("an empty block", "a: |\nb: c", ("a",), VALUE, "|"),
    ("a block in a list", "- |\n b\n- c", (0,), VALUE, "|\n b"),
    ("a block mapping", "a:\n  b: c\n  d: e\nf: g", ("a",), VALUE, "b: c\n  d: e"),
    ("a block list", "a:\n  - b\n  - c\nf: g", ("a",), VALUE, "- b\n  - c"),
    ("a block list without indentation", "a:\n- b\n- c\nf: g", ("a",), VALUE, "- b\n- c"),
    ("an item", "a:\n- b\n- c\n", ("a", 1), VALUE, "c"),
    ("the key of an item is the item", "a: [b, c]", ("a", 1), KEY, "c"),
    ("a mapping in an item", "- a: b\n  c: d\n- e", (0,), VALUE, "a: b\n  c: d"),
    ("a list in an item", "- - a\n  - b\n- c", (0,), VALUE, "- a\n  - b"),
    ("braces", "a: {b: c, d: [e] } # f", ("a",), VALUE, "{b: c, d: [e] }"),
    ("braces over lines", "a: {b: c,\n  d: e\n} \nf: g", ("a",), VALUE, "{b: c,\n  d: e\n}"),
    ("brackets", "a: [ b, [c], ]", ("a",), VALUE, "[ b, [c], ]"),
    ("brackets in brackets", "a: [ b, [c], ]", ("a", 1), VALUE, "[c]"),
    ("a value in braces", "a: {b: c, 'd':e}", ("a", "d"), VALUE, "e"),
    ("a key in braces", "a: {b: c, 'd':e}", ("a", "d"), KEY, "'d'"),
    ("a pair in brackets", "a: [b: c]", ("a", 0, "b"), VALUE, "c"),
    ("a key behind a question mark", "? a\n: b", ("a",), KEY, "a"),
    ("a value behind a question mark", "? a\n: b", ("a",), VALUE, "b"),
    ("no value: the key stands for it", "a:\nb: c", ("a",), VALUE, "a"),
    ("no value in braces", "{a: , b: c}", ("a",), VALUE, "a"),
    ("no value and no colon", "{a, b: c}", ("a",), VALUE, "a"),
    ("no item", "- a\n-\n- b", (1,), VALUE, ""),
    ("no value at the end", "a: b\nc:", ("c",), VALUE, "c"),
    ("braces with nothing in them", "a: {}\nb: []", ("a",), VALUE, "{}"),
    ("characters of four bytes", "😀: 🏥 é\na: b", ("😀",), VALUE, "🏥 é"),
    ("a value behind characters of four bytes", "{😀: 🏥, é: b}", ("é",), VALUE, "b"),
    ("a document that says that it begins", "%YAML 1.2\n---\na: b", ("a",), VALUE, "b"),
    ("a document on the line of its beginning", "--- {a: b}", ("a",), VALUE, "b"),
    ("a question mark in braces", "{a: Any fever?, b: c}", ("a",), VALUE, "Any fever?"),
    ("a tab behind a colon", "a:\tb", ("a",), VALUE, "b"),
    ("CR LF", "a:\r\n  b: c\r\n  d: |\r\n    e\r\nf: g\r\n", ("a",), VALUE, "b: c\r\n  d: |\r\n    e"),
    ("the whole document", "# a\na: b\nc: d\n\n# e\n", (), VALUE, "a: b\nc: d"),
    ("a route that ends too soon: the longest part of it", "a: {b: c}", ("a", "x", "y"), VALUE, "{b: c}"),
    ("a route beyond the last item", "a: [b]", ("a", 3), VALUE, "[b]"),
]


@PARSERS
@pytest.mark.parametrize(
    ("text", "route", "part", "expected"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES]
)
def test_the_characters_of_a_place(text: str, route: Route, part: Part, expected: str, pure: bool) -> None:
    document = read_document(text.encode(), pure=pure)
    assert not document.defects
    start, end = document.span(Place(route, part))
    assert document.text[start:end] == expected


@PARSERS
def test_lines_and_columns_count_characters_from_1(pure: bool) -> None:
    document = read_document("😀: x\né: {b: no}\n".encode(), pure=pure)
    place = document.range(document.span(at_value(("é", "b"))))
    assert (place.start, place.end) == (Position(2, 8), Position(2, 10))
    assert document.line(2) == "é: {b: no}"
    assert document.position(len(document.text)) == Position(3, 1)


def test_a_span_of_its_own_goes_before_the_route() -> None:
    document = read_document(b"a: b")
    assert document.span(at_span(Span(1, 2), ("a",))) == Span(1, 2)


def test_an_empty_document_has_one_place() -> None:
    assert read_document(b"").span(at_key(("a", 1))) == Span(0, 0)


def test_a_text_that_is_no_document_has_one_place() -> None:
    assert read_document(b"\xff").span(at_value(("a",))) == Span(0, 0)


ROUTES: list[tuple[str, list[Route]]] = [
    ("a: no", [("a",)]),
    ("a: {b: [x, no]}", [("a", "b", 1)]),
    ("a:\n- b: 1\n  c:\n  - d\n  - [e, y]\nf: on", [("a", 0, "c", 1, 1), ("f",)]),
    ("a: {b: 1, b: 2}", [("a", "b")]),
    ("a: {b: {c: 1}, 5: 2}", [("a", "5")]),
    ("a: [b, *c]", [("a", 1)]),
    ("a: {b: &c d}", [("a", "b")]),
    ("a: {b: !t d}", [("a", "b")]),
    ("a: {b: !t {c: d}}", [("a", "b")]),
    ("a: {b: {<<: {c: d}}}", [("a", "b", "<<")]),
    ("a: {if: x > 5}", [("a", "if")]),
    ("a: {b: [c, give #2\n]}", [("a", "b", 1)]),
    ("a: {b: [c, 1e999]}", [("a", "b", 1)]),
]


@PARSERS
@pytest.mark.parametrize(("text", "routes"), ROUTES)
def test_a_defect_knows_the_route_to_it(text: str, routes: list[Route], pure: bool) -> None:
    assert [defect.route for defect in read_document(text.encode(), pure=pure).defects] == routes


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("a: {b: [c, d]}", 11, "d"),
        ("a: {b: [c, d]}", 12, "[c, d]"),
        ("a: {b: [c, d]}", 13, "{b: [c, d]}"),
        ("a: {b: [c, d]}", 4, "b"),
        ("a: {b: [c, d]}", 5, "{b: [c, d]}"),
        ("a: b\nc: d", 4, "a: b\nc: d"),
        ("a: b\nc: d", 9, None),
        ("# a\na: b", 1, None),
        ("a: {b: [c", 8, "c"),
    ],
)
def test_the_innermost_piece_around_an_offset(text: str, offset: int, expected: str | None) -> None:
    document = read_document(text.encode())
    piece = document.marks.around(offset)
    assert (None if piece is None else document.text[slice(*document.marks.span(piece))]) == expected


COMPARISONS: list[tuple[str, list[str]]] = [
    ("if: age >= 65", ["age >= 65"]),
    ("then: a<b", ["a<b"]),
    ("a: age >= 65", []),
    ("below: <5", ["<5"]),
    ("at-least: ≥5", ["≥5"]),
    ("is: '<5'", []),
    ("if: {all: [a, b > 1, {not: c<2}]}", ["b > 1", "c<2"]),
    ("if: {all: [{fact: a, is: b}, c > 1]}", ["c > 1"]),
    ("if: {all: [{label: a > b, fact: c}]}", []),
    ("if:\n  any:\n  - - a == 1\n  - b", ["a == 1"]),
    ("assumptions:\n- a != b\n- {if: c, then: d}", ["a != b"]),
    ("values: {a: b > c}\nlabel: c <= d", []),
    ("values: {above: Above the range (> 11), below: < 4}", []),
    ("values: {above: {label: Above > 11}}\nabove: a > 11", ["a > 11"]),
    ("above: >5", [">5"]),
    ("above: >5\n\nb: c", [">5"]),
    ("label: >5\n\nb: c", []),
    ("if: >-\n  age is high\n", []),
    ("if > 5: a", []),
]


@PARSERS
@pytest.mark.parametrize(("text", "expected"), COMPARISONS)
def test_comparisons_are_named_only_where_conditions_stand(text: str, expected: list[str], pure: bool) -> None:
    document = read_document(text.encode(), pure=pure)
    assert [defect.detail for defect in document.defects] == expected
    assert {defect.kind.value for defect in document.defects} <= {"unquoted-comparison"}
