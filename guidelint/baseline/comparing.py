"""Findings of one file against what a baseline has of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from guidelint.baseline.entries import Counts, Entry, Known, value_at
from guidelint.diagnostic import Route

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stale:
    """Findings of a baseline that are found no more; `reached` is how far their keys still lead."""

    entry: Entry
    count: int
    reached: Route


@dataclass(frozen=True, slots=True)
class Compared(Generic[T]):
    """`entries` is what the baseline ought to have of the file: what is known, and what was not judged."""

    new: tuple[T, ...]
    known: tuple[T, ...]
    stale: tuple[Stale, ...]
    entries: Counts


def compare(
    found: Sequence[tuple[T, Entry | None]],
    baseline: Known,
    judged: Collection[str],
    data: Any,
    learnt: Iterable[Entry] = (),
) -> Compared[T]:
    """What has no entry can never be known. Of the rules that are not `judged`, no entry is stale."""
    left = Counter(dict(baseline.entries)) | Counter(learnt)
    new: list[T] = []
    known: list[T] = []
    entries: Counter[Entry] = Counter()
    for item, entry in found:
        if entry is None or left[entry] <= 0:
            new.append(item)
        else:
            left[entry] -= 1
            entries[entry] += 1
            known.append(item)
    unmet = +left if baseline.is_strict else Counter()
    gone = {} if baseline.takes_all else {entry: unmet[entry] for entry in sorted(unmet) if entry.rule in judged}
    stale = (Stale(entry, count, value_at(_keys(entry), data)[0]) for entry, count in gone.items())
    kept = {entry: count for entry, count in unmet.items() if entry.rule not in judged}
    return Compared(tuple(new), tuple(known), tuple(stale), entries + Counter(kept))


def _keys(entry: Entry) -> Route:
    return tuple(entry.at.split(".")) if entry.at else ()
