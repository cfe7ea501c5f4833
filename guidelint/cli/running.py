"""How a run of `check` is made, whatever comes of it: in how many processes, and with what is known from before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from guidelint.caching.place import VARIABLE, cache_folder
from guidelint.caching.verdicts import verdicts
from guidelint.cli.completing import files
from guidelint.cli.working import Workers

Command = TypeVar("Command", bound=Callable[..., Any])


def run_options(command: Command) -> Command:
    cache = click.option(
        "--cache/--no-cache", default=True, help="Keep what is found in files, and use it while they are the same."
    )
    place = click.option(
        "--cache-dir",
        metavar="FOLDER",
        shell_complete=files,
        help=f"Where that is kept; {VARIABLE} says it too.  [default: guidelint, among the caches of the user]",
    )
    jobs = click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="In how many processes to judge files.  [default: as many as processors, for many files]",
    )
    return cache(place(jobs(command)))


def workers_of(jobs: int | None, cache_dir: str | None, *, is_cached: bool) -> Workers:
    folder = (cache_dir or cache_folder()) if is_cached else None
    return Workers(jobs, None if folder is None else verdicts(folder))
