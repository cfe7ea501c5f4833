"""What a schema has against plain data, in the words of its own `errorMessage`s: for small files such as settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guidelint.diagnostic import Route
from guidelint.schema.engine import schema_text
from guidelint.suggestion import closest, did_you_mean, listing


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that the schema does not allow at a place."""

    route: Route
    message: str


def misfits(data: Any, name: str) -> Iterator[Misfit]:
    """Nothing where the data has the shape of the schema; the data may hold what a TOML file can."""
    import jsonschema_rs

    schema = json.loads(schema_text(name))
    for error in jsonschema_rs.validator_for(schema).iter_errors(_as_json(data)):
        route = tuple(error.instance_path)
        if error.kind.name == "additionalProperties":
            yield from (_unknown((*route, key), schema["properties"]) for key in error.kind.as_dict()["unexpected"])
        else:
            yield Misfit(route, _message(error, schema))


def _unknown(route: Route, known: dict[str, Any]) -> Misfit:
    suggestion = closest(str(route[-1]).replace("_", "-"), known)
    return Misfit(route, did_you_mean(suggestion) if suggestion else f"the keys are {listing(known, len(known))}")


def _message(error: Any, schema: Any) -> str:
    """What the schema itself says of the value, the most particular words first; with what was meant, if it is near."""
    own, at = "this cannot stand here", schema
    for step in error.schema_path:
        at = at[step]
        own = at.get("errorMessage", own) if isinstance(at, dict) else own
    if error.kind.name == "enum" and isinstance(error.instance, str):
        suggestion = closest(error.instance, error.kind.as_dict()["options"])
        return did_you_mean(suggestion) if suggestion else own
    return own


def _as_json(data: Any) -> Any:
    """What JSON has no words for, such as a day or a number without end, becomes nothing at all."""
    if isinstance(data, dict):
        return {key: _as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_json(value) for value in data]
    return data if isinstance(data, str | bool | int | float) else None
