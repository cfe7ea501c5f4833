"""What the signs of the picture mean: of those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagrams.overlay import Overlay, Tone
from guidelint.diagrams.page.markup import Markup, element
from guidelint.diagrams.palette import name_of
from guidelint.diagrams.pills import TONE_SIGNS
from guidelint.diagrams.placed import Layout

LOOKS = {
    "decision": "Decision",
    "recommendation": "Recommendation",
    "urgent": "Urgent",
    "emergency": "Emergency",
    "against": "Advice against",
    "follow_up": "Follow-up",
    "nowhere": "No answer for a patient",
    "undefined": "Not defined",
}
LOOP = "Way back into a loop"
WAY = "Steps of the patient, in order"
TONES = {Tone.ERROR: "Error", Tone.WARNING: "Warning", Tone.INFO: "Info"}


def legend(layout: Layout, overlay: Overlay) -> Markup:
    """Open where there is room for it; the page closes it in a hand."""
    signs = element("ul", *_items(layout, overlay), class_="legend", aria_label="Legend")
    return element("details", element("summary", "Legend"), signs, class_="signs", open=True)


def _items(layout: Layout, overlay: Overlay) -> Iterator[Markup]:
    looks = {name_of(placed.face.box) for placed in layout.boxes}
    yield from (_item(name, words) for name, words in LOOKS.items() if name in looks)
    if any(placed.face.arrow.closes_loop for placed in layout.arrows):
        yield _item("loop", LOOP)
    badges = [badge for marks in overlay.boxes.values() for badge in marks.badges]
    badges += [badge for marks in overlay.arrows.values() for badge in marks.badges]
    tones = {badge.tone for badge in badges}
    for tone, words in TONES.items():
        if tone in tones:
            yield element("li", element("span", TONE_SIGNS[tone], class_=f"sign {tone.value}"), words)
    yield element("li", element("span", "1", class_="sign way"), WAY, class_="on-walks")


def _item(name: str, words: str) -> Markup:
    return element("li", element("span", class_=f"swatch {name}"), words)
