"""Reading what is to be checked."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

import click

from guidelint.cli.missing import no_such_file
from guidelint.cli.streams import InputClosed
from guidelint.document import Document, read_document, refuse_large

if TYPE_CHECKING:
    from guidelint.reporters import Unreadable  # with all that reports need, which a picture does not

OUR_KEY = re.compile(rb"^(format|nodes|facts|interventions|constraints|recommend|statements)[ \t]*:", re.MULTILINE)
SOME_TEXT = re.compile(rb"^[^\s#]", re.MULTILINE)

AT_ONCE = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file's bytes; `found` says that a folder held it, and that nobody named it. `content` is None where the file
    is larger than what is read, or `is_special`: a pipe or a device that a folder held, and that may never end."""

    path: str
    content: bytes | None
    size: int
    found: bool = False
    is_special: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether a file that was only found is plainly no guideline."""
        content = self.content
        if self.is_special:
            return True
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
            content = _beginning(sys.stdin.buffer, most_bytes)
            return Input(shown, content, len(content))
        size = os.path.getsize(path)
        if found and not os.path.isfile(path):
            return Input(shown, None, size, found, is_special=True)
        if size > most_bytes:
            return Input(shown, None, size, found)
        with open(path, "rb") as file:
            content = _beginning(file, most_bytes)
        return Input(shown, content, len(content), found)
    except (OSError, ValueError) as error:
        from guidelint.reporters import Unreadable

        return Unreadable(shown, _reason(error))


def _beginning(file: BinaryIO, most_bytes: int) -> bytes:
    """All that is read of a file, or one byte more of one that is larger: a device may say that it holds nothing and
    never end. Room is taken for what has come, and not for what may come."""
    content = BytesIO()
    while room := min(AT_ONCE, most_bytes + 1 - content.tell()):
        if content.write(file.read(room)) < room:
            break  # whoever types it is not to end it twice
    return content.getvalue()


def input_or_leave(path: str, most_bytes: int) -> Input:
    """Ends the command with exit code 2 where the file cannot be opened."""
    source = read_input(path, "<stdin>" if path == "-" else path, most_bytes)
    if isinstance(source, Input):
        return source
    click.echo(f"{source.path}: {source.reason}", err=True)
    sys.exit(2)


def document_of(source: Input, most_bytes: int) -> Document:
    if source.content is None:
        return refuse_large(source.path, source.size, most_bytes)
    return read_document(source.content, source.path, most_bytes)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, InputClosed):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return no_such_file(str(error.filename))
    if isinstance(error, PermissionError):
        return "the file may not be read"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    return f"the file cannot be read ({getattr(error, 'strerror', None) or error})"
