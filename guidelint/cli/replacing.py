"""Putting mended bytes in the place of a file: whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Raises OSError, and then leaves the file as it is.

    A link is followed. The mode is kept, and so is the owner where that is allowed. What another program has written
    since the file was read is never lost.
    """
    target = Path(os.path.realpath(path))
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("this is no file that could be replaced")
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError
    if target.read_bytes() != before:
        raise OSError("it was changed by another program meanwhile")
    draft = _draft(target, after, status)
    try:
        os.replace(draft, target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _draft(target: Path, content: bytes, status: os.stat_result) -> Path:
    """Beside its target, since only within one file system is a file replaced at a stroke."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(PermissionError, AttributeError):  # Windows knows no owners
            os.chown(draft, status.st_uid, status.st_gid)
        draft.chmod(stat.S_IMODE(status.st_mode))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft
