"""A key that the format does not know: what its author most likely meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guidelint.schema.engine import Schema, definition
from guidelint.schema.meant import ID, KEYS, meant_key
from guidelint.schema.rewrites import LONGEST_FORM, flow, shorten
from guidelint.schema.shapes import meaning, properties_of, type_of, types_of
from guidelint.suggestion import closest, did_you_mean, listing

CONDITIONS = {"Condition in parts", "Criterion", "Assumption in parts"}
FORMS = {"all", "any", "not", "unknown", "fact", "if"}
COMPARISONS = {"is", "is-not", "in", "at-least", "at-most", "above", "below"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be said of an unknown key. `explains` holds the keys that are missing only because of it, `meant` is
    the one that is to be written in its place. `text_of` is the key before it, whose text goes on in this one."""

    message: str
    help: str
    explains: frozenset[str] = frozenset()
    meant: str | None = None
    text_of: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The mapping that an unknown key stands in; `here` are its schemas, `known` the keys that it may have."""

    mapping: Mapping[str, Any]
    here: tuple[Schema, ...]
    known: Mapping[str, Schema]
    missing: frozenset[str]

    @property
    def free(self) -> list[str]:
        """The keys that it may still have, those first that it must have."""
        return sorted((key for key in self.known if key not in self.mapping), key=lambda key: key not in self.missing)

    def is_a(self, *titles: str) -> bool:
        return any(schema.get("title") in titles for schema in self.here)


def read_stranger(key: str, place: Surroundings, next_character: str) -> Reading:
    """`next_character` is what stands behind the key in the text: without a colon it was hardly meant as one."""
    unknown = f"unknown key `{shorten(key)}`"
    meant = _glued(key, place) or meant_key(key, place.free)
    if meant is not None:
        is_glued = _glued(key, place) is not None
        return Reading(unknown, _help_with(key, meant, place), frozenset({meant}), None if is_glued else meant)
    for read in (_twin, _inside, _as_form):
        if found := read(key, place):
            return Reading(unknown, *found)
    if types := _types_with(key, place):
        return Reading(unknown, f"`{key}` goes with type {' or '.join(types)}", place.missing)
    if fitting := _fitting(key, place):
        return Reading(unknown, _help_with(key, fitting, place), frozenset({fitting}), fitting)
    if next_character in (",", "}") and place.mapping[key] is None:
        return _cut_off(key, place, unknown)
    return Reading(unknown, _what_can_stand(place))


def empty_keys_above(strangers: Collection[str], place: Surroundings) -> Iterator[tuple[str, str]]:
    """Unknown keys, each with the key that it stands beside, but most likely inside: one that wants a collection and
    has no value."""
    above = None
    for key, value in place.mapping.items():
        if key in place.known:
            above = key if value is None and _is_collection(place.known[key]) else None
        elif above is not None and key in strangers:
            yield key, above


def _is_collection(schema: Schema) -> bool:
    return schema.get("type") in ("object", "array")


def _glued(key: str, place: Surroundings) -> str | None:
    """The key in `label:Fever`, to which YAML wants a space."""
    start = key.partition(":")[0]
    return start if start != key and start in place.known else None


def _help_with(key: str, meant: str, place: Surroundings) -> str:
    if _glued(key, place):
        return f"put a space after the colon: `{meant}: {shorten(key.partition(':')[2].strip())}`"
    is_alike = closest(key, (meant,)) is not None and meant not in KEYS.get(key, ())
    return did_you_mean(meant) if is_alike else f"write `{meant}`: {meaning((place.known[meant],))}"


def _twin(key: str, place: Surroundings) -> tuple[str] | None:
    """A key that is like one that stands here already."""
    twin = closest(key, place.mapping.keys() & place.known.keys())
    return (f"leave it out: `{twin}` stands here already",) if twin else None


def _fitting(key: str, place: Surroundings) -> str | None:
    """The one key that is missing, where the value of the unknown one is of its type."""
    if len(place.missing) != 1 or not place.missing <= place.known.keys():
        return None
    (missing,) = place.missing
    schema = place.known[missing]
    whole = definition(schema) or schema
    return missing if type_of(place.mapping[key]) in types_of(whole) else None


def _cut_off(key: str, place: Surroundings, message: str) -> Reading:
    """The words after a comma in `{label: Fever, chills}`, which begin a new key."""
    before = list(place.mapping)
    above = before[before.index(key) - 1] if key != before[0] else None
    if above is None or not isinstance(place.mapping[above], str):
        return Reading(message, f"write `{key}: ` and a value, or leave it out")
    text = f"{shorten(place.mapping[above])}, {shorten(key)}"
    return Reading(message, f"put quotes around a text with a comma: `{above}: '{text}'`", text_of=above)


def _as_form(key: str, place: Surroundings) -> tuple[str, frozenset[str]] | None:
    """`{fever: true}` as a condition, `{fever: treat}` as a branch."""
    value = place.mapping[key]
    if not re.fullmatch(ID, key) or FORMS & place.mapping.keys() & place.known.keys():
        return None
    form = None
    if place.is_a("Branch") and isinstance(value, str) and re.fullmatch(ID, value):
        form = f"{{if: {key}, then: {value}}}"
    elif place.is_a(*CONDITIONS):
        form = _as_condition(key, value)
    return (f"write `{form}`", place.missing) if form and len(form) <= LONGEST_FORM else None


def _as_condition(key: str, value: Any) -> str | None:
    if key in ("if", "when", "condition"):
        return f"any: {flow(value if isinstance(value, list) else [value])}"
    if isinstance(value, dict) and value and value.keys() <= COMPARISONS:
        return flow({"fact": key, **value})
    return None if isinstance(value, dict | list) or value is None else flow({"fact": key, "is": value})


def _inside(key: str, place: Surroundings) -> tuple[str, frozenset[str]] | None:
    """The key whose mapping, or list of mappings, an unknown one belongs to; first of all one that is missing."""
    for name in (*place.missing, *place.known):
        schema = place.known.get(name, {})
        if _may_hold(schema, key, place.mapping[key], is_missing=name in place.missing):
            return f"put it under `{name}`: {meaning((schema,))}", frozenset({name})
    return None


def _may_hold(schema: Schema, key: str, value: Any, *, is_missing: bool) -> bool:
    whole = definition(schema) or schema
    items: Schema = whole.get("items", whole)
    if key in properties_of((items,)):
        return True
    entry = whole.get("additionalProperties") or {}
    return is_missing and bool(re.fullmatch(ID, key)) and type_of(value) in types_of(definition(entry) or entry)


def _types_with(key: str, place: Surroundings) -> list[str]:
    """The types of facts or nodes that a key belongs to."""
    return [f"`{type}`" for schema in place.here for type, keys in _types(schema) if key in keys]


def _types(schema: Schema) -> Iterator[tuple[str, Mapping[str, Schema]]]:
    for rule in schema.get("allOf", ()):
        told_by = rule.get("if", {}).get("properties", {}).get("type", {})
        for type in told_by.get("enum", [told_by["const"]] if "const" in told_by else []):
            yield type, properties_of((rule["then"],))


def _what_can_stand(place: Surroundings) -> str:
    return f"keys that can stand here: {listing(place.free)}" if place.free else "leave it out"
