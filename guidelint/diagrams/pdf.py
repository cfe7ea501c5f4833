"""Drawings → PDF, a page for each: the size of paper that they can be read on, the fonts embedded, the same bytes ever.

The measure of a drawing is 1/96 inch and that of PDF 1/72, counted upward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from guidelint.diagrams.extra import ExtraMissing
from guidelint.diagrams.geometry import Point, Rect
from guidelint.diagrams.lettering import FONT_FILES, broken, face
from guidelint.diagrams.primitives import Drawing, Paint, Path, Polygon, Primitive, Text
from guidelint.diagrams.text import on_one_line

POINTS = 72 / 96
MARGIN = 28.0
MOST = 14_400.0
"""Points of a side: no reader has to show a longer one."""

SMALLEST = 0.6
"""Of its own size, how small a drawing is still read: its words then have 5 to 6 points."""

A4, A3 = (595.28, 841.89), (841.89, 1190.55)
PAPERS = (A4, A4[::-1], A3, A3[::-1])

FOOT = 7.0
"""The size of what stands under a page, in points."""

FONTS = {False: "guidelint", True: "guidelint-bold"}
"""By whether it is bold, as reportlab knows them."""


@dataclass(frozen=True, slots=True)
class Page:
    """`links` lead from a place on the drawing to the page of that name."""

    name: str
    drawing: Drawing
    links: tuple[tuple[Rect, str], ...] = ()


def draw_pdf(pages: Sequence[Page], title: str, description: str, edition: str) -> bytes:
    """At the foot of each page stands the edition, and which page it is. Raises ExtraMissing without reportlab."""
    canvas, out = _canvas(title, description)
    for number, page in enumerate(pages, start=1):
        paper = paper_for(page.drawing)
        canvas.setPageSize(paper)
        _write_foot(canvas, edition, f"{number:,} of {len(pages):,}", paper[0])
        _draw_page(canvas, page, paper)
    canvas.save()
    return out.getvalue()


def fits_on_paper(drawing: Drawing) -> bool:
    return paper_for(drawing) in PAPERS


def paper_for(drawing: Drawing) -> tuple[float, float]:
    """The smallest paper on which the drawing is read, the way round on which it is larger; else one of its own."""
    for papers in (PAPERS[:2], PAPERS[2:]):
        best = max(papers, key=lambda paper: scale_on(paper, drawing))
        if scale_on(best, drawing) >= SMALLEST:
            return best
    width, height = (side * POINTS * SMALLEST + 2 * MARGIN for side in (drawing.width, drawing.height))
    return min(width, MOST), min(height, MOST)


def scale_on(paper: tuple[float, float], drawing: Drawing) -> float:
    """Never larger than it is."""
    room = (paper[0] - 2 * MARGIN) / drawing.width, (paper[1] - 2 * MARGIN) / drawing.height
    return min(1.0, *(each / POINTS for each in room))


def _canvas(title: str, description: str) -> tuple[Any, BytesIO]:
    try:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas
    except ModuleNotFoundError as missing:
        raise ExtraMissing("reportlab") from missing
    for is_bold, name in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(FONT_FILES[is_bold])))
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)  # invariant: no date, no chance in it
    canvas.setTitle(title)
    canvas.setSubject(description)
    canvas.setAuthor("")
    canvas.setCreator("guidelint")
    return canvas, out


def _draw_page(canvas: Any, page: Page, paper: tuple[float, float]) -> None:
    drawing, scale = page.drawing, scale_on(paper, page.drawing) * POINTS
    left, top = (paper[0] - scale * drawing.width) / 2, paper[1] - MARGIN
    canvas.bookmarkPage(_key(page.name))
    canvas.addOutlineEntry(drawing.title, _key(page.name))
    canvas.translate(left, top - scale * drawing.above)
    canvas.scale(scale, -scale)
    for group in drawing.groups:
        for item in group.items:
            _draw(canvas, item)
    for rect, name in page.links:
        canvas.linkRect("", _key(name), (rect.left, rect.top, rect.right, rect.bottom), relative=1)
    canvas.showPage()


def _write_foot(canvas: Any, edition: str, number: str, width: float) -> None:
    """In one line: what an edition has no room for is left out, and that is seen."""
    letters = face(False)
    room = width - 2 * MARGIN - FOOT * letters.width(number) - MARGIN
    shown_part = broken(on_one_line(edition), room, lambda text: FOOT * letters.width(text))
    words = shown_part[0].text if len(shown_part) == 1 else f"{shown_part[0].text} …"
    canvas.setFont(FONTS[False], FOOT)
    canvas.drawString(MARGIN, MARGIN / 2, words)
    canvas.drawRightString(width - MARGIN, MARGIN / 2, number)


def _key(name: str) -> str:
    return f"section-{name}"


def _draw(canvas: Any, item: Primitive) -> None:
    if isinstance(item, Text):
        _write(canvas, item)
    elif isinstance(item, Polygon):
        first, *rest = item.points
        path = canvas.beginPath()
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
        path.close()
        _paint(canvas, path, item.paint)
    else:
        _paint(canvas, _curved(canvas, item), item.paint)


def _curved(canvas: Any, item: Path) -> Any:
    path = canvas.beginPath()
    path.moveTo(*item.curve[0])
    for first, second, end in _threes(item.curve[1:]):
        path.curveTo(*first, *second, *end)
    if item.is_closed:
        path.close()
    return path


def _threes(points: Sequence[Point]) -> Iterable[tuple[Point, Point, Point]]:
    return zip(points[::3], points[1::3], points[2::3], strict=True)


def _paint(canvas: Any, path: Any, paint: Paint) -> None:
    if paint.fill:
        canvas.setFillColor(paint.fill)
    if paint.stroke:
        canvas.setStrokeColor(paint.stroke)
        canvas.setLineWidth(paint.width)
        canvas.setDash(list(paint.dash))
    canvas.drawPath(path, stroke=bool(paint.stroke), fill=bool(paint.fill))


def _write(canvas: Any, text: Text) -> None:
    """Letters stand upright on a page that is turned upside down."""
    line = text.line
    canvas.saveState()
    canvas.translate(line.x, line.y)
    canvas.scale(1, -1)
    canvas.setFillColor(text.fill)
    canvas.setFont(FONTS[line.bold], line.size)
    write = canvas.drawCentredString if line.anchor == "middle" else canvas.drawString
    write(0, 0, line.text)
    canvas.restoreState()
