"""Layout, palette and overlay → Drawing: what is drawn, in which colours, in which order."""

from __future__ import annotations

from guidelint.diagrams.overlay import NOTHING, ArrowMarks, BoxMarks, Overlay
from guidelint.diagrams.painted_arrows import painted_arrow
from guidelint.diagrams.painted_boxes import painted_box
from guidelint.diagrams.palette import LIGHT, Palette
from guidelint.diagrams.pill_places import heads_of
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.primitives import Drawing, EdgeGroup, NodeGroup, Paint, Path, Polygon, Primitive, Text

__all__ = ["Drawing", "EdgeGroup", "NodeGroup", "Paint", "Path", "Polygon", "Primitive", "Text", "drawing_of"]


def drawing_of(layout: Layout, palette: Palette = LIGHT, overlay: Overlay = NOTHING) -> Drawing:
    """The newest face of everything that is laid out, marked as the overlay says; boxes lie over arrows."""
    heads = heads_of(layout.arrows) if overlay.boxes or overlay.arrows else {}
    arrows = (painted_arrow(each, palette, overlay.arrows.get(each.id, ArrowMarks()), heads) for each in layout.arrows)
    boxes = (painted_box(each, palette, overlay.boxes.get(each.id, BoxMarks()), heads) for each in layout.boxes)
    return Drawing(layout.title, layout.description, layout.width, layout.height, palette.ground, (*arrows, *boxes))
