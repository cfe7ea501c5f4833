"""A whole guideline."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guidelint.condition import Condition, IsUnknown, Leaf, Name, distinct, leaves, name_in
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
    def gathered(self) -> dict[object, tuple[object, ...]]:
        """What has been gathered from all over it (see `gathering`)."""
        return {}

    @cached_property
    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """The interventions of each class."""
        found: dict[str, list[str]] = {}
        for intervention in self.interventions.values():
            for name in intervention.classes:
                found.setdefault(name, []).append(intervention.id)
        return {name: tuple(members) for name, members in found.items()}

    @cached_property
    def terms(self) -> Mapping[str, tuple[Condition, ...]]:
        """The conditions that each score and each criterion stands for."""
        scores = {score.id: tuple(member.condition for member in score.members) for score in self.scores.values()}
        return {**scores, **{criterion.id: (criterion.condition,) for criterion in self.criteria.values()}}

    @cached_property
    def inner_terms(self) -> Mapping[str, tuple[str, ...]]:
        """The scores and criteria that each score and each criterion names."""
        return {
            term: distinct(self._terms_in(leaf for condition in conditions for leaf in leaves(condition)))
            for term, conditions in self.terms.items()
        }

    def inner_first(self, term: str, known: Container[str]) -> Iterator[str]:
        """A term after all those behind it that are not known yet: no chain of terms is too long for the stack.

        Each is to be known before the next one is asked for.
        """
        waiting, begun = [term], set[str]()
        while waiting:
            name = waiting[-1]
            inner = () if name in begun else self.inner_terms[name]
            begun.add(name)
            if left := [each for each in inner if each not in known]:
                waiting += left
            elif waiting.pop() not in known:
                yield name

    def _terms_in(self, named: Iterable[Leaf]) -> Iterator[str]:
        for leaf in named:
            defined = self.criteria if isinstance(leaf, Name) else self.scores
            if name_in(leaf) in defined and not isinstance(leaf, IsUnknown):
                yield name_in(leaf)

    def members(self, selector: Selector) -> frozenset[str]:
        """The interventions that a selector stands for; none where it names nothing."""
        return self._members.get((selector.by, selector.name), frozenset())

    @cached_property
    def _members(self) -> Mapping[tuple[SelectorKind, str], frozenset[str]]:
        kinds: dict[str, list[str]] = {}
        for intervention in self.interventions.values():
            kinds.setdefault(intervention.kind.value, []).append(intervention.id)
        return {
            **{(SelectorKind.INTERVENTION, name): frozenset({name}) for name in self.interventions},
            **{(SelectorKind.CLASS, name): frozenset(members) for name, members in self.classes.items()},
            **{(SelectorKind.KIND, name): frozenset(members) for name, members in kinds.items()},
        }

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

    def entries(self) -> tuple[Entry, ...]:
        """Everything that may carry a label, a note, grounds and codes, in the order of the document's keys."""
        return self._entries

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(self._each_entry())

    def _each_entry(self) -> Iterator[Entry]:
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

    def codes(self) -> Iterator[tuple[Code, Route]]:
        """Every code with its route: those of the guideline itself, then those of its entries."""
        yield from ((code, ("codes", index)) for index, code in enumerate(self.metadata.codes))
        for entry in self._entries:
            if entry.codes:
                yield from ((code, (*entry.route, "codes", index)) for index, code in enumerate(entry.codes))

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

    @cached_property
    def leaves(self) -> tuple[tuple[Entry, Leaf], ...]:
        """Every part of a condition that names a fact, a score or a criterion, with the entry that it stands in."""
        return tuple((entry, leaf) for entry, condition in self.conditions() for leaf in leaves(condition))


def node_of(route: Route) -> str | None:
    """The node that a route leads into."""
    return str(route[1]) if len(route) > 1 and route[0] == "nodes" else None
