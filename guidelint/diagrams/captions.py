"""A walk in a few lines, for what stands above its picture: who the patient is, and what is advised in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.cases import values_in_words
from guidelint.diagrams.boxes import recommendation_in_words
from guidelint.diagrams.draw import way_on_in_words
from guidelint.graph import Edge, edges_of
from guidelint.model import Guideline, Recommendation
from guidelint.walk import Astray, Ended, Ending, Facts, Gap, Overlap, Patient, Question, Walk


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
    given = tuple(filter(None, visits)) or ("Nothing given: all facts as by default",)
    return Caption(f"Patient: {name}", (*given, *_end(walk.ending, guideline)))


def _facts(facts: Facts, visit: int, guideline: Guideline) -> Iterator[str]:
    return (f"{label}: {value}" for label, value in values_in_words(facts.items(), visit, guideline))


def undecided(overlap: Overlap, guideline: Guideline) -> tuple[Edge, ...]:
    """The ways out of a decision that all match, in the order in which they are written."""
    ways = edges_of(guideline.nodes[overlap.node])
    return tuple(edge for edge in ways if edge.branch in overlap.branches)


def _end(ending: Ending, guideline: Guideline) -> Iterator[str]:
    node = guideline.nodes.get(ending.node)
    name = node.name if node else ending.node
    match ending:
        case Ended() if isinstance(node, Recommendation):
            title, *details = recommendation_in_words(node, guideline)
            yield f"Ends with: {title}"
            yield from (line for line in details if line != title)
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
