"""What is said of a file that is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator

from guidelint.cli.paths import is_yaml
from guidelint.suggestion import closest, did_you_mean


def no_such_file(path: str) -> str:
    """With what was probably meant, of what can be checked in the same folder."""
    folder, name = os.path.split(os.path.normpath(path))
    known: dict[str, str] = {}
    for other in sorted(_beside(folder or ".")):
        known.setdefault(_stem(other), other)
    meant = closest(_stem(name), known)
    hint = "" if meant is None else f": {did_you_mean(os.path.join(folder, known[meant]))}"
    return f"there is no such file{hint}"


def _stem(name: str) -> str:
    """All names of guidelines end alike, which makes none of them like another."""
    return os.path.splitext(name)[0].casefold()


def _beside(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.isprintable() and (is_yaml(entry.name) or entry.is_dir()):
                    yield entry.name
    except OSError:
        return
