"""Progress on a terminal, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before anything is shown."""


def with_progress(items: Sequence[T]) -> Iterator[T]:
    """The items one by one; after a second, how many are done stands on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    shown = False
    for done, item in enumerate(items):
        if time.monotonic() - started > PATIENCE:
            sys.stderr.write(f"\r{done:,} of {len(items):,} files checked")
            sys.stderr.flush()
            shown = True
        yield item
    if shown:
        sys.stderr.write("\r\x1b[K")
