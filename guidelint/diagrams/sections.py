"""Guideline → its pictures: one, or an overview of sections and a picture for each, with links in both directions.

An overview of too many sections is divided as the guideline is: into chapters, with an overview of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from guidelint.diagrams.boxes import UNREACHED
from guidelint.diagrams.chapters import chapters_of
from guidelint.diagrams.definitions import definitions_in
from guidelint.diagrams.parts import BEST_ON_A_PAGE, MOST_ON_A_PAGE, Part, parts_of
from guidelint.diagrams.picture import Arrow, Box, Picture
from guidelint.diagrams.section_boxes import OVERVIEW, heading_box, link_from, link_from_many, link_to, section_box
from guidelint.diagrams.step_notes import is_note_sign
from guidelint.model import Guideline

Key = TypeVar("Key")
Item = TypeVar("Item")

MOST_LINKS = 4
"""Sections that lead to the same box and are still shown one by one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a guideline; `name` is that of its section, empty for the overview and for a picture of all."""

    name: str
    picture: Picture


def sheets_of(guideline: Guideline, whole: Picture) -> tuple[Sheet, ...]:
    """One picture of everything, or the overview and then each section."""
    if len(guideline.nodes) <= MOST_ON_A_PAGE:
        return (Sheet(OVERVIEW, whole),)
    return divide(guideline, whole)


def divide(guideline: Guideline, whole: Picture, most: int = BEST_ON_A_PAGE) -> tuple[Sheet, ...]:
    """The overview and then each section, however small they are; a chapter comes before its sections."""
    parts = {part.name: part for part in parts_of(guideline, most)}
    whole = _retold(whole, guideline, (part.nodes for part in parts.values()))
    plan = _Plan(whole, parts, _part_of_each_box(whole, tuple(parts.values())))
    overview = plan.overview()
    if len(parts) <= MOST_ON_A_PAGE:
        return (Sheet(OVERVIEW, overview), *(Sheet(name, plan.section(part)) for name, part in parts.items()))
    chapters = chapters_of(overview, parts)
    above = _Plan(overview, {part.name: part for part in chapters}, _part_of_each_section(overview, chapters))
    sheets = [Sheet(OVERVIEW, above.overview())]
    for chapter in chapters:
        sheets.append(Sheet(chapter.name, above.section(chapter)))
        own = [name for name, part in parts.items() if part.nodes[0] in chapter.nodes]
        sheets += (Sheet(name, plan.section(parts[name], chapter.name)) for name in own)
    return tuple(sheets)


def _retold(whole: Picture, guideline: Guideline, pictures: Iterable[Iterable[str]]) -> Picture:
    """With what the names stand for told in each picture that decides by them."""
    told = definitions_in(guideline, pictures)
    boxes = (
        replace(box, details=(*told.get(box.node or "", ()), *filter(_stays, box.details))) if box.node in told else box
        for box in whole.boxes
    )
    return replace(whole, boxes=tuple(boxes))


def _part_of_each_section(overview: Picture, chapters: Iterable[Part]) -> Mapping[str, str]:
    """The mark of the start is drawn in the first chapter."""
    chapter = {node: part.name for part in chapters for node in part.nodes}
    start, *boxes = overview.boxes
    found = {box.id: chapter[box.holds[0]] for box in boxes}
    return {start.id: found[overview.arrows[0].target], **found}


def _part_of_each_box(whole: Picture, parts: tuple[Part, ...]) -> Mapping[str, str]:
    """The mark of the start is drawn with the node it leads to, an undefined node with the first that leads to it."""
    part_of_node = {node: part.name for part in parts for node in part.nodes}
    found = {box.id: part_of_node[box.node] for box in whole.boxes if box.node in part_of_node}
    for arrow in whole.arrows:
        if arrow.source in found:
            found.setdefault(arrow.target, found[arrow.source])
    start, first = whole.boxes[0].id, whole.arrows[0].target
    found.setdefault(first, parts[0].name)
    return {start: found[first], **found}


@dataclass(frozen=True)
class _Plan:
    """`home` holds the name of the part that each box of the whole picture is drawn in."""

    whole: Picture
    parts: Mapping[str, Part]
    home: Mapping[str, str]

    @cached_property
    def _crossing(self) -> tuple[Arrow, ...]:
        """The arrows that lead from one part to another."""
        return tuple(arrow for arrow in self.whole.arrows if self.home[arrow.source] != self.home[arrow.target])

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        """The boxes that many other sections lead to, as to an emergency, and how many."""
        by_target = _grouped(self._crossing, lambda arrow: arrow.target)
        found = {box: len({self.home[arrow.source] for arrow in arrows}) for box, arrows in by_target.items()}
        return {box: count for box, count in found.items() if count > MOST_LINKS}

    def _shared_in(self, part: Part) -> list[tuple[Box, int]]:
        return [(self._boxes[box], count) for box, count in self._shared.items() if self.home[box] == part.name]

    @cached_property
    def _between(self) -> Mapping[tuple[str, str], list[Arrow]]:
        """By sections. Ways to what many lead to are counted in its section: as arrows they would hide the rest."""
        return _grouped((arrow for arrow in self._crossing if arrow.target not in self._shared), self._homes)

    @cached_property
    def _homed(self) -> Mapping[str, list[Box]]:
        return _grouped(self.whole.boxes, lambda box: self.home[box.id])

    @cached_property
    def _inner(self) -> Mapping[tuple[str, str], list[Arrow]]:
        return _grouped(self.whole.arrows, self._homes)

    @cached_property
    def _coming(self) -> Mapping[str, list[Arrow]]:
        return _grouped(self._crossing, lambda arrow: self.home[arrow.target])

    @cached_property
    def _going(self) -> Mapping[str, list[Arrow]]:
        return _grouped(self._crossing, lambda arrow: self.home[arrow.source])

    @cached_property
    def _boxes(self) -> Mapping[str, Box]:
        return {box.id: box for box in self.whole.boxes}

    def overview(self) -> Picture:
        start, first = self.whole.boxes[0], self.whole.arrows[0]
        ids = {name: f"s{number}" for number, name in enumerate(self.parts, start=1)}
        boxes = (section_box(ids[name], part, self._shared_in(part)) for name, part in self.parts.items())
        arrows = (_joined(ids[source], ids[target], ways) for (source, target), ways in self._between.items())
        whole = replace(self.whole, boxes=(start, *boxes))
        return replace(whole, arrows=(Arrow(start.id, ids[self.home[first.target]]), *arrows))

    def section(self, part: Part, above: str = OVERVIEW) -> Picture:
        """Its heading leads to the picture `above` it."""
        boxes = self._homed.get(part.name, ())
        inner = self._inner.get((part.name, part.name), ())
        links = (*self._links_from(part), *self._links_to(part))
        return Picture(
            f"{self.whole.title}: {part.title}",
            self.whole.description,
            (heading_box("here", part, self.whole.title, above), *boxes, *(box for box, _ in links)),
            (*inner, *(arrow for _, arrows in links for arrow in arrows)),
        )

    def _homes(self, arrow: Arrow) -> tuple[str, str]:
        return self.home[arrow.source], self.home[arrow.target]

    def _links_from(self, part: Part) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """One link for each part that leads to a box; one for all of them where they are many."""
        number = 0
        for target, ways in _grouped(self._coming.get(part.name, ()), lambda arrow: arrow.target).items():
            by_part = _grouped(ways, lambda arrow: self.home[arrow.source])
            for arrows in (ways,) if target in self._shared else by_part.values():
                number += 1
                link = self._link_from(f"from{number}", arrows)
                yield link, (_joined(link.id, target, arrows),)

    def _link_from(self, id: str, arrows: Sequence[Arrow]) -> Box:
        parts = dict.fromkeys(self.home[arrow.source] for arrow in arrows)
        if len(parts) > 1:
            return link_from_many(id, len(parts))
        steps = dict.fromkeys(arrow.source for arrow in arrows)
        return link_from(id, [self._boxes[step].title for step in steps], self.parts[next(iter(parts))])

    def _links_to(self, part: Part) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """One link for all ways that lead to the same box."""
        ways = _grouped(self._going.get(part.name, ()), lambda arrow: arrow.target)
        for number, (target, arrows) in enumerate(ways.items(), start=1):
            link = link_to(f"to{number}", self._boxes[target], self.parts[self.home[target]])
            yield link, tuple(replace(arrow, target=link.id) for arrow in arrows)


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Mapping[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _joined(source: str, target: str, arrows: Sequence[Arrow]) -> Arrow:
    """One arrow for several; it says what the only one says, or how many there are."""
    text = arrows[0].text if len(arrows) == 1 else f"{len(arrows):,} ways"
    edges = tuple(edge for arrow in arrows for edge in arrow.edges)
    return Arrow(source, target, text, all(arrow.closes_loop for arrow in arrows), edges)


def _stays(line: str) -> bool:
    """Of a decision, what is said of it wherever it is drawn."""
    return line == UNREACHED or is_note_sign(line)
