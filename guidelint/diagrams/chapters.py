"""The chapters of a guideline whose overview has too many sections for one picture."""

from __future__ import annotations

from collections.abc import Mapping

from guidelint.diagrams.ordering import cut, in_order
from guidelint.diagrams.parts import BEST_ON_A_PAGE, Part, named_apart
from guidelint.diagrams.picture import Picture


def chapters_of(overview: Picture, parts: Mapping[str, Part]) -> tuple[Part, ...]:
    """Sections that lead to each other, in stretches of the order of the guideline; no name is that of a section."""
    sections = {box.id: parts[box.leads_to] for box in overview.boxes if box.leads_to is not None}
    ways: dict[str, dict[str, None]] = {}
    for arrow in overview.arrows:
        if arrow.source in sections and arrow.source != arrow.target:
            ways.setdefault(arrow.source, {})[arrow.target] = None
    first = overview.arrows[0].target
    order = in_order(list(dict.fromkeys((first, *sections))), ways)
    pieces = [[sections[id] for id in piece] for piece in cut(order, ways, BEST_ON_A_PAGE)]
    apart = tuple(
        named_apart((*parts.values(), *(_chapter(number, piece) for number, piece in enumerate(pieces, start=1))))
    )
    return apart[len(parts) :]


def _chapter(number: int, sections: list[Part]) -> Part:
    first, last = sections[0].title, sections[-1].title
    title = f"Chapter {number}: {first}" if first == last else f"Chapter {number}: from “{first}” to “{last}”"
    nodes = tuple(node for section in sections for node in section.nodes)
    return Part(f"chapter-{number}", title, nodes, f"{len(sections):,} sections")
