"""`guidelint check`: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import click

from guidelint.cli.inputs import Input, find_files, read_input
from guidelint.cli.options import Day, colour_option, rule_codes, time_limit_options
from guidelint.cli.progress import Ticker, with_progress
from guidelint.diagnostic import Severity
from guidelint.document import DEFAULT_MOST_BYTES, Document, read_document, refuse_large
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Budget
from guidelint.reporters import REPORTERS, Report, Unreadable
from guidelint.rules import RULES

EPILOG = """\b
Examples:
  guidelint check guideline/
  guidelint check --no-proofs guideline/
  guidelint check --format json guideline/neck-spasm.yaml
  guidelint check --select GL2,undefined-name --fail-level error .
  cat draft.yaml | guidelint check - --stdin-filename draft.yaml

Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not judge, 3 nothing to check."""


@click.command("check", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format", "format_", type=click.Choice(list(REPORTERS)), default="full", show_default=True, help="How to report."
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Only these rules: codes, beginnings of codes (GL2) or names; `all` for every one.",
)
@click.option("--ignore", multiple=True, metavar="RULES", help="All rules but these.")
@click.option(
    "--fail-level",
    type=click.Choice([level.word for level in Severity]),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option("--today", type=Day(), default=None, help="The day for rules about dates.  [default: the system's date]")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 where there is nothing to check.")
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="The name of what comes on standard input.")
@click.option(
    "--max-bytes",
    type=click.IntRange(1),
    default=DEFAULT_MOST_BYTES,
    show_default=True,
    help="The largest file that is read.",
)
@click.option("--no-proofs", is_flag=True, help="Leave out what is proved for every patient; the report says so.")
@time_limit_options
@click.option("--strict", is_flag=True, help="Exit with 2 where a proof came to no decision in its time.")
@colour_option
def command(
    paths: tuple[str, ...],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str,
    today: date | None,
    allow_empty: bool,
    stdin_filename: str,
    max_bytes: int,
    no_proofs: bool,
    time_limit: float,
    time_limit_total: float,
    strict: bool,
    colour: bool,
) -> None:
    """Lint guidelines and say what is wrong with them.

    PATHS are files, folders, or - for standard input; without any, the current folder.
    """
    enabled = rule_codes(select, "--select") if select else frozenset(rule.code for rule in RULES if rule.is_default)
    enabled -= rule_codes(ignore, "--ignore") if ignore else frozenset()
    budget = None if no_proofs else lambda: Budget(time_limit, time_limit_total, on_question=Ticker())
    report = _judge(paths or (".",), stdin_filename, Options(enabled, today or date.today(), max_bytes, budget))
    click.echo(REPORTERS[format_](report, colour), nl=False, color=colour)
    sys.exit(report.exit_code(Severity[fail_level.upper()], allow_empty=allow_empty, is_strict=strict))


def _judge(paths: tuple[str, ...], stdin_filename: str, options: Options) -> Report:
    files: list[FileReport] = []
    unreadable: list[Unreadable] = []
    skipped: list[str] = []
    for path, found in with_progress(list(find_files(paths))):
        source = read_input(path, stdin_filename if path == "-" else path, options.most_bytes, found=found)
        if isinstance(source, Unreadable):
            unreadable.append(source)
        elif source.is_foreign:
            skipped.append(source.path)
        else:
            document = _document(source, options)
            del source  # beside its text, the bytes of a large file are only in the way
            files.append(replace(lint_document(document, RULES, options), guideline=None))
            if files[-1].is_stopped:
                break
    return Report(tuple(files), tuple(unreadable), tuple(skipped), options.today)


def _document(source: Input, options: Options) -> Document:
    if source.content is None:
        return refuse_large(source.path, source.size, options.most_bytes)
    return read_document(source.content, source.path, options.most_bytes)
