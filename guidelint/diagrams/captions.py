"""A walk in a few lines, for what stands above its picture: who the patient is, what is advised at which visit, and how
it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guidelint.cases import values_in_words
from guidelint.diagrams.advised import advised_in_words
from guidelint.diagrams.draw import way_on_in_words
from guidelint.graph import Edge, edges_of
from guidelint.model import Guideline, Recommendation
from guidelint.walk import Astray, Ended, Ending, Facts, Gap, Overlap, Patient, Question, Walk

MOST_DEFAULTS = 3
MOST_VISITS = 6

NOT_LISTED = {False: "taken as “no”", True: "taken as “no”, or not known"}


@dataclass(frozen=True, slots=True)
class Caption:
    """Each line is a paragraph of its own."""

    title: str
    lines: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join((self.title, *self.lines))


def caption_of(name: str, patient: Patient, walk: Walk, guideline: Guideline) -> Caption:
    visits = (
        "; ".join(_facts(facts, number, guideline)) for number, facts in enumerate((patient.facts, *patient.visits))
    )
    given = tuple(filter(None, visits)) or ("Nothing given",)
    lines = (*given, *_not_given(patient, guideline), *_advice(walk, guideline), *_end(walk.ending, guideline))
    return Caption(f"Patient: {name}", lines)


def _facts(facts: Facts, visit: int, guideline: Guideline) -> Iterator[str]:
    return (f"{label}: {value}" for label, value in values_in_words(facts.items(), visit, guideline))


def _not_given(patient: Patient, guideline: Guideline) -> Iterator[str]:
    """What the walk takes for granted of this patient: most defaults are a “no”, and those are not told one by one."""
    left = [fact for fact in guideline.facts.values() if fact.id not in patient.facts and fact.default is not None]
    own = [(fact.id, fact.default) for fact in left if fact.default is not None and fact.default is not False]
    said = [f"{label}: {value}" for label, value in values_in_words(own[:MOST_DEFAULTS], 0, guideline)]
    if len(own) > MOST_DEFAULTS:
        said.append(f"{len(own) - MOST_DEFAULTS:,} more as by default")
    if said:
        yield f"Not given, and taken by default: {'; '.join(said)}"
    if len(own) < len(left):
        yield f"Whatever is not listed here is {NOT_LISTED[_is_anything_open(patient, guideline)]}"


def _is_anything_open(patient: Patient, guideline: Guideline) -> bool:
    """Whether there is a fact that has no value at all."""
    given = {*patient.facts, *(name for visit in patient.visits for name in visit)}
    return any(fact.default is None for fact in guideline.facts.values() if fact.id not in given)


def _advice(walk: Walk, guideline: Guideline) -> Iterator[str]:
    """In a long walk that of the first visits and of the last one."""
    visits = [(visit, [each.node for each in given]) for visit, given in groupby(walk.advice, lambda each: each.visit)]
    shown = visits if len(visits) <= MOST_VISITS else [*visits[: MOST_VISITS - 1], visits[-1]]
    for number, (visit, nodes) in enumerate(shown, start=1):
        if number == len(shown) < len(visits):
            yield f"{len(visits) - len(shown):,} visits with advice are not listed"
        titles = (advised_in_words(guideline.nodes[node], guideline) for node in dict.fromkeys(nodes))
        yield f"Advised at visit {visit:,}: {'; '.join(titles)}"


def undecided(overlap: Overlap, guideline: Guideline) -> tuple[Edge, ...]:
    """The ways out of a decision that all match, in the order in which they are written."""
    ways = edges_of(guideline.nodes[overlap.node])
    return tuple(edge for edge in ways if edge.branch in overlap.branches)


def _end(ending: Ending, guideline: Guideline) -> Iterator[str]:
    node = guideline.nodes.get(ending.node)
    name = node.name if node else ending.node
    match ending:
        case Ended() if isinstance(node, Recommendation):
            yield f"Ends with: {advised_in_words(node, guideline)}"
        case Ended():
            yield f"Ends at: {name}"
        case Gap():
            yield f"No way on at “{name}”: no branch matches"
        case Overlap():
            yield f"Not decided at “{name}”: {len(ending.branches)} branches match, and none of them is taken"
            yield from (f"• {way_on_in_words(edge, guideline)}" for edge in undecided(ending, guideline))
        case Question():
            yield f"Waits at “{name}”, not known: {', '.join(map(guideline.label, ending.facts))}"
        case Astray():
            yield f"Ends at “{name}”, where nothing is recommended"
