"""Judging files in processes that end when this one ends, however that comes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from guidelint.cli.tasks import Outcome, Task
from guidelint.reporters import Unreadable

LOST = "the process that was to judge it has ended without a word"

MOST_AT_ONCE = 16
"""Files that a process is given: more would leave the others idle at the end."""

START = "fork" if sys.platform == "linux" else "spawn"


def judged_apart(judge: Callable[[Task], Outcome], tasks: Sequence[Task], processes: int) -> Iterator[Outcome]:
    """In the order of the tasks."""
    context = multiprocessing.get_context(START)
    executor = ProcessPoolExecutor(processes, context, initializer=_end_with_parent)
    at_once = max(1, min(MOST_AT_ONCE, len(tasks) // (4 * processes)))
    told = 0
    try:
        with _deaf_to_interrupts():
            outcomes = executor.map(judge, tasks, chunksize=at_once)
        for outcome in outcomes:
            yield outcome
            told += 1
    except BrokenProcessPool:
        yield from (Outcome(Unreadable(task.name, LOST)) for task in tasks[told:])
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is forked meanwhile stays so: Ctrl-C reaches every process at the terminal, and one alone has to answer.
    That one hears afterwards what it has missed."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """In a thread that waits for nothing else: a file may take long, and nobody is to wait for its verdict any more."""
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
