"""`guidelint files`: what would be read, and why the rest would not."""

from __future__ import annotations

import sys

import click

from guidelint.cli.candidates import Candidate, find_files, paths_or_configured
from guidelint.cli.completing import files
from guidelint.cli.inputs import read_input
from guidelint.cli.options import no_empty_path
from guidelint.cli.setting_options import EXCLUDE_OPTIONS, FILE_OPTIONS, FORCE_OPTION
from guidelint.cli.settings import settings_options
from guidelint.config import Lookup
from guidelint.reporters import ExitCode, Unreadable

EPILOG = """\b
Examples:
  guidelint files
  guidelint files --verbose guidelines/
  guidelint files --exclude drafts/

Exit codes: 0 there is something to read, 2 a file cannot be opened, 3 there is nothing to read."""


@click.command("files", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=files, callback=no_empty_path)
@click.option("--verbose", "-v", is_flag=True, help="Say why other files and folders are not read.")
@FORCE_OPTION
@settings_options(*FILE_OPTIONS, *EXCLUDE_OPTIONS)
def command(paths: tuple[str, ...], lookup: Lookup, verbose: bool, force_exclude: bool) -> None:
    """List the files that `guidelint check` would read.

    PATHS are files and folders; without any, those of the configuration, or the current folder.
    """
    read, unreadable = 0, 0
    for candidate in find_files(paths_or_configured(paths, lookup), lookup, is_forced=force_exclude):
        reason, is_error = _why_not(candidate, lookup)
        read += reason is None
        unreadable += is_error
        if reason is None:
            click.echo(candidate.path)
        elif verbose or is_error:
            click.echo(f"{candidate.path}: not read: {reason}", err=is_error)
    if unreadable:
        sys.exit(ExitCode.NOT_JUDGED)
    sys.exit(ExitCode.CLEAN if read else ExitCode.NOTHING_TO_CHECK)


def _why_not(candidate: Candidate, lookup: Lookup) -> tuple[str | None, bool]:
    """Why a file is not read, and whether that is an error."""
    if candidate.excluded is not None:
        return f"excluded by `{candidate.excluded.value}` ({candidate.excluded.origin})", False
    most_bytes = lookup.of_file(candidate.path).value("max-bytes")
    source = read_input(candidate.path, candidate.path, most_bytes, found=not candidate.is_named)
    if isinstance(source, Unreadable):
        return source.reason, True
    return ("it is no guideline" if source.is_foreign else None), False
