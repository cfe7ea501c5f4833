"""What a picture of a guideline holds, whoever draws it: boxes and arrows with their words, not their places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guidelint.graph import Edge


class Shape(Enum):
    """What a box stands for; every writer has one outline for each (see Society for Medical Decision Making, 1992)."""

    START = "start"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    EMERGENCY = "emergency"
    FOLLOW_UP = "follow-up"
    UNDEFINED = "undefined"
    SECTION = "section"
    LINK = "link"
    NOWHERE = "nowhere"


class Emphasis(Enum):
    """What a recommendation is above all."""

    PLAIN = "plain"
    URGENT = "urgent"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Box:
    """`id` is made by us and safe in any syntax; `node` is the id in the guideline, None where the box is no node.

    `leads_to` names the picture that a section stands for, or a link goes to; it is empty for the overview, and None of
    all other boxes. `holds` are the nodes of a section. The title and each of the details are text as the author may
    have written it: not escaped, with newlines in it.
    """

    id: str
    node: str | None
    shape: Shape
    title: str
    details: tuple[str, ...] = ()
    emphasis: Emphasis = Emphasis.PLAIN
    leads_to: str | None = None
    holds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words, for writers that have one type face: the title stands apart by an empty line."""
        return "\n".join((self.title, "", *self.details)) if self.details else self.title


@dataclass(frozen=True, slots=True)
class Arrow:
    """`source` and `target` are ids of boxes; the text is empty where there is only one way on.

    `edges` are the ways in the guideline that the arrow stands for: one, but between sections there may be several.
    """

    source: str
    target: str
    text: str = ""
    closes_loop: bool = False
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and arrows in the order in which the guideline is written; the mark of the start comes first."""

    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
