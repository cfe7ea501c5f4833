"""Standard streams that fail as a user can be told: no reader, no room, or not there from the beginning."""

from __future__ import annotations

import io
import os
from typing import Any, TextIO


class ReaderLeft(Exception):
    """Nobody reads any more what we write."""


class NotWritten(Exception):
    """What was to be said could not be: `stream` is named as a user knows it."""

    def __init__(self, stream: str, error: OSError) -> None:
        super().__init__(stream, error)
        self.stream, self.error = stream, error


class InputClosed(OSError):
    """Whoever started us has closed standard input, which is not the same as empty."""

    def __str__(self) -> str:
        return "standard input is closed"


class _Closed(io.RawIOBase):
    def readinto(self, room: Any) -> int:
        raise InputClosed

    def readable(self) -> bool:
        return True


class _Told(io.RawIOBase):
    """Says of a write that fails which stream it was for. An OSError could be of any file, and click makes of a reader
    that has left a 1, which would say that something was found."""

    def __init__(self, raw: Any, name: str) -> None:
        self._raw, self._name = raw, name

    def write(self, content: Any) -> int | None:
        try:
            written: int | None = self._raw.write(content)
        except BrokenPipeError as error:
            raise ReaderLeft from error
        except OSError as error:
            raise NotWritten(self._name, error) from error
        return written

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())


def guarded(stream: Any, name: str) -> TextIO:
    """The same stream, whose failures have a name; one that whoever started us has closed takes everything.

    A terminal that cannot show a character shows its number, in place of ending the run.
    """
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    raw = getattr(stream.buffer, "raw", stream.buffer)  # python -u has nothing between
    return io.TextIOWrapper(
        io.BufferedWriter(_Told(raw, name)),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering or stream.write_through,
    )


def open_input(stream: Any) -> Any:
    """The same stream; one that is closed says so when it is read, and no sooner."""
    return stream or io.TextIOWrapper(io.BufferedReader(_Closed()))
