"""The SVG, read by an XML parser: every word as it was written, nothing that acts, every box and arrow by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidelint.diagrams import render
from guidelint.diagrams.draw import draw
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.overlay import ArrowMarks, Badge, BoxMarks, Change, Overlay, Tone
from guidelint.diagrams.palette import DARK, LIGHT, PALETTES, Palette
from guidelint.diagrams.picture import Arrow, Box, Picture, Shape
from guidelint.diagrams.svg import draw_svg
from guidelint.diagrams.text import shown
from guidelint.document import read_document
from guidelint.model import build_guideline
from tests.diagrams.labels import LABELS
from tests.diagrams.test_pictures_in_docs import without_places

HERE = Path(__file__).parent
SORE_THROAT = HERE.parent / "guidelines" / "sore-throat.yaml"
SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = [
    *(label for label, _, _ in LABELS),
    "<script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>",
    "\"' onload='alert(1)' x=\"",
    "&#x3C;script>&lt;&amp;",
    "]]><![CDATA[<script/>]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "a\x00b\x08c\x1bd\ufffe\uffff",
    "\u202e75 mg\u202c \u2066x\u2069",
    "\ud800 alone \udfff",
    "x" * 10_000,
    "word " * 2_000,
    "👩\u200d⚕️ 💊 日本語 שלום العربية ﷽",
]


def svg(picture: Picture, palette: Palette = LIGHT, overlay: Overlay | None = None) -> str:
    return draw_svg(drawing_of(lay_out([picture]), palette, overlay or Overlay()))


def one_box(title: str, detail: str, label: str) -> Picture:
    boxes = (Box("n1", "a", Shape.DECISION, title, (detail,)), Box("n2", "b", Shape.RECOMMENDATION, "B"))
    return Picture(title, detail, boxes, (Arrow("n1", "n2", label),))


def words(element: ElementTree.Element) -> str:
    """All letters of the lines in a group; where they are broken, spaces are lost."""
    return "".join("".join(text.text or "" for text in element.iter(f"{SVG}text")).split(" "))


def letters(*texts: str) -> str:
    return "".join(shown(text) for text in texts).replace("\n", "").replace(" ", "")


def groups(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [group for group in root.iter(f"{SVG}g") if group.attrib["class"].split()[0] == kind]


def with_inherited(
    element: ElementTree.Element, around: Mapping[str, str]
) -> Iterator[tuple[str | None, dict[str, str]]]:
    """The words and the attributes of each line of text, with those of the groups around it."""
    own = {**around, **element.attrib}
    if element.tag == f"{SVG}text":
        yield element.text, own
    for part in element:
        yield from with_inherited(part, own)


def looks(root: ElementTree.Element) -> dict[str | None, tuple[str, ...]]:
    names = ("fill", "font-size", "font-weight", "text-anchor")
    return {text: tuple(found[name] for name in names) for text, found in with_inherited(root, {})}


def assert_inert_and_exact(text: str, title: str, detail: str, label: str) -> None:
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "rect", "g", "path", "text")
    }
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name or name in ("style", "id")]
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (shown(title), shown(detail))
    assert [words(group) for group in groups(root, "node")] == [letters(title, detail), "B"]
    assert [words(group) for group in groups(root, "edge")] == [letters(label) if label.strip() else ""]


@pytest.mark.parametrize("label", HOSTILE, ids=lambda label: ascii(label[:40]))
def test_hostile_labels_are_words_and_nothing_else(label: str) -> None:
    assert_inert_and_exact(svg(one_box(label, label, label)), label, label, label)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=50), st.text(max_size=50), st.text(max_size=50))
def test_any_label_is_read_back(title: str, detail: str, label: str) -> None:
    assert_inert_and_exact(svg(one_box(title, detail, label)), title, detail, label)


def test_spaces_stay_as_they_are() -> None:
    root = ElementTree.fromstring(svg(one_box("a  b", "", "")))  # noqa: S314 - our own text
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}space"] == "preserve"
    assert [text.text for text in groups(root, "node")[0].iter(f"{SVG}text")] == ["a  b"]


def test_a_line_that_other_fonts_draw_is_not_stretched() -> None:
    """Whatever room is kept for it."""
    assert "textLength" not in svg(one_box("日本語 حمى 🙂", "บุหรี่", "発熱"))


def test_boxes_and_arrows_are_found_by_their_ids() -> None:
    guideline = build_guideline(read_document(SORE_THROAT.read_bytes(), "x").data)
    root = ElementTree.fromstring(svg(draw(guideline)))  # noqa: S314 - our own text
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == guideline.metadata.title
    assert [node.attrib["data-id"] for node in groups(root, "node")] == [":n0", *guideline.nodes]
    edges = {(edge.attrib["data-source"], edge.attrib["data-target"]) for edge in groups(root, "edge")}
    targets = {(id, target) for id, target in edges if id != ":n0"}
    assert targets < {(one, other) for one in guideline.nodes for other in guideline.nodes}
    assert len({edge.attrib["data-id"] for edge in groups(root, "edge")}) == len(groups(root, "edge"))


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_palette_changes_colours_only(palette: Palette) -> None:
    picture = draw(build_guideline(read_document(SORE_THROAT.read_bytes(), "x").data))
    colour = re.compile('"#[0-9a-f]{6}"')
    assert colour.sub("", svg(picture, palette)) == colour.sub("", svg(picture))


def test_numbers_have_one_digit_behind_the_point() -> None:
    picture = draw(build_guideline(read_document(SORE_THROAT.read_bytes(), "x").data))
    places = re.findall(r' (?:d|x|y|width|height|stroke-width)="([^"]*)"', svg(picture))
    numbers = [number for place in places for number in re.findall(r"-?[^- Mchlvz]+", place)]
    assert len(numbers) > 800
    assert [number for number in numbers if not re.fullmatch(r"-?[1-9]\d*(\.[1-9])?|-?\.[1-9]|0", number)] == []


def test_marks_are_drawn_in_shapes_and_words() -> None:
    boxes = {
        "a": BoxMarks(steps=(1, 3), badges=(Badge("GL401", Tone.ERROR), Badge("GL504", Tone.INFO))),
        "b": BoxMarks(change=Change.REMOVED),
    }
    arrows = {"e0": ArrowMarks(is_taken=True, badges=(Badge("GL303", Tone.WARNING),), change=Change.ADDED)}
    picture = one_box("A", "", "yes")
    plain, marked = (ElementTree.fromstring(svg(picture, DARK, overlay)) for overlay in (None, Overlay(boxes, arrows)))  # noqa: S314 - our own text
    assert [words(group) for group in groups(marked, "node")] == ["A1·3ℹGL504✖GL401", "B−removed"]
    assert [words(group) for group in groups(marked, "edge")] == ["yes+⚠GL303"]
    assert [group.attrib["class"] for group in marked.iter(f"{SVG}g")] == [
        "edges",
        "edge taken added",
        "nodes",
        "node decision passed",
        "node recommendation removed",
    ]
    assert looks(plain)["A"] == looks(marked)["A"]


def test_many_steps_are_counted_in_few_words() -> None:
    marks = Overlay({"a": BoxMarks(steps=tuple(range(1, 1000)))})
    root = ElementTree.fromstring(svg(one_box("A", "", ""), overlay=marks))  # noqa: S314 - our own text
    assert words(groups(root, "node")[0]) == "A1·2·3·4·5·6·…"


def test_dimmed_words_are_still_read() -> None:
    marks = Overlay({"b": BoxMarks(is_dimmed=True)}, {"e0": ArrowMarks(is_dimmed=True)})
    root = ElementTree.fromstring(svg(one_box("A", "", "yes"), overlay=marks))  # noqa: S314 - our own text
    assert {text: fill for text, (fill, *_) in looks(root).items()} == {
        "A": LIGHT.ink,
        "B": LIGHT.muted,
        "yes": LIGHT.muted,
    }


def test_what_words_have_in_common_is_said_once() -> None:
    root = ElementTree.fromstring(svg(one_box("A", "detail", "yes")))  # noqa: S314 - our own text
    assert looks(root) == {
        "yes": (LIGHT.ink, "11", "normal", "middle"),
        "A": (LIGHT.ink, "13", "bold", "start"),
        "detail": (LIGHT.ink, "11", "normal", "start"),
        "B": (LIGHT.ink, "13", "bold", "start"),
    }
    assert [sorted(text.attrib) for text in root.iter(f"{SVG}text")] == [
        ["x", "y"],
        ["x", "y"],
        ["font-size", "font-weight", "x", "y"],
        ["x", "y"],
    ]


def test_sore_throat_is_drawn_as_it_was_looked_at() -> None:
    """Look at the picture before taking a new one, by `guidelint diagram --no-findings`."""
    (file,) = render("svg", build_guideline(read_document(SORE_THROAT.read_bytes(), "x").data)).files
    kept = (HERE / "sore-throat.svg").read_text("utf-8")
    assert without_places(file.content.decode()) == without_places(kept)
