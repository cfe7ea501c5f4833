"""A recommendation in one line, for who reads what a walk adds up to."""

from __future__ import annotations

from guidelint.diagrams.boxes import recommendation_in_words, weight_of
from guidelint.diagrams.picture import Emphasis, Shape
from guidelint.model import Guideline, Node, Recommendation

SIGNS = {Emphasis.URGENT: "⚠ ", Emphasis.AGAINST: "⊘ ", Emphasis.PLAIN: ""}


def advised_in_words(node: Node, guideline: Guideline) -> str:
    """Its title, after the sign that its box has."""
    if not isinstance(node, Recommendation):
        return node.name
    shape, emphasis = weight_of(node)
    sign = "‼ " if shape is Shape.EMERGENCY else SIGNS[emphasis]
    title = next(recommendation_in_words(node, guideline))
    return title if title.startswith(sign.strip()) else f"{sign}{title}"
