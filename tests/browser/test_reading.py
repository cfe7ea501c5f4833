"""Reading the page: choosing a step, going along the arrows, searching, the panes, the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, THROAT, page_of, page_of_file, read
from tests.walk.walking import HEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page


def neck(open_page: Open, at: str = "") -> Page:
    return open_page(page_of_file(NECK), at, viewport={"width": 1280, "height": 800})


def box(page: Page, node: str) -> str:
    return f'.node[data-id="{node}"]'


def chosen(page: Page) -> str | None:
    """The step that is read, which the picture, the panel and the address agree on."""
    found: list[str | None] = page.evaluate(
        """() => [document.querySelector(".node.chosen")?.dataset.id,
                  document.querySelector(".step.active")?.id, location.hash.slice(1)]"""
    )
    assert len(set(found)) == 1, found
    return found[0]


def focused(page: Page) -> str | None:
    """The step whose box the keys lead on from."""
    found: str | None = page.evaluate("document.activeElement.closest('.node')?.dataset.id")
    return found


def shown(page: Page, selector: str) -> list[str]:
    return [each.inner_text() for each in page.locator(selector).all() if each.is_visible()]


def test_a_click_shows_all_that_is_to_be_weighed(open_page: Open) -> None:
    page = neck(open_page)
    page.keyboard.press("0")
    page.click(box(page, "short-relaxant"))
    assert chosen(page) == "short-relaxant"
    assert shown(page, ".step h3") == ["A short muscle relaxant as an option"]
    text = read(page.locator("#short-relaxant"))
    line = NECK.read_text("utf-8").split("\n").index("  short-relaxant:") + 1
    for part in (
        "Recommendation · Treatment",
        "Optional: Cyclobenzaprine, for at most 3 weeks",
        "Strength\nNot graded",
        "Certainty\nNot graded",
        "Course\nat most 3 weeks",
        "Contraindicated when: Spasticity of neurological origin",
        "S19 It is given for a short time only, 2 to 3 weeks at the very most, because nothing supports a longer use.",
        "It may be added, so none is as good an answer.",
        "Every source of this recommendation is unresolved",
        "Look back after 4 to 6 weeks",
        "Muscle relaxant indicated\nIs a muscle relaxant indicated?",
        f"YAML, line {line} short-relaxant",
    ):
        assert part in text, part
    page.click("#short-relaxant > details:last-child summary")
    lines = page.locator("#short-relaxant > details:last-child li").all_inner_texts()
    assert lines[:2] == ["  short-relaxant:", "    type: recommendation"]


def test_links_of_the_panel_lead_on_and_the_way_back_leads_back(open_page: Open) -> None:
    page = neck(open_page, "#urgent-mri")
    assert chosen(page) == "urgent-mri"
    page.click("#urgent-mri .next a")
    assert chosen(page) == "surgical-criteria"
    page.click("#surgical-criteria .next li:nth-child(2) a")
    assert chosen(page) == "head-and-neck-cancer"
    page.go_back()
    page.go_back()
    assert chosen(page) == "urgent-mri"


def test_arrow_keys_walk_the_graph(open_page: Open) -> None:
    page = neck(open_page)
    page.focus(box(page, "red-flags"))
    ways = []
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        ways.append(chosen(page))
        assert page.evaluate("document.activeElement.dataset.id") == ways[-1]
    there, other = "urgent-mri", "no-routine-imaging"
    assert ways == [there, other, there, other, "surgical-criteria", other, "red-flags"]


def test_enter_leads_into_the_panel_and_escape_back(open_page: Open) -> None:
    page = neck(open_page)
    page.focus(box(page, "red-flags"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "red-flags"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.id") == "red-flags"


def test_one_box_at_a_time_is_reached_by_tab(open_page: Open) -> None:
    page = neck(open_page, "#response")
    assert page.locator('.node[tabindex="0"]').count() == 1
    assert page.locator('.node[tabindex="0"]').get_attribute("data-id") == "response"
    name = page.locator(box(page, "short-relaxant")).get_attribute("aria-label")
    assert name == (
        "A short muscle relaxant as an option Not graded Optional: Cyclobenzaprine, for at most 3 weeks "
        "Not if: Spasticity of neurological origin ✎ Note 7 ℹ GL504. Recommendation · Treatment. 1 finding"
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("collar", "No collar"),
        ("PREGABALIN", "One nerve-stabilizing agent"),
        ("red-flags-again", "Is there a red flag now?"),
        ("cyclobenzaprine is", None),
    ],
)
def test_search_finds_titles_ids_and_what_is_said(words: str, first: str | None, open_page: Open) -> None:
    page = neck(open_page)
    page.keyboard.press("/")
    page.keyboard.type(words)
    hits = page.locator("#Hits [role=option] bdi").all_inner_texts()
    assert hits[:1] == ([first] if first else [])
    page.keyboard.press("Escape")
    assert page.locator("#Hits").is_hidden()


def test_search_goes_where_it_is_told_by_keys_alone(open_page: Open) -> None:
    page = neck(open_page)
    page.keyboard.press("/")
    page.keyboard.type("surgery")
    page.keyboard.press("ArrowDown")
    second = page.locator('#Hits [aria-selected="true"]').get_attribute("data-to")
    page.keyboard.press("Enter")
    assert chosen(page) == second
    assert focused(page) == second
    page.keyboard.press("/")
    page.keyboard.type("S26")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#Ground-S26"
    assert page.evaluate("document.activeElement.id") == "Panel"
    assert shown(page, "tr.arrived")[0].startswith("S26 With conservative, non-operative care")


def test_the_keys_lead_on_from_where_a_search_or_a_click_has_led(open_page: Open) -> None:
    page = neck(open_page)
    page.keyboard.press("/")
    page.keyboard.type("collar")
    page.keyboard.press("Enter")
    assert chosen(page) == focused(page) == "no-collar"
    page.keyboard.press("ArrowUp")
    assert chosen(page) == focused(page) == "chronic-spasm"
    page.keyboard.press("0")
    page.click(box(page, "short-relaxant"))
    assert chosen(page) == focused(page) == "short-relaxant"
    page.keyboard.press("ArrowUp")
    assert chosen(page) == focused(page) == "relaxant-indication"
    page.go_back()
    page.wait_for_function("location.hash === '#chronic-spasm'")
    assert chosen(page) == "chronic-spasm"
    page.click("#chronic-spasm .before a")
    page.wait_for_function("document.activeElement.matches('.step.active')")


def test_panes_are_links_and_only_one_is_open(open_page: Open) -> None:
    page = neck(open_page)
    counts = {
        "About": "",
        "Steps": " 24",
        "Walk": " 30",
        "Findings": " 9",
        "Proofs": " 33",
        "Sources": " 33",
        "Notes": " 52",
    }
    assert page.locator("#Sections a").all_inner_texts() == [f"{name}{count}" for name, count in counts.items()]
    for name in counts:
        page.click(f'#Sections a[href="#{name}"]')
        assert page.locator(".pane:visible").get_attribute("id") == name
        assert page.locator("#Sections [aria-current]").get_attribute("href") == f"#{name}"


def test_proofs_sources_notes(open_page: Open) -> None:
    page = neck(open_page, "#Proofs")
    assert "Of 33 claims about every patient: 33 proved." in shown(page, "#Proofs")[0]
    relaxant = read(page.locator("#Claim-constraint-relaxant-three-weeks-in-all-0"))
    title = "✓ proved Muscle relaxants for no more than 3 weeks in all"
    assert relaxant.startswith(f"{title}\nAny muscle relaxant at most 3 weeks in all")
    page.click('#Sections a[href="#Sources"]')
    assert "All 33 statements are encoded." in shown(page, "#Sources")[0]
    assert read(page.locator("#Ground-S11 td")).split("\n") == [
        "No routine imaging",
        "Intervention: Routine imaging of the neck",
        "Constraint: No imaging without a red flag",
        "Constraint: Imaging is not advised against where there is a red flag",
    ]
    page.click('#Sections a[href="#Notes"]')
    defects = page.locator("#Notes section:has(h3:text('Defects of the source')) li").all_inner_texts()
    assert len(defects) == 3
    assert defects[0].startswith("S22 Approved products are")
    assert defects[1].startswith("ref-5")


BROKEN = """
facts: {fever: {label: Fever, type: boolean}, rash: {label: Rash, type: boolean}}
interventions: {pill: {label: Pill, kind: medication, class: strong-painkiller}}
start: ask
nodes:
  ask: {type: decision, branches: [{if: fever, then: give}, {if: {all: [rash, {not: fever}]}, then: give}]}
  give: {type: recommendation, recommend: [{for: pill, strength: strong, certainty: high}]}
constraints:
  pill-in-fever: {label: A pill in fever, always: {recommend: {class: strong-painkiller}}, when: fever}
  no-pill: {label: Pills for the ill only, never: {recommend: pill}, when: {all: [{not: fever}, {not: rash}]}}
cases:
  ill: {patient: {fever: true, rash: false}, expect: {ends: give}}
  well: {patient: {fever: false, rash: false}, expect: {recommends: [{class: strong-painkiller}]}}
"""


def test_what_breaks_off_is_not_counted_as_walked_and_proved_for_all(open_page: Open) -> None:
    page = open_page(page_of((HEAD + BROKEN).encode()))
    state = [read(row) for row in page.locator(".state li").all()]
    assert "2\ncases walked, of which 1 breaks off before the end" in state
    assert any("claims proved for every patient, 1 only where the walk does not break off" in row for row in state)
    page.click('#Sections a[href="#Proofs"]')
    lead = page.locator("#Proofs .lead").inner_text()
    assert lead.endswith(" 1 of the proofs holds only for walks that do not break off.")
    page.click('#Sections a[href="#Walk"]')
    assert page.locator("#Cases .lead").inner_text() == "2 cases pass 2 of 2 steps; 1 breaks off before the end."


def test_no_id_stands_in_for_words(open_page: Open) -> None:
    left_out = BROKEN.replace("never: {recommend: pill}", "never: {recommend: pil}")
    page = open_page(page_of((HEAD + left_out).encode()), "#Findings")
    assert "“Pills for the ill only”" in page.locator("#Findings section:has-text('Not judged') .plain").inner_text()
    assert "Not judged, for the errors there: 1 constraint (“Pills for the ill only”)" in read_of(page, "#Proofs")
    assert "Expected end\nPill\n" in read_of(page, "#Case-ill")
    assert "Expected advice\nany strong painkiller\n" in read_of(page, "#Case-well")
    assert "Always any strong painkiller, when: Fever" in read_of(page, "#Proofs")


def read_of(page: Page, part: str) -> str:
    """With what is not on show."""
    page.evaluate("part => { location.hash = document.querySelector(part).closest('.pane').id; }", part)
    page.locator(part).wait_for()
    return read(page.locator(part))


def test_a_row_points_at_its_steps_in_the_picture(open_page: Open) -> None:
    page = neck(open_page, "#Sources")
    page.hover("#Ground-S24")
    meant = page.locator(".node.meant").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
    assert sorted(meant) == ["chronic-spasm", "chronic-spasm-again", "no-collar", "no-collar-now"]


def test_cases_lie_over_the_picture_and_name_themselves(open_page: Open) -> None:
    page = neck(open_page, "#toxin-referral")
    page.click("#ShowCases")
    badges = page.locator(".badge.cases text").all_text_contents()
    assert len(badges) == 24
    assert badges[0] == "30"
    page.click("#toxin-referral .through summary")
    assert page.locator("#toxin-referral .through summary").inner_text() == "4 of 30"
    cases = page.locator("#toxin-referral .through a").all_inner_texts()
    assert len(cases) == 4
    assert "No response to rehabilitation and none to the agent" in cases
    page.click("#ShowCases")
    assert page.locator(".badge.cases").count() == 0


def test_pan_zoom_and_the_whole(open_page: Open) -> None:
    page = neck(open_page)

    def place() -> tuple[float, float, float]:
        found = page.evaluate("() => { const {x, y, scale} = page.zoom.place; return [x, y, scale]; }")
        return found[0], found[1], found[2]

    page.keyboard.press("0")
    whole = place()
    frame = page.locator("#Stage svg").bounding_box()
    stage = page.locator("#Stage").bounding_box()
    assert frame is not None
    assert stage is not None
    assert frame["height"] <= stage["height"]
    page.keyboard.press("+")
    assert place()[2] == pytest.approx(whole[2] * 1.25)
    page.mouse.move(300, 400)
    page.mouse.wheel(0, -300)
    closer = place()
    assert closer[2] > whole[2] * 1.5
    page.mouse.down()
    page.mouse.move(350, 470, steps=4)
    page.mouse.up()
    assert place() == pytest.approx((closer[0] + 50, closer[1] + 70, closer[2]))
    assert page.evaluate("location.hash") == ""
    page.click("#ZoomWhole")
    assert place() == whole


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_nothing_covers_the_picture(width: int, height: int, open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-chronic", viewport={"width": width, "height": height})
    walking = page.locator("#Walking").bounding_box()
    assert walking is not None
    assert walking["y"] + walking["height"] <= the_stage_over_its_tools(page, height)
    page.click("#EndWalk")
    assert the_stage_over_its_tools(page, height) < walking["y"] + walking["height"]


def the_stage_over_its_tools(page: Page, height: int) -> float:
    """Where the stage begins."""
    stage, strip = page.locator("#Stage").bounding_box(), page.locator(".strip").bounding_box()
    assert stage is not None
    assert strip is not None
    assert stage["height"] > 0.4 * height
    assert strip["y"] == pytest.approx(stage["y"] + stage["height"])
    assert strip["y"] + strip["height"] <= height
    return stage["y"]


def test_everything_stands_in_the_text(open_page: Open) -> None:
    page = neck(open_page)
    page.click("#AsText")
    assert page.locator("#Picture").is_hidden()
    assert len(shown(page, ".pane")) == 7
    assert len(shown(page, ".step")) == 24
    page.click("#AsText")
    assert page.locator("#Picture").is_visible()
    assert shown(page, ".step") == []


def test_without_javascript_everything_can_be_read(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), java_script_enabled=False)
    assert page.locator(".step").count() == len(shown(page, ".step")) == 24
    assert page.locator("#Stage svg").is_visible()
    assert shown(page, ".live") == []


def test_a_finding_says_in_words_whom_else_it_is_about(open_page: Open) -> None:
    text = THROAT.read_text("utf-8").replace("at-least: 2, below: 4", "at-least: 1, below: 4")
    words = read(open_page(page_of(text.encode()), "#Findings").locator("#Findings .finding"))
    assert "The same goes for everybody with:\nno Stridor or drooling and" in words
    assert "\nand for others, who are not listed here\n" in words


def test_a_gap_of_a_score_is_told_in_its_totals(open_page: Open) -> None:
    text = THROAT.read_text("utf-8").replace("at-least: 2, below: 4", "at-least: 3, below: 4")
    page = open_page(page_of(text.encode()), "#Findings")
    words = read(page.locator("#Findings .finding"))
    assert "No branch matches this patient\nPatient: Stridor or drooling: no," in words
    assert "The same goes for everybody with:\nModified Centor score 2\n" in words
    assert "Walk: Is the airway at risk? → How likely is a streptococcal infection?" in words
    assert read(page.locator("#Findings")).endswith("1 more follows only from those above, and is left out.")
