"""Waiting until something is changed."""

from __future__ import annotations

import os
from time import sleep

from guidelint.caching.observed import Trace, changed, look

EVERY = 0.3
"""Seconds between two looks."""


def wait_for_change(trace: Trace) -> str | None:
    """The first path under which something else is seen by now; None where somebody stops the waiting.

    Most of the time, only the times of files are looked at.
    """
    try:
        known = {path: _state(path) for path in trace}
        found = changed(trace)
        while found is None:
            sleep(EVERY)
            found = next((path for path in known if _state(path) != known[path] and look(path) != trace[path]), None)
    except KeyboardInterrupt:
        return None
    return found


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        known = os.stat(path)
    except (OSError, ValueError):
        return None
    return known.st_mtime_ns, known.st_size, known.st_ino
