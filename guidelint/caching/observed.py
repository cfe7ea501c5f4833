"""What a run depends on outside of itself, as digests that can be compared later."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from stat import S_ISDIR, S_ISREG

Trace = Mapping[str, str | None]
"""What was seen under each path; None where there was nothing that could be looked at."""


def look(path: str) -> str | None:
    """The digest of a file's bytes, or of what a folder lists."""
    try:
        mode = os.stat(path).st_mode
        if S_ISDIR(mode):
            _, folders, files = next(os.walk(path))
            return listing(folders, files)
        if not S_ISREG(mode):
            return None
        with open(path, "rb", buffering=0) as file:
            return digest(file.readall())
    except (OSError, ValueError, StopIteration):
        return None


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def listing(folders: Iterable[str], files: Iterable[str]) -> str:
    """Of the names in a folder, whatever their order."""
    names = "\0".join((*sorted(folders), "\0", *sorted(files)))
    return "folder " + digest(names.encode("utf-8", "surrogateescape"))


def changed(trace: Trace) -> str | None:
    """The first path under which something else is seen by now."""
    return next((path for path, seen in trace.items() if look(path) != seen), None)
