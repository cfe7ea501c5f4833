"""What a baseline knows a finding by: its rule, its node and what stands there, never its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from guidelint.diagnostic import Finding, Route, Severity
from guidelint.document import Document

INDEX = re.compile(r"\.[0-9]+(?=\.|$)")


class Entry(NamedTuple):
    """`at` are the keys that lead to the place, without indices, since items move; `content` is a digest.

    `severity` is what the rule itself says: whoever lives with a warning has not agreed to an error.
    """

    at: str
    rule: str
    severity: str
    content: str


Counts = Mapping[Entry, int]
"""How many findings of a file look the same."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a baseline has of one file; with `takes_all`, it learns whatever can be known.

    Unless it `is_strict`, it is of another file perhaps, or of an earlier text: what is not found is passed over.
    """

    entries: tuple[tuple[Entry, int], ...] = ()
    takes_all: bool = False
    is_strict: bool = True


def frozen(counts: Counts) -> tuple[tuple[Entry, int], ...]:
    """In order, without what is there no more."""
    return tuple(sorted((entry, count) for entry, count in counts.items() if count > 0))


def entry_of(code: str, finding: Finding, severity: Severity, document: Document) -> Entry:
    """A finding is another one when what it points at is edited, or when something else is to blame."""
    blamed = INDEX.sub("", finding.subject or "")
    about = f"{_content(finding, document)}\n{blamed}"
    digest = blake2b(about.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    at = ".".join(step for step in finding.place.route if isinstance(step, str))
    return Entry(at, code, severity.word, digest)


def _content(finding: Finding, document: Document) -> str:
    """The data there, so that comments and layout do not matter; the text where it is about single characters."""
    place = finding.place
    if place.span is not None:
        return " ".join(document.text[slice(*place.span)].split())
    return json.dumps(value_at(place.route, document.data)[1], sort_keys=True, default=str)


def value_at(route: Route, data: Any) -> tuple[Route, Any]:
    """How far a route leads, and what is there."""
    for number, step in enumerate(route):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return route[:number], data
    return route, data
