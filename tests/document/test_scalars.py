"""Plain scalars: what YAML 1.2 reads, and where YAML 1.1 reads otherwise. Two other programs are the oracles."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, reject, settings
from hypothesis import strategies as st

from guidelint.document.scalars import NumberTooLong, Scalar, resolve
from guidelint.document.yaml_1_1 import ambiguity

RESOLVED: list[tuple[str, object]] = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"),
    ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"), ("false", False), ("FALSE", False),
    ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("y", "y"), ("N", "N"), ("=", "="), ("<<", "<<"),
    ("0", 0), ("-0", 0), ("+12", 12), ("-7", -7), ("012", 12), ("-010", -10), ("9" * 100, int("9" * 100)),
    ("0o17", 15), ("0o8", "0o8"), ("-0o7", "-0o7"), ("0x1F", 31), ("0x", "0x"), ("-0x1F", "-0x1F"), ("0b1", "0b1"),
    ("1.50", Decimal("1.50")), ("1.", Decimal(1)), (".5", Decimal("0.5")), ("-.5", Decimal("-0.5")), (".", "."),
    ("1e3", Decimal(1000)), ("1E-2", Decimal("0.01")), ("1.5e+3", Decimal(1500)), ("1e", "1e"), ("e3", "e3"),
    ("0.1", Decimal("0.1")), ("1.2.3", "1.2.3"), ("1_000", "1_000"), ("1,000", "1,000"), ("12:30", "12:30"),
    ("2026-03-01", "2026-03-01"), (".nan", ".nan"), (".inf", ".inf"), ("-.INF", "-.INF"), ("5 mg", "5 mg"), ("+", "+"),
    ("-", "-"), ("--1", "--1"), ("1-2", "1-2"), ("\u0661", "\u0661"), ("\uff11", "\uff11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), RESOLVED)
def test_yaml_1_2(text: str, value: object) -> None:
    found = resolve(text)
    assert (type(found), found) == (type(value), value)


def test_decimals_are_exact() -> None:
    assert str(resolve("1.10")) == "1.10"
    tenth = resolve("0.1")
    assert isinstance(tenth, Decimal)
    assert tenth * 3 == Decimal("0.3")


@pytest.mark.parametrize(
    "text", ["9" * 101, "-" + "9" * 100, "0x" + "f" * 99, "1." + "0" * 99, "1e301", "1e-301", "1.5E+9999999999"]
)
def test_numbers_are_bounded(text: str) -> None:
    with pytest.raises(NumberTooLong):
        resolve(text)


DOUBTS: list[tuple[str, str, str]] = [
    ("no", "text in YAML 1.2, but false in YAML 1.1", "write false, or put quotes if it is a text: 'no'"),
    ("On", "text in YAML 1.2, but true in YAML 1.1", "write true, or put quotes if it is a text: 'On'"),
    ("y", "text in YAML 1.2, but true in YAML 1.1", "write true, or put quotes if it is a text: 'y'"),
    ("=", "text in YAML 1.2, but a special value in YAML 1.1", "put quotes: '='"),
    ("010", "the number 10 in YAML 1.2, but the octal number 8 in YAML 1.1", "write 10, or put quotes: '010'"),
    ("-010", "the number -10 in YAML 1.2, but the octal number -8 in YAML 1.1", "write -10, or put quotes: '-010'"),
    ("08", "the number 8 in YAML 1.2, but text in YAML 1.1", "write 8, or put quotes: '08'"),
    ("0o17", "the number 15 in YAML 1.2, but text in YAML 1.1", "write 15, or put quotes: '0o17'"),
    ("0_7", "text in YAML 1.2, but an octal number in YAML 1.1", "put quotes: '0_7'"),
    ("0b11", "text in YAML 1.2, but a binary number in YAML 1.1", "put quotes: '0b11'"),
    ("-0x1F", "text in YAML 1.2, but a number in YAML 1.1", "put quotes: '-0x1F'"),
    ("1_000", "text in YAML 1.2, but a number in YAML 1.1", "write 1000, or put quotes: '1_000'"),
    ("1_0.5", "text in YAML 1.2, but a number in YAML 1.1", "write 10.5, or put quotes: '1_0.5'"),
    ("12:30", "text in YAML 1.2, but a number to base 60 in YAML 1.1", "put quotes: '12:30'"),
    ("1:30:00.5", "text in YAML 1.2, but a number to base 60 in YAML 1.1", "put quotes: '1:30:00.5'"),
    ("1e3", "the number 1000 in YAML 1.2, but text in YAML 1.1", "write 1000, or put quotes: '1e3'"),
    ("1.5e3", "the number 1500 in YAML 1.2, but text in YAML 1.1", "write 1500, or put quotes: '1.5e3'"),
    ("1e-3", "the number 0.001 in YAML 1.2, but text in YAML 1.1", "write 0.001, or put quotes: '1e-3'"),
    ("1e99", "a number in YAML 1.2, but text in YAML 1.1", "put quotes: '1e99'"),
    (".nan", "no number that a guideline can hold", "write a number, or put quotes: '.nan'"),
    ("-.Inf", "no number that a guideline can hold", "write a number, or put quotes: '-.Inf'"),
    ("2026-03-01T12:00:00Z", "text in YAML 1.2, but a point in time in YAML 1.1", "put quotes: '2026-03-01T12:00:00Z'"),
    ("2026-3-1  1:00:00 -5", "text in YAML 1.2, but a point in time in YAML 1.1", "put quotes: '2026-3-1 1:00:00 -5'"),
]

CLEAR = [
    "~", "null", "true", "False", "0", "-0", "7", "+12", "12.50", "1.", ".5", "007.5", "1.0e+3", "-1.5E-3", "0x1F",
    "2026-03-01", "2026-3-1", "12:60", "1.2.3", "1,000", "0o8", "0x", "0b2", "_1", "nO", "Y-N", "no-fever", "yes.",
    "5-10", "3/4", "1/2", "<5", ">=", "S1", "guidelint/1", "+49", ".", "+", "-", "--", "+-", "1e", "12:3a",
    "2026-03-01T", "24h", "1st", "NaN", "inf", ".Nan", "1_000_a", "0b", "_", "10_000mg", "e10", "1e3e4", "0x1G",
    "1:2:3:x", "nan", "Inf",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "help"), DOUBTS)
def test_doubts_and_what_to_write(text: str, words: str, help: str) -> None:
    assert ambiguity(text, resolve(text)) == (words, help)


@pytest.mark.parametrize("text", CLEAR)
def test_no_doubt(text: str) -> None:
    assert ambiguity(text, resolve(text)) is None


@pytest.mark.parametrize(
    "text", ["0" + "7" * 90, "1_" * 5_000, "1" + ":1" * 5_000, "0b" + "1" * 9_000, "0_" + "1" * 9_000]
)
def test_long_doubts_are_named_without_their_value(text: str) -> None:
    value = resolve(text)
    doubt = ambiguity(text, value)
    assert doubt is not None
    assert len(doubt.words) < 120


# Oracles

LOADER = yaml.SafeLoader("")
TAG = "tag:yaml.org,2002:"
ALPHABET = ["0", "1", "7", "8", "9", "10", "60", ".", "-", "+", "_", ":", "e", "E", "x", "o", "b", "f", "T", "Z", " "]
ALPHABET += ["y", "n", "no", "yes", "true", "null", "~", "=", "2026", "-03-01", ".nan", ".inf", "a"]
SCALARS = st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=7).map("".join)

BROAD = [text for text, _ in RESOLVED if text] + [text for text, _, _ in DOUBTS] + CLEAR


def read_by_pyyaml(text: str) -> Any:
    """What PyYAML, a reader of YAML 1.1, makes of a plain scalar."""
    tag = LOADER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML has stubs without its resolver's types
    return LOADER.construct_object(yaml.ScalarNode(tag, text))


def same(old: Any, new: Any) -> bool:
    if type(old) is float:
        return type(new) in (int, Decimal) and float(new) == old
    return type(old) is type(new) and bool(old == new)


IS_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BEYOND_PYYAML = {"y", "Y", "n", "N"}
"""YAML 1.1 takes these for true and false; PyYAML does not."""
SIGNED_POINT = re.compile(r"[-+]\.[0-9][0-9_]*([eE][-+][0-9]+)?")
"""YAML 1.1 takes these for numbers, as YAML 1.2 does; PyYAML takes them for text."""
NO_VALUE = {"<<"}
"""A merge key: GL004 speaks of it."""


def versions_differ(text: str, value: object) -> bool:
    if text in BEYOND_PYYAML or re.fullmatch(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        return True
    try:
        old = read_by_pyyaml(text[1:] if SIGNED_POINT.fullmatch(text) else text)
    except (ValueError, IndexError, yaml.YAMLError):
        return not IS_DATE.fullmatch(text)
    if isinstance(old, date) and not isinstance(old, datetime):
        return False
    if SIGNED_POINT.fullmatch(text) and isinstance(old, float):
        old = float(f"{text[0]}{old!r}")
    return not same(old, value)


def read_if_bounded(text: str) -> Scalar:
    try:
        return resolve(text)
    except NumberTooLong:
        reject()


@pytest.mark.parametrize("text", [text for text in BROAD if text not in NO_VALUE])
def test_doubts_are_where_pyyaml_reads_otherwise(text: str) -> None:
    value = resolve(text)
    assert (ambiguity(text, value) is not None) == versions_differ(text, value)


@settings(deadline=None, max_examples=2_000)
@given(SCALARS)
@example("0b_")
@example("1__1:1_.")
def test_doubts_are_where_pyyaml_reads_otherwise_in_any_scalar(text: str) -> None:
    assume(text == text.strip() and text not in NO_VALUE)
    value = read_if_bounded(text)
    assert (ambiguity(text, value) is not None) == versions_differ(text, value)


LAX_IN_RUAMEL = re.compile(r".*_.*|[-+]?0b[01]*|[-+]0[ox].*|=|<<|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+.].*|")
"""What ruamel.yaml takes from YAML 1.1 into its reading of 1.2; and signs, where it is lax in ways of its own."""


def resolve_by_ruamel(text: str) -> str:
    from ruamel import yaml as ruamel

    reader = ruamel.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return str(reader.resolver.resolve(ruamel.nodes.ScalarNode, text, (True, False))).removeprefix(TAG)


def type_of(value: object) -> str:
    names = {bool: "bool", int: "int", Decimal: "float", type(None): "null"}
    return names.get(type(value), "str")


@pytest.mark.parametrize("text", [text for text in BROAD if not LAX_IN_RUAMEL.fullmatch(text)])
def test_types_are_those_of_another_reader_of_yaml_1_2(text: str) -> None:
    assert type_of(resolve(text)) == resolve_by_ruamel(text)


@settings(deadline=None, max_examples=200)
@given(SCALARS)
def test_types_are_those_of_another_reader_in_any_scalar(text: str) -> None:
    assume(text == text.strip() and not LAX_IN_RUAMEL.fullmatch(text))
    assert type_of(read_if_bounded(text)) == resolve_by_ruamel(text)


@settings(deadline=None, max_examples=2_000)
@given(SCALARS)
def test_what_is_to_be_written_instead_is_clear(text: str) -> None:
    doubt = ambiguity(text, read_if_bounded(text))
    if doubt is None:
        return
    number = re.match(r"write (\S+), or ", doubt.help)
    if number and number[1] != "a":
        value = resolve(number[1])
        assert isinstance(value, (int, Decimal))
        assert ambiguity(number[1], value) is None
    word = re.search(r", or write (\w+)$", doubt.help)
    assert word is None or isinstance(resolve(word[1]), bool)
