"""Findings → what of them is drawn: codes where they are about, and the patients who are left without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guidelint.diagnostic import Diagnostic, Route, Severity
from guidelint.diagrams.overlay import Badge, Tone
from guidelint.diagrams.ways import Way
from guidelint.diagrams.ways_out import WayOut
from guidelint.graph import EdgeKind
from guidelint.model import node_of

MOST_BADGES = 3

OVERLAPS = ("overlapping-branches", "boundary-overlap")
"""The rules whose finding is about two branches alike."""

TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.INFO: Tone.INFO}


@dataclass(frozen=True, slots=True)
class FindingMarks:
    """Of the guideline as a whole, of its nodes and of the ways out of them; the worst come first."""

    of_all: tuple[Diagnostic, ...]
    of_nodes: Mapping[str, tuple[Diagnostic, ...]]
    of_ways: Mapping[Way, tuple[Diagnostic, ...]]
    ways_out: tuple[WayOut, ...]


def finding_marks(diagnostics: Iterable[Diagnostic]) -> FindingMarks:
    of_all: list[Diagnostic] = []
    of_nodes: dict[str, tuple[Diagnostic, ...]] = {}
    of_ways: dict[Way, tuple[Diagnostic, ...]] = {}
    items = sorted(diagnostics, key=lambda item: (*_worst_first(item), item.range))
    for item in items:
        ways, node = _ways(item), _node(item)
        if ways:
            of_ways |= {way: (*of_ways.get(way, ()), item) for way in ways}
        elif node is not None:
            of_nodes[node] = (*of_nodes.get(node, ()), item)
        else:
            of_all.append(item)
    return FindingMarks(tuple(of_all), of_nodes, of_ways, tuple(_ways_out(items)))


def badges(items: Sequence[Diagnostic]) -> tuple[Badge, ...]:
    """One for each code, and for the last ones how many they are."""
    grouped = [tuple(same) for _, same in groupby(sorted(items, key=_worst_first), key=_worst_first)]
    shown = grouped if len(grouped) <= MOST_BADGES else grouped[: MOST_BADGES - 1]
    rest = [item for same in grouped[len(shown) :] for item in same]
    found = tuple(_badge(same) for same in shown)
    return (*found, Badge(f"+{len(rest):,}", TONES[rest[0].severity])) if rest else found


def _worst_first(item: Diagnostic) -> tuple[int, str]:
    return -item.severity, item.code


def _badge(same: Sequence[Diagnostic]) -> Badge:
    first = same[0]
    return Badge(_times(first.code, len(same)), TONES[first.severity], first.name.replace("-", " ").capitalize())


def _times(code: str, count: int) -> str:
    return code if count == 1 else f"{code} ×{count:,}"


def _ways(item: Diagnostic) -> tuple[Way, ...]:
    """The way that a finding is about; of an overlap both, since neither comes before the other."""
    ways = [_way(item.route)]
    if item.name in OVERLAPS and None not in ways:
        ways += (_way(place.route) for place in item.related)
    return tuple(dict.fromkeys(way for way in ways if way is not None))


def _way(route: Route) -> Way | None:
    """The way out of a node that a place lies in."""
    match route:
        case ("nodes", str(node), "branches", int(branch), *_):
            return node, EdgeKind.BRANCH, branch
        case ("nodes", str(node), ("then" | "otherwise") as kind):
            return node, EdgeKind(kind), None
    return None


def _node(item: Diagnostic) -> str | None:
    """The node that a finding is about: one that breaks a constraint is where it does so."""
    places = (item.node, *(node_of(place.route) for place in item.related), *reversed(item.walk))
    return next((node for node in places if node is not None), None)


def _ways_out(diagnostics: Iterable[Diagnostic]) -> Iterator[WayOut]:
    for item in diagnostics:
        if item.is_stranded and item.node is not None:
            patient = tuple(f"{label}: {value}" for label, value in item.patient)
            yield WayOut(item.node, f"{item.code}: no branch matches", patient)
