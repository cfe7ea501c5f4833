"""A second reading of the format, straight from the data, slow and plain: what tests compare guidelint with.

It shares no code with guidelint: truth values are the numbers 0, 1/2 and 1, unknown is the word, not given is None.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Any

Data = dict[str, Any]
Facts = dict[str, Any]
UNKNOWN = "unknown"
HALF = Fraction(1, 2)

# Conditions ---------------------------------------------------------------------------------------


def truth(condition: Any, data: Data, facts: Facts) -> Fraction:
    """Of facts that are all given: 0 false, 1 true, 1/2 unknown."""
    if isinstance(condition, str):
        if condition in data.get("criteria", {}):
            criterion = data["criteria"][condition]
            return truth({key: value for key, value in criterion.items() if key != "label"}, data, facts)
        return HALF if facts[condition] == UNKNOWN else Fraction(facts[condition] is True)
    if "all" in condition:
        return min(truth(part, data, facts) for part in condition["all"])
    if "any" in condition:
        return max(truth(part, data, facts) for part in condition["any"])
    if "not" in condition:
        return 1 - truth(condition["not"], data, facts)
    if "unknown" in condition:
        return Fraction(facts[condition["unknown"]] == UNKNOWN)
    return compared(condition, data, facts)


def compared(condition: Data, data: Data, facts: Facts) -> Fraction:
    name = condition["fact"]
    if name in data.get("scores", {}):
        values: list[Any] = list(sums(data["scores"][name], data, facts))
    elif facts[name] == UNKNOWN:
        return HALF
    else:
        values = [facts[name]]
    passed = {all(passes(key, limit, value) for key, limit in condition.items() if key != "fact") for value in values}
    return HALF if len(passed) == 2 else Fraction(passed.pop())


def passes(key: str, limit: Any, value: Any) -> bool:
    match key:
        case "is":
            return bool(value == limit)
        case "is-not":
            return bool(value != limit)
        case "in":
            return value in limit
        case "at-least":
            return bool(value >= limit)
        case "at-most":
            return bool(value <= limit)
        case "above":
            return bool(value > limit)
    assert key == "below"
    return bool(value < limit)


def sums(score: Data, data: Data, facts: Facts) -> range:
    """All whole numbers from the least sum to the greatest."""
    truths = [(member["points"], truth(member["if"], data, facts)) for member in score["add"]]
    ways = [[0, points] if is_true == HALF else [points * int(is_true)] for points, is_true in truths]
    totals = [sum(way) for way in product(*ways)]
    return range(min(totals), max(totals) + 1)


def domain(fact: Data) -> list[Any]:
    """Every value, `unknown` too where it may be; of a decimal those between and at quarters."""
    unknown = [UNKNOWN] if fact.get("known") == "maybe" else []
    if fact["type"] == "boolean":
        return [False, True, *unknown]
    if fact["type"] == "choice":
        return [*fact["values"], *unknown]
    low, high = fact["range"]
    step = 1 if fact["type"] == "integer" else Fraction(1, 4)
    return [*(low + step * index for index in range(int((high - low) / step) + 1)), *unknown]


def completions(data: Data, facts: Facts) -> Iterator[Facts]:
    """Every way to give the facts that are not given."""
    missing = [name for name in data["facts"] if name not in facts]
    for values in product(*(domain(data["facts"][name]) for name in missing)):
        yield {**facts, **dict(zip(missing, values, strict=True))}


# Advice -------------------------------------------------------------------------------------------


def picks(advice: Data, data: Data) -> set[frozenset[str]]:
    """Every set of interventions that advice may come to be about."""
    target = advice.get("for", advice.get("against"))
    options, sizes = [target], [1]
    if isinstance(target, dict) and not {"class", "kind"} & set(target):
        ((choice, options),) = target.items()
        sizes = {
            "exactly-one": [1],
            "at-most-one": [0, 1],
            "one-or-more": list(range(1, len(options) + 1)),
            "all": [len(options)],
            "any": list(range(len(options) + 1)),
        }[choice]
    chosen = chain.from_iterable(combinations(options, size) for size in sizes)
    return {given for pick in chosen for given in givings(pick, data, "for" in advice)}


def givings(pick: tuple[Any, ...], data: Data, is_for: bool) -> Iterator[frozenset[str]]:
    """Advice for a class gives one or more of its members, listed or not; advice against it is against all of them."""
    each = []
    for option in pick:
        own = sorted(members(option, data))
        own += [str(option)] if isinstance(option, dict) and own and is_for else []
        sizes = range(1, len(own) + 1) if is_for else [len(own)]
        each.append([frozenset(some) for size in sizes for some in combinations(own, size)] or [frozenset[str]()])
    for given in product(*each):
        yield frozenset(chain.from_iterable(given))


def selected(selectors: list[Any], data: Data) -> set[str]:
    """What is meant: of a class or kind also the members of it, and of those within it, that are not listed."""
    named = [{by: name} for by, name in groups(data) if members({by: name}, data)]
    found = set(chain.from_iterable(members(selector, data) for selector in selectors))
    for wide in (selector for selector in selectors if isinstance(selector, dict)):
        found |= {str(group) for group in named if members(group, data) <= members(wide, data)}
    return found


def groups(data: Data) -> set[tuple[str, str]]:
    each = data["interventions"].values()
    return {("kind", item["kind"]) for item in each} | {
        ("class", name) for item in each for name in item.get("class", [])
    }


def members(option: Any, data: Data) -> set[str]:
    if isinstance(option, str):
        return {option} & set(data["interventions"])
    ((by, name),) = option.items()
    return {
        id
        for id, intervention in data["interventions"].items()
        if name in (intervention["kind"] if by == "kind" else intervention.get("class", []))
    }


# Ways ---------------------------------------------------------------------------------------------

Edge = tuple[str, str, str]
"""From where, by what key, to where."""


def edges(data: Data, node: str) -> list[Edge]:
    """To defined nodes."""
    raw = data["nodes"][node]
    ways = [(key, branch[key]) for branch in raw.get("branches", []) for key in ("then", "else") if key in branch]
    ways += [(key, raw[key]) for key in ("then", "otherwise") if key in raw]
    return [(node, key, target) for key, target in ways if target in data["nodes"]]


def reached(data: Data, start: str) -> set[str]:
    """By growing the set of nodes until nothing comes in any more."""
    found = {start} & set(data["nodes"])
    while more := {target for node in found for _, _, target in edges(data, node)} - found:
        found |= more
    return found


def cycles(data: Data) -> list[tuple[Edge, ...]]:
    """Every cycle that passes no node twice, from its first node in the document's order."""
    order = list(data["nodes"])
    found: list[tuple[Edge, ...]] = []

    def walk(way: tuple[Edge, ...], first: str, at: str) -> None:
        for edge in edges(data, at):
            if edge[2] == first:
                found.append((*way, edge))
            elif order.index(edge[2]) > order.index(first) and edge[2] not in {step[0] for step in way} | {at}:
                walk((*way, edge), first, edge[2])

    for node in order:
        walk((), node, node)
    return found


Counts = tuple[tuple[str, int], ...]


def steps(data: Data, node: str, counts: Counts) -> Iterator[tuple[str, Counts]]:
    """Where a walk can go on to, by how often it has passed each bounded follow-up."""
    passed = dict(counts)
    bound = data["nodes"][node].get("at-most")
    for _, key, target in edges(data, node):
        if bound is None:
            yield target, counts
        elif key == "then" and passed.get(node, 0) < bound:
            yield target, tuple(sorted({**passed, node: passed.get(node, 0) + 1}.items()))
        elif key == "otherwise" and passed.get(node, 0) == bound:
            yield target, counts


def read_by(data: Data, node: str) -> set[str]:
    """The facts that a decision reads, through criteria and scores too."""
    waiting: list[Any] = [branch["if"] for branch in data["nodes"][node].get("branches", []) if "if" in branch]
    found, seen = set(), set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting += [*part.get("all", []), *part.get("any", []), *([part["not"]] if "not" in part else [])]
            part = part.get("fact", part.get("unknown"))
        if part in data["facts"]:
            found.add(part)
        elif part is not None and part not in seen:
            seen.add(part)
            waiting += [member["if"] for member in data["scores"].get(part, {}).get("add", [])]
            waiting += [data["criteria"][part]] if part in data["criteria"] else []
    return found


def early_readings(data: Data) -> set[tuple[str, str]]:
    """Decisions with the interventions whose facts they are the first on some way to read, not yet recommended."""
    obtained = {name: fact["obtained-by"] for name, fact in data["facts"].items() if "obtained-by" in fact}
    wanted = frozenset(obtained.values())
    found: set[tuple[str, str]] = set()
    waiting: list[tuple[str, Counts, frozenset[str]]] = [(data["start"], (), frozenset())]
    seen = set(waiting)
    while waiting:
        node, counts, met = waiting.pop()
        read = {obtained[fact] for fact in read_by(data, node) if fact in obtained}
        found |= {(node, intervention) for intervention in read - met}
        items = [item for item in data["nodes"][node].get("recommend", []) if "for" in item]
        for given in product(*(picks(item, data) for item in items)):
            after = (met | read | frozenset(chain.from_iterable(given))) & wanted
            new = {(target, passed, after) for target, passed in steps(data, node, counts)} - seen
            seen |= new
            waiting += new
    return found
