"""Every kind of bad input, under both parsers: which defects it has, and exactly where."""

from __future__ import annotations

import pytest

from guidelint.document import Document, read_document, reader
from tests.document.parsers import PARSERS, Found, assert_parsers_agree, assert_sound, defects_of

BYTES: list[tuple[str, bytes, list[Found]]] = [
    ("NUL", b"a: 1\x00", [("undecodable", 1, 5, 1)]),
    ("every control character", b"a: 1\nb: \x07x\x1b\x7f", [("undecodable", 2, column, 1) for column in (4, 6, 7)]),
    ("Latin-1", b"id: x\nlabel: caf\xe9\n", [("undecodable", 2, 11, 1)]),
    ("Latin-1 behind characters of several bytes", "a: ≥ 😀 ".encode() + b"\xb0C", [("undecodable", 1, 8, 1)]),
    ("UTF-8 that breaks off", "é".encode()[:1], [("undecodable", 1, 1, 1)]),
    ("UTF-8 longer than need be", b"a: \xc0\xaf", [("undecodable", 1, 4, 1)]),
    ("a surrogate in UTF-8", b"\xed\xa0\x80", [("undecodable", 1, 1, 1)]),
    (
        "UTF-16 with a mark, little end first",
        "a: 1".encode("utf-16-le").join([b"\xff\xfe", b""]),
        [("undecodable", 1, 1, 0)],
    ),
    ("UTF-16 with a mark, big end first", b"\xfe\xff" + "a: 1".encode("utf-16-be"), [("undecodable", 1, 1, 0)]),
    ("UTF-16 without a mark", "a: 1".encode("utf-16-le"), [("undecodable", 1, 1, 0)]),
    ("UTF-32 with a mark", "a: 1".encode("utf-32"), [("undecodable", 1, 1, 0)]),
    ("UTF-32 without a mark", "a: 1".encode("utf-32-be"), [("undecodable", 1, 1, 0)]),
    ("U+0085, an end of line to some", "a: x\u0085b: 1".encode(), [("undecodable", 1, 5, 1)]),
    ("U+2028, an end of line to some", "a: x\u2028b: 1".encode(), [("undecodable", 1, 5, 1)]),
    ("U+2029 in a comment", "a: x # \u2029".encode(), [("undecodable", 1, 8, 1)]),
    ("an override of direction", "a: x\u202etxt".encode(), [("undecodable", 1, 5, 1)]),
    ("an isolate of direction", "a: [x,\n \u2066y]".encode(), [("undecodable", 2, 2, 1)]),
    ("a byte order mark inside", "a: \ufeffb".encode(), [("undecodable", 1, 4, 1)]),
    ("a second byte order mark", b"\xef\xbb\xbf" * 2 + b"a: b", [("undecodable", 1, 1, 1)]),
    ("no character at all", "a: \uffff".encode(), [("undecodable", 1, 4, 1)]),
    ("more than twenty of them", b"\x01" * 100, [("undecodable", 1, column, 1) for column in range(1, 21)]),
]

TEXTS: list[tuple[str, str, list[Found]]] = [
    # nothing there
    ("nothing", "", [("empty", 1, 1, 0)]),
    ("white space", "  \n\n   \n", [("empty", 1, 1, 0)]),
    ("a tab on a line of its own, which libyaml refuses", "a: [b]\n \t\nc: d", [("syntax", 2, 2, 1)]),
    ("comments only", "# one\n# two\n", [("empty", 1, 1, 0)]),
    ("an empty document", "---\n...\n", [("empty", 1, 1, 0)]),
    ("a tilde", "\n~\n", [("empty", 2, 1, 1)]),
    ("null", "--- null", [("empty", 1, 5, 4)]),
    # too large
    ("brackets without end", "[" * 100_000, [("too-large", 1, 101, 1)]),
    ("brackets without end behind a sound part", "a: 1\nb: " + "[" * 2_000, [("too-large", 2, 103, 1)]),
    (
        "brackets without end behind a defect",
        "a: 1\na: " + "[" * 2_000,
        [("duplicate-key", 2, 1, 1), ("too-large", 2, 103, 1)],
    ),
    ("lists without end", "- " * 100_000, [("too-large", 1, 201, 1)]),
    ("mappings without end", "{a: " * 100_000, [("too-large", 1, 401, 1)]),
    ("brackets on lines of their own", "[\n" * 100_000, [("too-large", 101, 1, 1)]),
    ("mappings by indentation", "".join(f"{' ' * n}a:\n" for n in range(200)), [("too-large", 101, 101, 1)]),
    ("a hundred levels are not too many", "[" * 100 + "]" * 100, []),
    ("a hundred digits are not too many", "a: " + "9" * 100, []),
    ("more digits", "a: " + "9" * 101, [("too-large", 1, 4, 101)]),
    ("more digits than Python reads", "a: [1, " + "9" * 4_301, [("too-large", 1, 8, 4_301)]),
    ("more digits with a zero in front", "a: 0" + "7" * 5_000, [("too-large", 1, 4, 5_001)]),
    ("more digits in base 16", "a: 0x" + "f" * 5_000, [("too-large", 1, 4, 5_002)]),
    ("more digits behind the point", "a: 0." + "1" * 5_000, [("too-large", 1, 4, 5_002)]),
    ("more digits as a key", "1" * 200 + ": a", [("too-large", 1, 1, 200)]),
    ("a huge exponent", "a: 1e999999999", [("too-large", 1, 4, 11)]),
    ("a huge negative exponent", "a: 1.0e-301", [("too-large", 1, 4, 8)]),
    ("an exponent that fits", "a: 1.0e+300", []),
    ("quoted digits are text", f"a: '{'9' * 5_000}'", []),
    # not YAML
    ("a tab for indentation", "a:\n\tb: 1", [("syntax", 2, 1, 1)]),
    ("a tab behind spaces", "a:\n  \tb: 1", [("syntax", 2, 3, 1)]),
    ("a tab at the very beginning", "\ta: 1", [("syntax", 1, 1, 1)]),
    ("a tab behind a dash", "-\ta", [("syntax", 1, 2, 1)]),
    ("a tab below a text", "a: b\n\tc", [("syntax", 2, 1, 1)]),
    ("a tab in a block", "a: |\n\tb", [("syntax", 2, 1, 1)]),
    ("an open double quote", 'a: 1\nb: "x\nc: 2\n', [("syntax", 2, 4, 1)]),
    ("an open single quote", "a: 'x\nb: 1", [("syntax", 1, 4, 1)]),
    ("an open quote before another document", "a: 'x\n---\n'", [("syntax", 1, 4, 1)]),
    ("an open bracket", "a: [1,\n  2\n", [("syntax", 1, 4, 1)]),
    ("an open bracket and no item", "a: [", [("syntax", 1, 4, 1)]),
    ("an open bracket behind a comma", "a: [1,", [("syntax", 1, 4, 1)]),
    ("an open brace", "a: {b: 1\n", [("syntax", 1, 4, 1)]),
    ("an open brace in a bracket", "a: [{b: 1]", [("syntax", 1, 5, 1)]),
    ("an open bracket at the beginning of a line", "a:\n[b", [("syntax", 2, 1, 1)]),
    ("a bracket too many", "a: [b]]", [("syntax", 1, 7, 1)]),
    ("only a closing bracket", "a: ]", [("syntax", 1, 4, 1)]),
    ("no comma", "a: ['b' 'c']", [("syntax", 1, 9, 1)]),
    ("no comma and no bracket", "a: {b: 'c'\nd: 'e'", [("syntax", 1, 4, 1)]),
    ("two commas", "a: [1,,2]", [("syntax", 1, 7, 1)]),
    ("two colons in a line", "a: b: c", [("syntax", 1, 5, 1)]),
    ("two colons in a brace", "{label: Note: this}", [("syntax", 1, 13, 1)]),
    ("a colon before a bracket", "{a:[b]}", [("syntax", 1, 3, 1)]),
    ("a key below a text", "a: b\n  c: d", [("syntax", 2, 4, 1)]),
    ("a key of many characters", "k" * 1_100 + ": a", [("syntax", 1, 1_101, 1)]),
    ("a line without a colon", "a: 1\nb\nc: 2", [("syntax", 2, 1, 1)]),
    ("less indentation", "a:\n    b: 1\n  c: 2", [("syntax", 3, 3, 1)]),
    ("more indentation", "a:\n  - b\n   - c: 1\n", [("syntax", 3, 7, 1)]),
    ("a key behind a list", "- a\nb: 1", [("syntax", 2, 1, 1)]),
    ("text behind a quoted text", "a: 'x' y", [("syntax", 1, 8, 1)]),
    ("text behind a bracket", "a: [b] c", [("syntax", 1, 8, 1)]),
    ("a list behind a key", "a: - b", [("syntax", 1, 4, 1)]),
    ("an at sign", "a: @x", [("syntax", 1, 4, 1)]),
    ("a backtick", "a: `x`", [("syntax", 1, 4, 1)]),
    ("a percent sign", "a: %x", [("syntax", 1, 4, 1)]),
    ("a star alone", "a: * b", [("syntax", 1, 4, 1)]),
    ("an ampersand alone", "a: & b", [("syntax", 1, 4, 1)]),
    ("an unknown escape", r'a: "C:\q"', [("syntax", 1, 7, 1)]),
    ("an escape of half a character", r'a: "x \u12"', [("syntax", 1, 7, 1)]),
    ("an escape of a surrogate", r'a: "\ud83d\ude00"', [("syntax", 1, 5, 1)]),
    ("an escape beyond Unicode", r'a: "\U00110000"', [("syntax", 1, 5, 1)]),
    ("a text behind a block's sign", "a: |text\n  b", [("syntax", 1, 4, 1)]),
    # comparisons
    ("at least, which looks like a folded text", "a: >=140", [("unquoted-comparison", 1, 4, 5)]),
    ("above, which looks like a folded text", "a: > 140", [("unquoted-comparison", 1, 4, 5)]),
    ("above in brackets", "a: [1, >5 d]", [("unquoted-comparison", 1, 8, 2)]),
    ("above one digit, which is a folded text", "above: >5", [("unquoted-comparison", 1, 8, 2)]),
    # directives and documents
    ("YAML 1.1", "%YAML 1.1\n---\na: 1", []),
    ("YAML 1.2 behind comments", "# one\n\n%YAML 1.2 # two\n# three\n---\na: 1", []),
    ("YAML 1.3", "%YAML 1.3\n---\na: 1", [("syntax", 1, 1, 9)]),
    ("YAML twice", "%YAML 1.2\n%YAML 1.2\n---\na: 1", [("syntax", 2, 1, 1)]),
    ("a directive and no document", "%YAML 1.2\na: 1", [("syntax", 2, 1, 1)]),
    ("an unknown directive", "%FOO bar # x\n---\na: 1", [("syntax", 1, 1, 8)]),
    ("a text that begins with a percent sign", "%a: 1", [("syntax", 1, 1, 5)]),
    ("a directive inside", "a: 1\n%YAML 1.2\n---\nb: 2", [("syntax", 2, 1, 1)]),
    ("an unknown directive inside", "a: 1\n%b", [("syntax", 2, 1, 1)]),
    ("an unknown directive before a comparison", "a:\n%b\n>5", [("syntax", 2, 1, 1)]),
    ("a directive that defines tags", "%TAG ! tag:x\n---\na: 1", [("tag", 1, 1, 12)]),
    ("a document that says that it begins", "---\na: 1", []),
    ("a document that says that it ends", "a: 1\n...\n# over\n...\n", []),
    ("two documents", "a: 1\n---\nb: 2\n---\n", [("several-documents", 2, 1, 3)]),
    ("two documents, the first empty", "---\n---\na: 1", [("several-documents", 2, 1, 3)]),
    ("a second document without a line of its own", "a: 1\n...\nb: 2", [("several-documents", 3, 1, 2)]),
    ("a second document with a directive", "a: 1\n...\n%YAML 1.2\n---\n", [("several-documents", 3, 1, 5)]),
    ("dashes inside a text", "a: |\n  x\n  ---\n  y\n", []),
    # keys
    ("a list as a key", "? [a]\n: 1", [("non-string-key", 1, 3, 1)]),
    ("a mapping as a key", "{{a: 1}: 2}", [("non-string-key", 1, 2, 1)]),
    ("a number as a key", "a: {1: b}", [("non-string-key", 1, 5, 1)]),
    ("a decimal as a key", "1.50: b", [("non-string-key", 1, 1, 4)]),
    ("true as a key", "true: b", [("non-string-key", 1, 1, 4)]),
    ("null as a key", "~: b", [("non-string-key", 1, 1, 1)]),
    ("no key", "? \n: b", [("non-string-key", 1, 2, 0)]),
    ("a colon without a key in braces", "{: b}", [("syntax", 1, 2, 1)]),
    ("a colon without a key", "a: 1\n: b", [("syntax", 2, 1, 1)]),
    ("a quoted number as a key", "'1': b\n\"true\": c", []),
    ("one key twice", "a: 1\nb: 2\na: 3", [("duplicate-key", 3, 1, 1)]),
    ("one key three times", "{a: 1, a: 2, 'a': 3}", [("duplicate-key", 1, 8, 1), ("duplicate-key", 1, 14, 3)]),
    ("one key twice inside", "a: {b: 1, b: {c: 1, c: 2}}", [("duplicate-key", 1, 11, 1), ("duplicate-key", 1, 21, 1)]),
    ("one key in two mappings", "a: {b: 1}\nc: {b: 1}", []),
    ("a number and its text as keys", "{1: a, '1': b}", [("non-string-key", 1, 2, 1)]),
    # aliases, anchors, merge keys, tags
    ("an alias", "a: &x 1\nb: *x", [("alias", 2, 4, 2)]),
    ("two aliases of one anchor", "a: &x 1\nb: [*x, *x]", [("alias", 2, 5, 2), ("alias", 2, 9, 2)]),
    ("an alias as a key", "a: &x b\n*x : c", [("alias", 2, 1, 2)]),
    ("an alias inside what it names", "&a [*a]", [("alias", 1, 5, 2)]),
    ("an alias without an anchor", "a: *undefined", [("alias", 1, 4, 10)]),
    ("a text that begins with a star", "a: *b c\nd: e", [("alias", 1, 4, 2)]),
    ("a text that begins with a star in brackets", "a: [*b c, d]", [("alias", 1, 5, 2)]),
    ("a text that begins with a star and holds a colon", "a: *b: c", [("alias", 1, 4, 2)]),
    ("an alias and an error below", "a: *b\n@c", [("alias", 1, 4, 2), ("syntax", 2, 1, 1)]),
    ("an alias and later an error", "a: *b\nc: d: e", [("alias", 1, 4, 2), ("syntax", 2, 5, 1)]),
    ("an anchor without an alias", "a: &x 1", [("alias", 1, 4, 2)]),
    ("an anchor defined anew", "a: [&x 1, &x 2, *x]", [("alias", 1, 5, 2), ("alias", 1, 17, 2)]),
    ("an anchor and a tag", "a: !t &x 1", [("tag", 1, 4, 2), ("alias", 1, 7, 2)]),
    ("a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", [("alias", 3, 3, 2)]),
    ("a merge key over a list", "a: &x {b: 1}\nc: {<<: [*x, *x], d: 1}", [("alias", 2, 5, 2)]),
    ("a merge key without an alias", "<<: {a: 1}", [("alias", 1, 1, 2)]),
    ("two merge keys", "<<: {a: 1}\n<<: {b: 1}", [("alias", 1, 1, 2), ("alias", 2, 1, 2)]),
    ("a quoted merge key is a key", "'<<': a", []),
    ("a tag that runs code", "!!python/object:os.system x", [("tag", 1, 1, 25)]),
    ("a tag on a number", "a: !!str 012", [("tag", 1, 4, 5)]),
    ("a tag on nothing", "a: !!int\nb: !", [("tag", 1, 4, 5), ("tag", 2, 4, 1)]),
    ("a tag on a key", "!t a: 1", [("tag", 1, 1, 2)]),
    ("a tag on a list", "a: !t\n  - b", [("tag", 1, 4, 2)]),
    ("a verbatim tag", "a: !<tag:yaml.org,2002:str> b", [("tag", 1, 4, 24)]),
    ("a tag that is none", "a: !,b", [("tag", 1, 4, 1)]),
    ("a tag of an unknown handle", "a: !e!b c", [("tag", 1, 4, 4)]),
    ("a tag that is no UTF-8", "a:\n- b\n# !%ed\n- !%ed%a0%80 x", [("tag", 4, 3, 10)]),
    ("a tag of broken UTF-8", "a: !%c3%28 b", [("tag", 1, 4, 7)]),
    ("a tag that is no UTF-8 on a key", "{a: &x {!<%ed%a0%80> b: 1}}", [("tag", 1, 9, 12)]),
    # scalars
    ("words of YAML 1.1", "a: no\nb: On", [("ambiguous-scalar", 1, 4, 2), ("ambiguous-scalar", 2, 4, 2)]),
    ("letters of YAML 1.1", "a: [y, =]", [("ambiguous-scalar", 1, 5, 1), ("ambiguous-scalar", 1, 8, 1)]),
    ("octal or not", "{a: 010, b: 0o7}", [("ambiguous-scalar", 1, 5, 3), ("ambiguous-scalar", 1, 13, 3)]),
    ("a low line in a number", "{a: 1_000}", [("ambiguous-scalar", 1, 5, 5)]),
    ("a number to base 60", "a: 12:30", [("ambiguous-scalar", 1, 4, 5)]),
    ("an exponent without a point", "a: 1e3", [("ambiguous-scalar", 1, 4, 3)]),
    ("an ambiguous key", "on: 1", [("ambiguous-scalar", 1, 1, 2)]),
    ("not a number", ".nan", [("ambiguous-scalar", 1, 1, 4)]),
    ("infinity", "a: -.INF", [("ambiguous-scalar", 1, 4, 5)]),
    ("NaN without a point is text", "a: NaN", []),
    ("ISO dates are spared", "a: 2026-03-01", []),
    ("points in time are not", "a: 2026-03-01 12:00:00", [("ambiguous-scalar", 1, 4, 19)]),
    ("an escape of a control character", r'a: "x\e[31m"', [("undecodable", 1, 6, 2)]),
    ("an escape of an override of direction", r'a: "\\u202E \u202E"', [("undecodable", 1, 13, 6)]),
    ("escapes of what can be written", r'a: "\t\n\r\"\\\/\u00e9\U0001F600\x41"', []),
    ("a text cut off", "a: give #2", [("text-after-hash", 1, 9, 2)]),
    ("a text cut off by a tab", "a: give\t#2 d ", [("text-after-hash", 1, 9, 5)]),
    ("a text that is not cut off", "a: give # 2\nb: 'x' #2\nc: 5 #2\nd: |\n  x #2\ne: #2\nf: x #--- g\n", []),
]  # fmt: skip


def bytes_of(text: str) -> bytes:
    return text.encode()


ALL = [*BYTES, *((name, bytes_of(text), found) for name, text, found in TEXTS)]


@PARSERS
@pytest.mark.parametrize(("content", "found"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_defects_and_their_places(content: bytes, found: list[Found], pure: bool) -> None:
    document = read_document(content, pure=pure)
    assert_sound(document)
    assert defects_of(document) == found


@pytest.mark.parametrize("content", [case[1] for case in ALL], ids=[case[0] for case in ALL])
def test_parsers_agree_to_the_letter(content: bytes) -> None:
    assert_parsers_agree(content)


@PARSERS
@pytest.mark.parametrize(("end", "line"), [("\n", 3), ("\r\n", 3), ("\r", 3)], ids=["LF", "CR LF", "CR"])
def test_lines_end_as_editors_have_it(end: str, line: int, pure: bool) -> None:
    document = read_document(end.join(["a: 1", "# one", "b: no", ""]).encode(), pure=pure)
    assert defects_of(document) == [("ambiguous-scalar", line, 4, 2)]
    assert document.line(line) == "b: no"
    assert document.line_count == 4


@PARSERS
def test_a_byte_order_mark_moves_no_column(pure: bool) -> None:
    document = read_document(b"\xef\xbb\xbfa: no", pure=pure)
    assert defects_of(document) == [("ambiguous-scalar", 1, 4, 2)]
    assert document.text == "a: no"


def test_a_file_of_too_many_bytes_is_not_read() -> None:
    document = read_document(b" " * 65_000_000, "large.yaml")
    assert defects_of(document) == [("too-large", 1, 1, 0)]
    assert document.defects[0].detail == "65,000,000 bytes, more than the 64,000,000 that are read"
    assert (document.path, document.text) == ("large.yaml", "")


def test_the_bound_on_bytes_is_the_callers() -> None:
    assert not read_document(b"a: b", most_bytes=4).defects
    assert defects_of(read_document(b"a: bc", most_bytes=4)) == [("too-large", 1, 1, 0)]


@PARSERS
def test_a_document_of_too_many_pieces_is_not_read(pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_EVENTS", 6)
    document = read_document(b"a: [b, c, d, e, f]", pure=pure)
    assert defects_of(document) == [("too-large", 1, 5, 1)]
    assert not document.is_complete


@PARSERS
@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("- a\n" * 30_000, ("too-large", 1, 1, 1)),
        ("".join(f"k{n}: 1\n" for n in range(30_000)), ("too-large", 1, 1, 1)),
        ("a: [" + "[]," * 60_000 + "]", ("too-large", 1, 149_996, 1)),
    ],
    ids=["a long list", "keys and keys", "little but brackets"],
)
def test_what_can_be_no_guideline_is_not_read_to_its_end(content: str, found: Found, pure: bool) -> None:
    document = read_document(content.encode(), pure=pure)
    assert defects_of(document) == [found]
    assert not document.is_complete


@PARSERS
@pytest.mark.parametrize("content", ["- a\n" * 5_000, "".join(f"k{n}: 1\n" for n in range(1_000))])
def test_what_can_be_none_and_is_small_is_left_to_the_schema(content: str, pure: bool) -> None:
    assert read_document(content.encode(), pure=pure).is_readable


@PARSERS
def test_a_guideline_may_be_as_long_as_it_likes(pure: bool) -> None:
    content = "nodes:\n" + "".join(f"  k{n}: 1\n" for n in range(30_000))
    assert read_document(content.encode(), pure=pure).is_readable


@PARSERS
def test_a_guideline_may_be_as_dense_as_it_likes_while_it_is_small(pure: bool) -> None:
    assert read_document(f"a: [{'[],' * 20_000}]".encode(), pure=pure).is_readable


@PARSERS
def test_the_shortest_nodes_are_not_too_dense(pure: bool) -> None:
    node = "{type: decision, label: a, branches: [{if: a, then: b}, {if: {all: [a, b]}, then: b}, {else: b}]}"
    content = "{nodes: {" + ",".join(f"{n:x}:{node.replace(': ', ':')}" for n in range(4_000)) + "}}"
    content = content.replace(":", '":').replace("{", '{"').replace(",", ',"').replace(" ", "")
    assert "too-large" not in {defect.kind.value for defect in read_document(content.encode(), pure=pure).defects}


BOMB = "a: &a [x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


@PARSERS
def test_an_alias_bomb_stays_as_small_as_its_text(pure: bool) -> None:
    document = read_document(BOMB.encode(), pure=pure)
    assert [defect.kind.value for defect in document.defects] == ["alias"] * (9 * 9 + 1)
    assert document.data["j"] == [None] * 9


@PARSERS
@pytest.mark.parametrize("line", ["- *x\n", "- !t a\n", "- {a: 1, a: 2}\n", "- &x a\n"])
def test_a_thousand_defects_are_enough(line: str, pure: bool) -> None:
    document = read_document((line * 2_000).encode(), pure=pure)
    assert len(document.defects) == 1_001
    assert [defect.detail for defect in document.defects if defect.kind.value == "too-large"] == [
        "more than 1,000 defects of the text"
    ]
    assert not document.is_complete


@PARSERS
@pytest.mark.parametrize("line", ["- no\n", "- a #b\n"])
def test_harmless_defects_stop_nothing(line: str, pure: bool) -> None:
    """But one more than a rule may say is noted, so that the report tells that there are others."""
    document = read_document((line * 2_000).encode(), pure=pure)
    assert len(document.defects) == 1_001
    assert document.is_readable
    assert len(document.data) == 2_000


def unreadable(document: Document) -> bool:
    return not document.is_readable


@pytest.mark.parametrize("content", [case[1] for case in ALL if case[2]], ids=[case[0] for case in ALL if case[2]])
def test_only_harmless_defects_leave_a_document_readable(content: bytes) -> None:
    document = read_document(content)
    harmless = {"ambiguous-scalar", "text-after-hash", "unquoted-comparison"}
    assert document.is_readable == (document.is_complete and {d.kind.value for d in document.defects} <= harmless)
