"""`guidelint check`: the main job."""

from __future__ import annotations

import sys
from datetime import date

import click

from guidelint.cli.baselines import baseline_options
from guidelint.cli.checking import Check
from guidelint.cli.completing import files
from guidelint.cli.destinations import ReportingCommand, destinations, report_options
from guidelint.cli.fixing import Fixes, fix_options
from guidelint.cli.options import Day, colour_option, no_empty_path
from guidelint.cli.running import Running, run_options
from guidelint.cli.setting_options import ALL_OPTIONS, FORCE_OPTION
from guidelint.cli.settings import settings_options
from guidelint.config import Lookup

EPILOG = """\b
Examples:
  guidelint check guideline/
  guidelint check --no-proofs guideline/
  guidelint check --format json guideline/neck-spasm.yaml
  guidelint check --format sarif --output guidelint.sarif --format github guideline/
  guidelint check --diff guideline/
  guidelint check --fix guideline/
  guidelint check --baseline baseline.json --update-baseline guideline/
  guidelint check --select GL2,undefined-name --fail-level error .
  guidelint check --severity GL504=error --per-file-ignores 'drafts/*.yaml:GL5,GL110' .
  cat draft.yaml | guidelint check - --stdin-filename draft.yaml

Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not judge or was stopped,
3 nothing to check."""


@click.command("check", cls=ReportingCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=files, callback=no_empty_path)
@report_options
@fix_options
@settings_options(*ALL_OPTIONS)
@FORCE_OPTION
@run_options
@baseline_options
@click.option("--today", type=Day(), default=None, help="The day for rules about dates.  [default: the system's date]")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 where there is nothing to check.")
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes on standard input.  [default: <stdin>]")
@click.option("--statistics", is_flag=True, help="How often each rule has found something, in place of what.")
@colour_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    lookup: Lookup,
    force_exclude: bool,
    today: date | None,
    allow_empty: bool,
    stdin_filename: str | None,
    fixes: Fixes,
    running: Running,
    statistics: bool,
    update_baseline: bool,
    no_set_asides: bool,
    colour: bool,
) -> None:
    """Lint guidelines and say what is wrong with them.

    PATHS are files, folders, or - for standard input; without any, those of the configuration, or the current folder.
    What is configured in the nearest guidelint.toml, or under [tool.guidelint] in pyproject.toml, is the default for
    the options: see `guidelint config`.
    """
    check = Check(
        paths=paths,
        destinations=destinations(ctx, formats, outputs),
        is_forced=force_exclude,
        today=today,
        allow_empty=allow_empty,
        stdin_filename=stdin_filename,
        fixes=fixes,
        statistics=statistics,
        colour=colour,
        running=running,
        is_updating=update_baseline,
        shows_all=no_set_asides,
    )
    sys.exit(check.watch(lookup) if running.is_watching else check.run(lookup))
