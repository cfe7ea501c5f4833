"""Many findings of one kind on one decision, told as one: one in full, the others by the numbers of their branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from guidelint.runs import numbers_in_words

T = TypeVar("T")

MOST_ALONE = 5
"""Findings on one decision that are told one by one; with more of them, the decision itself is what is wrong."""


def floods(found: Iterable[T], about: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """Those about the same thing together where they are too many, in the order of the first; any other one alone."""
    groups: dict[Hashable, list[T]] = {}
    for item in found:
        groups.setdefault(about(item), []).append(item)
    for group in groups.values():
        yield from [group] if len(group) > MOST_ALONE else ([item] for item in group)


def pairs_in_words(pairs: Collection[tuple[int, int]]) -> str:
    """Pairs of branches, counted from 0, by their numbers: `any two of 1 to 4; 5 with 6 or 8`.

    Branches that overlap the same others stand together.
    """
    others: dict[int, set[int]] = {}
    for first, second in pairs:
        others.setdefault(first, set()).add(second)
        others.setdefault(second, set()).add(first)
    parts, told = [], set[int]()
    for members in _alike(others):
        if members[0] in others[members[-1]]:
            every = f"any two of {branches_in_words(members)}"
            parts.append(every if len(members) > 2 else branches_in_words(members, "with"))
        told.update(members)
        if later := others[members[0]] - told:
            parts.append(f"{branches_in_words(members, 'or')} with {branches_in_words(later, 'or')}")
    return "; ".join(parts)


def _alike(others: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """Branches that overlap each other and the same others; and of the rest, those that overlap the same others."""
    closed = Counter(frozenset((branch, *around)) for branch, around in others.items())
    groups: dict[frozenset[int], list[int]] = {}
    for branch in sorted(others):
        around, with_itself = frozenset(others[branch]), frozenset((branch, *others[branch]))
        groups.setdefault(with_itself if closed[with_itself] > 1 else around, []).append(branch)
    yield from groups.values()


def branches_in_words(branches: Collection[int], word: str = "and") -> str:
    """Branches, counted from 0, by their numbers: `1, 3 to 5 and 8`."""
    return numbers_in_words([branch + 1 for branch in branches], word)
