"""Writing what a command was asked for: whole or not at all, and in UTF-8 wherever it goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def print_text(text: str) -> None:
    """To standard output, past whatever encoding a terminal or a pipe has: no character is replaced."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def write_text(path: str, text: str) -> None:
    """Writes a file by putting a finished one in its place. Raises OSError, and then leaves what was there.

    A link is followed; what is no regular file, such as a pipe, is written to and not replaced.
    """
    target = Path(os.path.realpath(path))
    content = text.encode("utf-8")
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def why_not_written(error: OSError | ValueError) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "not written: there is no such folder"
    if isinstance(error, PermissionError):
        return "not written: that is not permitted"
    if isinstance(error, IsADirectoryError):
        return "not written: this is a folder"
    return f"not written ({getattr(error, 'strerror', None) or error})"
