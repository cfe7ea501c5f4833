"""Paths, ranges and texts as SARIF has them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from guidelint.diagnostic import Range

LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
DRIVE = re.compile("[A-Za-z]:/")


def artifact(path: str) -> dict[str, str]:
    return {"uri": uri(path)}


def uri(path: str) -> str:
    """Relative wherever the path is: a log is read on another machine."""
    if DRIVE.match(path):
        return f"file:///{path[:2]}{quote(path[2:], errors='replace')}"
    return ("file://" if path.startswith("/") else "") + quote(path, errors="replace")


def physical(path: str, range: Range) -> dict[str, Any]:
    return {"artifactLocation": artifact(path), "region": region(range)}


def region(range: Range) -> dict[str, int]:
    """Lines and columns count from 1 and the end is the character behind the last, as in SARIF."""
    start, end = range
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def text(words: str) -> dict[str, str]:
    """A message; what would be a link in it, `[like](this)`, is escaped as SARIF has it and stays a text."""
    return {"text": LINK.sub(r"\\[", words)}
