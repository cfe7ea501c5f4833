"""What is watched for on a walk: small automata that pass its nodes and say when a property is violated.

They may guess: a property is violated if some run of its monitor says so. This keeps each monitor to the one thing that
its property speaks of (Dwyer, Avrunin and Corbett's patterns, as observers).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, cast

from guidelint.logic.formula import Formula
from guidelint.model import Node

Mode = Hashable
VIOLATED: Mode = "violated"
Amount = int | Fraction | float
"""Exact, or `math.inf`."""

Watch = Formula | None
"""What has to be surely true in the visit for a step."""

Step = tuple[Watch, Mode]


class Monitor(Protocol):
    """Modes are few; a run that nothing can come of any more has no step."""

    @property
    def start(self) -> Mode: ...

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        """What passing a node can lead to. A follow-up that begins a visit belongs to the new visit."""

    def is_owed(self, mode: Mode) -> bool:
        """Whether a walk that is complete violates the property in this mode."""


class NothingOwed:
    """What is violated is violated there and then."""

    def is_owed(self, mode: Mode) -> bool:
        return False


@dataclass(frozen=True)
class Absence(NothingOwed):
    """Some nodes are not passed where something is to be watched for."""

    nodes: frozenset[str]
    watch: Watch = None
    start: Mode = "not yet"

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        if node.id in self.nodes:
            yield self.watch, VIOLATED
        yield None, mode


@dataclass(frozen=True)
class Precedence(NothingOwed):
    """Nothing of the one before something of the other, which comes in an earlier node."""

    given: frozenset[str]
    earlier: frozenset[str]
    watch: Watch = None
    start: Mode = "not yet"

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        if node.id in self.given:
            yield self.watch, VIOLATED
        if node.id not in self.earlier:
            yield None, mode


@dataclass(frozen=True)
class Existence:
    """Whoever meets the condition in some visit passes one of the nodes; the mode is whether it was met."""

    nodes: frozenset[str]
    watch: Watch

    @property
    def start(self) -> Mode:
        return self.watch is None

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        if node.id not in self.nodes:
            yield None, mode
            if mode is False:
                yield self.watch, True

    def is_owed(self, mode: Mode) -> bool:
        return mode is True


IDLE: Mode = "idle"
LATE: Mode = "late"


@dataclass(frozen=True)
class Response:
    """Each of the one has one of the other after it, in time; the mode is the time that has gone by since the one."""

    given: frozenset[str]
    later: frozenset[str]
    watch: Watch
    within: Fraction | None
    lasts: Mapping[str, Amount]
    """The time that each follow-up takes, in seconds."""
    start: Mode = IDLE

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        if mode is IDLE:
            yield None, IDLE
            if node.id in self.given:
                yield self.watch, 0
            return
        now = self._later(node, mode) if begins_visit else mode
        if now is LATE or node.id not in self.later:
            yield None, now

    def _later(self, node: Node, mode: Mode) -> Mode:
        """The mode when the time of a follow-up has gone by."""
        if mode is LATE or self.within is None:
            return mode
        gone = cast(Amount, mode) + self.lasts[node.id]
        return LATE if gone > self.within else gone

    def is_owed(self, mode: Mode) -> bool:
        return mode is not IDLE


@dataclass(frozen=True)
class BoundedExistence(NothingOwed):
    """What the nodes add comes to no more than a limit; the mode is what has been added up."""

    adds: Mapping[str, Amount]
    limit: Amount
    watch: Watch
    start: Mode = 0

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        added = self.adds.get(node.id, 0)
        yield None, mode
        if added:
            total = cast(Amount, mode) + added
            yield self.watch, VIOLATED if total > self.limit else total


NEITHER: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Coexistence(NothingOwed):
    """Not both in one visit; the mode is what of them the visit may have had. `at_once` are nodes that may be both."""

    first: frozenset[str]
    second: frozenset[str]
    at_once: frozenset[str]
    watch: Watch
    start: Mode = NEITHER

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        had = NEITHER if begins_visit else cast(frozenset[str], mode)
        is_first, is_second = node.id in self.first, node.id in self.second
        if node.id in self.at_once or (is_first and "second" in had) or (is_second and "first" in had):
            yield self.watch, VIOLATED
        yield None, had | {name for name, given in (("first", is_first), ("second", is_second)) if given}


NOTHING: Mode = ""


@dataclass(frozen=True)
class Duplication(NothingOwed):
    """No two different ones in one visit; the mode is one that the visit may have had."""

    of_node: Mapping[str, frozenset[str]]
    at_once: frozenset[str]
    start: Mode = NOTHING

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        had = NOTHING if begins_visit else mode
        given = self.of_node.get(node.id, frozenset())
        if node.id in self.at_once or (had != NOTHING and given - {had}):
            yield None, VIOLATED
        yield None, had
        if had == NOTHING:
            yield from ((None, name) for name in sorted(given))
