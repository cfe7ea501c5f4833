"""Drawing → PNG, with the fonts that are shipped and no others: the same bytes on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from guidelint.diagrams.extra import ExtraMissing
from guidelint.diagrams.lettering import FONT_FILES
from guidelint.diagrams.primitives import Drawing
from guidelint.diagrams.svg import draw_svg

ZOOM = 2.0
"""Screens and paper have more than 96 dots an inch."""

MOST_PIXELS = 25_000_000
"""A picture with more takes seconds to draw, and viewers refuse it."""


@dataclass(frozen=True, slots=True)
class Image:
    content: bytes
    zoom: float


def draw_png(drawing: Drawing, most_pixels: int = MOST_PIXELS) -> Image:
    """Raises ExtraMissing where resvg is not installed."""
    try:
        import resvg_py
    except ModuleNotFoundError as missing:
        raise ExtraMissing("resvg-py") from missing
    zoom = min(ZOOM, sqrt(most_pixels / (drawing.width * drawing.height)))
    content = resvg_py.svg_to_bytes(
        svg_string=draw_svg(drawing),
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(file) for file in FONT_FILES.values()],
        font_family="DejaVu Sans",
    )
    return Image(bytes(content), zoom)
