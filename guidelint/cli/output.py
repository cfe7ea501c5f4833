"""Writing what a command was asked for: whole or not at all, and in UTF-8 wherever it goes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from guidelint.cli.replacing import put_file

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
    """Puts a finished file in the place. Raises OSError, and then leaves what was there.

    What is no regular file, such as a pipe, is written to and not replaced, and so is what standard output or standard
    error goes to already, as `/dev/stdout` does: behind what stands there, which may be somebody's log.
    """
    stream = _open_already(path)
    if stream is not None:
        sys.stdout.flush()
        with open(stream, "wb", closefd=False) as file:
            file.write(content)
    elif os.path.exists(path) and not os.path.isfile(path):
        Path(path).write_bytes(content)
    else:
        put_file(path, content)


def _open_already(path: str) -> int | None:
    for stream in (1, 2):
        with suppress(OSError):
            if os.path.samestat(os.stat(path), os.fstat(stream)):
                return stream
    return None


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
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "not written: there is no room left on the device"
    return f"not written ({getattr(error, 'strerror', None) or error})"
