"""What this guidelint is, among all that there were: another one may find something else in the same file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from guidelint import __version__
from guidelint.caching.observed import digest

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCHEMAS = os.path.join(os.path.dirname(PACKAGE), "schema")
"""Beside the package where that is not installed but worked on."""


def program() -> str:
    """Our own files by their size and time, as Python itself knows what it has to compile anew; and by name and version
    whatever is installed beside us: another solver may show another patient."""
    own = (line for folder in (PACKAGE, SCHEMAS) if os.path.isdir(folder) for line in _files(folder))
    return digest("\n".join((__version__, sys.version, PACKAGE, *sorted(own), *sorted(_beside()))).encode())


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                known = entry.stat()
                yield f"{entry.path} {known.st_size} {known.st_mtime_ns}"


def _beside() -> Iterator[str]:
    for folder in sys.path:
        try:
            yield from (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
