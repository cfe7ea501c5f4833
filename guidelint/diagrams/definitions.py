"""What the names in a decision's conditions stand for, told once in each picture: where it first decides by them.

Without it, a red flag could be taken out of a criterion and the picture would stay the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from guidelint.condition import AnyOf, Comparison, Condition, Name, leaves, parts
from guidelint.model import Criterion, Guideline, Score
from guidelint.wording import condition_in_words


def definitions_of(guideline: Guideline) -> Mapping[str, tuple[str, ...]]:
    """The definitions that each decision is to tell, in words."""
    told: set[str] = set()
    return {
        decision.id: tuple(
            line
            for branch in decision.branches
            if branch.condition is not None
            for line in _definitions(branch.condition, guideline, told)
        )
        for decision in guideline.decisions()
    }


def definitions_in(guideline: Guideline, pictures: Iterable[Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """The same where the nodes are drawn in several pictures, each of which is read by itself."""
    parts = (replace(guideline, nodes={name: guideline.nodes[name] for name in names}) for names in pictures)
    return {name: lines for part in parts for name, lines in definitions_of(part).items()}


def _definitions(condition: Condition, guideline: Guideline, told: set[str]) -> Iterator[str]:
    """Those of a condition's names, then those of the names in these; names may be circular in a broken guideline."""
    waiting = [condition]
    while waiting:
        for leaf in leaves(waiting.pop(0)):
            name = leaf.name if isinstance(leaf, Name) else leaf.fact
            entry = _named(leaf, guideline)
            if entry is not None and name not in told:
                told.add(name)
                yield _definition(entry, guideline)
                waiting += _parts(entry)


def _named(leaf: Condition, guideline: Guideline) -> Criterion | Score | None:
    if isinstance(leaf, Name):
        return guideline.criteria.get(leaf.name)
    return guideline.scores.get(leaf.fact) if isinstance(leaf, Comparison) else None


def _definition(entry: Criterion | Score, guideline: Guideline) -> str:
    """One line for each part of a list; all on one line where there is none."""
    if isinstance(entry, Score):
        points = (f"{member.points:+d}".replace("-", "−") for member in entry.members)
        words = (condition_in_words(member.condition, guideline) for member in entry.members)
        return "\n".join((f"{entry.name}:", *map(" ".join, zip(points, words, strict=True))))
    inner = parts(entry.condition)
    if len(inner) < 2:
        return f"{entry.name} = {condition_in_words(entry.condition, guideline)}"
    join = "any" if isinstance(entry.condition, AnyOf) else "all"
    return "\n".join((f"{entry.name} = {join} of:", *(f"• {condition_in_words(part, guideline)}" for part in inner)))


def _parts(entry: Criterion | Score) -> tuple[Condition, ...]:
    if isinstance(entry, Score):
        return tuple(member.condition for member in entry.members)
    return (entry.condition,)
