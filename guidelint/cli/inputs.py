"""Which files are to be read, and reading them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guidelint.reporters import Unreadable

ENDINGS = (".yaml", ".yml")
NEVER_ENTERED = frozenset({"node_modules", "__pycache__", "venv"})
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


def find_files(paths: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each file once, in a fixed order, and whether it was found in a folder."""
    seen: set[str] = set()
    for path in paths:
        is_folder = path != "-" and os.path.isdir(path)
        for file in _files_below(path) if is_folder else [path]:
            shown = Path(file).as_posix()
            if shown not in seen:
                seen.add(shown)
                yield shown, is_folder


def _files_below(folder: str) -> Iterator[str]:
    """The YAML files of a folder and of those below it; hidden folders and links to folders are not entered."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in NEVER_ENTERED)
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield os.path.join(parent, name)


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
