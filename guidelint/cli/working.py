"""Judging many files: what is known of them from before, and the others in as many processes as are worth it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from guidelint.caching.verdicts import Verdicts
from guidelint.cli.interrupts import listening
from guidelint.cli.progress import Ticker, with_progress
from guidelint.cli.tasks import Outcome, Task, from_cache, judge_file
from guidelint.linter import STOPPED, FileReport
from guidelint.reporters import Unreadable

WORTH_PROCESSES = 500_000
"""Bytes of guidelines that take several times as long to judge as a process takes to begin."""

Numbered = tuple[int, Task]


@dataclass(frozen=True, slots=True)
class Workers:
    """`jobs` is how many processes there are to be; None where that is for us to say."""

    jobs: int | None = 1
    verdicts: Verdicts | None = None
    is_timed: bool = False

    def outcomes(self, tasks: Sequence[Task]) -> list[Outcome]:
        return gathered(tasks, self._settled(list(enumerate(tasks))))

    def _settled(self, tasks: Sequence[Numbered]) -> Iterator[tuple[int, Outcome]]:
        new = []
        for number, task in tasks:
            known = None if self.verdicts is None else from_cache(task, self.verdicts)
            if known is None:
                new.append((number, task))
            else:
                yield number, known
        processes = self._processes([task for _, task in new])
        judged = self._apart(new, processes) if processes > 1 else self._here(new)
        yield from judged

    def _here(self, tasks: Sequence[Numbered]) -> Iterator[tuple[int, Outcome]]:
        for number, task in tasks:
            yield number, judge_file(task, self.verdicts, Ticker(), is_timed=self.is_timed)

    def _apart(self, tasks: Sequence[Numbered], processes: int) -> Iterator[tuple[int, Outcome]]:
        """The first one here: whatever it has to import is there already in processes that are forked afterwards."""
        from guidelint.cli.processes import judged_apart

        yield from self._here(tasks[:1])
        rest = tasks[1:]
        judge = partial(judge_file, verdicts=self.verdicts, is_timed=self.is_timed)
        outcomes = judged_apart(judge, [task for _, task in rest], processes)
        yield from zip((number for number, _ in rest), outcomes, strict=True)

    def _processes(self, tasks: Sequence[Task]) -> int:
        wanted = self.jobs or (processors() if sum(map(_size, tasks)) >= WORTH_PROCESSES else 1)
        return min(wanted, len(tasks) - 1)


def gathered(tasks: Sequence[Task], outcomes: Iterable[tuple[int, Outcome]]) -> list[Outcome]:
    """One for each task, in their order, whatever interrupts it; they come with the numbers of their tasks."""
    found: dict[int, Outcome] = {}
    with listening() as is_interrupted, suppress(KeyboardInterrupt):
        for number, outcome in with_progress(outcomes, len(tasks)):
            found[number] = outcome
            if is_interrupted() or (isinstance(outcome.told, FileReport) and outcome.told.is_stopped):
                break
    return [found.get(number) or Outcome(Unreadable(task.name, STOPPED)) for number, task in enumerate(tasks)]


def processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(task: Task) -> int:
    try:
        return os.path.getsize(task.path)
    except (OSError, ValueError):
        return 0
