"""The real library draws what is written: every box and every arrow, with every label character by character."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from guidelint.cases import patient_of
from guidelint.diagrams.captions import caption_of
from guidelint.diagrams.draw import draw
from guidelint.diagrams.marks import UNMARKED, Marks
from guidelint.diagrams.mermaid import write_mermaid
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.sections import divide
from guidelint.diagrams.text import held_together, shown
from guidelint.diagrams.walk_marks import walk_marks
from guidelint.document import read_document
from guidelint.model import build_guideline
from guidelint.walk import walk
from tests.diagrams.labels import LABELS
from tests.diagrams.large import large_guideline

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NECK = Path(__file__).parents[2] / "guideline" / "neck-spasm.yaml"

READ = """async ([id, text]) => {
  mermaid.initialize({ startOnLoad: false });  // as a forge does it: strict, and nothing else is said
  const { svg } = await mermaid.render(id, text);
  document.body.innerHTML = svg;
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("br").forEach((line) => line.replaceWith("\\n"));
    return copy.textContent;
  };
  const labels = (selector) => [...document.querySelectorAll(selector)].map((each) => [each.id, words(each)]);
  return {
    boxes: [...document.querySelectorAll("g.node")].map((node) =>
      [/flowchart-(\\w+)-\\d+$/.exec(node.id)[1], words(node.querySelector(".label"))]),
    arrows: [...document.querySelectorAll("path.flowchart-link")].map((path) => path.dataset.id),
    labels: [...document.querySelectorAll(".edgeLabels .edgeLabel > .label")].map((label) =>
      [label.dataset.id, words(label)]),
    looks: [...document.querySelectorAll("g.node")].map((node) =>
      [/flowchart-(\\w+)-\\d+$/.exec(node.id)[1], node.getAttribute("class").trim().split(" ").at(-1)]),
    extras: [...document.querySelectorAll("svg a, svg img, svg script, svg i, svg em, svg strong, svg math")].map(
      (each) => each.outerHTML),
  };
}"""


@pytest.fixture(scope="module")
def mermaid(browser: Browser, node_modules: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=node_modules / "mermaid" / "dist" / "mermaid.min.js")
    yield page
    page.close()


def drawn(page: Page, picture: Picture, marks: Marks = UNMARKED) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(READ, ["picture", write_mermaid(picture, marks)])
    for kind in ("boxes", "labels"):
        found[kind] = sorted([id, without_joiner(words)] for id, words in found[kind])
    return found


def without_joiner(words: str) -> str:
    """The one character that we add, and that has no look: without it, Mermaid would take these for its own codes."""
    return words.replace("ﬂ\u2060°", "ﬂ°").replace("¶\u2060ß", "¶ß")


def assert_exact(page: Page, picture: Picture) -> None:
    found = drawn(page, picture)
    assert found["boxes"] == sorted([box.id, held_together(shown(box.text))] for box in picture.boxes)
    assert len(found["arrows"]) == len(picture.arrows)
    labels = [held_together(shown(arrow.text)) for arrow in picture.arrows]
    assert sorted(words for _, words in found["labels"]) == sorted(labels)
    assert found["extras"] == []


def test_hostile_labels_are_words_and_nothing_else(mermaid: Page) -> None:
    boxes = (Box(f"n{number}", None, Shape.DECISION, label) for number, (label, _, _) in enumerate(LABELS))
    arrows = (Arrow(f"n{number}", f"n{number + 1}", label) for number, (label, _, _) in enumerate(LABELS[1:]))
    words = "".join(label for label, _, _ in LABELS)
    assert_exact(mermaid, Picture(words, words, tuple(boxes), tuple(arrows)))


def test_the_neck_spasm_guideline_is_drawn_word_for_word(mermaid: Page) -> None:
    assert_exact(mermaid, draw(build_guideline(read_document(NECK.read_bytes(), NECK.name).data)))


def test_a_divided_guideline_is_drawn_word_for_word(mermaid: Page) -> None:
    guideline = large_guideline(500)
    for sheet in divide(guideline, draw(guideline))[:3]:
        assert_exact(mermaid, sheet.picture)


def test_a_walk_has_its_own_looks(mermaid: Page) -> None:
    guideline = build_guideline(read_document(NECK.read_bytes(), NECK.name).data)
    patient = patient_of(guideline.cases["refractory-at-first-look"])
    walked = walk(guideline, patient)
    caption = caption_of('Somebody; [with] a "fever"', patient, walked, guideline)
    found = drawn(mermaid, draw(guideline), Marks(walk=walk_marks(walked, guideline, caption)))
    looks, boxes = dict(found["looks"]), dict(found["boxes"])
    assert looks.pop("caption") == "caption"
    assert boxes["caption"].split() == caption.text.split()
    passed = {box.id for box in draw(guideline).boxes if box.node in walked.nodes}
    assert {id for id, look in looks.items() if look == "taken"} == passed
    assert {id for id, look in looks.items() if look == "dimmed"} == looks.keys() - passed - {"n0"}
