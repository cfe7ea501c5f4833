"""The schema of the configuration says the same as the program."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from guidelint.config import DEFAULTS
from guidelint.diagnostic import Severity
from guidelint.document import DEFAULT_MOST_BYTES
from guidelint.logic import Budget
from guidelint.schema import schema_text

SCHEMA: dict[str, Any] = json.loads(schema_text("config.schema.json"))
PROPERTIES: dict[str, dict[str, Any]] = SCHEMA["properties"]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("key", PROPERTIES)
def test_defaults_and_examples_are_allowed(key: str) -> None:
    entry = PROPERTIES[key]
    assert entry["description"].endswith(".")
    assert entry["examples"]
    for value in [*entry["examples"], *([entry["default"]] if "default" in entry else [])]:
        Draft202012Validator(SCHEMA).validate({key: value})


def test_the_defaults_are_the_same() -> None:
    assert {key: entry["default"] for key, entry in PROPERTIES.items() if "default" in entry} == DEFAULTS
    assert PROPERTIES.keys() - DEFAULTS.keys() == {"select", "docs-base", "cache-dir", "baseline"}


def test_the_defaults_are_those_of_the_program() -> None:
    assert DEFAULTS["max-bytes"] == DEFAULT_MOST_BYTES
    assert (DEFAULTS["time-limit"], DEFAULTS["time-limit-total"]) == (Budget().each, Budget().total)
    assert [level.word for level in reversed(Severity)] == PROPERTIES["fail-level"]["enum"]
