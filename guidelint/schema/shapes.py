"""What a schema says of the place it describes: the keys and types it allows, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from guidelint.schema.engine import Schema, definition

TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


def meaning(schemas: tuple[Schema, ...]) -> str:
    """What stands in a place, as the first sentence of its description; the most particular one."""
    parts = (part for schema in schemas for part in _parts(schema))
    text = next((str(part["description"]) for part in parts if "description" in part), "")
    sentence = re.split(r"\.(?= |$)", text, maxsplit=1)[0]
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence


def properties_of(schemas: tuple[Schema, ...]) -> dict[str, Schema]:
    """Every key that a mapping may have, whatever its type turns out to be."""
    found: dict[str, Schema] = {}
    for schema in schemas:
        for part in _parts(schema):
            found = {**part.get("properties", {}), **found}
    return found


def types_in_words(types: str | list[str]) -> str:
    names = [TYPES[name] for name in ([types] if isinstance(types, str) else types)]
    return " or ".join((", ".join(names[:-1]), names[-1])) if names[1:] else names[0]


def types_of(schema: Schema) -> set[str]:
    """The types of JSON that a schema allows; none where it does not say."""
    types = schema.get("type", [])
    return {types} if isinstance(types, str) else set(types)


def may_hold_text(schema: Schema) -> bool:
    """Whether the items of a list may be texts."""
    items = schema.get("items", {})
    return "string" in types_of(definition(items) or items)


def type_of(value: Any) -> str:
    """The type of JSON that a value has."""
    if isinstance(value, bool):
        return "boolean"
    names = {dict: "object", list: "array", str: "string", int: "integer", type(None): "null"}
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return names.get(type(value), "integer" if is_whole else "number")


def _parts(schema: Schema) -> Iterator[Schema]:
    yield schema
    referred = definition(schema)
    if referred is not None:
        yield from _parts(referred)
    for rule in schema.get("allOf", ()):
        if "then" in rule:
            yield from _parts(rule["then"])
