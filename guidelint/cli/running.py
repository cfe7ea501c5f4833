"""How a run of `check` is made, whatever comes of it: how often, in how many processes, with what is known before."""

from __future__ import annotations

from dataclasses import dataclass

import click

from guidelint.caching.place import VARIABLE, cache_folder
from guidelint.caching.verdicts import verdicts
from guidelint.cli.completing import files
from guidelint.cli.options import bundled
from guidelint.cli.setting_options import CACHE_OPTION
from guidelint.cli.working import Workers

OPTIONS = (
    CACHE_OPTION,
    click.option(
        "--cache-dir",
        metavar="FOLDER",
        shell_complete=files,
        help=f"Where that is kept; {VARIABLE} says it too.  [default: guidelint, among the caches of the user]",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="In how many processes to judge files.  [default: as many as processors, for many files]",
    ),
    click.option("--timing", "is_timed", is_flag=True, help="Say on standard error what took how long; without cache."),
    click.option("--watch", "is_watching", is_flag=True, help="Check again whenever something is changed."),
)


@dataclass(frozen=True, slots=True)
class Running:
    is_cached: bool
    cache_dir: str | None
    jobs: int | None
    is_timed: bool
    is_watching: bool

    @property
    def workers(self) -> Workers:
        is_cached = self.is_cached and not self.is_timed
        folder = (self.cache_dir or cache_folder()) if is_cached else None
        return Workers(self.jobs, None if folder is None else verdicts(folder), self.is_timed)

    @property
    def is_remembered(self) -> bool:
        """Whether the run as a whole is: nobody knows where another folder is before the options are read."""
        return self.is_cached and self.cache_dir is None and not self.is_timed and not self.is_watching


run_options = bundled(Running, "running", *OPTIONS)
