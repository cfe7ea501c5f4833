"""PNG and PDF: every word is there, on paper that can be read, in the same bytes ever."""

from __future__ import annotations

import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from guidelint.diagrams.draw import draw
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.pdf import A3, A4, MARGIN, MOST, PAPERS, POINTS, SMALLEST, paper_for, scale_on
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.png import draw_png
from guidelint.diagrams.primitives import Drawing
from guidelint.diagrams.rendering import STRANGE, render
from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from tests.diagrams.large import large_guideline

NECK = Path(__file__).parents[2] / "guideline" / "neck-spasm.yaml"
SMALL = large_guideline(10)
LARGE = large_guideline(70)


def empty(width: float, height: float) -> Drawing:
    return Drawing("Empty", "", width, height, "#ffffff", ())


def drawing_with(title: str) -> Drawing:
    boxes = (Box("n0", None, Shape.START, title), Box("n1", "a", Shape.DECISION, "A?"))
    return drawing_of(lay_out([Picture("Picture", "", boxes, (Arrow("n0", "n1"),))]))


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pages(guideline: Guideline) -> PdfReader:
    (file,) = render("pdf", guideline).files
    return PdfReader(BytesIO(file.content))


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("format_", ["svg", "png", "pdf"])
def test_the_same_guideline_gives_the_same_bytes(format_: str) -> None:
    assert render(format_, SMALL) == render(format_, SMALL)


def test_a_png_has_twice_the_dots() -> None:
    drawing = drawing_with("Start")
    image = draw_png(drawing)
    assert (image.zoom, size(image.content)) == (2.0, (round(2 * drawing.width), round(2 * drawing.height)))


def test_a_png_never_has_more_pixels_than_can_be_shown() -> None:
    image = draw_png(drawing_with("Start"), most_pixels=10_000)
    width, height = size(image.content)
    assert image.zoom < 1
    assert 9_000 < width * height < 10_300


def test_letters_are_drawn_without_the_fonts_of_the_machine() -> None:
    """Without any font, a renderer leaves them out and says nothing."""
    assert draw_png(drawing_with("Start")).content != draw_png(drawing_with("Stars")).content


def test_characters_that_would_be_empty_boxes_are_said() -> None:
    data = {"format": "guidelint/1", "id": "a", "title": "A", "version": "1", "status": "draft"}
    node = {"type": "recommendation", "label": "発熱 ⊘ ↺ ≥ 38 °C", "recommend": []}
    guideline = build_guideline({**data, "start": "a", "nodes": {"a": node}})
    for format_, notes in (("png", (f"picture: {STRANGE}",)), ("pdf", (f"picture: {STRANGE}",)), ("svg", ())):
        assert render(format_, guideline).notes == notes
    plain = build_guideline({**data, "start": "a", "nodes": {"a": {**node, "label": "⊘ ↺ ⚠ ‼ • − ≥ 38 °C µ β"}}})
    assert render("png", plain).notes == ()


@pytest.mark.parametrize(
    ("drawing", "paper", "scale"),
    [
        (empty(600, 900), A4, 1.0),
        (empty(900, 600), A4[::-1], 1.0),
        (empty(1000, 1000), A4, (A4[0] - 2 * MARGIN) / 750),
        (empty(1500, 2000), A3, (A3[0] - 2 * MARGIN) / 1125),
        (empty(2000, 1500), A3[::-1], (A3[0] - 2 * MARGIN) / 1125),
    ],
)
def test_the_smallest_paper_is_taken_on_which_it_is_read(
    drawing: Drawing, paper: tuple[float, float], scale: float
) -> None:
    assert paper_for(drawing) == paper
    assert scale_on(paper, drawing) == pytest.approx(scale)
    assert scale >= SMALLEST


def test_what_fits_no_paper_has_one_of_its_own_up_to_what_readers_show() -> None:
    width, height = paper_for(empty(800, 6000))
    assert (width, height) == (800 * POINTS * SMALLEST + 2 * MARGIN, 6000 * POINTS * SMALLEST + 2 * MARGIN)
    assert paper_for(empty(40_000, 800))[0] == MOST


def test_every_word_is_in_the_pdf() -> None:
    found = pages(SMALL)
    text = words("".join(page.extract_text() for page in found.pages))
    for box in draw(SMALL).boxes:
        assert words(box.title) in text
        assert all(words(detail) in text for detail in box.details)
    assert found.metadata is not None
    assert (found.metadata.title, found.metadata.creator) == ("Everything that can hurt", "guidelint")


def test_only_our_fonts_are_in_the_pdf() -> None:
    resources = pages(SMALL).pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert {name.partition("+")[2] for name in names} - {""} == {"DejaVuSans", "DejaVuSans-Bold"}


def test_a_pdf_has_a_page_for_each_section_and_links_between_them() -> None:
    found = pages(LARGE)
    titles = [str(entry["/Title"]) for entry in found.outline if isinstance(entry, dict)]
    assert titles[0] == "Everything that can hurt"
    assert len(titles) == len(found.pages) == 7
    numbers = {page.indirect_reference: number for number, page in enumerate(found.pages)}
    links = [[numbers[list.__getitem__(link["/Dest"], 0)] for link in page.annotations or ()] for page in found.pages]
    assert links[:4] == [[1, 2, 3, 4, 5, 6], [0, 2, 6], [0, 1, 6, 3, 3], [0, 2, 2, 6, 4, 4]]


def test_what_no_paper_holds_is_divided_until_it_is_read_on_one_and_each_page_says_which_it_is() -> None:
    neck = build_guideline(read_document(NECK.read_bytes(), NECK.name).data)
    found = pages(neck)
    assert len(found.pages) == 5
    for number, page in enumerate(found.pages, start=1):
        paper = tuple(round(float(side), 2) for side in page.mediabox[2:])
        assert paper in {*PAPERS}
        text = page.extract_text()
        assert "Treatment of neck spasm · version 0.1.0" in text
        assert f"{number} of 5" in text


def test_an_edition_that_is_longer_than_the_page_leaves_the_number_of_the_page() -> None:
    long = replace(SMALL, metadata=replace(SMALL.metadata, title="A title that does not end " * 20))
    (page,) = pages(long).pages
    assert "1 of 1" in page.extract_text()
    assert page.extract_text().count("…") == 1
