"""Walking a patient in the page: a case, one who refutes a claim, one of the reader's own."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, page_of, page_of_file, read
from tests.walk.walking import HEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page


def lit(page: Page) -> list[str]:
    found: list[str] = page.locator(".node.on-way").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
    return found


def way(page: Page) -> list[str]:
    return page.locator(".walked > li > a").all_inner_texts()


def advice(page: Page) -> list[str]:
    return page.locator("#Walker .what").all_inner_texts()


def answer(page: Page, **answers: str) -> None:
    for fact, value in answers.items():
        row = page.locator(f"#Walker fieldset:has-text('{fact.replace('_', ' ')}')")
        row.get_by_role("radio", name=value, exact=True).check()
    page.click("#Walker button:has-text('Continue')")


def as_usual(page: Page, **answers: str) -> None:
    """The rest as the guideline takes it for granted, where there is a rest; `answers` are all others."""
    usual = page.locator("#Walker .questions > button[type=button]")
    if usual.count():
        usual.click()
    answer(page, **answers)


def seen_in_picture(page: Page, node: str) -> bool:
    """All of the box is in the picture, and that part of the picture is on the screen."""
    box, stage = page.locator(f'.node[data-id="{node}"]').bounding_box(), page.locator("#Stage").bounding_box()
    assert box is not None
    assert stage is not None
    height = (page.viewport_size or {"height": 720})["height"]
    return (
        stage["x"] <= box["x"] + 1
        and box["x"] + box["width"] <= stage["x"] + stage["width"] + 1
        and max(0, stage["y"]) <= box["y"] + 1
        and box["y"] + box["height"] <= min(height, stage["y"] + stage["height"]) + 1
    )


def test_a_case_lights_up_its_way(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk")
    page.select_option("#Patient", label="Partial response at the first look, good at the second")
    assert page.locator("#Walker [role=status]").inner_text() == (
        "The way ends in “Keep up ergonomics and breaks” after 3 visits."
    )
    assert "urgent-mri" not in lit(page)
    assert {"red-flags", "no-routine-imaging", "short-relaxant", "follow-up", "response", "keep-up"} <= set(lit(page))
    assert len(way(page)) == page.locator(".walked > li").count() == 20
    badges = page.locator(".badge.walk text").all_text_contents()
    assert badges[:2] == ["1", "2"]
    assert "10, 15" in badges
    assert advice(page)[-1] != advice(page)[0] != "⊘ Do not: Routine imaging of the neck"
    assert "⊘ Do not: Routine imaging of the neck" in advice(page)
    assert "Optional: Cyclobenzaprine, for at most 3 weeks" in advice(page)
    assert page.locator(".edge.taken").count() == len({*zip(way(page), way(page)[1:], strict=False)}) + 1
    page.click("#EndWalk")
    assert lit(page) == []
    assert page.locator(".badge.walk").count() == 0


def test_a_patient_of_ones_own_is_asked_decision_by_decision(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=new")
    assert page.locator("#Walker fieldset legend").count() == 12
    as_usual(page, Fever="Yes")
    assert lit(page) == ["red-flags", "urgent-mri", "surgical-criteria"]
    assert read(page.locator(".walked li >> nth=0")) == "Is there a red flag?\n→ Any red flag\nsince Fever: yes"
    to_treatment(page)
    assert page.locator("#Walker h3 >> nth=0").inner_text() == "What has the treatment achieved? (visit 2)"
    answer(page, Response_to_rehabilitation="Good")
    page.wait_for_selector("#Walker .problem:has-text('Answer for “Response to the nerve-stabilizing agent”')")
    answer(page, Response_to_the_nerve="Partial")


def to_treatment(page: Page) -> None:
    """From the second question to the one after the first treatment."""
    as_usual(page)
    answer(page, Past_treatment="No")
    answer(page, Time_course="Acute")
    for _ in range(3):
        as_usual(page)
    answer(page, Time_course="Acute")


def test_nothing_is_answered_unless_the_reader_answers(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=new")
    form, problem = page.locator("#Walker form"), page.locator("#Walker .problem")
    assert form.locator(":checked").count() == 0
    for asked in ("Myelopathy", "Radiculopathy with motor weakness", "Another neurological deficit"):
        page.click("#Walker button:has-text('Continue')")
        assert problem.inner_text() == f"Answer for “{asked}”"
        assert read(form.locator("fieldset:has(.problem)")).startswith(asked)
        assert page.evaluate("document.activeElement.closest('fieldset').querySelector('legend').textContent") == asked
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
    assert page.locator(".known li").count() == 0
    assert form.locator(":checked + span").all_inner_texts() == ["No"] * 3
    page.keyboard.press("Enter")
    assert problem.inner_text() == "Answer for “Fever”"


def test_what_is_usual_is_answered_on_purpose(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=new")
    fill = page.locator("#Walker .questions > button[type=button]")
    assert fill.inner_text() == "None of these"
    page.locator("#Walker fieldset:has-text('Fever')").get_by_role("radio", name="Yes", exact=True).check()
    assert fill.inner_text() == "None of the others"
    fill.focus()
    page.keyboard.press("Enter")
    assert page.locator("#Walker form [role=status]").inner_text() == "11 answers filled in with “No”."
    assert page.locator("#Walker fieldset :checked + span").all_inner_texts() == ["No"] * 3 + ["Yes"] + ["No"] * 8
    page.keyboard.press("Enter")
    assert page.locator(".known li").count() == 12
    assert "Fever: yes Change" in page.locator(".known li").all_inner_texts()


USUAL = """
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
  onset: {label: Onset, type: choice, values: {fast: Fast, slow: Slow}, default: slow}
  fever: {label: Fever, type: boolean}
start: ask
interventions:
  pill: {label: Pill, kind: medication}
nodes:
  ask:
    type: decision
    branches:
      - {if: {all: [{fact: age, below: 18}, {fact: onset, is: fast}, fever]}, then: give}
      - {if: {any: [{fact: age, at-least: 18}, {fact: onset, is: slow}, {not: fever}]}, then: give}
  give: {type: recommendation, recommend: [{for: pill, strength: strong, certainty: high}]}
"""


def test_what_has_no_usual_answer_is_still_asked(open_page: Open) -> None:
    page = open_page(page_of((HEAD + dedent(USUAL)).encode()), "#Walk=new")
    assert page.locator("#Walker [inputmode=decimal]").input_value() == ""
    page.click("#Walker button:has-text('All as usual')")
    assert page.locator("#Walker form [role=status]").inner_text() == "2 answers filled in as usual."
    answer(page)
    assert page.locator("#Walker .problem").inner_text() == "Answer for “Fever”"
    answer(page, Fever="No")
    assert page.locator(".known li").all_inner_texts() == [
        "Age: 40 years Change",
        "Onset: Slow Change",
        "Fever: no Change",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_off_the_way_is_still_read(scheme: str, open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-chronic", color_scheme=scheme)
    worst = page.evaluate(CONTRASTS)
    assert worst["count"] > 50
    assert worst["least"] >= 4.5
    start = page.locator('.node.start[data-id=":n0"] > path:first-child')
    fills = [start.evaluate("path => getComputedStyle(path).fill")]
    page.click("#EndWalk")
    fills.append(start.evaluate("path => getComputedStyle(path).fill"))
    assert fills[0] == fills[1]


CONTRASTS = """() => {
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[0-9]+/g).map((each) => part(each / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const ratios = [...document.querySelectorAll("#Stage :is(.node, .edge) > text")].map((text) => {
    const box = text.closest(".node")?.querySelector("path");
    const pill = text.previousElementSibling;
    const isPill = pill?.matches("path") && pill.matches("text ~ path");
    const under = isPill ? getComputedStyle(pill).fill : box ? getComputedStyle(box).fill : ground;
    const [high, low] = [light(getComputedStyle(text).fill), light(under)].sort((one, other) => other - one);
    const opacity = Number(getComputedStyle(text.closest("g")).opacity);
    return opacity === 1 ? (high + 0.05) / (low + 0.05) : 0;
  });
  return { count: ratios.length, least: Math.min(...ratios) };
}"""


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 720}, {"width": 390, "height": 844}], ids=["desk", "hand"]
)
def test_where_the_way_has_come_to_is_seen_in_the_picture(viewport: dict[str, int], open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=new", viewport=viewport)
    as_usual(page)
    to_treatment(page)
    assert seen_in_picture(page, "response")


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 720}, {"width": 390, "height": 844}], ids=["desk", "hand"]
)
def test_a_walk_opens_at_its_start_which_stays_in_sight(viewport: dict[str, int], open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-partial-then-good", viewport=viewport)
    assert seen_in_picture(page, "red-flags")
    page.set_viewport_size({"width": 390, "height": 700})
    page.wait_for_function("innerWidth === 390 && innerHeight === 700")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("scrollTo(0, 0)")
    assert seen_in_picture(page, "red-flags")


def test_whose_walk_it_is_stands_on_paper(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-chronic")
    who = page.locator("#WalkingWho").inner_text()
    page.emulate_media(media="print")
    assert page.locator("#Walking").inner_text().split() == ["Walking:", *who.split()]
    line, picture = page.locator("#Walking").bounding_box(), page.locator("#Stage svg").bounding_box()
    assert line is not None
    assert picture is not None
    assert line["y"] + line["height"] <= picture["y"]


REFUTED = """
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120]}
  weight: {label: Weight, type: decimal, unit: kg, range: [0, 300]}
  allergy: {label: Allergy, type: boolean, known: maybe}
  improved: {label: Improved, type: boolean, observed: each-visit}
statements:
  S1: {says: Give it}
  S2: {says: Nobody rests on this}
interventions:
  pill: {label: Pill, kind: medication}
start: age
nodes:
  age:
    type: decision
    label: How old?
    because: [S1]
    branches:
      - {if: {fact: age, below: 18}, then: give}
      - {if: {fact: age, at-least: 16}, then: allergy}
  allergy:
    type: decision
    label: Allergic?
    branches:
      - {if: {unknown: allergy}, then: give}
      - {if: allergy, then: look}
      - {else: weight}
  weight:
    type: decision
    label: How heavy?
    branches:
      - {if: {fact: weight, above: 70.5}, then: give}
      - {else: look}
  look: {type: follow-up, label: Look, after: 1 wk, observe: [improved], at-most: 1, then: better, otherwise: give}
  better:
    type: decision
    label: Better?
    branches:
      - {if: improved, then: give}
      - {else: look}
  give:
    type: recommendation
    label: Give it
    recommend: [{for: pill, strength: strong, certainty: high, because: [S1]}]
constraints:
  not-in-allergy: {label: No pill in allergy, never: {recommend: pill}, when: allergy, because: [S1]}
"""


def refuted(open_page: Open, at: str) -> Page:
    return open_page(page_of((HEAD + dedent(REFUTED)).encode()), at)


def test_numbers_units_unknowns_and_visits_can_be_answered(open_page: Open) -> None:
    page = refuted(open_page, "#Walk=new")
    problem = page.locator("#Walker .problem")
    for typed, wrong in (
        ("", "Answer for “Age”"),
        ("old", "“Age” is a number"),
        ("30.5", "“Age” is a whole number"),
        ("130", "“Age” is 0 to 120 years"),
    ):
        page.fill("#Walker [inputmode=decimal]", typed)
        page.click("#Walker button:has-text('Continue')")
        assert problem.inner_text() == wrong
    page.fill("#Walker [inputmode=decimal]", "40")
    answer(page)
    answer(page, Allergy="No")
    page.fill("#Walker [inputmode=decimal]", "70,5")
    answer(page)
    assert page.locator("#Walker h3 >> nth=0").inner_text() == "Better? (visit 2)"
    answer(page, Improved="No")
    assert way(page) == ["How old?", "Allergic?", "How heavy?", "Look", "Better?", "Look", "Give it"]
    assert read(page.locator(".walked li >> nth=5")) == "Look\n→ seen again once already"
    known = page.locator(".known li").all_inner_texts()
    assert known == [
        "Age: 40 years Change",
        "Allergy: no Change",
        "Weight: 70.5 kg Change",
        "Improved at visit 2: no Change",
    ]
    page.click("[aria-label='Change Weight']")
    page.fill("#Walker [inputmode=decimal]", "70.50000000000000001")
    answer(page)
    assert way(page) == ["How old?", "Allergic?", "How heavy?", "Give it"]
    page.click("[aria-label='Change Allergy']")
    answer(page, Allergy="Unknown")
    assert way(page) == ["How old?", "Allergic?", "Give it"]


def test_whoever_refutes_a_claim_can_be_walked(open_page: Open) -> None:
    page = refuted(open_page, "#Proofs")
    claims = [read(claim) for claim in page.locator("#Proofs .claims > li").all()]
    assert claims[0].startswith(
        "✕ refuted No pill in allergy\nNever Pill, when: Allergy\nFails for\nAllergy: unknown\n"
        "The same goes for everybody with:\n(Allergy or Allergy unknown)\n"
        "How old? → Allergic? → Give it\nWalk this patient\nS1 Give it"
    )
    assert claims[1].startswith(
        "✕ refuted How old?\nFails for\nAge: 17 years\nSince\nbranches 1 and 2 match\n"
        "The same goes for everybody with:\nAge 16 to 17 years\nHow old?\nWalk this patient"
    )
    page.click("#Claim-constraint-not-in-allergy-0 .action")
    assert page.locator("#Patient option:checked").inner_text() == "No pill in allergy"
    assert way(page)[-1] == "Give it"
    page.go_back()
    page.click("#Claim-decision-age-0 .action")
    assert (
        page.locator("#Walker [role=status]").inner_text()
        == "Overlap: branches 1 and 2 of “How old?” match this patient, and none of them is taken."
    )


def test_what_is_not_encoded_and_not_proved_stands_out(open_page: Open) -> None:
    page = refuted(open_page, "#Sources")
    assert page.locator("#Sources .lead").inner_text() == "1 of 2 statements are not encoded: S2."
    assert page.locator("#Ground-S2 td").inner_text() == "⚠ Not encoded"
    page.click('#Sections a[href="#About"]')
    assert "of 5 claims proved for every patient, 2 refuted" in page.locator("#About").inner_text().replace("\\n", " ")


def test_a_patient_whom_the_guideline_rules_out_is_named_first_and_given_no_advice(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=new")
    for _ in range(2):
        as_usual(page)
    assert advice(page) == ["⊘ Do not: Routine imaging of the neck"]
    answer(page, Past_treatment="Yes")
    warning = page.locator("#Walker [role=status]")
    assert read(warning) == (
        "There is no such patient, and so no advice.\n"
        "The guideline assumes if Past treatment for head and neck cancer, then Past malignancy"
    )
    assert warning.evaluate("each => getComputedStyle(each).borderTopWidth") == "2px"
    assert advice(page) == []
    assert page.locator("#Walker form").count() == 0
    assert page.locator("#Walker h3").all_inner_texts() == ["What is known", "The way"]
    page.click("[aria-label='Change Past treatment for head and neck cancer']")
    answer(page, Past_treatment="No")
    assert advice(page)[0] == "⊘ Do not: Routine imaging of the neck"


def test_advice_stands_by_visit_the_latest_first(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-red-flag-develops")
    words = read(page.locator("#Walker .by-visit"))
    assert words.startswith("Visit 3, the latest\nMonitor at eye level, ")
    assert "\nVisit 2\n⚠ Urgent: Cervical MRI without contrast\n" in words
    assert "\nVisit 1\n⊘ Do not: Routine imaging of the neck\n" in words
    assert page.locator("#Walker .by-visit h4").count() == 3


def test_a_case_that_is_changed_becomes_a_patient_of_ones_own(open_page: Open) -> None:
    page = open_page(page_of_file(NECK), "#Walk=Case-chronic")
    assert page.locator(".known li").all_inner_texts()[0] == "Time course of the spasm: Chronic Change"
    page.click(".known li:first-child button")
    assert page.locator("#Walker fieldset :checked + span").inner_text() == "Chronic"
    answer(page, Time_course="Acute")
    assert "short-relaxant" in lit(page)
    assert page.locator("#WalkingWho").inner_text() == "A patient of your own"


def test_a_guideline_with_errors_is_shown_with_them_and_nobody_is_walked(open_page: Open) -> None:
    broken = dedent(REFUTED).replace("{else: weight}", "{else: nowhere}")
    page = open_page(page_of((HEAD + broken).encode()), "#Walk=new")
    assert page.locator("#Walker").inner_text() == "No patient can be walked, for the errors here."
    assert "Nothing is proved here" in (page.locator("#Proofs").text_content() or "")
    page.evaluate("location.hash = '#allergy'")
    assert "otherwise\nnowhere (not defined)" in read(page.locator("#allergy"))
    page.click("#allergy .next li:nth-child(3) a")
    assert page.locator(".pane.active").get_attribute("id") == "About"
