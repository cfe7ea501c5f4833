"""Writing what a command was asked for: whole or not at all, and in UTF-8 wherever it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Content = TypeVar("Content", str, bytes)


def print_text(text: str) -> None:
    """To standard output, past whatever encoding a terminal or a pipe has: no character is replaced."""
    print_bytes(text.encode("utf-8"))


def print_bytes(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_text(path: str, text: str) -> None:
    """As `write_bytes` does it, in UTF-8."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str, content: bytes) -> None:
    """Writes a file by putting a finished one in its place. Raises OSError, and then leaves what was there.

    A link is followed; what is no regular file, such as a pipe, is written to and not replaced.
    """
    target = Path(os.path.realpath(path))
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


def append_text(path: str, text: str) -> None:
    """To the end of a file that others write to as well. Raises OSError."""
    with open(path, "ab") as file:
        file.write(text.encode("utf-8"))


def is_written(write: Callable[[str, Content], None], path: str, content: Content) -> bool:
    """Whether it could be written; if not, standard error says why."""
    try:
        write(path, content)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{path}: {why_not_written(error)}\n")
        return False
    return True


def why_not_written(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError) and os.path.isdir(os.path.dirname(error.filename or "")):
        return "not written: this folder takes no such file"  # as /proc does
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "not written: there is no such folder"
    if isinstance(error, PermissionError):
        return "not written: that is not permitted"
    if isinstance(error, IsADirectoryError):
        return "not written: this is a folder"
    return f"not written ({getattr(error, 'strerror', None) or error})"
