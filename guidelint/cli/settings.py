"""The options that say what a configuration file can say too, and what is in force because of both."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from guidelint.cli.completing import files
from guidelint.cli.options import Address, Seconds
from guidelint.cli.rule_options import LEVELS, FileIgnores, RuleLevel, RuleList
from guidelint.config import ConfigError, Layer, Lookup, given

Option = Callable[[Callable[..., Any]], Callable[..., Any]]

FILE_OPTIONS: Sequence[Option] = (
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        shell_complete=files,
        help="Settings from this file, and from no other.",
    ),
    click.option("--isolated", is_flag=True, help="No settings from any file."),
)
RULE_OPTIONS: Sequence[Option] = (
    click.option(
        "--select",
        type=RuleList(),
        multiple=True,
        metavar="RULES",
        help="Only these rules: codes, beginnings of codes (GL2) or names; `all` for every one.",
    ),
    click.option("--extend-select", type=RuleList(), multiple=True, metavar="RULES", help="These rules in addition."),
    click.option("--ignore", type=RuleList(), multiple=True, metavar="RULES", help="All rules but these."),
    click.option(
        "--severity",
        type=RuleLevel(),
        multiple=True,
        metavar="RULE=LEVEL",
        help="How heavily a rule weighs: error, warning, info or off.",
    ),
    click.option(
        "--per-file-ignores",
        type=FileIgnores(),
        multiple=True,
        metavar="GLOB:RULES",
        help="All rules but these, in some files.",
    ),
    click.option(
        "--profile", type=click.Choice(["recommended", "all"]), help="The rules to begin with.  [default: recommended]"
    ),
)
EXCLUDE_OPTIONS: Sequence[Option] = (
    click.option(
        "--exclude", multiple=True, metavar="GLOB", help="Not to be read in folders, in place of what is configured."
    ),
    click.option("--extend-exclude", multiple=True, metavar="GLOB", help="Not to be read in folders either."),
)
FORCE_OPTION: Option = click.option(
    "--force-exclude/--no-force-exclude", default=False, help="Leave out what is excluded, even if it is named here."
)
LIMIT_OPTIONS: Sequence[Option] = (
    click.option(
        "--fail-level",
        type=click.Choice(LEVELS),
        help="The least severity that makes the exit code 1.  [default: warning]",
    ),
    click.option("--docs-base", type=Address(), metavar="ADDRESS", help="Where the pages of the rules are."),
    click.option("--max-bytes", type=click.IntRange(1), help="The largest file that is read.  [default: 64000000]"),
    click.option(
        "--proofs/--no-proofs", default=None, help="Prove claims for every patient; or not, and the report says so."
    ),
)
PROOF_OPTIONS: Sequence[Option] = (
    click.option(
        "--time-limit",
        type=Seconds(),
        metavar="SECONDS",
        help="How long one question may take to be proved.  [default: 10]",
    ),
    click.option(
        "--time-limit-total",
        type=Seconds(),
        metavar="SECONDS",
        help="How long all proofs of one file may take.  [default: 60]",
    ),
    click.option(
        "--strict/--no-strict", default=None, help="Exit with 2 where a proof came to no decision in its time."
    ),
)
ALL_OPTIONS = (*FILE_OPTIONS, *RULE_OPTIONS, *EXCLUDE_OPTIONS, *LIMIT_OPTIONS, *PROOF_OPTIONS)

OWN_KEYS = (
    *("select", "extend-select", "ignore", "severity", "per-file-ignores", "profile", "exclude", "extend-exclude"),
    *("fail-level", "docs-base", "max-bytes", "proofs", "strict", "time-limit", "time-limit-total"),
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
            if isolated and config_file is not None:
                raise click.UsageError("--isolated reads no file, so it cannot stand beside --config")
            lookup = lookup_for(said, config_file, is_isolated=isolated)
            with usable():
                return command(lookup=lookup, **arguments)

        decorated: Callable[..., Any] = with_lookup
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return add


def lookup_for(said: Mapping[str, Any], file: str | None = None, *, is_isolated: bool = False) -> Lookup:
    """Settings for files, where the command line says this; nothing is said where a value is None or empty."""
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
