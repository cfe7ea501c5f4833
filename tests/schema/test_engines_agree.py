"""On guidelines that were changed at random, the engine in use and an independent one agree on what is valid, and every
finding has its place in the text.

The independent engine is `jsonschema`, put right where Python departs from the JSON Schema standard: there `$` is the
very end of a text (Python's also stands before a last line break), 2.0 is an integer, and a day is a day of ours.
"""

from __future__ import annotations

import copy
import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from guidelint.diagnostic import Part, Place
from guidelint.document import Document, read_document
from guidelint.schema import judge_shape, schema_text
from guidelint.schema.engine import is_day

GUIDELINES = [
    path for folder in ("guideline", "tests/guidelines") for path in (Path(__file__).parents[2] / folder).glob("*.yaml")
]
STRANGE_TEXTS = [
    "",
    " ",
    "fever\n",
    "5 d\n",
    "5 d",
    "5  d",
    "5d",
    "else",
    "else\n",
    "true",
    "1",
    "é",
    "Fever",
    "a" * 65,
]
STRANGE_TEXTS += ["2026-02-29", "2024-02-29", "0000-01-01", "2026-01-01\n", "unknown", "not-stated", "-1 kg"]
NUMBERS = [Decimal("2.0"), Decimal("1e3"), Decimal("0.5"), Decimal("-0.0"), 0, 1, -1, 10**40]
LEAVES = st.one_of(st.none(), st.booleans(), st.sampled_from(NUMBERS), st.sampled_from(STRANGE_TEXTS))
KEYS = st.sampled_from(
    [
        "if",
        "then",
        "else",
        "for",
        "against",
        "fact",
        "is",
        "at-least",
        "all",
        "not",
        "type",
        "when",
        "never",
        "titel",
        "Bad_Id",
        "else\n",
    ]
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2), max_leaves=4
)


def as_the_standard_says(schema: Any) -> Any:
    """The schema with its patterns in Python's words for what they mean to the standard."""
    if isinstance(schema, list):
        return [as_the_standard_says(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: as_the_standard_says(value) for key, value in schema.items()}
    if isinstance(changed.get("pattern"), str):
        changed["pattern"] = in_python(changed["pattern"])
    if "patternProperties" in changed:
        changed["patternProperties"] = {in_python(key): value for key, value in changed["patternProperties"].items()}
    return changed


def in_python(pattern: str) -> str:
    return pattern.replace("$", r"\Z").replace(r"\S", r"(?:\S|[\x1c-\x1f])")


@cache
def second_opinion() -> Any:
    def is_integer(_: Any, value: Any) -> bool:
        whole = isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral_value())
        return whole and not isinstance(value, bool)

    days = jsonschema.FormatChecker(formats=())
    days.checks("date")(lambda text: not isinstance(text, str) or is_day(text))
    types = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("integer", is_integer)
    extend = jsonschema.validators.extend
    engine = extend(jsonschema.Draft202012Validator, type_checker=types)  # type: ignore[no-untyped-call]  # stubs leave it out
    return engine(as_the_standard_says(json.loads(schema_text())), format_checker=days)


@cache
def sound(path: Path) -> Any:
    return read_document(path.read_bytes()).data


@st.composite
def changed_guidelines(draw: st.DrawFn) -> Any:
    """A sound guideline with one to three random changes."""
    data = copy.deepcopy(sound(draw(st.sampled_from(GUIDELINES))))
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = data
        key = draw(st.sampled_from(list(holder))) if holder else None
        while key is not None and isinstance(holder[key], dict | list) and holder[key] and draw(st.integers(0, 9)):
            holder = holder[key]
            key = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else list(range(len(holder)))))
        if key is not None:
            change(draw, holder, key)
    return data


def change(draw: st.DrawFn, holder: Any, key: Any) -> None:
    kind = draw(st.sampled_from(["replace", "remove", "rename", "add", "wrap", "list"]))
    event(kind)
    if kind == "remove":
        del holder[key]
    elif kind == "rename" and isinstance(holder, dict):
        holder[draw(KEYS)] = holder.pop(key)
    elif kind == "add" and isinstance(holder, dict):
        holder[draw(KEYS)] = draw(VALUES)
    elif kind == "wrap":
        holder[key] = {draw(KEYS): holder[key]}
    elif kind == "list":
        holder[key] = [holder[key]]
    else:
        holder[key] = draw(VALUES)


def written(data: Any) -> str:
    """The data as YAML that is JSON, every number as it is."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return f"[{', '.join(map(written, data))}]"
    return str(data) if isinstance(data, Decimal) else json.dumps(data)


def exists(document: Document, place: Place) -> bool:
    data = document.data
    for step in place.route:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if not inside:
            return False
        data = data[step]
    return bool(place.route) or place.part is Part.VALUE or not document.data


@pytest.mark.parametrize("path", GUIDELINES, ids=lambda path: path.stem)
def test_both_engines_accept_a_sound_guideline(path: Path) -> None:
    assert second_opinion().is_valid(sound(path))
    assert judge_shape(read_document(path.read_bytes())).findings == ()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=changed_guidelines())
def test_both_engines_agree_and_every_finding_has_its_place(data: Any) -> None:
    document = read_document(written(data).encode())
    assert document.is_readable
    assert document.data == data
    found = judge_shape(document).findings
    event("valid" if not found else "invalid")
    assert (not found) == second_opinion().is_valid(document.data)
    assert [finding for finding in found if not exists(document, finding.place)] == []
    for finding in found:
        start, end = document.span(finding.place)
        assert 0 <= start <= end <= len(document.text)
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.help


@pytest.mark.parametrize("pattern_with", ["id: fever\n", "start: ask\n"])
def test_a_line_break_at_the_end_is_no_part_of_an_id(pattern_with: str) -> None:
    key, value = re.split(": ", pattern_with)
    data = {**sound(GUIDELINES[0]), key: value}
    assert not second_opinion().is_valid(data)
    assert [finding.message for finding in judge_shape(read_document(written(data).encode())).findings] == [
        "this is no id"
    ]
