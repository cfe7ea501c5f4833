"""The boxes that stand for sections and for what is drawn in other pictures."""

from __future__ import annotations

from collections.abc import Sequence

from guidelint.diagrams.parts import Part
from guidelint.diagrams.picture import Box, Shape

OVERVIEW = ""
"""The name of the picture of all sections."""

MOST_NAMED = 3
"""Steps that a link names: the picture that it comes from shows the others."""


def section_box(id: str, part: Part, shared: Sequence[tuple[Box, int]]) -> Box:
    """`shared` are steps that many sections lead to, and how many."""
    steps = len(part.nodes)
    ends = (f"• {box.title}: from {count:,} other sections" for box, count in shared)
    details = (*_filled(part.description), f"{steps:,} step{'' if steps == 1 else 's'}", *ends)
    return Box(id, None, Shape.SECTION, part.title, details, leads_to=part.name, holds=part.nodes)


def heading_box(id: str, part: Part, title: str, above: str) -> Box:
    """Says which section a picture shows, and of what; it leads to the picture that has a box for the section."""
    details = (f"a section of: {title}", *_filled(part.description))
    return Box(id, None, Shape.SECTION, part.title, details, leads_to=above)


def link_to(id: str, box: Box, part: Part) -> Box:
    """Goes on to a step in another picture."""
    return Box(id, None, Shape.LINK, f"Go to: {box.title}", (f"in {part.title}",), leads_to=part.name)


def link_from(id: str, titles: Sequence[str], part: Part) -> Box:
    """Comes from steps in another picture."""
    shown, more = titles[:MOST_NAMED], len(titles) - MOST_NAMED
    names = (*shown, f"and {more:,} more") if more > 0 else shown
    return Box(id, None, Shape.LINK, f"From: {'; '.join(names)}", (f"in {part.title}",), leads_to=part.name)


def link_from_many(id: str, sections: int) -> Box:
    return Box(id, None, Shape.LINK, f"From {sections:,} other sections", leads_to=OVERVIEW)


def _filled(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
