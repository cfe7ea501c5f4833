"""Where the keys of a TOML text stand, which tomllib itself does not say.

A statement ends with the first line up to which tomllib can read it: so it is found without a grammar of our own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from guidelint.diagnostic import Route

HEADER = re.compile(r"[ \t]*\[")


def lines_of(text: str, within: Route = ()) -> dict[Route, int]:
    """The line of each key, and of each item of a list, in the table `within`, by the route below that table.

    Tables beside it are not read. What is written in an unusual way may be missing.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    found: dict[Route, int] = {}
    table: Route | None = () if not within else None
    begin = 0
    for end, line in enumerate(lines, 1):
        if table is None and not HEADER.match(line):
            begin = end
            continue
        data = _read("\n".join(lines[begin:end]))
        if data is None:
            continue
        routes = list(_routes(data))
        if HEADER.match(lines[begin]):
            header = routes[-1][0]
            table = header[len(within) :] if header[: len(within)] == within else None
            routes = [((), None)]
        if table is not None:
            for route, value in routes:
                for step, number in _places(value, lines, begin, end):
                    found.setdefault((*table, *route, *step), number)
        begin = end
    return found


def _read(statement: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return None


def _routes(data: dict[str, Any]) -> Iterator[tuple[Route, Any]]:
    """The keys that lead to a value which is no table, or an empty one, and those of an inline table one by one."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield (key,), None
            yield from (((key, *route), inner) for route, inner in _routes(value))
        else:
            yield (key,), value


def _places(value: Any, lines: list[str], begin: int, end: int) -> Iterator[tuple[Route, int]]:
    """Of a statement: where it begins, and where each item of a list stands in it."""
    yield (), begin + 1
    at = begin
    for index, item in enumerate(value if isinstance(value, list) else ()):
        at = next((number for number in range(at, end) if str(item) in lines[number]), at)
        yield (index,), at + 1
