"""Things that lead to each other, in an order in which every way that can leads forward; and that order cut to pieces.

Pieces of such an order lead forward as well: between them there is no loop that is none between the things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Ways = Mapping[str, Collection[str]]
"""To what each thing leads."""

Knot = tuple[str, ...]
"""Things of which each leads to each other one, or a single thing."""

EACH = 2
"""What a piece costs: as much as so many things of others that it leads to."""


def in_order(names: Sequence[str], ways: Ways) -> list[Knot]:
    """In the order of the names as far as the ways allow that; the first one is looked at last, and so comes first.

    These are the knots that Tarjan's algorithm finds, with a stack of our own: ways may be long.
    """
    place = {name: number for number, name in enumerate(names)}
    found: list[Knot] = []
    met: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    done: set[str] = set()
    for root in (*reversed(names[1:]), *names[:1]):
        for name, target in _descent(root, ways, met):
            if target is None:
                lowest[name] = met[name] = len(met)
                open_.append(name)
            elif target != name and target not in done:
                lowest[name] = min(lowest[name], lowest[target])
            elif target == name and lowest[name] == met[name]:
                knot = tuple(sorted(_popped(open_, name), key=place.__getitem__))
                done.update(knot)
                found.append(knot)
    return found[::-1]


def _descent(root: str, ways: Ways, met: Mapping[str, int]) -> Iterator[tuple[str, str | None]]:
    """A thing with None where it is met, with what it leads to when that has been looked at, with itself at its end."""
    if root in met:
        return
    yield root, None
    stack = [(root, iter(tuple(ways.get(root, ()))[::-1]))]
    while stack:
        name, targets = stack[-1]
        target = next(targets, None)
        if target is None:
            stack.pop()
            yield name, name
            if stack:
                yield stack[-1][0], name
        elif target not in met:
            yield target, None
            stack.append((target, iter(tuple(ways.get(target, ()))[::-1])))
        elif target != name:
            yield name, target


def _popped(stack: list[str], name: str) -> Iterator[str]:
    """Down to this name."""
    while (top := stack.pop()) != name:
        yield top
    yield name


def cut(order: Iterable[Knot], ways: Ways, most: int) -> list[tuple[str, ...]]:
    """Pieces of at most so many, that lead to as few things of others as can be; only a knot that is larger is torn."""
    units = [unit for knot in order for unit in ((knot,) if len(knot) <= most else ((name,) for name in knot))]
    best: list[tuple[int, int]] = [(0, 0)]  # of the units before each place: what it costs, where the last piece begins
    for end in range(1, len(units) + 1):
        inside: set[str] = set()
        targets: set[str] = set()
        found = []
        for begin in range(end - 1, -1, -1):
            inside.update(units[begin])
            if len(inside) > most:
                break
            targets.update(target for name in units[begin] for target in ways.get(name, ()))
            found.append((best[begin][0] + EACH + len(targets - inside), begin))
        best.append(min(found))
    pieces = []
    end = len(units)
    while end:
        begin = best[end][1]
        pieces.append(tuple(name for unit in units[begin:end] for name in unit))
        end = begin
    return pieces[::-1]


def reaches(source: str, target: str, ways: Ways) -> bool:
    """Whether one thing leads to another through a third one."""
    waiting = [name for name in ways.get(source, ()) if name not in (source, target)]
    passed = {source, *waiting}
    for name in waiting:  # which grows
        for other in ways.get(name, ()):
            if other == target:
                return True
            if other not in passed:
                passed.add(other)
                waiting.append(other)
    return False
