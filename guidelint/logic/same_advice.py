"""Two ways out of an overlap, walked side by side: do they ever come to different advice?

The two walks take turns, so that neither is ever further ahead than the advice of one node. Where they come together in
one state, and have advised the same so far, they are the same to the end.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from guidelint.logic.algebra import Versions
from guidelint.logic.formula import Compiler
from guidelint.logic.net import Arc, Guard, Guards, Net, Target
from guidelint.logic.states import TooManyStates, Unrolled
from guidelint.model import Advice, Choice, Decision, Guideline, NotStated, QuantityInterval, Recommendation
from guidelint.quantity import in_base_units

Tokens = tuple[Hashable, ...]
COMPLETE: Tokens = ("complete",)
BROKEN_OFF: Tokens = ("broken off",)
MOST_PAIRS = 50_000


class Pair(NamedTuple):
    """Where the two walks are, and what one of them has advised that the other has not yet.

    A walk that is over is in the state after the last.
    """

    first: int
    second: int
    ahead: Tokens = ()
    is_first_ahead: bool = False

    @property
    def moves_first(self) -> bool:
        return not self.is_first_ahead if self.ahead else self.first < self.second


class Move(NamedTuple):
    """What passing a state advises, and where it leads."""

    tokens: Tokens
    guards: Guards
    target: int
    begins: Versions | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """`visits` says of each place in which visit it lies: of a pair, where the walk is that is less far."""

    net: Net
    targets: list[Target]
    visits: list[int]


def differing_advice(
    guideline: Guideline, compiler: Compiler, unrolled: Unrolled, decision: str, first: int, second: int
) -> Pairs:
    """The net of both walks, whose targets are where they have advised something else. Raises TooManyStates."""
    return _Pairing(guideline, compiler, unrolled).run(decision, first, second)


@dataclass
class _Pairing:
    guideline: Guideline
    compiler: Compiler
    unrolled: Unrolled
    arcs: list[list[Arc]] = field(default_factory=list)
    visits: list[int] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    coming: dict[Pair, list[Arc]] = field(default_factory=dict)
    waiting: list[tuple[int, int, Pair]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=count)

    def run(self, decision: str, first: int, second: int) -> Pairs:
        """The places of the unrolled guideline come first, then the pairs in the order of their states."""
        self.arcs = [list(arcs) for arcs in self.unrolled.net.arcs]
        self.visits = [state.visit for state in self.unrolled.states]
        for number in self.unrolled.of_node.get(decision, ()):
            self._begin(number, first, second)
        while self.waiting:
            pair = heappop(self.waiting)[2]
            if len(self.arcs) > len(self.unrolled.states) + MOST_PAIRS:
                raise TooManyStates
            self.arcs.append(self.coming.pop(pair))
            self.visits.append(self.unrolled.states[min(pair.first, pair.second)].visit)
            self._move(len(self.arcs) - 1, pair)
        return Pairs(Net(self.arcs), self.targets, self.visits)

    def _begin(self, number: int, first: int, second: int) -> None:
        ways = {way.branch: way for way in self.unrolled.ways[number]}
        if first not in ways or second not in ways:
            return
        one, other = ways[first], ways[second]
        if one.target != other.target:
            guards = (*self.unrolled.arc(one).guards, *self.unrolled.arc(other).guards)
            self._arrive(Pair(one.target, other.target), Arc(number, guards))

    def _arrive(self, pair: Pair, arc: Arc) -> None:
        if pair not in self.coming:
            self.coming[pair] = []
            heappush(self.waiting, (pair.first + pair.second, next(self.order), pair))
        self.coming[pair].append(arc)

    def _move(self, place: int, pair: Pair) -> None:
        mover = pair.first if pair.moves_first else pair.second
        for move in self._moves(mover):
            common = min(len(pair.ahead), len(move.tokens))
            if pair.ahead[:common] != move.tokens[:common]:
                self.targets.append(Target(place, move.guards))
                continue
            following = _following(pair, move, common)
            if following.ahead or following.first != following.second:
                self._arrive(following, Arc(place, move.guards, move.begins))

    def _moves(self, number: int) -> Iterator[Move]:
        state, over = self.unrolled.states[number], len(self.unrolled.states)
        node = self.guideline.nodes[state.node]
        tokens = tuple(_content(item) for item in node.advice) if isinstance(node, Recommendation) else ()
        if isinstance(node, Recommendation) and node.then is None:
            yield Move((*tokens, *COMPLETE), (), over)
        for target, arc in self.unrolled.arcs[number]:
            yield Move(tokens, arc.guards, target, arc.begins)
        if isinstance(node, Decision):
            open_ways = [way.guard for way in self.unrolled.ways[number] if way.guard is not None]
            none = tuple(
                Guard(self.compiler.negation(self.compiler.surely(guard)), state.versions) for guard in open_ways
            )
            yield Move(BROKEN_OFF, none, over)


def _following(pair: Pair, move: Move, common: int) -> Pair:
    left, more = pair.ahead[common:], move.tokens[common:]
    if pair.moves_first:
        return Pair(move.target, pair.second, left or more, bool(more))
    return Pair(pair.first, move.target, left or more, bool(left))


def _content(advice: Advice) -> Hashable:
    """What is advised, whoever says it, wherever it stands and in whatever units."""
    options = frozenset((option.by, option.name) for option in advice.options)
    is_one = len(options) == 1 and not advice.choice.may_be_none
    choice = Choice.ONLY if is_one else advice.choice
    graded = (advice.strength, advice.certainty, advice.urgency)
    amounts = tuple(_amount(each) for each in (advice.course, advice.dose, advice.every))
    return (advice.direction, choice, options, *graded, *amounts)


def _amount(amount: QuantityInterval | NotStated | None) -> Hashable:
    if not isinstance(amount, QuantityInterval):
        return amount
    return tuple(None if end is None else in_base_units(end) for end in (amount.low, amount.high))
