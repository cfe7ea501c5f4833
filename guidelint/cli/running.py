"""How a run of `check` is made, whatever comes of it: how often, in how many processes, with what is known before."""

from __future__ import annotations

from dataclasses import dataclass

import click

from guidelint.cli.keeping import is_elsewhere, kept
from guidelint.cli.options import bundled
from guidelint.cli.setting_options import CACHE_OPTION
from guidelint.cli.working import Workers
from guidelint.config import Settings

OPTIONS = (
    CACHE_OPTION,
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
    jobs: int | None
    is_timed: bool
    is_watching: bool

    def workers(self, settings: Settings) -> Workers:
        is_cached = self.is_cached and not self.is_timed
        return Workers(self.jobs, kept(settings) if is_cached else None, self.is_timed)

    def is_remembered(self, settings: Settings) -> bool:
        """Whether the run as a whole is: nobody knows where another folder is before the settings are read."""
        return self.is_cached and not is_elsewhere(settings) and not self.is_timed and not self.is_watching


run_options = bundled(Running, "running", *OPTIONS)
