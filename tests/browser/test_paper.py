"""The page on paper: black on white, the picture first, cut where one sheet could not hold it, then all to be read."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, page_of, page_of_file
from tests.walk.walking import HEAD

MILLIMETRES = {"A4": (210, 297), "A3": (297, 420)}
PIXELS = 96 / 25.4


@pytest.mark.parametrize("paper", MILLIMETRES)
def test_everything_is_printed_and_the_picture_fits_its_page(paper: str, open_page: Open) -> None:
    width, height = (int(side * PIXELS) for side in MILLIMETRES[paper])
    page = open_page(
        page_of_file(NECK), "#short-relaxant", color_scheme="dark", viewport={"width": width, "height": height}
    )
    page.keyboard.press("+")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    fill = "getComputedStyle(document.querySelector('.node.decision > :first-child')).fill"
    assert page.evaluate(fill) == "rgb(255, 246, 214)"
    picture = page.locator("#Stage svg").bounding_box()
    assert picture is not None
    assert picture["x"] >= 0
    assert picture["width"] <= width
    assert picture["height"] <= height - 2 * 14 * PIXELS
    assert page.locator(".step:visible").count() == 24
    assert page.locator(".pane:visible").count() == 7
    assert page.locator("#Sections, .tools, #Search, #Walker, #Walking").locator("visible=true").count() == 0
    assert len(page.pdf(format=paper)) > 50_000


SHORT = """\
interventions: {pill: {label: Pill, kind: medication}}
start: give
nodes:
  give: {type: recommendation, recommend: [{for: pill}]}
"""

SHEETS = """() => {
  window.dispatchEvent(new Event("beforeprint"));
  return [...document.querySelectorAll(".sheet > svg > svg")].map((svg) => {
    const { x, y, width, height } = svg.viewBox.baseVal;
    const on = svg.querySelector(".node > path").getScreenCTM();
    return { x, y, width, height, scale: on.a, paper: svg.parentNode.getBoundingClientRect().height };
  });
}"""
BOXES = """() => [...document.querySelectorAll("#Stage > svg .node > path:first-child")].map((path) => {
  const { x, y, width, height } = path.getBBox();
  return { x, y, width, height };
})"""


@pytest.mark.parametrize("paper", MILLIMETRES)
def test_a_picture_that_one_sheet_cannot_hold_legibly_is_cut_between_its_boxes(paper: str, open_page: Open) -> None:
    width, height = (int((side - 30) * PIXELS) for side in MILLIMETRES[paper])
    page = open_page(
        page_of_file(NECK), "#Walk=Case-refractory-at-first-look", viewport={"width": width, "height": height}
    )
    boxes = page.evaluate(BOXES)
    page.emulate_media(media="print")
    sheets = page.evaluate(SHEETS)
    assert len(sheets) == 3
    assert all(sheet["scale"] >= 0.6 for sheet in sheets)
    assert [sheet["scale"] for sheet in sheets] == pytest.approx([sheets[0]["scale"]] * 3)
    assert all(sheet["paper"] <= height for sheet in sheets)
    for box in boxes:
        assert any(_holds(sheet, box) for sheet in sheets)
    words = page.locator(".sheet").all_text_contents()
    assert "sheet 2 of 3" in words[1]
    assert ["Look back after" in each for each in words] == [False, True, False]
    assert page.locator(".sheet .on-way").count() == 15
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheet").count() == 0
    assert page.locator("#Stage > svg").is_visible()


def test_a_picture_that_fits_is_not_cut(open_page: Open) -> None:
    page = open_page(page_of((HEAD + SHORT).encode()))
    page.emulate_media(media="print")
    assert page.evaluate(SHEETS) == []


def _holds(sheet: dict[str, float], box: dict[str, float]) -> bool:
    return (
        sheet["x"] <= box["x"]
        and box["x"] + box["width"] <= sheet["x"] + sheet["width"]
        and sheet["y"] <= box["y"]
        and box["y"] + box["height"] <= sheet["y"] + sheet["height"]
    )
