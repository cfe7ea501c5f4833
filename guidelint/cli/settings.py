"""What is in force because of the command line and of configuration files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from guidelint.cli.setting_options import Option
from guidelint.config import ConfigError, Layer, Lookup, given

OWN_KEYS = (
    *("select", "extend-select", "ignore", "severity", "per-file-ignores", "profile", "exclude", "extend-exclude"),
    *("fail-level", "docs-base", "max-bytes", "proofs", "strict", "time-limit", "time-limit-total", "baseline"),
    "cache-dir",
)
OF_RULES = ("select", "extend-select", "ignore")


class Unusable(click.ClickException):
    """The settings cannot be used, so nothing is judged."""

    exit_code = 2


def settings_options(*options: Option) -> Option:
    """Adds options to a command, which gets what they come to as one argument, `lookup`."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_lookup(config_file: str | None = None, isolated: bool = False, **arguments: Any) -> Any:
            said = {key: arguments.pop(key.replace("-", "_"), None) for key in OWN_KEYS}
            lookup = lookup_for(said, config_file, is_isolated=isolated)
            with usable():
                return command(lookup=lookup, **arguments)

        decorated: Callable[..., Any] = with_lookup
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return add


def lookup_for(said: Mapping[str, Any], file: str | None = None, *, is_isolated: bool = False) -> Lookup:
    """Settings for files, where the command line says this; nothing is said where a value is None or empty.

    Raises click.UsageError.
    """
    if is_isolated and file is not None:
        raise click.UsageError("--isolated reads no file, so it cannot stand beside --config")
    from guidelint.rules import RULES

    here = Path(os.path.abspath("."))
    values = {key: value for key, value in said.items() if value is not None and value != ()}
    asked = Layer(here, {key: given(_flat(key, value), _option(key, value)) for key, value in values.items()})
    return Lookup(RULES, asked, None if file is None else here / file, is_isolated=is_isolated)


def _flat(key: str, value: Any) -> Any:
    """Lists of rules, one for each time that the option was given, as one."""
    return [selector for selectors in value for selector in selectors] if key in OF_RULES else value


def _option(key: str, value: Any) -> str:
    return f"--no-{key}" if value is False else f"--{key}"


@contextmanager
def usable() -> Iterator[None]:
    """What makes a configuration unusable becomes one line and exit code 2."""
    try:
        yield
    except ConfigError as error:
        raise Unusable(str(error)) from None
