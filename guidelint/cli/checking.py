"""One run of `check`, and one after the other while somebody is at work on the files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass, replace
from datetime import date
from time import time

import click

from guidelint.caching.observed import Trace
from guidelint.caching.runs import Run
from guidelint.cli.baselines import Baselines, refuse_beside_update
from guidelint.cli.candidates import Entered, find_files, paths_or_configured
from guidelint.cli.destinations import STDOUT, Delivered, Destination, deliver
from guidelint.cli.fixing import STDIN, Fixes, stdout_of_reports
from guidelint.cli.judging import Judgement, judge
from guidelint.cli.replay import remember_run
from guidelint.cli.running import Running
from guidelint.cli.timing import timing
from guidelint.cli.tracing import observed, settings_in, trace_of
from guidelint.cli.watching import wait_for_change
from guidelint.config import ConfigError, Lookup
from guidelint.reporters import FOR_PROGRAMS, ExitCode

UNNAMED = "<stdin>"


@dataclass(frozen=True, slots=True)
class Check:
    """What was asked for. Raises click.UsageError for what cannot stand together."""

    paths: Sequence[str]
    destinations: Sequence[Destination]
    is_forced: bool
    today: date | None
    allow_empty: bool
    stdin_filename: str | None
    fixes: Fixes
    statistics: bool
    colour: bool
    running: Running
    is_updating: bool = False
    shows_all: bool = False

    def __post_init__(self) -> None:
        if self.stdin_filename is not None and STDIN not in self.paths:
            raise click.UsageError("--stdin-filename names what comes on standard input: write - to check that")
        if self.running.is_watching and STDIN in self.paths:
            raise click.UsageError("--watch waits for files to change, which standard input never does")
        if self.is_updating:
            if STDIN in self.paths and not self.stdin_filename:
                raise click.UsageError("--update-baseline cannot stand beside - without --stdin-filename")
            refuse_beside_update(**asdict(self.fixes), watch=self.running.is_watching, all=self.shows_all)

    def run(self, lookup: Lookup) -> ExitCode:
        return self._once(lookup)[0]

    def watch(self, lookup: Lookup) -> ExitCode:
        """Until somebody stops it; settings are read anew each time."""
        code, trace = self._once(lookup)
        while (path := wait_for_change(trace)) is not None:
            click.echo(f"{path} has changed", err=True)
            lookup, settings = lookup.anew(), settings_in(trace)
            try:
                code, trace = self._once(lookup)
            except ConfigError as error:
                click.echo(f"Error: {error}", err=True)
                trace = {}
            trace = {**trace, **settings}  # what was changed while they were read is seen at the next look
        return code

    def _once(self, lookup: Lookup) -> tuple[ExitCode, Trace]:
        """The exit code, and all that was looked at for it. Raises ConfigError."""
        began, entered = time(), Entered()
        fixer = self.fixes.fixer()
        baselines = Baselines(self.is_updating, self.shows_all)
        judgement = judge(
            find_files(paths_or_configured(self.paths, lookup), lookup, is_forced=self.is_forced, entered=entered),
            lookup,
            today=self.today or date.today(),
            stdin_filename=self.stdin_filename or UNNAMED,
            fixer=fixer,
            workers=self.running.workers,
            baselines=baselines,
        )
        seen = {**judgement.seen, **dict.fromkeys(map(str, baselines.files))}
        if self.running.is_timed:
            click.echo(timing(outcome.times for outcome in judgement.outcomes), nl=False, err=True)
        if fixer.only_shows:
            return fixer.show(judgement.report), observed(seen, entered)
        report = replace(judgement.report, with_statistics=self.statistics)
        with redirect_stdout(stdout_of_reports(fixer)):
            delivered = deliver(report, self.destinations, colour=self.colour)
        code = report.exit_code(report.fail_level, allow_empty=self.allow_empty, is_strict=judgement.is_strict)
        code = code if delivered.is_written else ExitCode.NOT_JUDGED
        if fixer.is_idle and not baselines.files:
            self._remember(judgement, entered, began, delivered, code)
        return code, observed(seen, entered)

    def _remember(
        self, judgement: Judgement, entered: Entered, began: float, delivered: Delivered, code: ExitCode
    ) -> None:
        """What went to one place alone, and can be said again there."""
        is_printed = delivered.is_written and [item.output for item in self.destinations] == [STDOUT]
        if not is_printed or not self.running.is_remembered(judgement.settings):
            return
        trace = trace_of(judgement, entered, began)
        if trace is not None:
            is_exact = self.destinations[0].format in FOR_PROGRAMS
            remember_run(sys.argv[1:], Run(trace, delivered.printed, is_exact, code))
