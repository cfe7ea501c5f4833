"""What is in force for the files of one folder: every layer of settings, the weakest first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from guidelint.config.choices import Choices, Rules, choices, without
from guidelint.config.globs import Globs
from guidelint.config.layer import ADDING_UP, Item, Layer
from guidelint.diagnostic import Severity


@dataclass(frozen=True)
class Settings:
    """`file` is the configuration that was found, or None; `layers` begin with the defaults."""

    file: Path | None
    layers: Sequence[Layer]
    rules: Rules

    def value(self, key: str) -> Any:
        """What the strongest layer says; None where there is no default either."""
        layer = self._strongest(key)
        return None if layer is None else layer.given[key].value

    def items(self, key: str) -> tuple[Item, ...]:
        """All that counts under a key: nothing under `select` where the profile decides."""
        said = [layer.given[key].items for layer in self.layers if key in layer.given]
        return tuple(item for items in (said if key in ADDING_UP else said[-1:]) for item in items)

    @property
    def plugins(self) -> tuple[str, ...]:
        """The packages whose rules stand behind our own."""
        return tuple(item.value for item in self.items("plugins"))

    @property
    def fail_level(self) -> Severity:
        return Severity[self.value("fail-level").upper()]

    @property
    def paths(self) -> Iterator[Path]:
        """What is read where nothing is named."""
        layer = self._strongest("paths")
        return iter(()) if layer is None else (layer.base / item.value for item in layer.items("paths"))

    @property
    def baseline(self) -> Path | None:
        """The file that knows what was found before."""
        return self._place("baseline")

    @property
    def cache_dir(self) -> Path | None:
        """The folder that somebody names for what was found before."""
        return self._place("cache-dir")

    def is_asked(self, key: str) -> bool:
        """Whether the command line says something under a key."""
        return key in self.layers[-1].given

    def _place(self, key: str) -> Path | None:
        """Of a file or folder, by whoever names it."""
        layer = self._strongest(key)
        return None if layer is None else Path(os.path.normpath(layer.base / layer.given[key].value))

    def _strongest(self, key: str) -> Layer | None:
        """Of the layers that say something under a key."""
        return next((layer for layer in reversed(self.layers) if key in layer.given), None)

    @cached_property
    def choices(self) -> Choices:
        """Of rules, before those are left out that are ignored in one file. Raises ConfigError."""
        return choices(self.layers, self.rules)

    def choices_for(self, path: Path) -> Choices:
        """For one file, by its absolute path. Raises ConfigError."""
        ignored = [item for globs in self._ignores if (item := globs.hit(path)) is not None]
        if not ignored:
            return self.choices
        return without(self.choices, _rules_named(ignored), self.rules)

    def refuse_unknown_rules(self) -> None:
        """Whatever names a rule is read at once, in place of half-way through a run. Raises ConfigError."""
        items = (item for layer in self.layers for item in layer.items("per-file-ignores"))
        without(self.choices, _rules_named(items), self.rules)

    def excluded_by(self, path: Path, below: Path | None = None) -> Item | None:
        """The glob that excludes an absolute path; `below` is the folder that was asked for, in which it was found."""
        hits = (globs.hit(path, below=below) for globs in self._excludes)
        return next((item for item in hits if item is not None), None)

    @cached_property
    def _ignores(self) -> Sequence[Globs]:
        return [Globs(layer.base, [item]) for layer in self.layers for item in layer.items("per-file-ignores")]

    @cached_property
    def _excludes(self) -> Sequence[Globs]:
        strongest = next(layer for layer in reversed(self.layers) if "exclude" in layer.given)
        further = [Globs(layer.base, layer.items("extend-exclude")) for layer in self.layers]
        return [Globs(strongest.base, strongest.items("exclude")), *further]


def _rules_named(ignores: Iterable[Item]) -> Iterator[Item]:
    """Of entries that pair a glob with rules."""
    return (Item(rule, item.origin) for item in ignores for rule in item.value[1])
