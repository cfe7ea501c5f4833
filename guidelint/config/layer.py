"""What one source of settings says, and where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DEFAULT = "default"

DEFAULTS: Mapping[str, Any] = {
    "plugins": [],
    "paths": ["."],
    "exclude": [".*", "__pycache__", "node_modules", "venv"],
    "extend-exclude": [],
    "profile": "recommended",
    "extend-select": [],
    "ignore": [],
    "severity": {},
    "per-file-ignores": {},
    "fail-level": "warning",
    "proofs": True,
    "strict": False,
    "time-limit": 10.0,
    "time-limit-total": 60.0,
    "max-bytes": 64_000_000,
}
"""The same as in `schema/config.schema.json`, which is not read for it: most runs have no configuration."""


ADDING_UP = ("extend-select", "ignore", "severity", "per-file-ignores", "extend-exclude")
"""Keys under which what every source says counts; under the others, it is what the strongest one says."""


class ConfigError(Exception):
    """The settings cannot be used, and why, in one line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One value, or one entry of a list or table (then a pair), and where it stands."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Given:
    """What one source says under one key: a single item, or those of a list or table."""

    items: tuple[Item, ...]
    origin: str

    @property
    def value(self) -> Any:
        return self.items[0].value


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says; its paths and globs are relative to the folder `base`."""

    base: Path
    given: Mapping[str, Given] = field(default_factory=dict)

    def items(self, key: str) -> tuple[Item, ...]:
        return self.given[key].items if key in self.given else ()


def given(value: Any, origin: str) -> Given:
    """A value from a source that has no lines."""
    entries = value.items() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else [value]
    return Given(tuple(Item(entry, origin) for entry in entries), origin)


def default_layer(base: Path) -> Layer:
    return Layer(base, {key: given(value, DEFAULT) for key, value in DEFAULTS.items()})
