"""What the data of a document have to be after some fixes: so that nothing but what they are meant to change does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from guidelint.diagnostic import (
    Cut,
    Edit,
    Fix,
    MoveLast,
    Part,
    Place,
    Quote,
    Remove,
    Rename,
    Respell,
    Rewrite,
    Route,
    Swap,
)
from guidelint.document import Document, read_document
from guidelint.document.marks import KEY
from guidelint.edits.entries import leads_somewhere, piece_of

LEFT = object()
"""In the place of a value that is not replaced."""


class Change(NamedTuple):
    """What becomes of the value at the end of a route."""

    route: Route
    value: Any = LEFT
    key: str | None = None
    is_removed: bool = False
    is_last: bool = False


@dataclass(slots=True)
class _Changed:
    """What becomes of one value, and of what lies in it."""

    change: Change = field(default=Change(()))
    inner: dict[str | int, _Changed] = field(default_factory=dict)


def data_after(document: Document, fixes: Iterable[Fix]) -> Any:
    root = _Changed()
    for change in (change for fix in fixes for edit in fix.edits for change in _changes(document, edit)):
        at = root
        for step in change.route:
            at = at.inner.setdefault(step, _Changed())
        at.change = _together(at.change, change)
    return _rebuilt(document.data, root)


def is_same(one: Any, other: Any) -> bool:
    """Whether two values are the same to whoever reads them: `true` is not 1, and the order of keys counts."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(map(is_same, one.values(), other.values()))
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)


def lifted(data: Any, route: Route) -> Route:
    """What is to be removed so that no empty collection is left: it, or what holds nothing else."""
    while len(route) > 1 and len(value_at(data, route[:-1])) == 1:
        route = route[:-1]
    return route


def respelled(data: Any, edit: Respell) -> str | None:
    """The whole text with its new ending; None where the old one is not there."""
    text = value_at(data, edit.place.route) if leads_somewhere(data, edit.place.route) else None
    return text.removesuffix(edit.old) + edit.new if isinstance(text, str) and text.endswith(edit.old) else None


def _changes(document: Document, edit: Edit) -> Iterator[Change]:
    match edit:
        case Rename(place, text):
            yield Change(place.route, key=text) if place.part is Part.KEY else Change(place.route, text)
        case Respell(place):
            yield Change(place.route, respelled(document.data, edit))
        case Rewrite(place, source):
            yield Change(place.route, read_document(source.encode()).data)
        case Quote(place):
            yield from _quoted(document, place)
        case Remove(Place(route=route, span=None)):
            yield Change(lifted(document.data, route), is_removed=True)
        case MoveLast(route):
            yield Change(route, is_last=True)
        case Swap(one, other):
            yield Change(one, value_at(document.data, other))
            yield Change(other, value_at(document.data, one))
        case Remove() | Cut():
            pass


def _quoted(document: Document, place: Place) -> Iterator[Change]:
    """A key is text already."""
    piece = piece_of(document, place)
    if piece is None or document.marks.kind[piece] & KEY or not leads_somewhere(document.data, place.route):
        return
    value = value_at(document.data, place.route)
    if not isinstance(value, str):
        yield Change(place.route, document.text[slice(*document.marks.span(piece))])


def value_at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _together(one: Change, other: Change) -> Change:
    return Change(
        other.route,
        one.value if other.value is LEFT else other.value,
        one.key if other.key is None else other.key,
        one.is_removed or other.is_removed,
        one.is_last or other.is_last,
    )


def _rebuilt(value: Any, changed: _Changed) -> Any:
    if changed.change.value is not LEFT:
        return changed.change.value
    if isinstance(value, dict):
        inner = ((key, item, changed.inner.get(key)) for key, item in value.items())
        return dict(_entry(*each) for each in inner if not _is_removed(each[2]))
    if isinstance(value, list):
        items = [(item, changed.inner.get(index)) for index, item in enumerate(value)]
        kept = sorted((each for each in items if not _is_removed(each[1])), key=lambda each: _is_last(each[1]))
        return [item if inside is None else _rebuilt(item, inside) for item, inside in kept]
    return value


def _entry(key: str, item: Any, changed: _Changed | None) -> tuple[str, Any]:
    return (key, item) if changed is None else (changed.change.key or key, _rebuilt(item, changed))


def _is_removed(changed: _Changed | None) -> bool:
    return changed is not None and changed.change.is_removed


def _is_last(changed: _Changed | None) -> bool:
    return changed is not None and changed.change.is_last
