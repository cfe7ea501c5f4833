"""What would be changed in a file, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""Lines end with LF here: a CR before it belongs to the line, as it does for `patch`."""

WITHOUT_END = "\n\\ No newline at end of file\n"


def diff(path: str, before: bytes, after: bytes) -> str:
    """Nothing where nothing would be changed."""
    old, new = (LINE.findall(content.decode("utf-8")) for content in (before, after))
    return "".join(_ended(unified_diff(old, new, path, path)))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    return (line if line.endswith("\n") else f"{line}{WITHOUT_END}" for line in lines)
