"""The real Graphviz draws the DOT text: every box and every arrow, with every label character by character."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

import pygraphviz
import pytest

from guidelint.cases import patient_of
from guidelint.diagrams.dot import ARROW_WIDTH, BOX_WIDTH, write_dot
from guidelint.diagrams.draw import draw
from guidelint.diagrams.marks import UNMARKED, Marks
from guidelint.diagrams.palette import LIGHT
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.text import shown, wrapped
from guidelint.diagrams.walk_marks import walk_marks
from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from guidelint.walk import walk
from tests.diagrams.labels import LABELS

NECK = Path(__file__).parents[2] / "guideline" / "neck-spasm.yaml"
SVG = {"svg": "http://www.w3.org/2000/svg"}


def drawn(picture: Picture, marks: Marks = UNMARKED) -> list[Xml.Element]:
    """The groups of an SVG that Graphviz itself draws of the text: what is in them is what it made of it."""
    svg = pygraphviz.AGraph(string=write_dot(picture, marks)).draw(format="svg", prog="dot")
    return Xml.fromstring(svg).findall(".//svg:g", SVG)  # noqa: S314 - our own text


def lines(groups: list[Xml.Element], kind: str) -> dict[str, list[str]]:
    """Graphviz leaves empty lines out, and keeps spaces together."""
    found: dict[str, list[str]] = {}
    for group in groups:
        if group.get("class") == kind:
            words = [(text.text or "").replace("\u00a0", " ").strip() for text in group.findall("svg:text", SVG)]
            found[group.findtext("svg:title", "", SVG)] = [line for line in words if line]
    return found


def expected(text: str, width: int) -> list[str]:
    written = (line.replace("\u00a0", " ").strip() for line in wrapped(shown(text), width).split("\n"))
    return [line for line in written if line]


def assert_exact(picture: Picture) -> None:
    groups = drawn(picture)
    assert lines(groups, "node") == {box.id: expected(box.text, BOX_WIDTH) for box in picture.boxes}
    arrows = {f"{arrow.source}->{arrow.target}": expected(arrow.text, ARROW_WIDTH) for arrow in picture.arrows}
    assert lines(groups, "edge") == arrows


def neck() -> Guideline:
    return build_guideline(read_document(NECK.read_bytes(), NECK.name).data)


@pytest.mark.filterwarnings("ignore")  # Graphviz wants to say what it thinks of fonts
def test_hostile_labels_are_words_and_nothing_else() -> None:
    boxes = (Box(f"n{number}", None, Shape.DECISION, label) for number, (label, _, _) in enumerate(LABELS))
    arrows = (Arrow(f"n{number}", f"n{number + 1}", label) for number, (label, _, _) in enumerate(LABELS[1:]))
    picture = Picture("Labels", "", tuple(boxes), tuple(arrows))
    assert_exact(picture)
    addresses = [each for group in drawn(picture) for each in group.iter() if each.tag.endswith(("}a", "}image"))]
    assert addresses == []


@pytest.mark.filterwarnings("ignore")
def test_the_neck_spasm_guideline_is_drawn_word_for_word() -> None:
    picture = draw(neck())
    groups = drawn(picture)
    assert lines(groups, "node") == {box.id: expected(box.text, BOX_WIDTH) for box in picture.boxes}
    assert len([group for group in groups if group.get("class") == "edge"]) == len(picture.arrows)


@pytest.mark.filterwarnings("ignore")
def test_a_walk_has_its_own_colours() -> None:
    guideline = neck()
    walked = walk(guideline, patient_of(guideline.cases["refractory-at-first-look"]))
    picture = draw(guideline)
    groups = drawn(picture, Marks(walk=walk_marks(walked, guideline)))
    nodes = {box.id: box.node for box in picture.boxes}
    outlined = {
        nodes[group.findtext("svg:title", "", SVG)]
        for group in groups
        if group.get("class") == "node" and any(each.get("stroke") == LIGHT.way for each in group)
    }
    assert outlined == set(walked.nodes)
