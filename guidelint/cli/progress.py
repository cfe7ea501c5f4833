"""Progress on a terminal, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before anything is shown."""

REFRESH = 0.2
"""Seconds before it is shown anew."""


class Ticker:
    """Called at each step of a long piece of work: after a second, says on a terminal how many there were."""

    def __init__(self) -> None:
        self._started = self._shown = time.monotonic()
        self._count = 0

    def __call__(self) -> None:
        self._count += 1
        now = time.monotonic()
        if now - self._started > PATIENCE and now - self._shown > REFRESH and sys.stderr.isatty():
            self._shown = now
            sys.stderr.write(f"\rproving: {self._count:,} questions, {now - self._started:.0f} s\x1b[K\r")
            sys.stderr.flush()


def with_progress(results: Iterable[T], total: int) -> Iterator[T]:
    """The results one by one, as they come; after a second, how many there are stands on standard error if that is a
    terminal."""
    if not sys.stderr.isatty():
        yield from results
        return
    started = time.monotonic()
    shown = False
    for done, result in enumerate(results, 1):
        if time.monotonic() - started > PATIENCE:
            sys.stderr.write(f"\r{done:,} of {total:,} files checked")
            sys.stderr.flush()
            shown = True
        yield result
    if shown:
        sys.stderr.write("\r\x1b[K")
