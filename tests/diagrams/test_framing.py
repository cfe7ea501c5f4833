"""Around a picture: whose walk it shows, and what its signs mean; and no mark of it lies over an arrowhead."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from guidelint.cases import patient_of
from guidelint.diagnostic import Severity
from guidelint.diagrams import render
from guidelint.diagrams.captions import caption_of
from guidelint.diagrams.draw import draw
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.finding_marks import FindingMarks, finding_marks
from guidelint.diagrams.geometry import Rect
from guidelint.diagrams.key import key_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.marks import Marks, overlay_on
from guidelint.diagrams.palette import LIGHT
from guidelint.diagrams.pills import HEIGHT
from guidelint.diagrams.primitives import Drawing, EdgeGroup, NodeGroup, Path, Polygon
from guidelint.diagrams.sections import divide
from guidelint.diagrams.step_notes import notes_at_foot
from guidelint.diagrams.walk_marks import WalkMarks, walk_marks
from guidelint.graph import edges_of
from guidelint.model import Guideline
from guidelint.walk import Patient, walk
from tests.diagrams.large import large_guideline
from tests.diagrams.test_marks import GUIDELINE, NODES, finding, guideline

CASE = guideline(cases={"hot": {"label": "A hot one", "patient": {"fever": True}, "visits": [{"fever": False}]}})


def walk_of(guideline: Guideline, name: str, patient: Patient) -> WalkMarks:
    walked = walk(guideline, patient)
    return walk_marks(walked, guideline, caption_of(name, patient, walked, guideline))


def lines(**facts: bool) -> tuple[str, ...]:
    walked = walk_of(GUIDELINE, "Somebody", Patient(facts))
    assert walked.caption is not None
    return walked.caption.lines


@pytest.mark.parametrize("format_", ["svg", "mermaid", "dot", "png", "pdf"])
def test_a_walk_says_who_the_patient_is_and_what_is_advised_in_the_end(format_: str) -> None:
    case = CASE.cases["hot"]
    walked = walk_of(CASE, case.name, patient_of(case))
    drawn = render(format_, CASE, Marks(walked)).files[0].content
    assert drawn != render(format_, CASE, Marks(replace(walked, caption=None))).files[0].content
    if format_ not in ("png", "pdf"):
        said = ("Patient: A hot one", "Fever: yes", "Fever at visit 2: no", "No way on at “ask”: no branch matches")
        assert all(words in drawn.decode() for words in said)


def test_the_caption_of_an_svg_is_in_its_description_too() -> None:
    marks = Marks(walk_of(GUIDELINE, "Somebody", Patient({"fever": False, "rash": True})))
    words = "Patient: Somebody\nFever: no; Rash: yes\nAdvised at visit 1: Pill\nEnds with: Pill"
    assert f"<desc>Version 1, draft.\n{words}" in render("svg", GUIDELINE, marks).files[0].content.decode()


def test_a_caption_says_how_a_walk_ends_that_has_no_end() -> None:
    rash = "Whatever is not listed here is taken as “no”"
    assert lines() == ("Nothing given", f"{rash}, or not known", "Waits at “ask”, not known: Fever")
    assert lines(fever=False)[1:] == (rash, "No way on at “ask”: no branch matches")
    undecided = "Not decided at “ask”: 2 branches match, and none of them is taken"
    assert lines(fever=True, rash=True)[1:] == (undecided, "• Fever", "• Rash")


def test_a_caption_says_what_is_advised_at_each_visit_and_what_is_taken_by_default() -> None:
    facts = {
        "fever": {"label": "Fever", "type": "boolean", "observed": "each-visit", "default": False},
        "course": {"label": "Course", "type": "choice", "values": {"short": {}, "long": {}}, "default": "short"},
    }
    ban = {"type": "recommendation", "label": "No pill", "recommend": [{"against": "pill"}], "then": "look"}
    branches = [{"if": "fever", "then": "give"}, {"else": "other"}]
    ask = {"type": "decision", "branches": branches}
    nodes = {**NODES, "ask": ask, "give": ban, "look": {**NODES["look"], "at-most": 20}}
    long = guideline(facts=facts, nodes=nodes)
    often: tuple[dict[str, bool], ...] = ({"fever": True},) * 9
    found = [walk_of(long, "Somebody", Patient({"fever": True}, often[:most])).caption for most in (1, 9)]
    short, many = [caption.lines if caption else () for caption in found]
    assert short[2:] == (
        "Not given, and taken by default: Course: short",
        "Advised at visit 1: ⊘ No pill",
        "Advised at visit 2: ⊘ No pill",
        "Advised at visit 3: Pill",
        "Ends with: Pill",
    )
    assert many[-3:] == ("5 visits with advice are not listed", "Advised at visit 11: Pill", "Ends with: Pill")


@pytest.mark.parametrize("format_", ["svg", "png", "pdf"])
def test_the_disclaimer_of_the_guideline_stands_at_the_foot(format_: str) -> None:
    words = "Not yet reviewed by a human"
    drawn = render(format_, guideline(disclaimer=words)).files[0].content
    assert drawn != render(format_, GUIDELINE).files[0].content
    if format_ == "svg":
        assert f">{words}</text>" in drawn.decode()
        assert 'class="foot"' in drawn.decode()


def test_the_disclaimer_stands_above_the_notes() -> None:
    text = render("svg", replace(noted(), metadata=guideline(disclaimer="Not reviewed").metadata)).files[0].content
    assert text.index(b">Not reviewed</text>") < text.index("✎ Note 1, ask".encode())


def noted() -> Guideline:
    ask = {**NODES["ask"], "note": "Ours: the rash.", "section": "early"}
    ask["branches"] = [{**branch, "note": "Not stated."} for branch in ask["branches"][:1]] + ask["branches"][1:]
    other = {"type": "recommendation", "recommend": [{"for": "pill", "note": "What it changes is not stated."}]}
    nodes = {name: {**node, "section": "late"} for name, node in (NODES | {"other": other}).items()}
    return guideline(nodes={**nodes, "ask": ask}, sections={"early": {}, "late": {}})


def test_a_step_with_notes_has_their_number_and_the_foot_has_their_words() -> None:
    signs = {box.node: box.details[-1:] for box in draw(noted()).boxes}
    assert (signs["ask"], signs["give"][0].startswith("✎"), signs["other"]) == (("✎ Note 1",), False, ("✎ Note 2",))
    foot = list(notes_at_foot(noted(), ["ask", "other", None]))
    assert foot == ["✎ Note 1, ask: Ours: the rash. Not stated.", "✎ Note 2, other: What it changes is not stated."]
    text = render("svg", noted()).files[0].content.decode()
    assert all(f">{line}</text>" in text for line in (*foot, "✎ Note 1", "✎ Note 2"))


def test_a_picture_of_a_section_has_the_notes_of_its_own_steps() -> None:
    _, early, late = (sheet.picture for sheet in divide(noted(), draw(noted())))
    signs = [[line for box in part.boxes for line in box.details if line.startswith("✎")] for part in (early, late)]
    assert signs == [["✎ Note 1"], ["✎ Note 2"]]


def key(guideline: Guideline, marks: Marks) -> list[str]:
    layout = lay_out([draw(guideline)])
    return [entry.words for entry in key_of(layout, overlay_on(layout, marks), LIGHT)]


def test_the_key_explains_the_signs_that_a_picture_has_and_no_others() -> None:
    loop = ["Follow-up: the patient is seen again", "↺ The way back into a loop"]
    assert key(GUIDELINE, Marks()) == loop
    marks = Marks(walk_of(GUIDELINE, "Somebody", Patient({"fever": True})))
    assert key(GUIDELINE, marks) == [*loop, "Steps of this patient, in their order; the rest is pale"]
    found = [finding("GL303", "nodes", "ask", name="overlapping-branches"), finding("GL303", "nodes", "ask")]
    assert key(GUIDELINE, Marks(findings=finding_marks(found))) == [*loop, "Overlapping branches"]
    plain = guideline(nodes={"ask": {"type": "recommendation", "recommend": [{"for": "pill"}]}})
    assert key(plain, Marks()) == []
    against = {"type": "recommendation", "recommend": [{"against": "pill"}]}
    urgent = {"type": "recommendation", "recommend": [{"for": "pill", "urgency": "urgent"}], "then": "no"}
    assert key(guideline(start="yes", nodes={"yes": urgent, "no": against}), Marks()) == [
        "Urgent",
        "Advice against something",
    ]


def test_nothing_stands_around_a_picture_without_signs() -> None:
    plain = guideline(nodes={"ask": {"type": "recommendation", "recommend": [{"for": "pill"}]}})
    assert 'class="notes"' not in render("svg", plain).files[0].content.decode()


def everything_found(guideline: Guideline) -> FindingMarks:
    """Badges on every box and every arrow."""
    codes = ("GL101", "GL202", "GL303")
    nodes = [finding(code, "nodes", node, severity=Severity.INFO) for code, node in product(codes, guideline.nodes)]
    ways = [
        finding(code, *edge_route)
        for code in codes[:2]
        for node in guideline.nodes
        for edge_route in _routes(guideline, node)
    ]
    return finding_marks([*nodes, *ways])


def _routes(guideline: Guideline, node: str) -> list[tuple[str | int, ...]]:
    return [
        ("nodes", node, "branches", edge.branch) if edge.branch is not None else ("nodes", node, edge.kind.value)
        for edge in edges_of(guideline.nodes[node])
    ]


@pytest.mark.parametrize("nodes", [10, 40, 60])
def test_no_mark_lies_over_an_arrowhead(nodes: int) -> None:
    whole = large_guideline(nodes)
    marks = Marks(walk_of(whole, "Somebody", Patient({"pain": True})), everything_found(whole))
    layout = lay_out([draw(whole)])
    drawing = drawing_of(layout, LIGHT, overlay_on(layout, marks))
    pills = _pills(drawing)
    assert len(pills) > 4 * nodes
    covered = [(pill, head) for pill, head in product(pills, _heads(drawing)) if _meet(pill, head)]
    assert covered == []


def _pills(drawing: Drawing) -> list[Rect]:
    """As high as only a pill is, and round."""
    paths = [item for group in drawing.groups for item in group.items if isinstance(item, Path) and item.is_closed]
    frames = [_frame(path.curve) for path in paths]
    return [frame for frame in frames if abs(frame.height - HEIGHT) < 0.01]


def _heads(drawing: Drawing) -> list[Rect]:
    groups = [group for group in drawing.groups if isinstance(group, EdgeGroup)]
    assert any(isinstance(group, NodeGroup) for group in drawing.groups)
    return [_frame(item.points) for group in groups for item in group.items if isinstance(item, Polygon)]


def _frame(points: tuple[tuple[float, float], ...]) -> Rect:
    across, down = zip(*points, strict=True)
    return Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _meet(one: Rect, other: Rect) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
