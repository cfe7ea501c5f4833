"""A whole guideline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guidelint.condition import Condition
from guidelint.diagnostic import Route
from guidelint.model.advice import Advice
from guidelint.model.constraints import Constraint
from guidelint.model.entries import (
    Assumption,
    Case,
    Code,
    Criterion,
    Entry,
    Fact,
    Intervention,
    Reference,
    Score,
    Section,
    Selector,
    SelectorKind,
    Statement,
    Waiver,
)
from guidelint.model.nodes import Decision, FollowUp, Node, Recommendation


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about the guideline as a publication; dates are ISO texts."""

    title: str
    version: str
    status: str
    date: str | None
    approved: str | None
    review_by: str | None
    publisher: str | None
    audience: tuple[str, ...]
    population: str | None
    language: str | None
    license: str | None
    disclaimer: str | None
    description: str | None
    note: str | None
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class Guideline:
    """Every mapping keeps the order of the document."""

    id: str
    metadata: Metadata
    references: Mapping[str, Reference]
    statements: Mapping[str, Statement]
    sections: Mapping[str, Section]
    facts: Mapping[str, Fact]
    assumptions: tuple[Assumption, ...]
    scores: Mapping[str, Score]
    criteria: Mapping[str, Criterion]
    interventions: Mapping[str, Intervention]
    start: str
    nodes: Mapping[str, Node]
    constraints: Mapping[str, Constraint]
    cases: Mapping[str, Case]
    waivers: tuple[Waiver, ...]

    @cached_property
    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """The interventions of each class."""
        found: dict[str, list[str]] = {}
        for intervention in self.interventions.values():
            for name in intervention.classes:
                found.setdefault(name, []).append(intervention.id)
        return {name: tuple(members) for name, members in found.items()}

    def members(self, selector: Selector) -> frozenset[str]:
        """The interventions that a selector stands for; none where it names nothing."""
        if selector.by is SelectorKind.CLASS:
            return frozenset(self.classes.get(selector.name, ()))
        if selector.by is SelectorKind.KIND:
            return frozenset(item.id for item in self.interventions.values() if item.kind.value == selector.name)
        return frozenset({selector.name} & self.interventions.keys())

    def decisions(self) -> Iterator[Decision]:
        return (node for node in self.nodes.values() if isinstance(node, Decision))

    def recommendations(self) -> Iterator[Recommendation]:
        return (node for node in self.nodes.values() if isinstance(node, Recommendation))

    def follow_ups(self) -> Iterator[FollowUp]:
        return (node for node in self.nodes.values() if isinstance(node, FollowUp))

    def advice(self) -> Iterator[Advice]:
        return (item for node in self.recommendations() for item in node.advice)

    def label(self, name: str) -> str:
        """The label of a fact, score or criterion; the name itself where nothing bears it."""
        entry: Entry | None = self.facts.get(name) or self.scores.get(name) or self.criteria.get(name)
        return entry.name if entry else name

    def entries(self) -> Iterator[Entry]:
        """Everything that may carry a label, a note, grounds and codes, in the order of the document's keys."""
        for mapping in (self.references, self.statements, self.sections):
            yield from mapping.values()
        for fact in self.facts.values():
            yield from (fact, *fact.value_entries)
        yield from self.assumptions
        for score in self.scores.values():
            yield from (score, *score.members)
        yield from self.criteria.values()
        for intervention in self.interventions.values():
            yield from (intervention, *intervention.contraindications)
        yield from self._node_entries()
        yield from (*self.constraints.values(), *self.cases.values())

    def _node_entries(self) -> Iterator[Entry]:
        for node in self.nodes.values():
            yield node
            if isinstance(node, Decision):
                yield from node.branches
            elif isinstance(node, Recommendation):
                yield from node.advice

    def conditions(self) -> Iterator[tuple[Entry, Condition]]:
        """Every condition with the entry that it stands in."""
        for assumption in self.assumptions:
            yield assumption, assumption.condition
            if assumption.consequence is not None:
                yield assumption, assumption.consequence
        for score in self.scores.values():
            yield from ((member, member.condition) for member in score.members)
        yield from ((criterion, criterion.condition) for criterion in self.criteria.values())
        for intervention in self.interventions.values():
            yield from ((entry, entry.when) for entry in intervention.contraindications)
        for decision in self.decisions():
            yield from ((branch, branch.condition) for branch in decision.branches if branch.condition is not None)
        yield from ((entry, entry.when) for entry in self.constraints.values() if entry.when is not None)


def node_of(route: Route) -> str | None:
    """The node that a route leads into."""
    return str(route[1]) if len(route) > 1 and route[0] == "nodes" else None
