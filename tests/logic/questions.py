"""Every question that can be asked about a guideline, and how it is put."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from tests.logic.random_advice import classes
from tests.naive import Data


class Question(NamedTuple):
    """`about` names a decision, a node, a constraint, an intervention or a class."""

    kind: str
    about: str = ""
    indices: tuple[int, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.kind, self.about, *map(str, self.indices)]).strip()


def questions(data: Data) -> list[Question]:
    return [
        *(question for name in data["nodes"] for question in _of_node(name, data)),
        *(Question("holds", name) for name in data["constraints"]),
        *(
            Question("respects", name, (index,))
            for name, intervention in data["interventions"].items()
            for index, _ in enumerate(contraindications(intervention))
        ),
        *(Question("consistent", name) for name in data["interventions"]),
        *(Question("without-duplicates", name) for name in classes(data)),
    ]


def _of_node(name: str, data: Data) -> Iterator[Question]:
    yield Question("reachable", name)
    branches = data["nodes"][name].get("branches", [])
    if branches:
        yield Question("exhaustive", name)
        yield Question("exhaustive-when-unknown", name)
    yield from (Question("reachable", name, (index,)) for index, _ in enumerate(branches))
    for pair in combinations([index for index, branch in enumerate(branches) if "if" in branch], 2):
        yield Question("exclusive", name, pair)
        yield Question("same-advice", name, pair)


def contraindications(intervention: Data) -> list[Data]:
    raw = intervention.get("contraindicated", [])
    return [raw] if isinstance(raw, dict) else raw


def shape_of(question: Question, data: Data) -> str:
    """The kind, told apart further: the shapes of constraints, nodes and branches."""
    if question.kind == "reachable":
        return "reachable branch" if question.indices else "reachable node"
    if question.kind != "holds":
        return question.kind
    raw = data["constraints"][question.about]
    return next(key for key in ("together", "total", "before", "after", "never", "only", "always") if key in raw)
