"""Keys that are no ids, by the thousand: for the engine, one of each kind stands for all of its mapping.

For each of them jsonschema-rs copies the whole mapping that it stands in: eight hundred in one mapping take a gigabyte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from guidelint.diagnostic import Route


@dataclass(slots=True)
class StrangeNames:
    """`id` matches the names that may stand anywhere, `loose` those that may stand somewhere."""

    id: re.Pattern[str]
    loose: re.Pattern[str]
    originals: dict[str, str] = field(default_factory=dict)
    twins: dict[tuple[Route, str], list[str]] = field(default_factory=dict)

    def fewer(self, value: Any) -> Any:
        """The same data with ids in the place of all strange names of a mapping but the first of each kind."""
        return self._fewer(value, ()) if self._are_in(value) else value

    def _are_in(self, value: Any) -> bool:
        found = [value]
        for item in found:
            if isinstance(item, dict):
                if not all(map(self.id.fullmatch, item)):
                    return True
                found += item.values()
            elif isinstance(item, list):
                found += item
        return False

    def _fewer(self, value: Any, route: Route) -> Any:
        if isinstance(value, list):
            items = [self._fewer(item, (*route, index)) for index, item in enumerate(value)]
            return value if all(new is old for new, old in zip(items, value, strict=True)) else items
        if not isinstance(value, dict):
            return value
        names = self._stand_ins(value, route)
        inner = {names.get(key, key): self._fewer(item, (*route, key)) for key, item in value.items()}
        is_same = not names and all(new is old for new, old in zip(inner.values(), value.values(), strict=True))
        return value if is_same else inner

    def original(self, route: Route) -> Route:
        return tuple(self.original_key(step) if isinstance(step, str) else step for step in route)

    def original_key(self, key: str) -> str:
        return self.originals.get(key, key)

    def twins_of(self, route: Route) -> Iterator[Route]:
        """Where the other names of a mapping stand that are as strange as the one at the end of a route."""
        return ((*route[:-1], key) for key in self.twins.get((route[:-1], str(route[-1])), ()))

    def _stand_ins(self, mapping: dict[str, Any], route: Route) -> dict[str, str]:
        """The keys that are to be replaced, each with what stands in for it."""
        names: dict[str, str] = {}
        first: dict[bool, str] = {}
        for key in mapping:
            if self.id.fullmatch(key):
                continue
            kept = first.setdefault(self.loose.fullmatch(key) is not None, key)
            if kept != key:
                names[key] = stand_in = f"stand-in-{len(self.originals)}"
                self.originals[stand_in] = key
                self.twins.setdefault((route, kept), []).append(key)
        return names
