"""Which rules are on and how heavily they weigh, by layers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guidelint.config import ConfigError, Layer, given
from guidelint.config.choices import choices
from guidelint.diagnostic import Severity
from guidelint.rules import RULES

DEFAULT = {rule.code for rule in RULES if rule.is_default}
EVERY = {rule.code for rule in RULES}
GRAPH = {code for code in EVERY if code.startswith("GL2")}
NAME = {"unreachable-node": "GL201"}


def layer(name: str, said: dict[str, Any]) -> Layer:
    return Layer(Path(), {key: given(value, f"{name} {key}") for key, value in said.items()})


def on(file: dict[str, Any], asked: dict[str, Any] | None = None) -> set[str]:
    found = choices([layer("file", file), layer("asked", asked or {})], RULES)
    return {code for code, choice in found.items() if choice.is_on}


@pytest.mark.parametrize(
    ("file", "asked", "expected"),
    [
        ({}, {}, DEFAULT),
        ({"profile": "all"}, {}, EVERY),
        ({"profile": "all"}, {"profile": "recommended"}, DEFAULT),
        ({"select": ["GL2"]}, {}, GRAPH),
        ({"select": ["GL2"], "profile": "all"}, {}, GRAPH),
        ({"select": []}, {}, set()),
        ({"select": ["all"]}, {}, EVERY),
        ({"select": ["gl2"], "ignore": ["unreachable-node"]}, {}, GRAPH - {"GL201"}),
        ({"select": ["GL2"], "extend-select": ["GL112"]}, {}, GRAPH | {"GL112"}),
        ({"extend-select": ["GL110"]}, {}, DEFAULT | {"GL110"}),
        ({"extend-select": ["GL110"], "ignore": ["GL110"]}, {}, DEFAULT - {"GL110"}),
        ({"ignore": ["GL2"]}, {}, DEFAULT - GRAPH),
        ({"severity": {"GL2": "off"}}, {}, DEFAULT - GRAPH),
        ({"severity": {"GL201": "info", "GL2": "off"}}, {}, DEFAULT - GRAPH | {"GL201"}),
        ({"severity": {"GL110": "error"}}, {}, DEFAULT | {"GL110"}),
        ({"ignore": ["GL2"]}, {"extend-select": ["GL201"]}, DEFAULT - GRAPH | {"GL201"}),
        ({"ignore": ["GL2"]}, {"select": ["GL2"]}, GRAPH),
        ({"ignore": ["GL2"]}, {"ignore": ["GL1"]}, {code for code in DEFAULT if not code.startswith(("GL1", "GL2"))}),
        ({"ignore": ["GL2"]}, {"severity": {"GL201": "error"}}, DEFAULT - GRAPH | {"GL201"}),
        ({"select": ["GL201"]}, {"profile": "all"}, EVERY),
    ],
)
def test_which_rules_are_on(file: dict[str, Any], asked: dict[str, Any], expected: set[str]) -> None:
    assert on(file, asked) == expected


@pytest.mark.parametrize("severity", [{"GL201": "info", "all": "error"}, {"all": "error", "GL201": "info"}])
def test_what_names_fewer_rules_says_how_heavily_they_weigh(severity: dict[str, str]) -> None:
    found = choices([layer("file", {"severity": severity})], RULES)
    assert {found["GL201"].level, found["GL202"].level} == {Severity.INFO, Severity.ERROR}


def test_every_choice_knows_who_made_it() -> None:
    file = layer("file", {"select": ["GL2"], "ignore": ["GL202"], "severity": {"GL203": "info"}})
    found = choices([file, layer("asked", {"severity": {"GL204": "off"}})], RULES)
    assert found["GL201"].origin == "file select"
    assert found["GL101"].origin == "file select"
    assert found["GL202"].origin == "file ignore"
    assert (found["GL203"].origin, found["GL203"].level_origin) == ("file select", "file severity")
    assert (found["GL204"].is_on, found["GL204"].origin) == (False, "asked severity")


def test_a_rule_that_does_not_exist() -> None:
    with pytest.raises(ConfigError, match=r"^file ignore: there is no rule `GL2999`"):
        choices([layer("file", {"ignore": ["GL2999"]})], RULES)
