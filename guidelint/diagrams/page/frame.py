"""The frame of the page: its head, the picture with its tools, and the panel beside it."""

from __future__ import annotations

from collections.abc import Sequence

from guidelint.diagrams.page.about import counts
from guidelint.diagrams.page.markup import Markup, element, in_language, paragraph, said
from guidelint.diagrams.page.review import Review
from guidelint.model import Metadata


def page_body(review: Review, picture: Markup, legend: Markup, panes: Sequence[Markup], cases: Markup) -> Markup:
    skip = element("a", "Skip to the text", href="#Panel", class_="skip")
    about, steps, *others = panes
    panel = element("div", about, steps, _walk(review, cases), *others, id="Panel", tabindex=-1)
    content = element("main", _picture(picture, legend), panel)
    language = review.guideline.metadata.language
    page = element("div", skip, _head(review), content, id="Page", data_lang=None if language == "en" else language)
    return in_language(page, language)


def _head(review: Review) -> Markup:
    metadata = review.guideline.metadata
    title = element("div", element("h1", metadata.title, dir="auto"), _edition(metadata), class_="title")
    return element("header", title, _search(), _sections(review))


def _edition(metadata: Metadata) -> Markup:
    facts = (f"Version {metadata.version}", metadata.status, metadata.date)
    return element("p", said(" · ".join(fact for fact in facts if fact)), class_="meta")


def _search() -> Markup:
    field = element(
        "input",
        id="Search",
        type="text",
        role="combobox",
        aria_label="Search",
        aria_autocomplete="list",
        aria_expanded="false",
        aria_controls="Hits",
        autocomplete="off",
        spellcheck="false",
        placeholder="Search   /",
    )
    hits = element("ul", id="Hits", role="listbox", aria_label="Found", hidden=True)
    return element("div", field, hits, class_="search live", role="search")


def _sections(review: Review) -> Markup:
    number = counts(review)
    links = (
        element("a", name, _count(number.get(name)), href=f"#{name}")
        for name in ("About", "Steps", "Walk", "Findings", "Proofs", "Sources", "Notes")
    )
    text = element("button", "All as text", id="AsText", type="button", class_="live", aria_pressed="false")
    return element("nav", *links, text, id="Sections", aria_label="Parts of the review", class_="screen-only")


def _count(number: int | None) -> Markup | None:
    return None if number is None else element("span", f" {number:,}", class_="count")


def _picture(picture: Markup, legend: Markup) -> Markup:
    stage = element("div", picture, id="Stage")
    strip = element("div", legend, _tools(), class_="strip")
    return element("section", _walking(), stage, strip, id="Picture", aria_label="Picture")


def _tools() -> Markup:
    cases = element(
        "button", "Cases", id="ShowCases", type="button", title="How many pass each step", aria_pressed="false"
    )
    tools = (("ZoomOut", "−", "Zoom out"), ("ZoomIn", "+", "Zoom in"), ("ZoomWhole", "Whole", "Whole picture"))
    zoom = (element("button", words, id=id, type="button", aria_label=label, title=label) for id, words, label in tools)
    return element("div", cases, *zoom, class_="tools live", role="group", aria_label="Picture tools")


def _walking() -> Markup:
    """Says whose way is lit up, and puts it out."""
    who = element("bdi", id="WalkingWho")
    end = element("button", "End", id="EndWalk", type="button", aria_label="End the walk")
    return element("div", "Walking: ", who, " ", end, id="Walking", class_="live", hidden=True)


def _walk(review: Review, cases: Markup) -> Markup:
    needs = (
        "Walking a patient needs JavaScript."
        if review.report.sound
        else "No patient can be walked, for the errors here."
    )
    walker = element("div", paragraph(needs), id="Walker", class_="screen-only")
    return element("section", element("h2", "Walk a patient"), walker, cases, id="Walk", class_="pane")
