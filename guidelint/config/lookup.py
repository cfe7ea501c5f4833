"""The settings for a file: those of the nearest configuration, between the defaults and the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from guidelint.config.choices import Rules
from guidelint.config.files import config_in, read_layer
from guidelint.config.layer import Layer, default_layer
from guidelint.config.settings import Settings


class Lookup:
    """Every method raises ConfigError where a configuration cannot be used.

    `asked` is what the command line says. `file` is read in place of every configuration that could be found, and
    `is_isolated` reads none.
    """

    def __init__(self, rules: Rules, asked: Layer, file: Path | None = None, *, is_isolated: bool = False) -> None:
        self._rules = rules
        self._asked = asked
        self._file = file
        self._is_isolated = is_isolated
        self._finds = file is None and not is_isolated
        self.of_folder = cache(self._of_folder)
        self._of_config = cache(self._of_configuration)

    def anew(self) -> Lookup:
        """The same, for files as they are now."""
        return Lookup(self._rules, self._asked, self._file, is_isolated=self._is_isolated)

    def of_file(self, path: str | Path) -> Settings:
        return self.of_folder(Path(os.path.abspath(path)).parent)

    def _of_folder(self, folder: Path) -> Settings:
        """Of an absolute path: what lies in the folder itself goes before what lies above it."""
        if not self._finds:
            return self._of_config(self._file)
        found = config_in(folder)
        if found is not None or folder.parent == folder:
            return self._of_config(found)
        return self.of_folder(folder.parent)

    def _of_configuration(self, file: Path | None) -> Settings:
        here = Path(os.path.abspath("."))
        from_file = [] if file is None else [read_layer(file)]
        layers = (default_layer(here), *from_file, self._asked)
        settings = Settings(file, layers, _with_plugins(self._rules, layers))
        settings.refuse_unknown_rules()
        return settings


def _with_plugins(rules: Rules, layers: Iterable[Layer]) -> Rules:
    """Most configurations name none, and then nothing is imported for them."""
    named = [item for layer in layers for item in layer.items("plugins")]
    if not named:
        return rules
    from guidelint.config.plugins import with_plugins

    return with_plugins(rules, named)
