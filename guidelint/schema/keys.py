"""What is wrong with the keys of one mapping: unknown and missing ones, each defect once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from guidelint.diagnostic import Finding, Fix, Place, Remove, Rewrite, Route, at_key, at_value
from guidelint.schema.engine import Schema, Violation
from guidelint.schema.meant import KEYS
from guidelint.schema.shapes import meaning, properties_of
from guidelint.schema.strangers import Reading, Surroundings, empty_keys_above, read_stranger
from guidelint.suggestion import did_you_mean, renaming

MOST_PERHAPS_MEANT = 100
"""So many keys are looked through for one that is missing."""

NextCharacter = Callable[[Place], str]


@dataclass(slots=True)
class Keys:
    """The violations of the keys of one mapping; `missing` holds each with what the schema itself says of it."""

    route: Route
    mapping: dict[str, Any]
    here: tuple[Schema, ...] = ()
    allowed: tuple[Schema, ...] = ()
    missing: dict[str, str | None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    misplaced: dict[str, str] = field(default_factory=dict)
    """Keys that are known and cannot stand here, with what the schema itself says of each."""

    def add(self, violation: Violation) -> None:
        own = violation.schema.get("errorMessage")
        if violation.keyword == "not":
            self.misplaced.setdefault(str(violation.route[-1]), str(own))
            return
        self.here += tuple(schema for schema in violation.here if schema not in self.here)
        if violation.keyword == "required":
            self.missing.setdefault(violation.keys[0], None if own is None else str(own))
        else:
            self.allowed = (violation.schema,)
            self.unknown += violation.keys

    @property
    def place(self) -> Surroundings:
        known = properties_of(self.allowed or self.here)
        return Surroundings(self.mapping, self.here, known, frozenset(self.missing))

    @property
    def outdented(self) -> dict[str, str]:
        """Unknown keys that most likely belong inside the empty key above them, with that key."""
        return dict(empty_keys_above(frozenset(self.unknown), self.place))

    @property
    def is_no_guideline(self) -> bool:
        """Whether this is the top of a file of another kind: no key is there that must be."""
        return not self.route and bool(self.missing) and len(self.missing) == len(self.here[0]["required"])

    def findings(self, next_character: NextCharacter) -> Iterator[Finding]:
        if self.is_no_guideline:
            yield Finding("this is no guideline", at_key(tuple(self.mapping)[:1]), "begin with `format: guidelint/1`")
            return
        outdented = self.outdented
        yield from self._outdented(outdented)
        explained: set[str] = set()
        for key, reading in self._readings(outdented, next_character):
            if not (reading.explains and reading.explains <= explained):
                fix = self._renaming(key, reading.meant) or self._joined(key, reading.text_of)
                yield Finding(reading.message, self._at(key), reading.help, fix=fix)
            explained |= reading.explains
        for key, own in self.misplaced.items():
            meant = next((name for name in KEYS.get(key, ()) if name in self.missing), None)
            help = did_you_mean(meant) if meant else own
            yield Finding(f"`{key}` cannot stand here", self._at(key), help, fix=self._renaming(key, meant))
            explained |= {meant} if meant else set()
        if left := [key for key in self.missing if not self._is_explained(key, explained)]:
            yield self._missing(left)

    def _renaming(self, key: str, meant: str | None) -> Fix | None:
        return None if meant is None else renaming(self._at(key), key, meant, self.place.known)

    def _joined(self, key: str, before: str | None) -> Fix | None:
        """The text of the key before, with a comma and what was taken for a key."""
        if before is None:
            return None
        text = f"{self.mapping[before]}, {key}".replace("'", "''")
        edits = (Rewrite(at_value((*self.route, before)), f"'{text}'"), Remove(self._at(key)))
        return Fix(edits, "put quotes around the whole text")

    def _outdented(self, outdented: dict[str, str]) -> Iterator[Finding]:
        for above in dict.fromkeys(outdented.values()):
            first = next(key for key in outdented if outdented[key] == above)
            message = f"`{first}` stands beside `{above}`, not inside it"
            yield Finding(message, self._at(first), "put two spaces before it and before the lines that belong to it")

    def _readings(self, outdented: dict[str, str], next_character: NextCharacter) -> Iterator[tuple[str, Reading]]:
        place = self.place
        for key in self.unknown or islice(self._perhaps_meant(place), MOST_PERHAPS_MEANT):
            if key not in outdented:
                reading = read_stranger(key, place, next_character(self._at(key)))
                if self.unknown or reading.explains & place.missing:
                    yield key, reading

    def _perhaps_meant(self, place: Surroundings) -> Iterator[str]:
        """The keys that may be a missing one in other words, where nothing is said of unknown keys."""
        return (key for key in self.mapping if key not in place.known and self.missing)

    def _is_explained(self, key: str, explained: set[str]) -> bool:
        """Whether a key is missing only because another one is unknown: it, or one that may stand in its place."""
        own = self.missing[key] or ""
        return key in explained or any(re.search(rf"\b{other}\b", own) for other in explained)

    def _missing(self, keys: list[str]) -> Finding:
        place = at_key(self.route) if self.route else at_key(tuple(self.mapping)[:1])
        if keys[1:]:
            return Finding(f"{in_words(keys)} are missing", place, "add both" if len(keys) == 2 else "add them all")
        (key,) = keys
        own = self.missing[key]
        if own is not None:
            is_one_of_several = own.startswith("say ")
            message = f"this does not {own.partition(':')[0]}" if is_one_of_several else f"`{key}` is missing"
            return Finding(message, place, own)
        words = meaning((properties_of(self.here).get(key, {}),))
        return Finding(f"`{key}` is missing", place, f"add `{key}`: {words}" if words else f"add `{key}`")

    def _at(self, key: str) -> Place:
        return at_key((*self.route, key))


def in_words(keys: list[str]) -> str:
    names = [f"`{key}`" for key in keys]
    return f"{', '.join(names[:-1])} and {names[-1]}"
