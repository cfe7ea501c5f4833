"""Document → what the JSON Schema says of it: one defect, one message, at the key or value itself.

`jsonschema-rs` answers first whether there is anything to say, in a hundredth of the time; `jsonschema` then finds the
words. The schema carries the help for its opaque keywords itself, under `errorMessage`, which editors read too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from guidelint.diagnostic import Finding, Place, Route, at_key, at_value
from guidelint.document import Document
from guidelint.suggestion import closest, did_you_mean, listing

MOST_ERRORS = 200
"""A document with more errors is of another shape altogether, and naming them all would only take time."""

JSON_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


@dataclass(frozen=True, slots=True)
class SchemaVerdict:
    """What the schema has against a document; nothing where `findings` is empty."""

    findings: tuple[Finding, ...]


def judge_shape(document: Document) -> SchemaVerdict:
    if _fast_validator().is_valid(document.data):
        return SchemaVerdict(())
    errors = islice(_word_by_word_validator().iter_errors(document.data), MOST_ERRORS)
    findings = (finding for error in errors for finding in _findings(error))
    return SchemaVerdict(tuple(_without_echoes(findings)))


@cache
def schema_text(name: str = "guideline.schema.json") -> str:
    """A schema that comes with guidelint; in a checkout it lies in `schema/`, in a wheel in the package."""
    packaged = Path(__file__).with_name("schemas") / name
    path = packaged if packaged.exists() else Path(__file__).parent.parent / "schema" / name
    return path.read_text(encoding="utf-8")


@cache
def _fast_validator() -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(json.loads(schema_text()), validate_formats=True)


@cache
def _word_by_word_validator() -> Any:
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(json.loads(schema_text()), format_checker=FormatChecker(["date"]))


def _findings(error: Any) -> Iterator[Finding]:
    """The findings of one `jsonschema.ValidationError`."""
    route: Route = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        yield Finding(
            f"the key `{_short(error.instance)}` is no id", at_key((*route, str(error.instance))), _help(error)
        )
    elif error.validator == "additionalProperties":
        yield from _unknown_keys(error, route)
    elif error.validator in ("required", "dependentRequired"):
        yield from _missing_keys(error, route)
    else:
        yield Finding(_message(error), _place(error, route), _help(error))


def _unknown_keys(error: Any, route: Route) -> Iterator[Finding]:
    known = list(error.schema.get("properties", {}))
    free = [key for key in known if key not in error.instance]
    for key in error.instance:
        if key not in known:
            suggestion = closest(key, free) or closest(key, known)
            help = did_you_mean(suggestion) if suggestion else f"keys that can stand here: {listing(free)}"
            yield Finding(f"unknown key `{_short(key)}`", at_key((*route, key)), help, subject=suggestion)


def _missing_keys(error: Any, route: Route) -> Iterator[Finding]:
    wanted = error.validator_value
    if isinstance(wanted, dict):
        wanted = [key for trigger, keys in wanted.items() if trigger in error.instance for key in keys]
    for key in wanted:
        if key not in error.instance:
            help = _help(error) if _own_help(error) else f"add `{key}`"
            yield Finding(f"`{key}` is missing", at_key(route), help, subject=key)


def _place(error: Any, route: Route) -> Place:
    return at_key(route) if error.validator == "not" else at_value(route)


def _message(error: Any) -> str:
    wanted = error.validator_value
    if error.validator == "type":
        types = [wanted] if isinstance(wanted, str) else wanted
        return f"expected {' or '.join(JSON_TYPES[name] for name in types)}, found {_found(error.instance)}"
    if error.validator == "enum":
        return f"expected one of {listing(map(str, wanted), most=12)}"
    if error.validator == "const":
        return f"expected `{wanted}`"
    return MESSAGES.get(str(error.validator), "this cannot stand here")


MESSAGES = {
    "pattern": "this is not written as it has to be",
    "format": "this is no day of the calendar",
    "minLength": "this text is empty",
    "minItems": "too few items",
    "maxItems": "too many items",
    "minProperties": "something is missing here",
    "maxProperties": "too many keys in one place",
    "uniqueItems": "the same item stands here twice",
    "minimum": "this number is too small",
    "maximum": "this number is too large",
    "not": "this key cannot stand here",
}


def _found(instance: Any) -> str:
    if isinstance(instance, bool):
        return "true or false"
    if instance is None:
        return "nothing"
    names = {dict: "a mapping", list: "a list", str: "text", int: "a whole number"}
    return names.get(type(instance), "a number")


def _own_help(error: Any) -> str | None:
    own = error.schema.get("errorMessage") if isinstance(error.schema, dict) else None
    return None if own is None else str(own)


def _help(error: Any) -> str:
    if error.validator == "enum" and (suggestion := closest(str(error.instance), map(str, error.validator_value))):
        return did_you_mean(suggestion)
    own = _own_help(error)
    if own:
        return own
    if error.validator == "type" and error.validator_value == "string" and not isinstance(error.instance, (dict, list)):
        return "put quotes around it" if error.instance is not None else "write the text"
    return HELPS.get(str(error.validator), "write what the format asks for here")


HELPS = {
    "const": "write it exactly so",
    "enum": "take one of these",
    "type": "write it in that form",
    "minLength": "write the text, or leave the key out",
    "minItems": "add what is missing",
    "uniqueItems": "take one of the two out",
}


def _short(value: Any, most: int = 60) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _without_echoes(findings: Iterator[Finding]) -> Iterator[Finding]:
    """One message for one defect: a key that is missing only because it is misspelt is not named twice."""
    kept = list(findings)
    misspelt = {
        (finding.place.route[:-1], finding.subject) for finding in kept if finding.message.startswith("unknown")
    }
    seen: set[tuple[Place, str]] = set()
    for finding in kept:
        is_echo = finding.message.endswith("is missing") and (finding.place.route, finding.subject) in misspelt
        if not is_echo and (finding.place, finding.message) not in seen:
            seen.add((finding.place, finding.message))
            yield finding
