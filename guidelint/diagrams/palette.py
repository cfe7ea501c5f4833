"""The colours of pictures on a light ground, after shared conventions for clinical algorithms.

Red is for emergencies alone, and no colour carries a fact alone: shape, glyph and words say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.diagrams.picture import Box, Emphasis, Shape

INK = "#1f2328"
ARROW = "#57606a"


@dataclass(frozen=True, slots=True)
class Look:
    """How boxes of one name are painted; `name` is fit to be a class in Mermaid and CSS."""

    name: str
    fill: str
    line: str


START = Look("start", "#eef2f7", "#5b6b7f")
DECISION = Look("decision", "#fff6d6", "#8a6500")
RECOMMENDATION = Look("recommendation", "#e3f4e6", "#2c7a3d")
AGAINST = Look("against", "#f7e3ee", "#99225f")
URGENT = Look("urgent", "#ffe9d6", "#a34f00")
EMERGENCY = Look("emergency", "#fde3e1", "#b3261e")
FOLLOW_UP = Look("follow_up", "#e4effb", "#2a66a8")
UNDEFINED = Look("undefined", "#ffffff", "#5b6b7f")
SECTION = Look("section", "#eef2f7", "#5b6b7f")
LINK = Look("link", "#ffffff", "#5b6b7f")

BY_SHAPE = {
    Shape.START: START,
    Shape.DECISION: DECISION,
    Shape.RECOMMENDATION: RECOMMENDATION,
    Shape.EMERGENCY: EMERGENCY,
    Shape.FOLLOW_UP: FOLLOW_UP,
    Shape.UNDEFINED: UNDEFINED,
    Shape.SECTION: SECTION,
    Shape.LINK: LINK,
}

BY_EMPHASIS = {Emphasis.URGENT: URGENT, Emphasis.AGAINST: AGAINST}

LOOKS = (*BY_SHAPE.values(), *BY_EMPHASIS.values())


def look_of(box: Box) -> Look:
    return BY_EMPHASIS.get(box.emphasis, BY_SHAPE[box.shape])
