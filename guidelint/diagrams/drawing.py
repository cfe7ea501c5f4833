"""Layout, palette and overlay → Drawing: what is drawn, in which colours, in which order."""

from __future__ import annotations

from guidelint.diagrams.overlay import NOTHING, ArrowMarks, BoxMarks, Overlay
from guidelint.diagrams.painted_arrows import painted_arrow
from guidelint.diagrams.painted_boxes import painted_box
from guidelint.diagrams.palette import LIGHT, Palette
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.primitives import Drawing, EdgeGroup, NodeGroup, Paint, Path, Polygon, Primitive, Text

__all__ = ["Drawing", "EdgeGroup", "NodeGroup", "Paint", "Path", "Polygon", "Primitive", "Text", "drawing_of"]


def drawing_of(layout: Layout, palette: Palette = LIGHT, overlay: Overlay = NOTHING) -> Drawing:
    """The newest face of everything that is laid out, marked as the overlay says; boxes lie over arrows."""
    arrows = (painted_arrow(arrow, palette, overlay.arrows.get(arrow.id, ArrowMarks())) for arrow in layout.arrows)
    boxes = (painted_box(box, palette, overlay.boxes.get(box.id, BoxMarks())) for box in layout.boxes)
    return Drawing(layout.title, layout.description, layout.width, layout.height, palette.ground, (*arrows, *boxes))
