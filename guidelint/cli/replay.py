"""Saying again what was said, where nothing has changed since; imported first of all, it imports little itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from guidelint.caching.place import cache_folder
from guidelint.caching.runs import Run, recall, remember, run_key
from guidelint.caching.store import Store
from guidelint.cli.output import print_text
from guidelint.cli.terminal import columns

VARIABLES = ("COLUMNS", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GUIDELINT_DEBUG", "NO_COLOR", "TERM")
"""Of the environment, all that a report may depend on."""

OTHER_PLACE = "--cache-dir"


def said_again(arguments: Sequence[str]) -> int | None:
    """The exit code of a run of `check` whose words are printed by now; None where it has to be made."""
    folder = cache_folder()
    if folder is None or any(word.startswith(OTHER_PLACE) for word in arguments):
        return None
    run = recall(Store(folder), _key(arguments))
    if run is None:
        return None
    if run.is_exact:
        print_text(run.text)
    else:
        sys.stdout.write(run.text)
    return run.code


def remember_run(arguments: Sequence[str], run: Run) -> None:
    folder = cache_folder()
    if folder is not None:
        remember(Store(folder), _key(arguments), run)


def _key(arguments: Sequence[str]) -> str:
    out = sys.stdout
    shown = [out.isatty(), columns(), out.encoding, out.errors, *(os.environ.get(name) for name in VARIABLES)]
    return run_key(arguments, [os.getcwd(), time.strftime("%Y-%m-%d"), *shown])
