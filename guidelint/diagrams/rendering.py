"""Guideline and marks → the files of a picture, by the name of the format: one, or an overview and its sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidelint.diagrams.draw import draw
from guidelint.diagrams.geometry import Rect
from guidelint.diagrams.marks import UNMARKED, Marks, overlay_on
from guidelint.diagrams.palette import LIGHT, Palette
from guidelint.diagrams.picture import Picture
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.primitives import Drawing, Text
from guidelint.diagrams.sections import Sheet, divide, sheets_of
from guidelint.diagrams.ways_out import with_ways_out
from guidelint.model import Guideline

ON_PAPER = (30, 15, 8)
"""How many steps on a page are tried one after the other."""

STRANGE = "some characters are not in the fonts that are shipped, and show as empty boxes: take svg or html"


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """`section` is empty for the overview, and for a picture of everything."""

    section: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """`notes` say what the reader of the files would not see: one line each."""

    files: tuple[DrawnFile, ...]
    notes: tuple[str, ...] = ()


def render(format_: str, guideline: Guideline, marks: Marks = UNMARKED, palette: Palette = LIGHT) -> Drawn:
    """The palette is for images: what shows Mermaid and DOT has colours of its own.

    Raises ExtraMissing where a format needs what is not installed.
    """
    return FORMATS[format_](guideline, with_ways_out(draw(guideline), marks.ways_out), marks, palette)


def _mermaid(guideline: Guideline, whole: Picture, marks: Marks, _: Palette) -> Drawn:
    """Divided by what Mermaid can draw, and not by what can be read: a forge lets its readers zoom."""
    from guidelint.diagrams.mermaid import is_near_limits, limits_broken, write_mermaid

    text = write_mermaid(whole, marks)
    if not is_near_limits(whole, text):
        return Drawn((DrawnFile("", text.encode()),))
    sheets = divide(guideline, whole)
    texts = [write_mermaid(sheet.picture, marks) for sheet in sheets]
    broken = [
        f"{sheet.name or 'overview'}: {limit}: it will not draw this"
        for sheet, text in zip(sheets, texts, strict=True)
        for limit in limits_broken(sheet.picture, text)
    ]
    files = (DrawnFile(sheet.name, text.encode()) for sheet, text in zip(sheets, texts, strict=True))
    return Drawn(tuple(files), (f"divided into {len(sheets) - 1:,} sections, for what Mermaid can draw", *broken))


def _dot(guideline: Guideline, whole: Picture, marks: Marks, _: Palette) -> Drawn:
    """Never divided: who takes DOT has tools of their own for large graphs."""
    from guidelint.diagrams.dot import write_dot

    return Drawn((DrawnFile("", write_dot(whole, marks).encode()),))


def _svg(guideline: Guideline, whole: Picture, marks: Marks, palette: Palette) -> Drawn:
    from guidelint.diagrams.svg import draw_svg

    sheets = sheets_of(guideline, whole)
    return Drawn(
        tuple(
            DrawnFile(sheet.name, draw_svg(_laid_out(guideline, sheet, marks, palette)[1]).encode()) for sheet in sheets
        )
    )


def _png(guideline: Guideline, whole: Picture, marks: Marks, palette: Palette) -> Drawn:
    from guidelint.diagrams.png import MOST_PIXELS, ZOOM, draw_png

    drawings = [(sheet, _laid_out(guideline, sheet, marks, palette)[1]) for sheet in sheets_of(guideline, whole)]
    images = [(sheet, draw_png(drawing)) for sheet, drawing in drawings]
    notes = (
        f"{_name(sheet)}: drawn at {image.zoom / ZOOM:.0%} of its size, to have no more than {MOST_PIXELS:,} pixels"
        for sheet, image in images
        if image.zoom < ZOOM
    )
    files = (DrawnFile(sheet.name, image.content) for sheet, image in images)
    return Drawn(tuple(files), (*notes, *_strange(drawings)))


def _pdf(guideline: Guideline, whole: Picture, marks: Marks, palette: Palette) -> Drawn:
    """One file, with a page for each picture: a guideline is divided until each can be read on a sheet of paper."""
    from guidelint.diagrams.pdf import Page, draw_pdf, fits_on_paper

    drawn = [(sheet, *_laid_out(guideline, sheet, marks, palette)) for sheet in sheets_of(guideline, whole)]
    for most in ON_PAPER:
        if all(fits_on_paper(drawing) for _, _, drawing in drawn):
            break
        sheets = divide(guideline, whole, most)
        if len(sheets) > 2:  # an overview of one section says nothing
            drawn = [(sheet, *_laid_out(guideline, sheet, marks, palette)) for sheet in sheets]
    pages = [Page(sheet.name, drawing, tuple(_links(layout))) for sheet, layout, drawing in drawn]
    strange = _strange((sheet, drawing) for sheet, _, drawing in drawn)
    edition = f"{guideline.metadata.title} · version {guideline.metadata.version}"
    return Drawn((DrawnFile("", draw_pdf(pages, whole.title, whole.description, edition)),), tuple(strange))


def _laid_out(guideline: Guideline, sheet: Sheet, marks: Marks, palette: Palette) -> tuple[Layout, Drawing]:
    from guidelint.diagrams.drawing import drawing_of
    from guidelint.diagrams.framing import framed
    from guidelint.diagrams.key import key_of
    from guidelint.diagrams.layout import lay_out
    from guidelint.diagrams.step_notes import notes_at_foot

    layout = lay_out([sheet.picture])
    overlay = overlay_on(layout, marks)
    caption = marks.walk.caption if marks.walk else None
    drawing = drawing_of(layout, palette, overlay)
    notes = notes_at_foot(guideline, {placed.face.box.node for placed in layout.boxes})
    foot = (*filter(None, (guideline.metadata.disclaimer,)), *notes)
    return layout, framed(drawing, caption, key_of(layout, overlay, palette), foot, palette)


def _links(layout: Layout) -> Iterator[tuple[Rect, str]]:
    for placed in layout.boxes:
        if placed.face.box.leads_to is not None:
            yield placed.frame, placed.face.box.leads_to


def _strange(drawings: Iterable[tuple[Sheet, Drawing]]) -> Iterator[str]:
    """Characters that a browser would find a font for, and that stay empty where only ours is used."""
    for sheet, drawing in drawings:
        texts = (item.line for group in drawing.groups for item in group.items if isinstance(item, Text))
        if any(not line.is_sure for line in texts):
            yield f"{_name(sheet)}: {STRANGE}"


def _name(sheet: Sheet) -> str:
    return f"section {sheet.name}" if sheet.name else "picture"


FORMATS: Mapping[str, Callable[[Guideline, Picture, Marks, Palette], Drawn]] = {
    "mermaid": _mermaid,
    "dot": _dot,
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
}
