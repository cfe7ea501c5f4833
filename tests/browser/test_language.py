"""The words of the authors carry their language, wherever they stand; those of the page are English."""

from __future__ import annotations

import pytest

from guidelint.diagrams.page.markup import Markup, element, in_language, joined, said
from tests.browser.conftest import Open
from tests.browser.pages import THROAT, page_of

PARTS = "#Page :is(bdi, [dir=auto], :is(.next, .before, .plain) a), .edges, .nodes"
AUTHORED = """parts => [...document.querySelectorAll(parts)]
    .map(each => each.getAttribute("lang") ?? "")"""


def page_in(language: str) -> str:
    return page_of(THROAT.read_bytes().replace(b"language: en\n", f"language: {language}\n".encode()))


@pytest.mark.parametrize(("language", "said"), [("de", "de"), ("en", "")])
def test_the_language_of_the_authors_is_said_of_their_words(language: str, said: str, open_page: Open) -> None:
    page = open_page(page_in(language), "#Walk=Case-typical-viral")
    assert page.locator(".walked li").count() > 1
    found = page.evaluate(AUTHORED, PARTS)
    assert len(found) > 200
    assert set(found) == {said}
    assert page.evaluate("document.documentElement.lang") == "en"


def test_what_only_looks_like_an_element_is_left_alone() -> None:
    words = '<bdi> dir=auto" dir="auto'
    title = element("a", words, title=f"{words} dir=auto ", href="#a")
    whole = joined((title, said(words), element("p", words, class_="what", dir="auto")))
    assert in_language(whole, None) == whole
    assert in_language(whole, "de") == Markup(
        whole.replace("<bdi>", "<bdi lang=de>").replace("<p class=what dir=auto>", "<p class=what dir=auto lang=de>")
    )
