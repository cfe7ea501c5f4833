"""Whatever the bytes: a document, never an exception, and the same one from both parsers."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelint.diagnostic import Part, Place, Route
from guidelint.document import Document, read_document
from guidelint.document.characters import FORBIDDEN
from guidelint.document.scalars import NumberTooLong, resolve
from guidelint.document.yaml_1_1 import ambiguity
from tests.document.parsers import assert_parsers_agree, assert_sound

ROOT = Path(__file__).parents[2]
TEXTS = [(ROOT / "tests" / "guidelines" / "sore-throat.yaml").read_text("utf-8")]

TOKENS = [
    "a", "b", "c:·", "a:·", "-·", "?·", ":", ":·", "?", "⏎", "⏎··", "⏎····", "⏎-·", "·", "⇥", "[", "]", "{",
    "}", ",", ",·", "'", '"', "#", "·#·", "|", "|⏎", ">⏎", ">-⏎··", "&x·", "*x", "!t·", "!!str·", "!", "%",
    "%YAML·1.2⏎", "---", "---·", "...", "⏎...⏎", "⏎---⏎", "<<:·", "1", "no", "010", "12:30", "\\", r"\n",
    r"\x41", "↵⏎", "↵", "é", "😀", "@", "`", "=", "~", "|2⏎", "%TAG·!·a⏎", r"\U00110000", r"\ud800", r"\⏎",
    "''", "/", "-", "--", ".", "!<a>·", "!e!b·", "k:·v⏎", "if:·", ">=5", "%ed%a0%80", "·#2",
]  # fmt: skip
SIGNS = str.maketrans({"·": " ", "⏎": "\n", "⇥": "\t", "↵": "\r"})
YAML_LIKE = st.lists(st.sampled_from([token.translate(SIGNS) for token in TOKENS]), max_size=14).map("".join)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=80))
def test_any_bytes(content: bytes) -> None:
    assert_parsers_agree(content)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    assert_parsers_agree(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=1_000)
@given(YAML_LIKE)
def test_any_signs_of_yaml(text: str) -> None:
    assert_parsers_agree(text.encode())


@pytest.mark.parametrize("text", TEXTS)
@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_any_piece_of_a_guideline_with_signs_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : start + 400]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(piece)))
        piece = piece[:at] + data.draw(YAML_LIKE) + piece[at + data.draw(st.integers(0, 5)) :]
    assert_parsers_agree(piece.encode())


# What is written is read back


class Writer(yaml.SafeDumper):
    """Quotes every text but those that both versions of YAML read as they stand."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def is_plain(text: str) -> bool:
    try:
        value = resolve(text)
    except NumberTooLong:
        return False
    return value == text and ambiguity(text, value) is None


def write_text(writer: Writer, text: str) -> yaml.ScalarNode:
    style = None if is_plain(text) else '"' if "'" in text else "'"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def write_decimal(writer: Writer, number: Decimal) -> yaml.ScalarNode:
    text = f"{number:f}"
    return writer.represent_scalar("tag:yaml.org,2002:float", text if "." in text else f"{text}.0")


Writer.add_representer(str, write_text)
Writer.add_representer(Decimal, write_decimal)

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\r").filter(
    lambda character: not FORBIDDEN.match(character)
)
WORDS = st.text(st.sampled_from("ab yno-:#,[]{}'\"?!&*|>%@`.~=<012 é≥😀\n\t"), max_size=12)
STRINGS = WORDS | st.text(CHARACTERS, max_size=20)
NUMBERS = st.integers(-(10**60), 10**60) | st.decimals(-1_000_000, 1_000_000, places=4)
DATA = st.recursive(
    st.none() | st.booleans() | NUMBERS | STRINGS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(STRINGS, inner, max_size=4),
    max_leaves=20,
).filter(lambda data: data is not None)


def written(data: Any, flow: bool | None, width: int) -> str:
    return yaml.dump(data, Dumper=Writer, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)


def every_route(data: Any, route: Route = ()) -> list[tuple[Route, Any]]:
    found: list[tuple[Route, Any]] = [(route, data)]
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        found += every_route(value, (*route, step))
    return found


def read_alone(document: Document, place: Place) -> Any:
    """The value of a place's characters on their own, at the column where they stand."""
    start, end = document.span(place)
    indent = " " * (document.position(start).column - 1)
    alone = read_document((indent + document.text[start:end]).encode())
    assert_sound(alone)
    return alone.data


@settings(deadline=None, max_examples=300)
@given(DATA, st.sampled_from([True, False, None]), st.sampled_from([10, 40, 10_000]))
def test_written_data_is_read_back_and_every_place_holds_its_value(data: Any, flow: bool | None, width: int) -> None:
    text = written(data, flow, width)
    document = assert_parsers_agree(text.encode())
    assert document.is_complete
    assert document.data == data
    assert {defect.kind.value for defect in document.defects} <= {"unquoted-comparison"}
    for route, value in every_route(data):
        if value is not None and not FORBIDDEN.search(str(value)):
            assert read_alone(document, Place(route)) == value
        if route and isinstance(route[-1], str):
            assert read_alone(document, Place(route, Part.KEY)) == route[-1]


@settings(deadline=None)
@given(DATA)
def test_no_two_places_overlap_unless_one_holds_the_other(data: Any) -> None:
    document = read_document(written(data, None, 40).encode())
    marks = document.marks
    for piece in range(len(marks.start)):
        children = marks.children(piece)
        for child in children:
            assert marks.start[piece] <= marks.start[child] <= marks.end[child] <= marks.end[piece]
        for one, other in pairwise(children):
            assert marks.end[one] <= marks.start[other]


@settings(deadline=None)
@given(DATA)
def test_values_are_those_that_json_has(data: Any) -> None:
    document = read_document(written(data, None, 40).encode())
    for _, value in every_route(document.data):
        assert value is None or type(value) in (dict, list, str, int, Decimal, bool)


def test_the_tokens_are_what_they_seem() -> None:
    assert not [token for token in TOKENS if re.search(r"\s", token)]
