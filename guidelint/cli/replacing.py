"""Putting finished bytes in the place of a file: whole or not at all, and the only way in which one is written."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

PERMISSIONS_OF_A_NEW_FILE = 0o666
"""Less what the user's umask takes."""


def put_file(path: str, content: bytes) -> None:
    """Raises OSError, and then leaves what was there. A link is followed; the mode is kept, and so is the owner where
    that is allowed."""
    target = Path(os.path.realpath(path))
    status = _status(target)
    draft = _draft(target, content, status)
    try:
        os.replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """As `put_file` does it; what another program has written since the file was read is never lost."""
    if not os.path.isfile(path):
        raise OSError("this is no file that could be replaced")
    if Path(path).read_bytes() != before:
        raise OSError("it was changed by another program meanwhile")
    put_file(path, after)


def _status(target: Path) -> os.stat_result | None:
    """Of the file that is to be replaced, if there is one. Raises OSError where it may not be."""
    if not target.exists():
        return None
    status = target.stat()
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):  # root may write whatever is meant to stay
        raise PermissionError
    return status


def _draft(target: Path, content: bytes, status: os.stat_result | None) -> Path:
    """Beside its target, since only within one file system is a file replaced at a stroke.

    Its name is drawn by lot: of two that write at once, none spoils the draft of the other.
    """
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    mode = PERMISSIONS_OF_A_NEW_FILE if status is None else stat.S_IMODE(status.st_mode)
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if status is not None:
            with suppress(PermissionError, AttributeError):  # Windows knows no owners
                os.chown(draft, status.st_uid, status.st_gid)
            draft.chmod(mode)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft
