"""`guidelint config`: the settings in force, and where each of them comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from guidelint.cli.completing import files
from guidelint.cli.missing import no_such_file
from guidelint.cli.options import no_empty_path
from guidelint.cli.setting_options import ALL_OPTIONS
from guidelint.cli.settings import settings_options
from guidelint.config import DEFAULT, DEFAULTS, OFF, Choice, Lookup, Settings, shown
from guidelint.rule import Rule

EPILOG = """\b
Examples:
  guidelint config
  guidelint config guidelines/fever.yaml
  guidelint config --select GL2 --format json

The keys are explained in docs/configuration.md, and in the schema that `guidelint schema --of config` prints."""

KEYS = ("paths", "exclude", "extend-exclude", "select", *DEFAULTS, "docs-base", "cache-dir", "baseline")


@click.command("config", epilog=EPILOG)
@click.argument("path", default=".", metavar="[PATH]", shell_complete=files, callback=no_empty_path)
@settings_options(*ALL_OPTIONS)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(path: str, lookup: Lookup, format_: str) -> None:
    """Show the settings in force for a file or folder, and where each of them comes from.

    PATH is the current folder where none is named. The options of `guidelint check` may be tried out here.
    """
    if not os.path.exists(path):
        raise click.BadParameter(f"`{path}`: {no_such_file(path)}", param_hint="'PATH'")
    whole = Path(path).absolute()
    settings = lookup.of_folder(whole) if whole.is_dir() else lookup.of_file(whole)
    rules = settings.choices_for(whole)
    found = [(rule, rules[rule.code]) for rule in settings.rules]
    if format_ == "json":
        click.echo(json.dumps(_json(path, settings, found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(path, settings, found)))


def _text(path: str, settings: Settings, found: list[tuple[Rule[Any], Choice]]) -> Iterator[str]:
    yield f"settings for {path}: " + ("no configuration file" if settings.file is None else shown(settings.file))
    yield ""
    rows = [row for key in dict.fromkeys(KEYS) for row in _rows(key, settings)]
    rows += [("", "", "")]
    rows += [(f"{rule.code} {rule.name}", _level(rule, choice), _origin(choice)) for rule, choice in found]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    kept = [row for row in rows if row[2] != DEFAULT or row[1] == OFF or row[0] in (*KEYS, "")]
    yield from (f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}".rstrip() for row in kept)
    yield f"{sum(choice.is_on for _, choice in found)} of {len(found)} rules are on"


def _rows(key: str, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """One for each place that says something under a key."""
    for origin, items in groupby(settings.items(key), key=lambda item: item.origin):
        yield key, ", ".join(_value(item.value) for item in items), origin


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        entry = value[1] if isinstance(value[1], str) else ", ".join(value[1])
        return f"{value[0]}: {entry}"
    return json.dumps(value) if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def _level(rule: Rule[Any], choice: Choice) -> str:
    if not choice.is_on:
        return OFF
    return (choice.level or rule.severity).word


def _origin(choice: Choice) -> str:
    """Of what makes a rule other than it is by default."""
    return choice.level_origin if choice.is_on and choice.level is not None else choice.origin


def _json(path: str, settings: Settings, found: list[tuple[Rule[Any], Choice]]) -> dict[str, Any]:
    return {
        "version": 1,
        "path": path,
        "file": None if settings.file is None else shown(settings.file),
        "settings": {
            key: [{"value": item.value, "origin": item.origin} for item in settings.items(key)]
            for key in dict.fromkeys(KEYS)
        },
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "level": _level(rule, choice),
                "origin": choice.origin,
                "level_origin": choice.level_origin,
            }
            for rule, choice in found
        ],
    }
