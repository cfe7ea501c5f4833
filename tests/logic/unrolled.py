"""The graph with the visits and the counts of follow-ups: how many ways it has, and what can be observed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.naive import Counts, Data

Place = tuple[str, int, Counts]
"""A node, the visit in which a way comes to it, and how often each bounded follow-up has been passed."""


def start(data: Data) -> Place:
    return data["start"], 1, ()


def following(data: Data, place: Place) -> Iterator[tuple[int | str, Place]]:
    """Each way out, by the number of the branch or by its key, with where it leads."""
    id, visit, counts = place
    node = data["nodes"][id]
    for number, branch in enumerate(node.get("branches", [])):
        yield number, (branch.get("then", branch.get("else")), visit, counts)
    passed = dict(counts).get(id, 0)
    if "at-most" in node and passed == node["at-most"]:
        yield "otherwise", (node["otherwise"], visit, counts)
    elif "at-most" in node:
        yield "then", (node["then"], visit + 1, tuple(sorted({**dict(counts), id: passed + 1}.items())))
    elif "then" in node:
        yield "then", (node["then"], visit + (node["type"] == "follow-up"), counts)


def places(data: Data) -> list[Place]:
    """All that some way of the graph comes to, whatever the conditions say."""
    found = {start(data): None}
    waiting = [start(data)]
    while waiting:
        for _, place in following(data, waiting.pop()):
            if place not in found:
                found[place] = None
                waiting.append(place)
    return list(found)


def observable(data: Data) -> dict[int, set[str]]:
    """The facts that some way observes when the visit begins."""
    found: dict[int, set[str]] = {}
    for id, visit, counts in places(data):
        node = data["nodes"][id]
        if node["type"] == "follow-up" and dict(counts).get(id, 0) != node.get("at-most"):
            found.setdefault(visit + 1, set()).update(node.get("observe", []))
    return found


def count_ways(data: Data, most: int) -> int:
    """How many ways lead through the graph, whatever the conditions say; `most` where there are more."""
    known: dict[Place, int] = {}

    def count(place: Place) -> int:
        if place not in known:
            targets = [target for _, target in following(data, place)]
            known[place] = min(most, sum(map(count, targets)) if targets else 1)
        return known[place]

    return count(start(data))


def counted(data: Data, taken: Iterable[tuple[str, int | str | None]], counts: Counts = ()) -> Counts:
    """How often each bounded follow-up has been passed after these nodes were left by these ways."""
    found = dict(counts)
    for id, way in taken:
        if "at-most" in data["nodes"][id] and way == "then":
            found[id] = found.get(id, 0) + 1
    return tuple(sorted(found.items()))
