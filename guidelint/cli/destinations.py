"""Where the report of `check` goes: several formats in one run, each to a file or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import click

from guidelint.cli.options import refuse_guideline
from guidelint.cli.output import append_text, is_written, print_text, write_text
from guidelint.cli.terminal import columns
from guidelint.reporters import FOR_PROGRAMS, FORMATS, Report, encodable, render
from guidelint.reporters.style import Style

Command = TypeVar("Command", bound=Callable[..., Any])

STDOUT = "-"

DEFAULT_FORMAT = "full"

MOST_OF_A_STEP_SUMMARY = 900_000
"""Bytes of rows: GitHub shows nothing of a summary that is larger than 1 MiB."""


@dataclass(frozen=True, slots=True)
class Destination:
    format: str
    output: str = STDOUT


class ReportingCommand(click.Command):
    """Keeps the order of the options, which click forgets: an --output belongs to the --format before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(args=[*args])
        ctx.meta[__name__] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


def report_options(command: Command) -> Command:
    """`--format` and `--output`, each any number of times; see `destinations`."""
    output = click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Where the --format before it goes; - for standard output, which is also where a format without one goes.",
    )
    format_ = click.option(
        "--format",
        "formats",
        type=click.Choice(FORMATS),
        multiple=True,
        help=f"How to report; may be given several times, with an --output each.  [default: {DEFAULT_FORMAT}]",
    )
    return format_(output(command))


def destinations(ctx: click.Context, formats: Sequence[str], outputs: Sequence[str]) -> tuple[Destination, ...]:
    """Raises click.UsageError where two formats would go to one place, a place has no format, or holds a guideline."""
    found = _paired(ctx.meta[__name__], iter(formats), iter(outputs)) if formats else _only(outputs)
    places = [item.output if item.output == STDOUT else os.path.realpath(item.output) for item in found]
    if places.count(STDOUT) > 1:
        raise click.UsageError("only one format can go to standard output: give the others an --output")
    for item, place in zip(found, places, strict=True):
        refuse_guideline(item.output)
        if places.count(place) > 1:
            raise click.UsageError(f"`{item.output}` is given for two formats: each needs a file of its own")
    return found


def _only(outputs: Sequence[str]) -> tuple[Destination, ...]:
    return tuple(Destination(DEFAULT_FORMAT, output) for output in outputs or (STDOUT,))


def _paired(order: Iterable[str | None], formats: Iterable[str], outputs: Iterable[str]) -> tuple[Destination, ...]:
    formats, outputs = iter(formats), iter(outputs)
    found: list[Destination] = []
    is_open = False
    for name in order:
        if name == "formats":
            found.append(Destination(next(formats)))
            is_open = True
        elif name == "outputs":
            output = next(outputs)
            if not is_open:
                raise click.UsageError(f"`--output {output}` stands behind no --format of its own")
            found[-1] = Destination(found[-1].format, output)
            is_open = False
    return tuple(found)


class Delivered(NamedTuple):
    """Whether all of it could be written, and what went to standard output."""

    is_written: bool
    printed: str = ""


def deliver(report: Report, found: Iterable[Destination], *, colour: bool) -> Delivered:
    """Files come first: whoever reads standard output may leave before the end."""
    read = {os.path.realpath(path) for path in (*(file.path for file in report.files), *report.skipped)}
    written, printed = True, ""
    for item in sorted(found, key=lambda item: item.output == STDOUT):
        if item.format == "github":
            written &= _add_step_summary(report)
        if item.output == STDOUT:
            printed = _print(item.format, report, colour)
        elif os.path.realpath(item.output) in read:
            click.echo(f"{item.output}: not written: this is a file that was checked", err=True)
            written = False
        else:
            written &= is_written(write_text, item.output, render(item.format, report))
    return Delivered(written, printed)


def _print(format_: str, report: Report, colour: bool) -> str:
    text = render(format_, report, Style(colour, columns()))
    if format_ in FOR_PROGRAMS:
        print_text(text)
    else:
        click.echo(text, file=sys.stdout, nl=False, color=colour)  # else click takes ASCII for UTF-8
    return text


def _add_step_summary(report: Report) -> bool:
    """What GitHub Actions shows on the page of the run."""
    from guidelint.reporters.markdown import short_markdown

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return True
    return is_written(append_text, path, encodable(short_markdown(report, MOST_OF_A_STEP_SUMMARY)))
