"""Finding a configuration file, and what it says: TOML → Layer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guidelint.config.layer import ConfigError, Given, Item, Layer
from guidelint.config.toml_file import parse, shown, text_of
from guidelint.diagnostic import Route

OWN_NAME = "guidelint.toml"
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "guidelint")
SCHEMA = "config.schema.json"


def config_in(folder: Path) -> Path | None:
    """The configuration in a folder itself: `guidelint.toml`, or a `pyproject.toml` with our table.

    Raises ConfigError where the file may hold one and cannot be read.
    """
    own, shared = folder / OWN_NAME, folder / PYPROJECT
    if os.path.isfile(own) or os.path.isdir(own):  # a folder cannot be read, which is said and not passed over
        return own
    return shared if os.path.isfile(shared) and _holds_table(shared) else None


def read_layer(path: Path) -> Layer:
    """What a configuration file says. Raises ConfigError with its line where it says what cannot be."""
    text = text_of(path)
    whole = parse(text, path)
    table = _table(whole, path)
    lines = _Lines(text, path)
    if table:
        _refuse_misfits(table, lines)
    return Layer(path.parent, {key: _given(key, value, lines) for key, value in table.items()})


def _within(path: Path) -> Route:
    return TABLE if path.name == PYPROJECT else ()


def _holds_table(path: Path) -> bool:
    """Without tomllib where the file does not even name us: most runs have no configuration."""
    text = text_of(path)
    return "guidelint" in text and _look_up(parse(text, path)) is not None


def _look_up(data: Mapping[str, Any]) -> Any:
    tool = data.get(TABLE[0])
    return tool.get(TABLE[1]) if isinstance(tool, dict) else None


def _table(whole: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    if not _within(path):
        return whole
    table = _look_up(whole)
    if not isinstance(table, dict):
        found = "there is no table `[tool.guidelint]`" if table is None else "`tool.guidelint` is no table"
        raise ConfigError(f"{shown(path)}: {found}")
    return table


class _Lines:
    """Places in a configuration file, as `guidelint.toml:3`."""

    def __init__(self, text: str, path: Path) -> None:
        from guidelint.config.toml_lines import lines_of

        self._lines = lines_of(text, _within(path))
        self._path = shown(path)

    def place(self, route: Route) -> str:
        line = next((self._lines[route[:end]] for end in range(len(route), 0, -1) if route[:end] in self._lines), None)
        return self._path if line is None else f"{self._path}:{line}"


def _refuse_misfits(table: Mapping[str, Any], lines: _Lines) -> None:
    from guidelint.schema.misfits import misfits

    for misfit in misfits(table, SCHEMA):
        key = ".".join(str(step) for step in misfit.route if isinstance(step, str))
        raise ConfigError(f"{lines.place(misfit.route)}: `{key}`: {misfit.message}")


def _given(key: str, value: Any, lines: _Lines) -> Given:
    return Given(tuple(_items(key, value, lines)), lines.place((key,)))


def _items(key: str, value: Any, lines: _Lines) -> Iterator[Item]:
    if isinstance(value, dict):
        yield from (Item((name, entry), lines.place((key, name))) for name, entry in value.items())
    elif isinstance(value, list):
        yield from (Item(entry, lines.place((key, index))) for index, entry in enumerate(value))
    else:
        yield Item(value, lines.place((key,)))
