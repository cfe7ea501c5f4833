"""What a walk lights up in the picture: all branches that match where it is not decided, and every arrowhead."""

from __future__ import annotations

from textwrap import dedent

from tests.browser.conftest import Open
from tests.browser.pages import NECK, page_of, page_of_file
from tests.walk.walking import HEAD

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
