"""What several commands ask for in the same way."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import reduce, wraps
from math import inf, nan
from typing import Any, TypeVar

import click

from guidelint.cli.paths import is_yaml

Command = TypeVar("Command", bound=Callable[..., Any])


def colour_option(command: Command) -> Command:
    """`--color`, with NO_COLOR and FORCE_COLOR for `auto`; passed on as `colour: bool`."""
    return click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        callback=lambda _ctx, _param, value: wants_colour(value),
        help="When to colour the output.",
    )(command)


def wants_colour(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def no_empty_path(_ctx: click.Context, _param: click.Parameter, given: Any) -> Any:
    """A callback: an empty path is a variable of a shell that was not set, and nobody means the current folder."""
    if "" in (given if isinstance(given, tuple) else (given,)):
        raise click.BadParameter("a path is empty")
    return given


def refuse_guideline(output: str) -> None:
    """Raises click.BadParameter where a YAML file would be lost: none of our formats is YAML, so it is not ours."""
    if os.path.isfile(output) and is_yaml(os.path.realpath(output)):
        raise click.BadParameter(f"`{output}` is there already, and may be a guideline", param_hint="'-o'")


def bundled(kind: type[Any], name: str, *options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A decorator that adds the options; the command gets them as one argument, a dataclass with a field for each."""

    def decorate(command: Any) -> Any:
        @wraps(command)
        def with_bundle(**arguments: Any) -> Any:
            own = {field.name: arguments.pop(field.name) for field in fields(kind)}
            return command(**{name: kind(**own)}, **arguments)

        return reduce(lambda decorated, option: option(decorated), reversed(options), with_bundle)

    return decorate


class Seconds(click.ParamType[float]):
    """A length of time that ends."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            seconds = float(value)
        except ValueError:
            seconds = nan
        if not 0 <= seconds < inf:
            self.fail(f"`{value}` is no number of seconds: write one from 0 on, such as 600", param, ctx)
        return seconds


class Address(click.ParamType[str]):
    """The beginning of an address on the web; nothing in it ends a link in Markdown or a cell of a table."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"https?://[^\s<>()\[\]|\\\"`{}^]+", value):
            self.fail(f"`{value}` is no address: write one that begins with https://", param, ctx)
        return str(value)


class Day(click.ParamType[date]):
    """A day as year-month-day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is no day: write it as year-month-day, such as 2026-03-01", param, ctx)
