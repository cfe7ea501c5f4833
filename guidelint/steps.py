"""Where steps from one name to others lead: what is asked of every graph, and needs no library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

Steps = Mapping[str, Iterable[str]]
"""From each name to those that come right after it."""


def steps_of(pairs: Iterable[tuple[str, str]]) -> Steps:
    found: dict[str, list[str]] = {}
    for source, target in pairs:
        found.setdefault(source, []).append(target)
    return found


def reached(steps: Steps, names: Iterable[str]) -> frozenset[str]:
    """These names and all that some way from one of them reaches."""
    waiting = list(names)
    found = set(waiting)
    while waiting:
        for name in steps.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


def is_acyclic(steps: Steps) -> bool:
    try:
        TopologicalSorter(steps).prepare()
    except CycleError:
        return False
    return True
