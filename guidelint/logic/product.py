"""The product of the unrolled guideline with a monitor: the net in which a violation is a place that is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guidelint.logic.monitors import VIOLATED, Absence, Mode, Monitor, Watch
from guidelint.logic.net import Arc, Guard, Guards, Net, Target
from guidelint.logic.states import TooManyStates, Unrolled
from guidelint.model import Guideline, Recommendation

MOST_PLACES = 200_000
"""Of a product: more are not looked at."""


@dataclass(frozen=True, slots=True)
class Product:
    """`states` says to which state each place of the net belongs; `targets` are where the property is violated."""

    net: Net
    states: Sequence[int]
    targets: Sequence[Target]


def product(guideline: Guideline, unrolled: Unrolled, monitor: Monitor) -> Product:
    """A monitor moves only with the walk: so all modes in which walks come to a state are known when it is its turn.

    One that has a single mode needs no product. Raises TooManyStates.
    """
    if isinstance(monitor, Absence):
        met = [number for number, state in enumerate(unrolled.states) if state.node in monitor.nodes]
        targets = [Target(number, _guards(monitor.watch, unrolled, number)) for number in met]
        return Product(unrolled.net, range(len(unrolled.states)), targets)
    coming: list[dict[Mode, list[Arc]]] = [{} for _ in unrolled.states]
    coming[0][monitor.start] = []
    arcs: list[list[Arc]] = []
    states: list[int] = []
    targets = []
    for number, state in enumerate(unrolled.states):
        if len(arcs) > MOST_PLACES:
            raise TooManyStates
        node, arcs_out = guideline.nodes[state.node], unrolled.arcs[number]
        is_last = isinstance(node, Recommendation) and node.then is None
        begins_visit = any(arc.begins is not None for _, arc in arcs_out)
        for mode, into in coming[number].items():
            place = len(arcs)
            arcs.append(into)
            states.append(number)
            for watch, after in monitor.passing(node, mode, begins_visit=begins_visit):
                guards = _guards(watch, unrolled, number)
                if after is VIOLATED or (is_last and monitor.is_owed(after)):
                    targets.append(Target(place, guards))
                    continue
                for target, arc in arcs_out:
                    onward = Arc(place, (*guards, *arc.guards), arc.begins)
                    coming[target].setdefault(after, []).append(onward)
    return Product(Net(arcs), states, targets)


def _guards(watch: Watch, unrolled: Unrolled, number: int) -> Guards:
    return () if watch is None else (Guard(watch, unrolled.states[number].versions),)
