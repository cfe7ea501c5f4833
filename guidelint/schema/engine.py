"""What the schema has against a document, keyword by keyword. jsonschema-rs stays behind this door.

`jsonschema` would recurse too deep on a deep document and take seconds on a large one; it is the tests' second opinion.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from guidelint.diagnostic import Route
from guidelint.schema.portions import Portion, portions
from guidelint.schema.strange_names import StrangeNames

Schema = Mapping[str, Any]

MOST_VIOLATIONS = 1_000
"""A document with more is of another shape altogether, and naming them all would only take time."""

INTO_THE_VALUE = {"properties": 2, "patternProperties": 2, "prefixItems": 2, "items": 1, "additionalProperties": 1}
"""Keywords that lead from a mapping or list to a value in it, and the steps of a path that they take up."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One keyword of the schema that one value breaks.

    `here` holds the schemas that the value has to satisfy, the most particular words first and the one with the
    keyword last; `around` those of the mapping or list it stands in. `keys` are the missing or the unknown ones.
    """

    keyword: str
    route: Route
    value: Any
    here: tuple[Schema, ...]
    around: tuple[Schema, ...]
    keys: tuple[str, ...] = ()

    @property
    def schema(self) -> Schema:
        return self.here[-1]

    @property
    def is_about_keys(self) -> bool:
        """Whether it is about which keys a mapping has, not about a value."""
        return self.keyword in ("required", "additionalProperties", "not")

    @property
    def wanted(self) -> Any:
        return self.schema.get(self.keyword)


@cache
def schema_text(name: str = "guideline.schema.json") -> str:
    """A schema that comes with guidelint; in a checkout it lies in `schema/`, in a wheel in the package."""
    package = Path(__file__).parents[1]
    packaged = package / "schemas" / name
    path = packaged if packaged.exists() else package.parent / "schema" / name
    return path.read_text(encoding="utf-8")


class Violations(NamedTuple):
    """What was found; there may be more where `are_all` is false."""

    found: list[Violation]
    are_all: bool = True


def violations(data: Any) -> Violations:
    """Those of the outermost mapping first; none where the document has the right shape."""
    if _validator().is_valid(data):
        return Violations([])
    found: list[Violation] = []
    are_all = True
    for portion in portions(data, _outermost()):
        if len(found) >= MOST_VIOLATIONS:
            return Violations(found, are_all=False)
        some = _of_portion(portion)
        found += some
        are_all = are_all and not (some and portion.is_large)
    return Violations(found, are_all)


def _of_portion(portion: Portion) -> list[Violation]:
    if _validator().is_valid(portion.data):
        return []
    names = StrangeNames(id=_pattern("id"), loose=_pattern("ground-id"))
    errors = _first_error(portion.data) if portion.is_large else _validator().iter_errors(names.fewer(portion.data))
    found = (_violation(error, portion.data, names) for error in errors)
    return [_moved(violation, portion) for one in found for violation in _with_twins(one, names)]


def _first_error(data: Any) -> list[Any]:
    import jsonschema_rs

    try:
        _validator().validate(data)
    except jsonschema_rs.ValidationError as error:
        return [error]
    return []


def _moved(violation: Violation, portion: Portion) -> Violation:
    """A violation with its place in the whole."""
    if not portion.first:
        return violation
    key, index, *steps = violation.route
    return replace(violation, route=(key, int(index) + portion.first, *steps))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_schema()["$defs"][name]["pattern"])


def definition(schema: Schema) -> Schema | None:
    """What a schema refers to."""
    target = schema.get("$ref")
    return None if target is None else _schema()["$defs"][target.removeprefix("#/$defs/")]


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written year-month-day; the year 0 is none."""
    try:
        return bool(re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and date.fromisoformat(text))
    except ValueError:
        return False


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text())
    return schema


@cache
def _outermost() -> dict[str, Schema]:
    """What may stand under the outermost keys."""
    return {key: definition(schema) or schema for key, schema in _schema()["properties"].items()}


@cache
def _validator() -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(_schema(), validate_formats=True, formats={"date": is_day})


def _with_twins(violation: Violation, names: StrangeNames) -> Iterator[Violation]:
    """A violation, and the same of every key that is as strange."""
    yield violation
    if violation.keyword == "propertyNames":
        for route in names.twins_of(violation.route):
            yield replace(violation, route=route, value=route[-1])


def _violation(error: Any, data: Any, names: StrangeNames) -> Violation:
    """What a `jsonschema_rs.ValidationError` says."""
    detail = error.kind.as_dict()
    route = names.original(tuple(error.instance_path))
    value = value_at(data, route)
    if error.kind.name == "propertyNames":
        key = str(detail["error"].instance)
        return Violation("propertyNames", (*route, key), key, *_schemas_on(error.schema_path))
    keys = (detail["property"],) if "property" in detail else tuple(detail.get("unexpected", ()))
    here, around = _schemas_on(error.evaluation_path)
    return Violation(str(error.evaluation_path[-1]), route, value, here, around, tuple(map(names.original_key, keys)))


def value_at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _schemas_on(path: list[str | int]) -> tuple[tuple[Schema, ...], tuple[Schema, ...]]:
    """The schemas of the value at the end of a path of keywords, and those of what it stands in."""
    at: Any = _schema()
    here: list[Schema] = [at]
    around: list[Schema] = []
    steps = iter(path[:-1])
    for step in steps:
        if step in INTO_THE_VALUE:
            here, around = [], here
        at = definition(at) if step == "$ref" else at[step]
        if INTO_THE_VALUE.get(str(step)) == 2 or step == "allOf":
            at = at[next(steps)]
        if at is not None and step != "$defs":
            here.append(at)
    return tuple(here), tuple(around)
