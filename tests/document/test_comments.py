"""Which `#` opens a comment, and which piece of the document a comment speaks about."""

from __future__ import annotations

import pytest

from guidelint.document import read_document
from tests.document.parsers import PARSERS

COVERED: list[tuple[str, str, list[str]]] = [
    # at the end of a line
    ("behind a value", "a: b # !\nc: d", ["a: b"]),
    ("behind a key", "a: # !\n  b: c\nd: e", ["a: # !\n  b: c"]),
    ("behind a nested value", "a:\n  b: c # !\n  d: e", ["b: c"]),
    ("behind the first key of a mapping", "a:\n  b: # !\n    c: d\n  e: f", ["b: # !\n    c: d"]),
    ("behind an item", "- a # !\n- b", ["a"]),
    ("behind an item in braces", "- {a: b} # !\n- c", ["{a: b}"]),
    ("behind the first key of an item: the item", "- if: a # !\n  then: b\n- c", ["if: a # !\n  then: b"]),
    ("behind the second key of an item: the key", "- if: a\n  then: b # !\n- c", ["then: b"]),
    ("behind a dash alone: the item", "a:\n- # !\n  b: c\n  d: e\n- f", ["b: c\n  d: e"]),
    ("behind a dash alone, with a list as its item", "- # !\n  - a\n  - b\n- c", ["- a\n  - b"]),
    ("behind the dash of an item that is empty", "a:\n- # !\n- b", [""]),
    ("behind an anchor", "a: &x b # !\nc: *x", ["a: &x b"]),
    ("behind an alias", "a: &x b\nc: *x # !\nd: e", ["c: *x"]),
    ("behind a merge key", "a: &x {b: c}\nd:\n  <<: *x # !\n  e: f", ["<<: *x"]),
    ("behind a tag", "a: !!str b # !\nc: d", ["a: !!str b"]),
    ("behind an item of an item: the outer one", "- - a # !\n  - b\n- c", ["- a # !\n  - b"]),
    ("behind the second item of an item", "- - a\n  - b # !\n- c", ["b"]),
    ("behind a list without indentation", "a: # !\n- b\n- c\nd: e", ["a: # !\n- b\n- c"]),
    ("behind a mapping in one line: the outermost entry", "a: {b: c, d: e} # !", ["a: {b: c, d: e}"]),
    ("behind braces that are opened", "a: { # !\n  b: c }", ["a: { # !\n  b: c }"]),
    ("inside braces over lines", "a: {\n  b: c, # !\n  d: e }", ["b: c"]),
    ("inside brackets over lines", "a: [\n  b, # !\n  c ]", ["b"]),
    ("inside brackets over lines, an entry in braces", "a: [\n  {b: c}, # !\n  d ]", ["{b: c}"]),
    ("behind a closing bracket", "a: [\n  b\n] # !\nc: d", ["a: [\n  b\n]"]),
    ("behind a closing brace of an item", "- {a: b,\n   c: d\n  } # !\n- e", ["{a: b,\n   c: d\n  }"]),
    ("at a comma of its own", "a: [\n  b\n  , # !\n  c ]", ["a: [\n  b\n  , # !\n  c ]"]),
    ("behind a bracket without a space", "a: [b]#!", ["a: [b]"]),
    ("behind a text of several lines", "a: b\n  c # !\nd: e", ["a: b\n  c"]),
    ("behind quotes of several lines", "- 'a\n  b' # !\n- c", ["'a\n  b'"]),
    ("behind the sign of a block", "a: | # !\n  b\nc: d", ["a: | # !\n  b"]),
    ("behind a quoted number sign", 'a: "b # c" # !', ['a: "b # c"']),
    ("behind a plain number sign", "a: b#c # !", ["a: b#c"]),
    ("behind the beginning of the document", "--- # !\na: b", ["# !"]),
    ("behind a value after a tab", "a: b\t# !", ["a: b"]),
    ("behind nothing but a closing of the document", "a: b\n... # !\n", ["# !"]),
    # on a line of its own
    ("above a key", "a: b\n# !\nc: d", ["c: d"]),
    ("above the first key", "# !\na: b\nc: d", ["a: b"]),
    ("above the first key of a mapping", "a:\n  # !\n  b: c\n  d: e", ["b: c"]),
    ("above a key with all below it", "# !\na:\n  b: c\nd: e", ["a:\n  b: c"]),
    ("above an item", "a:\n  # !\n  - b: c\n    d: e\n  - f", ["b: c\n    d: e"]),
    ("above a dash alone", "a:\n  # !\n  -\n    b: c\n    d: e\n  - f", ["b: c\n    d: e"]),
    ("above a merge key", "a: &x {b: c}\nd:\n  # !\n  <<: *x\n  e: f", ["<<: *x"]),
    ("above an item of an item", "- - a\n  # !\n  - b", ["b"]),
    ("above an item that holds a list", "# !\n- - a\n  - b\n- c", ["- a\n  - b"]),
    ("above an item in braces", "a:\n  # !\n  - {b: c}\n", ["{b: c}"]),
    ("above an item in brackets over lines", "a: [\n  # !\n  b,\n  c ]", ["b"]),
    ("above an empty line", "# !\n\n\na: b", ["a: b"]),
    ("above other comments", "# !\n# c\n\n  # d\na: b", ["a: b"]),
    ("two above one key", "# !\n# !\na: b", ["a: b", "a: b"]),
    ("with wrong indentation", "a:\n    # !\n  b: c", ["b: c"]),
    ("above a key with a block", "# !\na: |\n  b # c\n  d", ["a: |\n  b # c\n  d"]),
    ("above a key behind a question mark", "# !\n? a\n: b", ["a\n: b"]),
    ("above the end of the document", "a: b\n# !\n...\n", ["# !"]),
    ("at the end of the file", "a: b\n# !", ["# !"]),
    ("above a closing bracket", "a: [b\n  # !\n  ]", ["# !"]),
    ("above a text below its key", "a:\n  # !\n  b", ["a:\n  # !\n  b"]),
    ("in a file with nothing else", "# !", ["# !"]),
    # what is none
    ("in a literal block", "a: |\n  b # !\n  # !\nc: d", []),
    ("in a folded block", "a: >\n  # !\n", []),
    ("in double quotes", 'a: "b # !"', []),
    ("in single quotes over lines", "a: 'b\n  # !'", []),
    ("in a plain text", "a: b#!", []),
    ("in a key", "'# !': a", []),
    ("in another comment it is part of it", "a: b # c # !", ["a: b"]),
    ("below a block", "a: |\n  b\n# !\nc: d", ["c: d"]),
    ("below a block that ends the file", "a: |\n  b\n# !", ["# !"]),
    # ends of lines
    ("CR LF", "a: b # !\r\n# !\r\nc:\r\n  d: e\r\nf: g\r\n", ["a: b", "c:\r\n  d: e"]),
    ("CR", "a: b # !\r# !\rc:\r  d: e\rf: g\r", ["a: b", "c:\r  d: e"]),
    ("characters of four bytes", "😀: 🏥 # !\n# 😀!\né: b", ["😀: 🏥", "é: b"]),
]


@PARSERS
@pytest.mark.parametrize(("text", "covered"), [row[1:] for row in COVERED], ids=[row[0] for row in COVERED])
def test_what_a_comment_covers(text: str, covered: list[str], pure: bool) -> None:
    document = read_document(text.encode(), pure=pure)
    assert document.is_complete or "..." not in text
    assert [document.text[slice(*comment.covers)] for comment in document.comments("!")] == covered


def test_the_text_of_a_comment_and_its_place() -> None:
    document = read_document(b"a: b #  one ! \r\n#!\n")
    comments = document.comments("!")
    assert [comment.text for comment in comments] == ["one !", "!"]
    assert [document.text[slice(*comment.span)] for comment in comments] == ["#  one ! ", "#!"]


def test_only_comments_with_the_word() -> None:
    assert [comment.text for comment in read_document(b"# a\nb: c # d\n").comments("d")] == ["d"]


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("a: b", 0, True),
        ("a: b", 1, False),
        ("a: b", 3, True),
        ("a: b ", 4, False),
        ("a: '#'", 4, True),
        ("a: | # b\n  c", 5, False),
        ("a: | # b\n  c", 11, True),
        ("", 0, False),
    ],
)
def test_which_characters_are_text(text: str, offset: int, expected: bool) -> None:
    assert read_document(text.encode()).is_text(offset) is expected
