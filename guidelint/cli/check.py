"""`guidelint check`: the main job."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from datetime import date
from time import time

import click

from guidelint.caching.runs import Run
from guidelint.cli.candidates import Entered, find_files, paths_or_configured
from guidelint.cli.completing import files
from guidelint.cli.destinations import STDOUT, ReportingCommand, deliver, destinations, report_options
from guidelint.cli.fixing import fix_options, fixer_of, stdout_of_reports
from guidelint.cli.judging import judge
from guidelint.cli.options import Day, colour_option
from guidelint.cli.replay import remember_run
from guidelint.cli.running import run_options, workers_of
from guidelint.cli.setting_options import ALL_OPTIONS, FORCE_OPTION
from guidelint.cli.settings import settings_options
from guidelint.cli.tracing import trace_of
from guidelint.config import Lookup
from guidelint.reporters import FOR_PROGRAMS, ExitCode

EPILOG = """\b
Examples:
  guidelint check guideline/
  guidelint check --no-proofs guideline/
  guidelint check --format json guideline/neck-spasm.yaml
  guidelint check --format sarif --output guidelint.sarif --format github guideline/
  guidelint check --diff guideline/
  guidelint check --fix guideline/
  guidelint check --select GL2,undefined-name --fail-level error .
  guidelint check --severity GL504=error --per-file-ignores 'drafts/*.yaml:GL5,GL110' .
  cat draft.yaml | guidelint check - --stdin-filename draft.yaml

Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not judge, 3 nothing to check."""


@click.command("check", cls=ReportingCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=files)
@report_options
@fix_options
@settings_options(*ALL_OPTIONS)
@FORCE_OPTION
@run_options
@click.option("--today", type=Day(), default=None, help="The day for rules about dates.  [default: the system's date]")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 where there is nothing to check.")
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="The name of what comes on standard input.")
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
    stdin_filename: str,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    cache: bool,
    cache_dir: str | None,
    jobs: int | None,
    colour: bool,
) -> None:
    """Lint guidelines and say what is wrong with them.

    PATHS are files, folders, or - for standard input; without any, those of the configuration, or the current folder.
    What is configured in the nearest guidelint.toml, or under [tool.guidelint] in pyproject.toml, is the default for
    the options: see `guidelint config`.
    """
    began = time()
    chosen = destinations(ctx, formats, outputs)
    fixer = fixer_of(fix=fix, unsafe_fixes=unsafe_fixes, diff=diff)
    entered: Entered = {}
    workers = workers_of(jobs, cache_dir, is_cached=cache)
    judgement = judge(
        find_files(paths_or_configured(paths, lookup), lookup, is_forced=force_exclude, entered=entered),
        lookup,
        today=today or date.today(),
        stdin_filename=stdin_filename,
        fixer=fixer,
        workers=workers,
    )
    report = judgement.report
    if fixer.only_shows:
        sys.exit(fixer.show(report))
    with redirect_stdout(stdout_of_reports(fixer)):
        delivered = deliver(report, chosen, colour=colour)
    code = report.exit_code(report.fail_level, allow_empty=allow_empty, is_strict=judgement.is_strict)
    if not delivered.is_written:
        sys.exit(ExitCode.NOT_JUDGED)
    trace = trace_of(judgement, entered, began) if workers.verdicts is not None and fixer.is_idle else None
    if trace is not None and cache_dir is None and [item.output for item in chosen] == [STDOUT]:
        remember_run(sys.argv[1:], Run(trace, delivered.printed, chosen[0].format in FOR_PROGRAMS, code))
    sys.exit(code)
