"""The versions of a picture as one: which boxes and arrows are the same ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from guidelint.diagrams.picture import Arrow, Box, Picture

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Merged(Generic[T]):
    """What one thing is in each version, None where a version does not have it."""

    faces: tuple[T | None, ...]

    @property
    def newest(self) -> T:
        return next(face for face in reversed(self.faces) if face is not None)

    @property
    def present(self) -> tuple[T, ...]:
        return tuple(face for face in self.faces if face is not None)

    def map(self, function: Callable[[T], U]) -> Merged[U]:
        return Merged(tuple(None if face is None else function(face) for face in self.faces))


def id_of(box: Box) -> str:
    """The same in all versions; a node's id never begins with a colon."""
    return box.node if box.node is not None else f":{box.id}"


def merged_boxes(pictures: Sequence[Picture]) -> dict[str, Merged[Box]]:
    """In the order of the newest version, older boxes after what they once followed."""
    versions = [{id_of(box): box for box in picture.boxes} for picture in pictures]
    return {id: Merged(tuple(boxes.get(id) for boxes in versions)) for id in _in_order(list(map(list, versions)))}


def _in_order(versions: Sequence[Sequence[str]]) -> list[str]:
    *older, newest = versions
    order = list(newest)
    for ids in reversed(older):
        known = set(order)
        for before, id in zip(("", *ids), ids, strict=False):
            if id not in known:
                known.add(id)
                order.insert(order.index(before) + 1 if before else len(order), id)
    return order


Join = tuple[str, str]
"""The ids of what an arrow joins."""


def merged_arrows(pictures: Sequence[Picture]) -> list[tuple[Join, Merged[Arrow]]]:
    """Arrows of one join are the same if their words are; what is then left of them is paired in its order."""
    ways: dict[Join, list[dict[int, Arrow]]] = {}
    for number in reversed(range(len(pictures))):
        for join, arrows in _by_join(pictures[number]).items():
            _enter(ways.setdefault(join, []), number, arrows)
    versions = range(len(pictures))
    return [(join, Merged(tuple(map(way.get, versions)))) for join, joined in ways.items() for way in joined]


def _by_join(picture: Picture) -> dict[Join, list[Arrow]]:
    ids = {box.id: id_of(box) for box in picture.boxes}
    found: dict[Join, list[Arrow]] = {}
    for arrow in picture.arrows:
        found.setdefault((ids[arrow.source], ids[arrow.target]), []).append(arrow)
    return found


def _enter(ways: list[dict[int, Arrow]], number: int, arrows: list[Arrow]) -> None:
    """An older version's arrows, each into the way that it is in newer ones; `ways` have the oldest one last."""
    free = list(enumerate(ways))
    changed = []
    for arrow in arrows:
        same = next((pair for pair in free if next(reversed(pair[1].values())).text == arrow.text), None)
        if same is None:
            changed.append(arrow)
        else:
            free.remove(same)
            same[1][number] = arrow
    for arrow in changed:
        if free:
            free.pop(0)[1][number] = arrow
        else:
            ways.append({number: arrow})
