"""Paths as a report shows them: the same on every machine."""

from __future__ import annotations

import os
from pathlib import PurePath

YAML_ENDINGS = (".yaml", ".yml")


def is_yaml(path: str) -> bool:
    """By its name alone."""
    return path.lower().endswith(YAML_ENDINGS)


def shown_path(path: str) -> str:
    """With forward slashes, and from the current folder on where it lies in there."""
    return shown_from(PurePath(path), PurePath(os.getcwd()))


def shown_from(path: PurePath, folder: PurePath) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
