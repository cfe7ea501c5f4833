"""Reading what is to be checked."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from guidelint.reporters import Unreadable

OUR_KEY = re.compile(rb"^(format|nodes|facts|interventions|constraints|recommend|statements)[ \t]*:", re.MULTILINE)
SOME_TEXT = re.compile(rb"^[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Input:
    """A file's bytes; `found` says that a folder held it, and that nobody named it. `content` is None where the file
    is larger than what is read."""

    path: str
    content: bytes | None
    size: int
    found: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether a file that was only found is plainly YAML of another kind."""
        content = self.content
        if not self.found or content is None or OUR_KEY.search(content) or not SOME_TEXT.search(content):
            return False
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True


def read_input(path: str, shown: str, most_bytes: int, *, found: bool = False) -> Input | Unreadable:
    try:
        if path == "-":
            content = sys.stdin.buffer.read(most_bytes + 1)
            return Input(shown, content, len(content))
        size = os.path.getsize(path)
        if size > most_bytes:
            return Input(shown, None, size, found)
        content = Path(path).read_bytes()
        return Input(shown, content, len(content), found)
    except (OSError, ValueError) as error:
        return Unreadable(shown, _reason(error))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "the file may not be read"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    return f"the file cannot be read ({getattr(error, 'strerror', None) or error})"
