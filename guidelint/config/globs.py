"""Globs as in a .gitignore, relative to the folder of whoever wrote them. pathspec stays behind this door."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from guidelint.config.layer import ConfigError, Item

JUST_A_NAME = re.compile(r"[\w.*-]+")
"""Such a glob holds for everything of that name; to match it, nothing has to be imported."""


class Globs:
    """`items` are the globs, or pairs that begin with one; `hit` says by which of them something is meant.

    It raises ConfigError where one of them is no glob.
    """

    def __init__(self, base: Path, items: Sequence[Item]) -> None:
        self._base = base
        self._items = items

    def hit(self, path: Path, *, below: Path | None = None) -> Item | None:
        """The item that means an absolute path.

        What lies in a folder `below` that is itself meant, and was asked for all the same, is judged from there on.
        """
        if not self._items:
            return None
        relative = self._relative(path, self._base)
        if below is not None and (relative is None or self.hit(below) is not None):
            relative = self._relative(path, below)
        index = None if relative is None else self._match(relative)
        return None if index is None else self._items[index]

    @staticmethod
    def _relative(path: Path, base: Path) -> str | None:
        """None for the base itself and for what lies outside it."""
        relative = Path(os.path.relpath(path, base)).as_posix()
        if relative == "." or relative.split("/", 1)[0] == "..":
            return None
        return f"{relative}/" if os.path.isdir(path) else relative

    @cached_property
    def _match(self) -> Callable[[str], int | None]:
        globs = [item.value[0] if isinstance(item.value, tuple) else item.value for item in self._items]
        if all(map(JUST_A_NAME.fullmatch, globs)):
            return _by_name(globs)
        return _by_path(globs, [item.origin for item in self._items])


def _by_name(names: Sequence[str]) -> Callable[[str], int | None]:
    def match(path: str) -> int | None:
        parts = path.rstrip("/").split("/")
        hits = (number for number, name in enumerate(names) if any(fnmatchcase(part, name) for part in parts))
        return next(hits, None)

    return match


def _by_path(globs: Sequence[str], origins: Sequence[str]) -> Callable[[str], int | None]:
    from pathspec import GitIgnoreSpec

    for glob, origin in zip(globs, origins, strict=True):
        try:
            GitIgnoreSpec.from_lines([glob])
        except (ValueError, re.error):
            raise ConfigError(f"{origin}: `{glob}` is no glob") from None
    spec = GitIgnoreSpec.from_lines(re.sub(r"^(!?)\./", r"\1/", glob) for glob in globs)

    def match(path: str) -> int | None:
        found = spec.check_file(path)
        return found.index if found.include else None

    return match
