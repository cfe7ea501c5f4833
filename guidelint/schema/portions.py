"""A guideline in portions: the engine tells all errors at once, and a large file may have a million.

Each portion is a guideline of its own: a sound head, and some entries of one of the outermost mappings and lists. The
first one is the head itself, with nothing in these. So the errors of all portions are those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

MOST_VALUES = 2_000
"""In one portion of several entries."""

LARGE = 5_000
"""An entry with more values is judged up to its first error."""

SOUND = {
    "format": "guidelint/1",
    "id": "a",
    "title": "a",
    "version": "1",
    "status": "draft",
    "start": "a",
    "nodes": {},
}
ENTRIES: dict[type, str] = {dict: "additionalProperties", list: "items"}
"""The keywords for what the author's own mappings and lists hold."""

Properties = Mapping[str, Mapping[str, Any]]


class Portion(NamedTuple):
    """`first` is the index that the first item of the list below `key` has in the whole."""

    data: Any
    key: str = ""
    first: int = 0
    is_large: bool = False


def portions(data: Any, properties: Properties) -> Iterator[Portion]:
    """`properties` are those of the outermost mapping, without references."""
    if not isinstance(data, dict):
        yield Portion(type(data)() if isinstance(data, list) else data)
        return
    yield Portion({key: type(value)() if isinstance(value, dict | list) else value for key, value in data.items()})
    for key, value in data.items():
        if ENTRIES.get(type(value), "") in properties.get(key, ()):
            yield from _of_entries(key, value)


def _of_entries(key: str, entries: dict[str, Any] | list[Any]) -> Iterator[Portion]:
    first = total = 0
    some: list[tuple[Any, Any]] = []
    for index, entry in enumerate(entries.items() if isinstance(entries, dict) else enumerate(entries)):
        size = _size(entry[1])
        if some and total + size > MOST_VALUES:
            yield _portion(key, type(entries), some, first, total)
            first, total, some = index, 0, []
        total += size
        some.append(entry)
    if some:
        yield _portion(key, type(entries), some, first, total)


def _portion(key: str, type: type, some: list[tuple[Any, Any]], first: int, size: int) -> Portion:
    if type is dict:
        return Portion({**SOUND, key: dict(some)}, key, 0, size > LARGE)
    return Portion({**SOUND, key: [item for _, item in some]}, key, first, size > LARGE)


def _size(value: Any) -> int:
    """How many values there are in one, and itself."""
    found = [value]
    for item in found:
        if isinstance(item, dict):
            found += item.values()
        elif isinstance(item, list):
            found += item
    return len(found)
