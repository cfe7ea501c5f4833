"""Whole runs: what was printed at the end, and all that was read for it.

While that is as it was, it is said again: without a parser, a solver or a command line, which take longer to import
than all files take to be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from guidelint.caching.observed import Trace, changed, digest
from guidelint.caching.program import program
from guidelint.caching.store import Store


class Run(NamedTuple):
    """`is_exact` where the text goes out in UTF-8, whatever encoding a terminal has."""

    trace: Trace
    text: str
    is_exact: bool
    code: int


def run_key(asked: Iterable[str], surroundings: Iterable[object]) -> str:
    """Of a run that was asked for in these words: the same words, and the same surroundings, come to the same."""
    return digest(json.dumps([program(), "run", list(asked), list(surroundings)]).encode())


def remember(store: Store, key: str, run: Run) -> None:
    store.put(key, json.dumps(run).encode())
    store.prune()


def recall(store: Store, key: str) -> Run | None:
    """None where it is not known, or something that was read for it is not as it was."""
    written = store.get(key)
    if written is None:
        return None
    try:
        trace, text, is_exact, code = json.loads(written)
    except (ValueError, TypeError, RecursionError):
        return None
    if not (type(trace) is dict and type(text) is str and type(is_exact) is bool and type(code) is int):
        return None
    return Run(trace, text, is_exact, code) if trace and changed(trace) is None else None
