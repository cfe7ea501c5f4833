"""`--fix`, `--unsafe-fixes` and `--diff`: what becomes of the bytes of each file that is checked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import click

from guidelint.cli.diffs import diff
from guidelint.cli.inputs import Input
from guidelint.cli.output import print_text, why_not_written
from guidelint.cli.replacing import replace_file
from guidelint.config import Rules
from guidelint.linter import FileReport, Options
from guidelint.mending import mend
from guidelint.reporters import ExitCode, Report, Unreadable
from guidelint.reporters.summary import plural

Command = TypeVar("Command", bound=Callable[..., Any])

STDIN = "-"


def fix_options(command: Command) -> Command:
    fix = click.option("--fix", is_flag=True, help="Mend what is mended without changing what is meant.")
    unsafe = click.option(
        "--unsafe-fixes", is_flag=True, help="As --fix, and mend that too which somebody should look at afterwards."
    )
    shown = click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
    return fix(unsafe(shown(command)))


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

    def keeps(self, source: Input) -> bytes | None:
        """The bytes that are to be mended."""
        return None if self.is_idle else source.content

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
            _print(mended.content)
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
        for file in report.unreadable:
            click.echo(f"not judged: {file.path}: {file.reason}", err=True)
        if report.exit_code(report.fail_level, allow_empty=True) is ExitCode.NOT_JUDGED:
            return ExitCode.NOT_JUDGED
        return ExitCode.FINDINGS if self.diffs else ExitCode.CLEAN


def _print(content: bytes) -> None:
    """Whatever it is: what cannot be read is not mended, and not lost either."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def fixer_of(*, fix: bool, unsafe_fixes: bool, diff: bool) -> Fixer:
    return Fixer(unsafe=unsafe_fixes, only_shows=diff, is_idle=not (fix or unsafe_fixes or diff))


def stdout_of_reports(fixer: Fixer) -> Any:
    """Standard error where the mended text has gone to standard output."""
    return sys.stderr if fixer.has_printed else sys.stdout
