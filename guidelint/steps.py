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


def is_acyclic(steps: Steps) -> bool:
    """Names are taken away as long as there is one that no other leads to: where there is a cycle, it is left."""
    leading_to = Counter(target for targets in steps.values() for target in targets)
    waiting = [name for name in steps if name not in leading_to]
    while waiting:
        for target in steps.get(waiting.pop(), ()):
            leading_to[target] -= 1
            if not leading_to[target]:
                waiting.append(target)
    return not any(leading_to.values())
