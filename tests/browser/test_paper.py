"""The page on paper: black on white, the whole picture on its first page, and then all that can be read."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, page_of_file

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
