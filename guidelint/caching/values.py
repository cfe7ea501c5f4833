"""Frozen values ⇄ JSON, by the types that their fields are declared with; nothing else is ever built.

What does not fit its type raises Misfit, so a file that somebody else wrote can say something wrong, but do nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Misfit(Exception):
    """The data are not of the type that they were to be of."""


def packed(value: Any) -> Any:
    """Dataclasses and named tuples become lists, headed by the name of the type; so unions need no tag of their own."""
    if isinstance(value, Enum):
        return value.name
    if is_dataclass(value):
        return [type(value).__name__, *(packed(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, tuple | list):
        items = [packed(item) for item in value]
        return [type(value).__name__, *items] if _is_named(type(value)) else items
    if isinstance(value, frozenset):
        return sorted(packed(item) for item in value)
    if isinstance(value, Mapping):
        return [[packed(key), packed(item)] for key, item in value.items()]
    return value.isoformat() if isinstance(value, date) else value


def unpacked(kind: type[T], data: Any) -> T:
    """Raises Misfit."""
    try:
        value: T = _value(kind, data)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Misfit(str(error)) from None
    return value


def _value(kind: Any, data: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(arguments, data)
    if origin is tuple:
        inner = arguments[:1] * len(_list(data)) if arguments[1:] == (...,) else arguments
        return tuple(_value(each, item) for each, item in zip(inner, _list(data), strict=True))
    if origin is not None:
        return {_value(arguments[0], key): _value(arguments[1], item) for key, item in _list(data)}
    if issubclass(kind, Enum):
        return kind[data]
    if is_dataclass(kind) or _is_named(kind):
        return _record(kind, data)
    if kind is date:
        return date.fromisoformat(data)
    if type(data) is not kind:
        raise Misfit
    return data


def _record(kind: Any, data: Any) -> Any:
    name, *values = _list(data)
    if name != kind.__name__:
        raise Misfit
    types = types_of(kind)
    given = {field: _value(types[field], value) for field, value in zip(types, values, strict=True)}
    return kind(**given)


def _one_of(kinds: tuple[Any, ...], data: Any) -> Any:
    for kind in kinds:
        try:
            return _value(kind, data)
        except (Misfit, KeyError, TypeError, ValueError):
            continue
    raise Misfit


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise Misfit
    return data


@cache
def types_of(kind: Any) -> Mapping[str, Any]:
    """Of the fields, in their order."""
    names = kind._fields if _is_named(kind) else [field.name for field in fields(kind)]
    hints = get_type_hints(kind)
    return {name: hints[name] for name in names}


def _is_named(kind: type[Any]) -> bool:
    return issubclass(kind, tuple) and hasattr(kind, "_fields")
