"""Edits of the data → edits of the text: what is cut, what is kept, and what is refused."""

from __future__ import annotations

import pytest

from guidelint.diagnostic import (
    Cut,
    Edit,
    Fix,
    MoveLast,
    Quote,
    Remove,
    Rename,
    Respell,
    Rewrite,
    Span,
    Swap,
    at_key,
    at_span,
    at_value,
)
from guidelint.document import read_document
from guidelint.edits import applied, data_after, is_same, patch_of


def edited(text: str, *edits: Edit) -> str | None:
    """The text afterwards, whose data have to be what the edits say; None where they are refused."""
    document = read_document(text.encode())
    fix = Fix(edits, "mend it")
    patch = patch_of(document, fix)
    if patch is None:
        return None
    after = applied(text, patch.edits)
    assert is_same(read_document(after.encode()).data, data_after(document, [fix]))
    return after


def remove(*route: str | int) -> Remove:
    return Remove(at_value(route))


REMOVALS = {
    "an entry on a line": ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "the first": ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
    "the last": ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
    "the last of a file that does not end its line": ("a: 1\nb: 2", ("b",), "a: 1\n"),
    "with what it holds": ("a: 1\nb:\n  x: 1\n  y:\n  - 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "with an empty value": ("a: 1\nb:\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "with the comment on its line": ("a: 1\nb: 2 # two\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "with the comment right above": ("a: 1\n# of b\n# more\nb: 2\n", ("b",), "a: 1\n"),
    "without a comment further above": ("a: 1\n# of all\n\nb: 2\nc: 3\n", ("b",), "a: 1\n# of all\n\nc: 3\n"),
    "without what stands at the top of the file": ("# of the file\na: 1\nb: 2\n", ("a",), "# of the file\nb: 2\n"),
    "without a comment that is indented otherwise": (
        "x:\n  a: 1\n# of x\n  b: 2\n",
        ("x", "b"),
        "x:\n  a: 1\n# of x\n",
    ),
    "with the comments below that belong to it": (
        "x:\n  a:\n    k: 1\n    # of k\n  # of b\n  b: 2\n",
        ("x", "a"),
        "x:\n  # of b\n  b: 2\n",
    ),
    "with a comment that a tab stands before": ("a: 1\nb: 2\t#\tof b\t\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "with a block of text": ("a: 1\nb: |\n  # no comment\n  text\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
    "below a block of text": ("a: |\n  text\n  # text\nb: 2\nc: 3\n", ("b",), "a: |\n  text\n  # text\nc: 3\n"),
    "a text over lines": ("a: one\n  two\nb: 'three\n\n  four'\nc: 3\n", ("b",), "a: one\n  two\nc: 3\n"),
    "a key in quotes": ("a: 1\n'b': 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    "between CR LF": ("a: 1\r\n# of b\r\nb: 2 # two\r\nc: 3\r\n", ("b",), "a: 1\r\nc: 3\r\n"),
    "between CR": ("a: 1\rb: 2\rc: 3\r", ("b",), "a: 1\rc: 3\r"),
    "an item": ("x:\n  - a\n  - b # two\n  - c\n", ("x", 1), "x:\n  - a\n  - c\n"),
    "an item that is not indented": ("x:\n- a\n- b\ny: 1\n", ("x", 1), "x:\n- a\ny: 1\n"),
    "an item of several lines": (
        "x:\n  # of the first\n  - a: 1\n    b: 2\n  - a: 3\n",
        ("x", 0),
        "x:\n  - a: 3\n",
    ),
    "the first key of an item": ("x:\n  - a: 1\n    b: 2\n", ("x", 0, "a"), "x:\n  - b: 2\n"),
    "a later key of an item": ("x:\n  - a: 1\n    b: 2\n", ("x", 0, "b"), "x:\n  - a: 1\n"),
    "the only entry, with what holds it": ("a: 1\nx:\n  # of b\n  b: 2\nc: 3\n", ("x", "b"), "a: 1\nc: 3\n"),
    "the only item of the only entry": ("a: 1\nx: {y: [1]}\n", ("x", "y", 0), "a: 1\n"),
    "in brackets": ("x: [a, b, c]\n", ("x", 1), "x: [a, c]\n"),
    "the first in brackets": ("x: [a, b, c]\n", ("x", 0), "x: [b, c]\n"),
    "the last in brackets": ("x: [a, b , c ]\n", ("x", 2), "x: [a, b ]\n"),
    "the last in brackets, with a comma behind": ("x: [a, b,]\n", ("x", 1), "x: [a,]\n"),
    "in braces": ("x: {a: 1, b: {c: 2}, d: 3}\n", ("x", "b"), "x: {a: 1, d: 3}\n"),
    "in braces, without a value": ("x: {a: 1, b, d: 3}\n", ("x", "b"), "x: {a: 1, d: 3}\n"),
    "in braces over lines": ("x: {\n  a: 1,\n  b: 2, # two\n  d: 3\n}\n", ("x", "b"), "x: {\n  a: 1,\n  d: 3\n}\n"),
    "the last in braces over lines": ("x: {\n  a: 1,\n  b: 2\n}\n", ("x", "b"), "x: {\n  a: 1\n}\n"),
    "the last in braces with a comment": ("x: {\n  a: 1,\n  b: 2 # two\n}\n", ("x", "b"), "x: {\n  a: 1,\n}\n"),
    "in JSON": ('{"a": 1,\n "b": [1,\n  2],\n "c": 3}\n', ("b",), '{"a": 1,\n "c": 3}\n'),
    "where the line goes on over the comma": ("x: [a,\n    b, c]\n", ("x", 0), "x: [b, c]\n"),
}


@pytest.mark.parametrize("name", REMOVALS)
def test_removal(name: str) -> None:
    before, route, after = REMOVALS[name]
    assert edited(before, remove(*route)) == after


REFUSED: dict[str, tuple[str, Edit]] = {
    "nothing stands there": ("a: 1\n", remove("b")),
    "a key behind a question mark": ("? a\n: 1\nb: 2\n", remove("a")),
    "an item inside of an item, on its line": ("x:\n  - - a\n    - b\n", remove("x", 0, 0)),
    "a comment that may be another one's": ("x: [a, # of a\n  b, c]\n", remove("x", 0)),
    "the last, behind a comment": ("x: [a, # of a\n  b]\n", remove("x", 1)),
    "an alias": ("a: &x {b: 1}\nc: *x\n", Rewrite(at_value(("c",)), "{b: 1}")),
    "what an alias stands for": ("a: &x {b: one}\nc: *x\n", Rename(at_value(("a", "b")), "two")),
    "what an alias holds": ("a: &x\n  b: 1\n  d: 2\nc: *x\n", remove("a", "b")),
    "what a merge key takes": ("a: &x {b: one}\nc:\n  <<: *x\n", Rename(at_value(("a", "b")), "two")),
    "a block of text": ("a: |\n  text\n", Rename(at_value(("a",)), "other")),
    "a text of several lines": ("a: b\n", Rename(at_value(("a",)), "one\ntwo")),
    "no value": ("a:\nb: 1\n", Rename(at_value(("a",)), "c")),
    "quotes around quotes": ("a: 'b'\n", Quote(at_value(("a",)))),
    "a comment that would be lost": ("a:\n  b: 1 # one\n  c: 2\nd: 3\n", Rewrite(at_value(("a",)), "other")),
    "another ending": ("a: 5 days\n", Respell(at_value(("a",)), "weeks", "wk")),
    "a swap of collections": ("a: [1]\nb: 2\n", Swap(("a",), ("b",))),
    "the last item": ("x: [a, b]\n", MoveLast(("x", 1))),
    "a text that is not YAML": ("a: [\n", remove("a")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal(name: str) -> None:
    before, edit = REFUSED[name]
    assert edited(before, edit) is None


OTHERS: dict[str, tuple[str, Edit, str]] = {
    "a plain name": ("a: b # c\n", Rename(at_value(("a",)), "d-2"), "a: d-2 # c\n"),
    "a name in single quotes": ("a: 'b'\n", Rename(at_value(("a",)), "it's"), "a: 'it''s'\n"),
    "a name in double quotes": ('a: "b"\n', Rename(at_value(("a",)), "d"), 'a: "d"\n'),
    "a name that needs quotes": ("a: b\n", Rename(at_value(("a",)), "no"), "a: 'no'\n"),
    "a name that would be a number": ("a: b\n", Rename(at_value(("a",)), "12"), "a: '12'\n"),
    "a name with a colon": ("a: b\n", Rename(at_value(("a",)), "x: y"), "a: 'x: y'\n"),
    "a key": ("a: 1\nb: 2\n", Rename(at_key(("a",)), "c"), "c: 1\nb: 2\n"),
    "a key in braces": ("x: {'a': 1, b: 2}\n", Rename(at_key(("x", "a")), "c"), "x: {'c': 1, b: 2}\n"),
    "the name in a list": ("a: [b, c]\n", Rename(at_value(("a", 1)), "d"), "a: [b, d]\n"),
    "the end of a quantity": ("a: 5 days\n", Respell(at_value(("a",)), "days", "d"), "a: 5 d\n"),
    "the end of one in quotes": ('a: "5 mcg"\n', Respell(at_value(("a",)), "mcg", "ug"), 'a: "5 ug"\n'),
    "a value": ("a: x\nb: 1\n", Rewrite(at_value(("a",)), "{fact: x, is: 1}"), "a: {fact: x, is: 1}\nb: 1\n"),
    "a mapping": ("a:\n  b: 1\n  c: 2\nd: 3\n", Rewrite(at_value(("a",)), "[x]"), "a:\n  [x]\nd: 3\n"),
    "quotes around a text": ("a: it's # so\n", Quote(at_value(("a",))), "a: 'it''s' # so\n"),
    "quotes over lines": ("a: one\n  two\nb: 1\n", Quote(at_value(("a",))), "a: 'one\n  two'\nb: 1\n"),
    "quotes around a number": ("a: 1.10\n", Quote(at_value(("a",))), "a: '1.10'\n"),
    "quotes around a key": ("no: 1\n", Quote(at_span(Span(0, 2))), "'no': 1\n"),
    "two values": ("{min: 2 wk, max: 5 d}", Swap(("min",), ("max",)), "{min: 5 d, max: 2 wk}"),
    "an item to the end": ("x: [a, b, c]\n", MoveLast(("x", 0)), "x: [b, c, a]\n"),
    "an item over lines to the end": ("x: [\n  a,\n  b\n]\n", MoveLast(("x", 0)), "x: [\n  b,\n  a\n]\n"),
    "a block to the end": (
        "x:\n  # of a\n  - a: 1\n    b: 2\n  - c # last\ny: 1\n",
        MoveLast(("x", 0)),
        "x:\n  - c # last\n  # of a\n  - a: 1\n    b: 2\ny: 1\n",
    ),
    "to the end of a file that does not end its line": ("- a\r\n- b", MoveLast((0,)), "- b\r\n- a"),
    "a comment behind a value": ("a: 1  # x\nb: 2\n", Cut(Span(6, 9)), "a: 1\nb: 2\n"),
    "a comment on its line": ("a: 1\n  # x\r\nb: 2\n", Cut(Span(7, 10)), "a: 1\nb: 2\n"),
    "a part of a comment": ("a: 1 # x # y\n", Cut(Span(9, 12)), "a: 1 # x\n"),
    "the first part of a comment": ("a: '#' # x # y\n", Cut(Span(7, 10)), "a: '#' # y\n"),
    "another text in a comment": ("a: 1 # x\n", Cut(Span(7, 8), "y"), "a: 1 # y\n"),
    "an anchor": ("a: &x  1\n", Cut(Span(3, 5)), "a: 1\n"),
    "an anchor at the end of a line": ("a: &x\n  b: 1\n", Cut(Span(3, 5)), "a:\n  b: 1\n"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_edit(name: str) -> None:
    before, edit, after = OTHERS[name]
    assert edited(before, edit) == after


def test_the_entry_that_is_written_a_second_time_is_removed_and_the_data_stay() -> None:
    text = "a: 1\nb: 2\n# again\na: 1\nc: 3\n"
    assert edited(text, Remove(at_span(Span(18, 19), ("a",)))) == "a: 1\nb: 2\nc: 3\n"


def test_two_edits_of_one_fix() -> None:
    text = "x: {above: 65, y: 1}\n"
    edits = (Rename(at_key(("x", "above")), "at-least"), Rewrite(at_value(("x", "above")), "60"))
    assert edited(text, *edits) == "x: {at-least: 60, y: 1}\n"


def test_edits_that_touch_the_same_text_are_no_fix() -> None:
    assert edited("a: {b: 1, c: 2}\n", remove("a", "b"), Rename(at_key(("a", "b")), "d")) is None


def test_true_is_not_one_and_the_order_of_keys_counts() -> None:
    assert not is_same(True, 1)
    assert not is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert is_same({"a": [1, "x", None]}, {"a": [1, "x", None]})
