"""`--fix`, `--unsafe-fixes` and `--diff`: what becomes of the bytes of each file that is checked."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import Any

import click

from guidelint.cli.diffs import diff
from guidelint.cli.options import bundled
from guidelint.cli.output import print_bytes, print_text, why_not_written
from guidelint.cli.replacing import replace_file
from guidelint.config import Rules
from guidelint.linter import STOPPED, FileReport, Options
from guidelint.mending import mend
from guidelint.reporters import ExitCode, Report, Unreadable
from guidelint.reporters.summary import plural

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Fixes:
    """What was asked for."""

    fix: bool
    unsafe_fixes: bool
    diff: bool

    def fixer(self) -> Fixer:
        is_idle = not (self.fix or self.unsafe_fixes or self.diff)
        return Fixer(unsafe=self.unsafe_fixes, only_shows=self.diff, is_idle=is_idle)


fix_options = bundled(
    Fixes,
    "fixes",
    click.option("--fix", is_flag=True, help="Mend what is mended without changing what is meant."),
    click.option(
        "--unsafe-fixes", is_flag=True, help="As --fix, and mend that too which somebody should look at afterwards."
    ),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
)


@dataclass(slots=True)
class Fixer:
    """Mends one file after the other, in the place where it lies unless `only_shows`."""

    unsafe: bool = False
    only_shows: bool = False
    is_idle: bool = False
    fixed: int = 0
    diffs: list[str] = field(default_factory=list)
    unwritten: list[Unreadable] = field(default_factory=list)
    has_printed: bool = False

    def mended(
        self, path: str, content: bytes | None, report: FileReport, rules: Rules, options: Options
    ) -> FileReport:
        """What is found in a file after its fixes; where they are only shown, or cannot be written, before them."""
        if content is None:
            return report
        mended = mend(content, report, rules, options, unsafe=self.unsafe)
        if self.only_shows:
            self.fixed += len(mended.fixed)
            self.diffs += [diff(report.path, content, mended.content)] if mended.fixed else []
            return report
        if path == STDIN:
            print_bytes(mended.content)  # whatever it is: what cannot be read is not mended, and not lost either
            self.has_printed = True
        elif mended.fixed and not self._is_written(path, content, mended.content):
            return report
        self.fixed += len(mended.fixed)
        return mended.report

    def _is_written(self, path: str, before: bytes, after: bytes) -> bool:
        try:
            replace_file(path, before, after)
        except OSError as error:
            self.unwritten.append(Unreadable(path, why_not_written(error)))
            return False
        return True

    def told(self, report: Report) -> Report:
        return replace(report, fixed=self.fixed, unwritten=tuple(self.unwritten))

    def show(self, report: Report) -> ExitCode:
        """The diff alone on standard output, for whoever applies it."""
        print_text("".join(self.diffs))
        where = f"{plural(self.fixed, 'finding')} in {plural(len(self.diffs), 'file')}"
        click.echo(f"{where} would be fixed" if self.diffs else "nothing would be fixed", err=True)
        left = [(file.path, file.reason) for file in report.unreadable]
        left += [(file.path, STOPPED) for file in report.files if file.is_stopped]
        for path, reason in sorted(left):
            click.echo(f"not judged: {path}: {reason}", err=True)
        if report.exit_code(report.fail_level, allow_empty=True) is ExitCode.NOT_JUDGED:
            return ExitCode.NOT_JUDGED
        return ExitCode.FINDINGS if self.diffs else ExitCode.CLEAN


def stdout_of_reports(fixer: Fixer) -> Any:
    """Standard error where the mended text has gone to standard output."""
    return sys.stderr if fixer.has_printed else sys.stdout
