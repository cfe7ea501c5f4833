"""The conditions of a decision's branches: mostly a partition, sometimes one with a defect sown in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.logic.random_vocabulary import ELSE, Data, Vocabulary, names_in


def draw_conditions(words: Vocabulary) -> list[Any]:
    """Two to four conditions, the last of which may be ELSE."""
    found = _partition(words)
    if words.chance(0.58):
        found = _spoilt(words, found)
    return found[:3] + ([found[-1]] if len(found) > 3 else [])


def _partition(words: Vocabulary) -> list[Any]:
    ways: list[Callable[[Vocabulary], list[Any]]] = [_or_else, _contraries, _nested]
    ways += [_by_score] * len(words.scores) + [_at_cuts] * bool(words.cuts) + [_by_value] * bool(_choices(words))
    return words.random.choice(ways)(words)


def _choices(words: Vocabulary) -> list[str]:
    return [name for name, fact in words.facts.items() if fact["type"] == "choice"]


def _or_else(words: Vocabulary) -> list[Any]:
    """A condition that may be unknown has a branch of its own for that, mostly."""
    raw = words.condition(depth=1)
    unknown = [{"unknown": name} for name in _unknowns(words, raw)] if words.chance(0.8) else []
    return [*([{"any": unknown}] if len(unknown) > 1 else unknown), _unless(raw, unknown), ELSE]


def _unless(raw: Any, others: list[Any]) -> Any:
    return {"all": [raw, *({"not": other} for other in others)]} if others else raw


def _unknowns(words: Vocabulary, raw: Any) -> list[str]:
    """The facts named here that may be unknown; those in criteria and scores are passed over."""
    named = names_in(raw)
    return [name for name, fact in words.facts.items() if "known" in fact and name in named]


def _contraries(words: Vocabulary) -> list[Any]:
    raw = words.condition(depth=1)
    return [raw, {"not": raw}]


def _nested(words: Vocabulary) -> list[Any]:
    first, second = words.atom(), words.atom()
    last: Any = ELSE if words.chance(0.4) else {"not": first}
    return [{"all": [first, second]}, {"all": [first, {"not": second}]}, last]


def _at_cuts(words: Vocabulary) -> list[Any]:
    name = words.random.choice(list(words.cuts))
    cuts = sorted(words.cuts[name])
    unknown = [{"unknown": name}] if "known" in words.facts.get(name, {}) and words.chance(0.8) else []
    lower = ["at-most" if words.chance(0.5) else "below" for _ in cuts]
    upper = [{"at-most": "above", "below": "at-least"}[operator] for operator in lower]
    found: list[Data] = [{"fact": name, lower[0]: cuts[0]}]
    if len(cuts) > 1:
        found.append({"fact": name, upper[0]: cuts[0], lower[1]: cuts[1]})
    found.append({"fact": name, upper[-1]: cuts[-1]})
    if words.chance(0.2):
        _move_an_edge(words, found, name)
    return [*unknown, *found]


def _move_an_edge(words: Vocabulary, found: list[Data], name: str) -> None:
    """A single point, or what lies between two decimal places, is left out or comes twice."""
    last = found[-1]
    (operator,) = set(last) - {"fact"}
    if words.facts.get(name, {}).get("type") == "decimal" and words.chance(0.5):
        moved = last[operator] + Decimal("0.1")
        if moved <= words.facts[name]["range"][1]:
            last[operator] = moved
            return
    last[{"above": "at-least", "at-least": "above"}[operator]] = last.pop(operator)


def _by_score(words: Vocabulary) -> list[Any]:
    """Where members may be unknown, all sums between the least and the greatest count."""
    raw = words.atom(words.random.choice(list(words.scores)))
    return words.random.choice([[raw, ELSE], [raw, {"not": raw}], [{"not": raw}, ELSE]])


def _by_value(words: Vocabulary) -> list[Any]:
    name = words.random.choice(_choices(words))
    unknown = [{"unknown": name}] if "known" in words.facts[name] and words.chance(0.8) else []
    values = list(words.facts[name]["values"])
    found: list[Any] = [*unknown, *({"fact": name, "is": value} for value in values)]
    return [*found[:-1], ELSE] if words.chance(0.3) else found


def _spoilt(words: Vocabulary, found: list[Any]) -> list[Any]:
    how = words.random.choice(["fewer", "fewer", "fewer", "wider", "wider", "more", "more", "dead", "again"])
    if how == "fewer":
        del found[words.random.randrange(len(found)) if len(found) > 2 else -1]
    elif how == "wider" and found[0] != ELSE:
        found[0] = {"any": [found[0], words.atom()]}
    elif how == "dead":
        raw = words.atom()
        found.insert(0, {"all": [raw, {"not": raw}]})
    else:
        found.insert(0, words.condition(depth=1) if how == "more" else found[0])
    return found
