"""What a walk lights up in the picture: all branches that match where it is not decided, and every arrowhead."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, page_of, page_of_file
from tests.walk.walking import HEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOTH = """\
    facts: {fever: {label: Fever, type: boolean}, rash: {label: Rash, type: boolean}}
    interventions: {pill: {label: Pill, kind: medication}, ward: {label: Ward, kind: referral}}
    start: ask
    nodes:
      ask: {type: decision, branches: [{if: fever, then: give}, {if: rash, then: send}, {else: wait}]}
      give: {type: recommendation, recommend: [{for: pill}]}
      send: {type: recommendation, recommend: [{for: ward}]}
      wait: {type: recommendation, recommend: [{against: pill}]}
    cases:
      one: {patient: {fever: true, rash: true}, expect: {ends: give}}
    """

COVERED = """() => {
  const frames = (selector) => [...document.querySelectorAll(selector)].map((each) => each.getBBox());
  const apart = (one, other) => one.x > other.x + other.width || other.x > one.x + one.width
    || one.y > other.y + other.height || other.y > one.y + one.height;
  const heads = frames(".edge > path:nth-of-type(2)");
  const badges = frames(".badge > rect");
  return [badges.length, badges.filter((badge) => heads.some((head) => !apart(badge, head))).length];
}"""


def test_where_several_branches_match_all_of_them_are_lit(open_page: Open) -> None:
    page = open_page(page_of((HEAD + dedent(BOTH)).encode()), "#Walk=Case-one")
    taken = page.locator(".edge.taken").evaluate_all("edges => edges.map(edge => edge.dataset.target)")
    assert taken == ["ask", "give", "send"]
    fill = "id => getComputedStyle(document.querySelector(`.node[data-id=${id}] > path`)).fill"
    assert page.evaluate(fill, "give") != "rgb(255, 255, 255)"
    assert page.evaluate(fill, "wait") == "rgb(255, 255, 255)"


def test_no_number_covers_an_arrowhead(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-refractory-at-first-look")
    assert page.evaluate(COVERED) == [15, 0]
    page.click("#ShowCases")
    assert page.evaluate(COVERED) == [15 + 24, 0]


CONTRAST = """() => {
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[0-9.]+/g).map(Number).map(channel);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const against = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  return [...document.querySelectorAll(".node")].flatMap((node) => {
    const ground = light(getComputedStyle(node.querySelector("path")).fill);
    const opacity = Number(getComputedStyle(node).opacity);
    const words = [...node.querySelectorAll("text:not(text ~ path ~ text)")];
    return words.map((text) => opacity * against(light(getComputedStyle(text).fill), ground));
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_no_case_passes_steps_back_and_is_still_read(scheme: str, open_page: Open) -> None:
    page = open_page(page_of((HEAD + dedent(BOTH)).encode()), color_scheme=scheme)
    fill = "getComputedStyle(document.querySelector('.node[data-id=give] > path')).fill"
    before = page.evaluate(fill)
    page.click("#ShowCases")
    assert page.evaluate(fill) != before
    assert min(page.evaluate(CONTRAST)) >= 4.5


def legend(page: Page) -> list[str]:
    return page.locator(".legend li:visible").all_inner_texts()


def test_the_legend_explains_the_signs_that_the_picture_has(open_page: Open) -> None:
    page = open_page(page_of((HEAD + dedent(BOTH)).encode()))
    shown = [words.split("\n")[-1].lstrip("✖⚠ℹ") for words in legend(page)]
    assert shown == ["Decision", "Recommendation", "Advice against", "Error", "Warning"]
    page.evaluate("location.hash = '#Walk=Case-one'")
    page.wait_for_selector(".edge.taken")
    assert legend(page)[-1].endswith("Steps of the patient, in order")
    assert any(words.endswith("Way back into a loop") for words in legend(open_page(page_of_file(NECK))))


def test_the_legend_can_be_opened_in_a_hand(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), viewport={"width": 390, "height": 844})
    assert legend(page) == []
    page.click(".signs > summary")
    assert "Urgent" in legend(page)
    assert page.locator(".legend").evaluate("each => each.getBoundingClientRect().right") <= 390
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("document.querySelector('.signs > summary').checkVisibility() === false")
    assert "Urgent" in legend(page)


SIGN = """([selector, before]) => {
  const {backgroundColor, borderTopColor} = getComputedStyle(document.querySelector(selector), before);
  return [backgroundColor, borderTopColor];
}"""
BOX = """selector => {
  const {fill, stroke} = getComputedStyle(document.querySelector(selector));
  return [fill, stroke];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_have_the_colours_of_their_boxes(scheme: str, open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Steps", color_scheme=scheme)
    for name, step in {"urgent": "urgent-mri", "decision": "response", "against": "no-collar"}.items():
        box = page.evaluate(BOX, f'.node[data-id="{step}"] > path')
        assert page.evaluate(SIGN, [f".legend .{name}", None]) == box
        assert page.evaluate(SIGN, [f"#{step} > .kind", "::before"]) == box
