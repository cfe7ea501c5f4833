"""What a reviewer is shown of a guideline: what was found, what is proved, whom its cases lead where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from guidelint.cases import CaseWalk, CaseWalks
from guidelint.diagnostic import Diagnostic, Route, at_key
from guidelint.graph import Edge, edges_of
from guidelint.linter import FileReport
from guidelint.logic import Answer, Claim, ClaimKind, Logic, Proved, answer, claims
from guidelint.model import Entry, Guideline, Reference, Statement, node_of
from guidelint.verdicts.broken_walks import breaking_off, is_owed
from guidelint.walk import Ended
from guidelint.witness_words import region_in_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim and what it comes to; `region` says in words who else it fails for, `silent_at` where walks break off
    on which nothing is said of it."""

    claim: Claim
    answer: Answer
    region: tuple[str, ...] = ()
    silent_at: tuple[str, ...] = ()

    @property
    def is_proved_for_some(self) -> bool:
        """Whether it is proved, but only for those whose walks do not break off."""
        return isinstance(self.answer, Proved) and bool(self.silent_at)


@dataclass(frozen=True)
class Review:
    """`verdicts` is None where nothing could be proved."""

    report: FileReport
    guideline: Guideline
    verdicts: tuple[Verdict, ...] | None

    @cached_property
    def walks(self) -> tuple[CaseWalk, ...]:
        """None are taken where no patient can be walked."""
        sound = self.report.sound
        return CaseWalks(sound.guideline).walks if sound else ()

    @cached_property
    def broken_walks(self) -> int:
        """How many cases do not come to an end."""
        return sum(not isinstance(each.walk.ending, Ended) for each in self.walks)

    @cached_property
    def findings_at(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """By node."""
        return _grouped((item.node, item) for item in self.report.diagnostics if item.node)

    @cached_property
    def cases_through(self) -> Mapping[str, tuple[CaseWalk, ...]]:
        """By node."""
        return _grouped((node, each) for each in self.walks for node in dict.fromkeys(each.walk.nodes))

    @cached_property
    def ways_to(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped((edge.target, edge) for node in self.guideline.nodes.values() for edge in edges_of(node))

    @cached_property
    def carriers(self) -> Mapping[str, tuple[Entry, ...]]:
        """By statement or reference, what of the guideline rests on it."""
        entries = (entry for entry in self.guideline.entries() if not isinstance(entry, (Statement, Reference)))
        return _grouped((name, entry) for entry in entries for name in entry.because)

    @cached_property
    def grounds_of(self) -> Mapping[str, tuple[str, ...]]:
        """By node, the statements and references that it or a part of it rests on."""
        found = ((node_of(entry.route), name) for name, entries in self.carriers.items() for entry in entries)
        order = {name: index for index, name in enumerate((*self.guideline.statements, *self.guideline.references))}
        pairs = sorted(
            dict.fromkeys(pair for pair in found if pair[0]), key=lambda pair: order.get(pair[1], len(order))
        )
        return _grouped((node, name) for node, name in pairs if node)

    @cached_property
    def wholes(self) -> Mapping[Route, Entry]:
        """The entries that stand in no other one, by their routes."""
        return {entry.route: entry for entry in self.guideline.entries() if len(entry.route) == 2}

    def findings_on(self, entry: Entry) -> tuple[Diagnostic, ...]:
        """Those that point into an entry."""
        route = entry.route
        return tuple(item for item in self.report.diagnostics if item.route[: len(route)] == route)

    def line(self, entry: Entry) -> int:
        """Where an entry begins in the file."""
        document = self.report.document
        return document.position(document.span(at_key(entry.route)).start).line


def review_of(report: FileReport) -> Review:
    """With the proofs that were made for the report. Raises ValueError where there is no guideline."""
    if report.guideline is None:
        raise ValueError("there is nothing to review")
    logic = report.logic
    if logic is None:
        return Review(report, report.guideline, None)
    return Review(report, report.guideline, tuple(_verdict(logic, claim) for claim in claims(logic)))


def _verdict(logic: Logic, claim: Claim) -> Verdict:
    found = answer(logic, claim)
    witness = getattr(found, "witness", None)
    region = tuple(region_in_words(witness, logic.guideline, logic.cells)) if witness else ()
    silent = breaking_off(logic) if claim.kind is ClaimKind.CONSTRAINT and is_owed(claim.entry) else ()
    return Verdict(claim, found, region, tuple(silent))


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
