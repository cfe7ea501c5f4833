"""What a finding is known by from one run to the next: its rule, its file, and what it points at, never its line."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from guidelint.diagnostic import Part, Place
from guidelint.document import Document


def fingerprint(code: str, place: Place, document: Document) -> str:
    """The same while lines, entries and items move, and comments and layout change; equal for equal things."""
    keys = "/".join(step for step in place.route if isinstance(step, str))
    about = "\n".join((code, document.path, keys, _content(place, document)))
    return blake2b(about.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _content(place: Place, document: Document) -> str:
    """The value as data, so that a comment in it does not matter; where no data is meant, the text.

    A mapping that keys alone lead to is known by them: it may be edited inside.
    """
    value = _value(place, document)
    if value is None:
        return " ".join(document.text[slice(*document.span(place))].split())
    if isinstance(value, (dict, list)) and all(isinstance(step, str) for step in place.route):
        return ""
    return json.dumps(value, sort_keys=True, default=str)


def _value(place: Place, document: Document) -> Any:
    """None where a place has a span of its own, is a key, or does not exist."""
    if place.span is not None or place.part is Part.KEY:
        return None
    value = document.data
    for step in place.route:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
