"""The product of the unrolled guideline with a monitor: the net in which a violation is a place that is reached."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.graph import EdgeKind
from guidelint.logic.monitors import VIOLATED, Mode, Monitor, Watch
from guidelint.logic.net import Arc, Guard, Guards, Net, Target
from guidelint.logic.states import TooManyStates, Unrolled
from guidelint.model import FollowUp, Guideline, Recommendation

ProductState = tuple[int, Mode]
"""A state of the unrolled guideline, and the mode in which a walk comes there."""


MOST_PLACES = 200_000
"""Of a product: more are not looked at."""


@dataclass(frozen=True, slots=True)
class Product:
    """`states` says to which state each place of the net belongs; `targets` are where the property is violated."""

    net: Net
    states: list[int]
    targets: list[Target]


def product(guideline: Guideline, unrolled: Unrolled, monitor: Monitor) -> Product:
    """Raises TooManyStates."""
    numbers: dict[ProductState, int] = {(0, monitor.start): 0}
    arcs: list[list[Arc]] = [[]]
    targets: list[Target] = []
    modes: list[list[Mode]] = [[] for _ in unrolled.states]
    modes[0].append(monitor.start)
    for number, state in enumerate(unrolled.states):
        if len(arcs) > MOST_PLACES:
            raise TooManyStates
        node, ways = guideline.nodes[state.node], unrolled.ways[number]
        is_last = isinstance(node, Recommendation) and node.then is None
        begins_visit = isinstance(node, FollowUp) and ways[0].kind is EdgeKind.THEN
        for mode in modes[number]:
            place = numbers[number, mode]
            for watch, after in monitor.passing(node, mode, begins_visit=begins_visit):
                guards = _guards(watch, unrolled, number)
                if after is VIOLATED or (is_last and monitor.is_owed(after)):
                    targets.append(Target(place, guards))
                    continue
                for target, arc in unrolled.arcs[number]:
                    following = numbers.setdefault((target, after), len(arcs))
                    if following == len(arcs):
                        arcs.append([])
                        modes[target].append(after)
                    arcs[following].append(Arc(place, (*guards, *arc.guards), arc.begins))
    return _sorted(numbers, arcs, targets)


def _guards(watch: Watch, unrolled: Unrolled, number: int) -> Guards:
    return () if watch is None else (Guard(watch, unrolled.states[number].versions),)


def _sorted(numbers: dict[ProductState, int], arcs: list[list[Arc]], targets: list[Target]) -> Product:
    """Places in the order of their states, which is topological: a monitor moves only with the walk."""
    order = sorted(numbers, key=lambda place: (place[0], numbers[place]))
    new = {numbers[place]: index for index, place in enumerate(order)}
    renumbered = [
        [Arc(new[source], guards, begins) for source, guards, begins in arcs[numbers[place]]] for place in order
    ]
    moved = [target._replace(place=new[target.place]) for target in targets]
    return Product(Net(renumbered), [place[0] for place in order], moved)
