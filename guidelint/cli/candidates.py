"""Which files are to be read, and which are not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidelint.caching.observed import listing
from guidelint.cli.paths import is_yaml, shown_path
from guidelint.config import Item, Lookup

Entered = dict[str, str]
"""Folders that were looked through, each with the digest of what it lists."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be read, or a folder that is not entered: then, and where it is `excluded`, it is not.

    `is_named` says that it was asked for itself, and was not found in a folder.
    """

    path: str
    is_named: bool
    excluded: Item | None = None


def find_files(
    paths: Iterable[str], lookup: Lookup, *, is_forced: bool = False, entered: Entered | None = None
) -> Iterator[Candidate]:
    """Each file once, in a fixed order, and what is excluded. What is named is excluded only if that `is_forced`.

    What the folders list goes into `entered`, too. Raises ConfigError.
    """
    seen: set[str] = set()
    for path in paths:
        for candidate in _candidates(path, lookup, is_forced, {} if entered is None else entered):
            if candidate.path not in seen:
                yield candidate
            if candidate.excluded is None:
                seen.add(candidate.path)


def paths_or_configured(paths: Sequence[str], lookup: Lookup) -> Sequence[str]:
    """What is named, or else what the configuration for the current folder names. Raises ConfigError."""
    return paths or [Path(os.path.relpath(path)).as_posix() for path in lookup.of_folder(Path.cwd()).paths]


def _candidates(path: str, lookup: Lookup, is_forced: bool, entered: Entered) -> Iterator[Candidate]:
    excluded = _excluded(path, lookup) if is_forced and path != "-" else None
    if path == "-" or excluded is not None or not os.path.isdir(path):
        yield Candidate(shown_path(path), is_named=True, excluded=excluded)
    else:
        yield from _below(path, lookup, entered)


def _below(folder: str, lookup: Lookup, entered: Entered) -> Iterator[Candidate]:
    """The YAML files of a folder and of those below it; links to folders are not entered."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        entered[parent] = listing(folders, files)
        further = []
        for name in sorted(folders):
            path = os.path.join(parent, name)
            if (excluded := _excluded(path, lookup, folder)) is None:
                further.append(name)
            else:
                yield Candidate(f"{shown_path(path)}/", is_named=False, excluded=excluded)
        folders[:] = further
        for path in (os.path.join(parent, name) for name in sorted(files) if is_yaml(name)):
            yield Candidate(shown_path(path), is_named=False, excluded=_excluded(path, lookup, folder))
    for error in closed:  # read as a file, which it is not, it is among what could not be judged
        yield Candidate(shown_path(str(error.filename)), is_named=True)


def _excluded(path: str, lookup: Lookup, below: str | None = None) -> Item | None:
    """By the settings for what lies where this lies: a folder does not exclude itself."""
    whole = Path(os.path.abspath(path))
    return lookup.of_folder(whole.parent).excluded_by(whole, None if below is None else Path(os.path.abspath(below)))
