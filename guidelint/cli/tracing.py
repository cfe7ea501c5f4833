"""Everything that a run has read, so that a later one can see whether anything of it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from guidelint.caching.observed import Trace, look
from guidelint.cli.judging import Judgement
from guidelint.config.files import OWN_NAME, PYPROJECT

LAG = 0.05
"""Seconds that the clock of a file system may be behind."""


def trace_of(judgement: Judgement, entered: Mapping[str, str], began: float) -> Trace | None:
    """None where the same might come to something else another time, or something was changed since the run began.

    What a file held is known; settings may have been changed between the time that they were read and now.
    """
    if not judgement.seen or None in judgement.seen.values() or judgement.report.excluded:
        return None
    trace = observed(judgement.seen, entered)
    read = [str(path) for path in judgement.configurations]
    changing = (*entered, *read, *(path for path, digest in trace.items() if digest and _is_configuration(path)))
    if any(_changed_after(path, began) for path in changing):
        return None
    return {**trace, **{path: look(path) for path in read}}


def observed(seen: Trace, entered: Mapping[str, str]) -> Trace:
    """Files, folders, and where there may be settings for them, as they are now where nobody has looked yet."""
    folders = {os.getcwd(), *(os.path.abspath(path) for path in (*entered, *map(os.path.dirname, seen)))}
    files = {path: digest or look(path) for path, digest in seen.items()}
    return {**files, **entered, **{path: look(path) for path in sorted(_configurations(folders))}}


def settings_in(trace: Trace) -> Trace:
    """Of what a run looked at, the places for settings, as they are now."""
    return {path: look(path) for path in trace if _is_configuration(path)}


def _configurations(folders: Iterable[str]) -> set[str]:
    """Where there may be one for what lies in these folders."""
    around = {place for folder in map(Path, folders) for place in (folder, *folder.parents)}
    return {str(folder / name) for folder in around for name in (OWN_NAME, PYPROJECT)}


def _is_configuration(path: str) -> bool:
    return os.path.basename(path) in (OWN_NAME, PYPROJECT)


def _changed_after(path: str, began: float) -> bool:
    try:
        return os.stat(path).st_mtime > began - LAG
    except OSError:
        return True
