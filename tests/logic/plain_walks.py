"""All walks of one patient, step by step, straight from the data: what judges witnesses, and brute force itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests import naive
from tests.naive import Data, Facts


class Passed(NamedTuple):
    """A node, the visit, and the way out: a branch's number, `then`, `otherwise`, or None where the walk stops."""

    node: str
    visit: int
    way: int | str | None


class Walk(NamedTuple):
    """`facts` holds those of each visit."""

    passed: tuple[Passed, ...]
    facts: tuple[Facts, ...]
    ending: str


class NotGiven(Exception):
    """A patient does not say what is observed at a follow-up."""


def walks(data: Data, patient: Facts, visits: list[Facts]) -> list[Walk]:
    """At an overlap, each of the matching branches is a walk of its own."""
    return list(_go_on(data, visits, data["start"], (), (patient,), {}))


def _go_on(
    data: Data,
    visits: list[Facts],
    id: str,
    passed: tuple[Passed, ...],
    facts: tuple[Facts, ...],
    counts: dict[str, int],
) -> Iterator[Walk]:
    node, now = data["nodes"][id], len(facts)
    if node["type"] == "decision":
        matching = branches(node, data, facts[-1])
        for number in matching:
            target = node["branches"][number].get("then") or node["branches"][number]["else"]
            yield from _go_on(data, visits, target, (*passed, Passed(id, now, number)), facts, counts)
        if not matching:
            yield Walk((*passed, Passed(id, now, None)), facts, "gap")
    elif "then" not in node:
        yield Walk((*passed, Passed(id, now, None)), facts, "ended")
    elif node["type"] == "recommendation":
        yield from _go_on(data, visits, node["then"], (*passed, Passed(id, now, "then")), facts, counts)
    elif "at-most" in node and counts.get(id, 0) == node["at-most"]:
        yield from _go_on(data, visits, node["otherwise"], (*passed, Passed(id, now, "otherwise")), facts, counts)
    else:
        later = (*facts, _observed(facts[-1], node.get("observe", []), visits, now))
        after = {**counts, id: counts.get(id, 0) + 1}
        yield from _go_on(data, visits, node["then"], (*passed, Passed(id, now + 1, "then")), later, after)


def _observed(facts: Facts, names: list[str], visits: list[Facts], passed: int) -> Facts:
    if names and (len(visits) < passed or not set(names) <= set(visits[passed - 1])):
        raise NotGiven(f"{names} at follow-up {passed}")
    return {**facts, **{name: visits[passed - 1][name] for name in names}}


def branches(node: Data, data: Data, facts: Facts) -> list[int]:
    """Those that match."""
    truths: list[Any] = truths_of(node, data, facts)
    if any(truth == naive.HALF for truth in truths) or 1 in truths:
        return [index for index, truth in enumerate(truths) if truth == 1]
    return [index for index, truth in enumerate(truths) if truth is None]


def truths_of(node: Data, data: Data, facts: Facts) -> list[Any]:
    """0, 1/2 or 1 of each branch, None of `else`."""
    return [naive.truth(branch["if"], data, facts) if "if" in branch else None for branch in node["branches"]]


def is_possible(data: Data, found: list[Walk]) -> bool:
    every = [facts for walk in found for facts in walk.facts]
    return all(_is_allowed(raw, data, facts) for raw in data.get("assumptions", []) for facts in every)


def _is_allowed(raw: Any, data: Data, facts: Facts) -> bool:
    if isinstance(raw, dict) and "if" in raw:
        return not (naive.truth(raw["if"], data, facts) == 1 and naive.truth(raw["then"], data, facts) == 0)
    return naive.truth(raw, data, facts) != 0
