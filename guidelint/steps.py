"""Where steps from one name to others lead: what is asked of every graph, and needs no library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

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


def topological_order(steps: Steps, names: Iterable[str]) -> list[str] | None:
    """The names and all that they lead to, each after those that lead to it; None where that cannot be."""
    leading_to = Counter(target for targets in steps.values() for target in targets)
    order = [name for name in names if name not in leading_to]
    for name in order:  # which grows on the way
        for target in steps.get(name, ()):
            leading_to[target] -= 1
            if not leading_to[target]:
                order.append(target)
    return None if any(leading_to.values()) else order
