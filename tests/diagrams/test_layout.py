"""Where things are placed: nothing lies on anything else, words stay in their boxes, and what is the same stays put."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layered import layered, loop

from guidelint.diagrams.draw import draw
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.picture import Arrow, Box, Emphasis, Picture, Shape
from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from guidelint.testing import guidelines
from tests.diagrams.placing import faults

HERE = Path(__file__).parent
NECK_SPASM = HERE.parents[1] / "guideline" / "neck-spasm.yaml"
SORE_THROAT = HERE.parent / "guidelines" / "sore-throat.yaml"

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(["Fever", "x" * 300, "at least 45 years"])
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def load(path: Path) -> Guideline:
    return build_guideline(read_document(path.read_bytes(), path.name).data)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """Any boxes and any arrows: loops, arrows to the same box, several of them between the same two."""
    count = draw(st.integers(1, 8))
    boxes = [
        Box(
            f"n{number}",
            f"node-{number}" if number else None,
            draw(st.sampled_from(Shape)),
            draw(TEXTS),
            tuple(draw(st.lists(TEXTS, max_size=3))),
            draw(st.sampled_from(Emphasis)),
        )
        for number in range(count)
    ]
    ends = st.integers(0, count - 1).map("n{}".format)
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, TEXTS | st.just(""), st.booleans()), max_size=14))
    return Picture("Title", "", tuple(boxes), tuple(arrows))


@SLOW
@given(pictures())
def test_any_picture_can_be_read(picture: Picture) -> None:
    assert faults(lay_out([picture])) == []


@SLOW
@given(guidelines(most_nodes=25))
def test_any_guideline_can_be_read(guideline: Guideline) -> None:
    assert faults(lay_out([draw(guideline)])) == []


@SLOW
@given(pictures(), pictures())
def test_two_versions_can_be_read_in_one_layout(old: Picture, new: Picture) -> None:
    layout = lay_out([old, new])
    assert faults(layout) == []
    for number, picture in enumerate((old, new)):
        drawn = layout.version(number)
        assert {box.face.box for box in drawn.boxes} == set(picture.boxes)
        assert sorted((arrow.face.arrow for arrow in drawn.arrows), key=repr) == sorted(picture.arrows, key=repr)


@pytest.mark.parametrize("path", [SORE_THROAT, NECK_SPASM], ids=lambda path: path.stem)
def test_our_guidelines_can_be_read(path: Path) -> None:
    assert faults(lay_out([draw(load(path))])) == []


@pytest.mark.parametrize("seed", range(3))
def test_random_layers_can_be_read(seed: int) -> None:
    assert faults(lay_out([draw(build_guideline(loop(3, 25, 20, seed)))])) == []


def test_three_hundred_nodes_can_be_read() -> None:
    picture = draw(build_guideline(layered(296, 20, 1)))
    assert len(picture.boxes) > 299
    assert faults(lay_out([picture])) == []


def test_the_same_picture_stands_at_the_same_place() -> None:
    picture = draw(load(NECK_SPASM))
    assert lay_out([picture]) == lay_out([picture])


def test_nothing_moves_that_did_not_change() -> None:
    new = draw(load(NECK_SPASM))
    gone = new.boxes[5]
    old = replace(
        new,
        boxes=tuple(box for box in new.boxes if box is not gone),
        arrows=tuple(arrow for arrow in new.arrows if gone.id not in (arrow.source, arrow.target)),
    )
    layout = lay_out([old, new])
    frames = [{box.id: box.frame for box in layout.version(number).boxes} for number in (0, 1)]
    assert frames[1].items() - frames[0].items() == {(gone.node, frames[1][gone.node or ""])}
    assert frames[0].items() <= frames[1].items()


def box(id: str, title: str = "Box") -> Box:
    return Box(id, id, Shape.RECOMMENDATION, title)


def test_a_box_has_room_for_what_each_version_says() -> None:
    old = Picture("Old", "", (box("a", "Short"),), ())
    new = Picture("New", "", (box("a", "A title that is a good deal longer than the older one"),), ())
    both, alone = lay_out([old, new]), lay_out([new])
    assert both.boxes[0].frame == alone.boxes[0].frame
    assert [face.box.title for face in both.boxes[0].faces if face] == [old.boxes[0].title, new.boxes[0].title]
    assert both.title == "New"


def test_an_arrow_that_only_changed_its_place_in_the_order_is_the_same() -> None:
    boxes = (box("a"), box("b"))
    old = Picture("", "", boxes, (Arrow("a", "b", "one"), Arrow("a", "b", "two"), Arrow("a", "b", "three")))
    new = Picture("", "", boxes, (Arrow("a", "b", "two"), Arrow("a", "b", "four")))
    faces = [[face and face.arrow.text for face in arrow.faces] for arrow in lay_out([old, new]).arrows]
    assert faces == [["two", "two"], ["one", "four"], ["three", None]]


def test_what_is_gone_follows_what_it_followed() -> None:
    old = Picture("", "", (box("a"), box("b"), box("c")), ())
    new = Picture("", "", (box("c"), box("a")), ())
    assert [placed.id for placed in lay_out([old, new]).boxes] == ["c", "a", "b"]
