"""Every use of every name in a guideline, in one place: what is undefined and what is unused follows from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from guidelint.condition import Comparison, Condition, IsUnknown, Leaf, Name, leaves, name_in
from guidelint.diagnostic import Place, Route
from guidelint.model import (
    AdviceSelection,
    After,
    Always,
    Assumption,
    Before,
    Case,
    Constraint,
    Entry,
    FollowUp,
    Guideline,
    Never,
    NodeSelection,
    Only,
    Selector,
    SelectorKind,
    Together,
    Total,
    gathered,
)


class Namespace(Enum):
    """What a name can be the name of; the values are words for messages."""

    CONDITION = "fact or criterion"
    MEASURE = "fact or score"
    FACT = "fact"
    INTERVENTION = "intervention"
    CLASS = "class of interventions"
    KIND = "kind of interventions"
    NODE = "node"
    SECTION = "section"
    REFERENCE = "reference"
    GROUND = "statement or reference"

    __hash__ = object.__hash__
    """That of an Enum is written in Python, and a guideline has many names."""

    @property
    def definitions(self) -> str:
        """What such a name is looked for in: namespaces that share definitions share this."""
        return DEFINITIONS.get(self, self.value)


DEFINITIONS = {
    Namespace.CONDITION: "terms",
    Namespace.MEASURE: "terms",
    Namespace.FACT: "terms",
    Namespace.CLASS: "interventions",
    Namespace.KIND: "interventions",
    Namespace.INTERVENTION: "interventions",
    Namespace.REFERENCE: "grounds",
    Namespace.GROUND: "grounds",
}


class Use(NamedTuple):
    """One place where a name is used: at the end of these steps behind a route; `entry` is the part of the guideline
    that it stands in. There are many, and few of whose place anybody asks."""

    name: str
    namespace: Namespace
    entry: Entry
    route: Route
    steps: Route = ()

    @property
    def place(self) -> Place:
        return Place((*self.route, *self.steps))


def uses(guideline: Guideline) -> Iterator[Use]:
    """Every use but those of cases' facts, and of the graph's edges (see `graph.edges_of`)."""
    yield from _grounds(guideline)
    for entry, leaf in guideline.leaves:
        yield Use(name_in(leaf), NAMED[type(leaf)], entry, leaf.route, STEPS[type(leaf)])
    for fact in guideline.facts.values():
        if fact.obtained_by is not None:
            yield Use(fact.obtained_by, Namespace.INTERVENTION, fact, fact.route, ("obtained-by",))
    for node in guideline.nodes.values():
        if node.section is not None:
            yield Use(node.section, Namespace.SECTION, node, node.route, ("section",))
        if isinstance(node, FollowUp):
            for index, name in enumerate(node.observe):
                yield Use(name, Namespace.FACT, node, node.route, ("observe", index))
    for advice in guideline.advice():
        for selector in advice.options:
            yield _of_selector(selector, advice)
    for constraint in guideline.constraints.values():
        yield from _of_constraint(constraint)
    for case in guideline.cases.values():
        yield from _of_case(case)


@gathered
def first_uses(guideline: Guideline) -> Iterator[Use]:
    """Of every name the first use as whatever it is used as, in a case, in an assumption and anywhere else: that is
    enough to see whether there is any."""
    first: dict[object, Use] = {}
    for use in uses(guideline):
        first.setdefault((use.name, use.namespace, APART.get(type(use.entry))), use)
    return iter(first.values())


def known_names(guideline: Guideline, namespace: Namespace) -> Collection[str]:
    return KNOWN[namespace](guideline)


KNOWN: dict[Namespace, Callable[[Guideline], Collection[str]]] = {
    Namespace.CONDITION: lambda guideline: {**guideline.facts, **guideline.criteria},
    Namespace.MEASURE: lambda guideline: {**guideline.facts, **guideline.scores},
    Namespace.FACT: lambda guideline: guideline.facts,
    Namespace.INTERVENTION: lambda guideline: guideline.interventions,
    Namespace.CLASS: lambda guideline: guideline.classes,
    Namespace.KIND: lambda guideline: dict.fromkeys(item.kind.value for item in guideline.interventions.values()),
    Namespace.NODE: lambda guideline: guideline.nodes,
    Namespace.SECTION: lambda guideline: guideline.sections,
    Namespace.REFERENCE: lambda guideline: guideline.references,
    Namespace.GROUND: lambda guideline: {**guideline.statements, **guideline.references},
}


APART = {Assumption: Assumption, Case: Case}
"""To use a name there is not to ask for it."""


def is_supposition(use: Use) -> bool:
    """Whether a name is only supposed something of, which no walk ever asks."""
    return isinstance(use.entry, Assumption)


def _grounds(guideline: Guideline) -> Iterator[Use]:
    for entry in guideline.entries():
        for index, name in enumerate(entry.because):
            yield Use(name, Namespace.GROUND, entry, entry.route, ("because", index))
    for statement in guideline.statements.values():
        for index, name in enumerate(statement.cites):
            yield Use(name, Namespace.REFERENCE, statement, statement.route, ("cites", index))


NAMED: dict[type[Leaf], Namespace] = {
    Comparison: Namespace.MEASURE,
    IsUnknown: Namespace.FACT,
    Name: Namespace.CONDITION,
}


STEPS: dict[type[Leaf], Route] = {Comparison: ("fact",), IsUnknown: ("unknown",), Name: ()}
"""From a part of a condition to the name in it."""


def place_of_name(leaf: Leaf) -> Place:
    """Where a part of a condition names a fact, a score or a criterion."""
    return Place((*leaf.route, *STEPS[type(leaf)]))


def facts_behind(guideline: Guideline, facts: Collection[str]) -> dict[str, set[str]]:
    """Of these facts, those that each criterion and score reads, through others too; circular ones do no harm."""
    found = {
        term: {name_in(leaf) for condition in conditions for leaf in leaves(condition)}.intersection(facts)
        for term, conditions in guideline.terms.items()
    }
    users: dict[str, list[str]] = {}
    for term, inner in guideline.inner_terms.items():
        for name in inner:
            users.setdefault(name, []).append(term)
    waiting = [term for term, read in found.items() if read]
    while waiting:
        term = waiting.pop()
        for user in users.get(term, ()):
            if not found[term] <= found[user]:
                found[user] |= found[term]
                waiting.append(user)
    return found


def leaves_behind(guideline: Guideline, conditions: Iterable[Condition]) -> Iterator[Leaf]:
    """The leaves of conditions and of every criterion and score behind them; circular ones do no harm."""
    waiting, seen = list(conditions), set[str]()
    while waiting:
        for leaf in leaves(waiting.pop()):
            yield leaf
            name = name_in(leaf)
            if name in guideline.terms and name not in seen and not isinstance(leaf, IsUnknown):
                seen.add(name)
                waiting += guideline.terms[name]


SELECTED = {
    SelectorKind.INTERVENTION: Namespace.INTERVENTION,
    SelectorKind.CLASS: Namespace.CLASS,
    SelectorKind.KIND: Namespace.KIND,
}


def _of_selector(selector: Selector, entry: Entry) -> Use:
    return Use(selector.name, SELECTED[selector.by], entry, selector.route)


def _of_constraint(constraint: Constraint) -> Iterator[Use]:
    for selection in selections(constraint):
        if isinstance(selection, NodeSelection):
            yield Use(selection.node, Namespace.NODE, constraint, selection.route)
        else:
            yield from (_of_selector(selector, constraint) for selector in selection.selectors)


def selections(constraint: Constraint) -> tuple[AdviceSelection | NodeSelection, ...]:
    """What a constraint selects, of advice and of nodes."""
    match constraint:
        case Never() | Always() | Only() | Total():
            return (constraint.advice,)
        case Before():
            return (constraint.advice, constraint.comes)
        case After():
            return (constraint.advice, constraint.follows)
        case Together():
            return (constraint.first, constraint.second)
    return ()


def _of_case(case: Case) -> Iterator[Use]:
    if case.ends is not None:
        yield Use(case.ends, Namespace.NODE, case, case.route, ("expect", "ends"))
    for selector in (*case.recommends, *case.never, *case.advises_against):
        yield _of_selector(selector, case)
