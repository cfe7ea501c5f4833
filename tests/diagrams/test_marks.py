"""What is marked on a picture: the way of a patient, the codes of findings, and the patients without an answer."""

from __future__ import annotations

from typing import Any

from guidelint.diagnostic import Confidence, Diagnostic, Position, Range, RelatedPlace, Route, Severity
from guidelint.diagrams.draw import draw
from guidelint.diagrams.finding_marks import FindingMarks, badges, finding_marks
from guidelint.diagrams.marks import Marks, PictureMarks, marks_on
from guidelint.diagrams.overlay import ArrowMarks, Badge, BoxMarks, Tone
from guidelint.diagrams.picture import Box, Picture, Shape
from guidelint.diagrams.sections import divide
from guidelint.diagrams.walk_marks import walk_marks
from guidelint.diagrams.ways_out import NOWHERE_FOR_SOME, WayOut, with_ways_out
from guidelint.graph import EdgeKind
from guidelint.model import Guideline, build_guideline
from guidelint.walk import Patient, walk

NODES: dict[str, Any] = {
    "ask": {"type": "decision", "branches": [{"if": "fever", "then": "give"}, {"if": "rash", "then": "other"}]},
    "give": {"type": "recommendation", "recommend": [{"for": "pill"}], "then": "look"},
    "look": {
        "type": "follow-up",
        "after": {"min": "1 d", "max": "2 d"},
        "observe": ["fever"],
        "at-most": 1,
        "then": "ask",
        "otherwise": "other",
    },
    "other": {"type": "recommendation", "recommend": [{"for": "pill"}]},
}


def guideline(**more: Any) -> Guideline:
    facts = {
        "fever": {"label": "Fever", "type": "boolean", "observed": "each-visit"},
        "rash": {"label": "Rash", "type": "boolean", "default": False},
    }
    data = {"format": "guidelint/1", "id": "marks", "title": "Marks", "version": "1", "status": "draft"}
    pill = {"pill": {"label": "Pill", "kind": "medication"}}
    return build_guideline({**data, "facts": facts, "interventions": pill, "start": "ask", "nodes": NODES, **more})


GUIDELINE = guideline()
TAKEN, NOT_TAKEN = ArrowMarks(is_taken=True), ArrowMarks(is_dimmed=True)


def finding(
    code: str, *route: str | int, name: str = "rule", severity: Severity = Severity.ERROR, **more: Any
) -> Diagnostic:
    where = Range(Position(1, 1), Position(1, 2))
    node = str(route[1]) if route[:1] == ("nodes",) else None
    return Diagnostic("a.yaml", where, code, name, severity, Confidence.HIGH, "m", "h", route, node, **more)


def marked(picture: Picture, marks: Marks) -> tuple[dict[str, BoxMarks], dict[tuple[str, str], list[ArrowMarks]]]:
    found: PictureMarks = marks_on(picture, marks)
    names = {box.id: box.node or box.id for box in picture.boxes}
    arrows: dict[tuple[str, str], list[ArrowMarks]] = {}
    for arrow in picture.arrows:
        arrows.setdefault((names[arrow.source], names[arrow.target]), []).append(found.arrows[arrow])
    return {names[id]: marks for id, marks in found.boxes.items()}, arrows


def walked(*visits: dict[str, bool], **facts: bool) -> Marks:
    return Marks(walk=walk_marks(walk(GUIDELINE, Patient(facts, visits)), GUIDELINE))


def test_a_walk_numbers_its_steps_and_dims_the_rest() -> None:
    boxes, arrows = marked(draw(GUIDELINE), walked({"fever": True}, fever=True))
    assert boxes == {
        "n0": BoxMarks(),
        "ask": BoxMarks(steps=(1, 4)),
        "give": BoxMarks(steps=(2, 5)),
        "look": BoxMarks(steps=(3, 6)),
        "other": BoxMarks(steps=(7,)),
    }
    assert arrows == {
        ("n0", "ask"): [TAKEN],
        ("ask", "give"): [TAKEN],
        ("ask", "other"): [NOT_TAKEN],
        ("give", "look"): [TAKEN],
        ("look", "ask"): [TAKEN],
        ("look", "other"): [TAKEN],
    }
    boxes, _ = marked(draw(GUIDELINE), walked(fever=False, rash=True))
    assert (boxes["other"], boxes["give"]) == (BoxMarks(steps=(2,)), BoxMarks(is_dimmed=True))


def test_a_walk_that_cannot_go_on_leads_to_nowhere() -> None:
    ends = [walked(fever=False), walked()]
    whys = ["no branch matches", "not known: Fever"]
    assert [marks.ways_out for marks in ends] == [(WayOut("ask", why, is_lost=True),) for why in whys]
    picture = with_ways_out(draw(GUIDELINE), ends[0].ways_out)
    assert picture.boxes[-1] == Box("lost", None, Shape.NOWHERE, "No way on for this patient")
    boxes, arrows = marked(picture, ends[0])
    assert (boxes["lost"], arrows["ask", "lost"]) == (BoxMarks(), [TAKEN])


def test_where_several_branches_match_all_of_them_are_lit_and_lead_somewhere() -> None:
    marks = walked(fever=True, rash=True)
    assert marks.ways_out == ()
    boxes, arrows = marked(draw(GUIDELINE), marks)
    assert (arrows["ask", "give"], arrows["ask", "other"]) == ([TAKEN], [TAKEN])
    assert (boxes["give"], boxes["other"], boxes["look"]) == (BoxMarks(), BoxMarks(), BoxMarks(is_dimmed=True))


def test_a_gap_that_a_walk_falls_into_and_that_was_found_is_drawn_once() -> None:
    here, elsewhere = WayOut("ask", "GL301: no branch matches"), WayOut("look", "GL302: no branch matches")
    found = FindingMarks((), {}, {}, (here, elsewhere))
    assert Marks(walked(fever=False).walk, found).ways_out == (
        WayOut("ask", "GL301: no branch matches", is_lost=True),
        elsewhere,
    )
    unknown = WayOut("ask", "not known: Fever", is_lost=True)
    assert Marks(walked().walk, found).ways_out == (unknown, here, elsewhere)


def test_a_gap_is_a_way_out_with_the_patient_on_it() -> None:
    patient = (("Fever", "no"), ("Age", "30 years"))
    gap = finding("GL301", "nodes", "ask", "branches", name="gap", is_stranded=True, patient=patient)
    marks = Marks(findings=finding_marks([gap]))
    assert marks.ways_out == (WayOut("ask", "GL301: no branch matches", ("Fever: no", "Age: 30 years")),)
    picture = with_ways_out(draw(GUIDELINE), (*marks.ways_out, WayOut("elsewhere", "no such node")))
    details = ("Fever: no", "Age: 30 years")
    assert picture.boxes[5:] == (Box("out1", None, Shape.NOWHERE, NOWHERE_FOR_SOME, details),)
    boxes, arrows = marked(picture, Marks(walked(fever=True).walk, marks.findings))
    assert boxes["ask"] == BoxMarks(steps=(1, 4), badges=(Badge("GL301", Tone.ERROR, "Gap"),))
    assert (boxes["out1"], arrows["ask", "out1"]) == (BoxMarks(is_dimmed=True), [NOT_TAKEN])


def test_findings_are_marked_where_they_are_about() -> None:
    where = Range(Position(1, 1), Position(1, 2))
    related = (RelatedPlace(where, "given here", ("nodes", "give", "recommend", 0)),)
    found = finding_marks(
        [
            finding("GL303", "nodes", "ask", "branches", 1, "if"),
            finding("GL201", "nodes", "look", "otherwise"),
            finding("GL206", "nodes", "look", "at-most", severity=Severity.WARNING),
            finding("GL401", "constraints", "first", related=related),
            finding("GL402", "constraints", "second", walk=("ask", "other")),
            finding("GL503", "references", "r1", severity=Severity.INFO),
        ]
    )
    boxes, arrows = marked(draw(GUIDELINE), Marks(findings=found))
    assert boxes == {
        "n0": BoxMarks(badges=(Badge("GL503", Tone.INFO, "Rule"),)),
        "ask": BoxMarks(),
        "give": BoxMarks(badges=(Badge("GL401", Tone.ERROR, "Rule"),)),
        "look": BoxMarks(badges=(Badge("GL206", Tone.WARNING, "Rule"),)),
        "other": BoxMarks(badges=(Badge("GL402", Tone.ERROR, "Rule"),)),
    }
    assert arrows["ask", "other"] == [ArrowMarks(badges=(Badge("GL303", Tone.ERROR, "Rule"),))]
    assert arrows["look", "other"] == [ArrowMarks(badges=(Badge("GL201", Tone.ERROR, "Rule"),))]
    assert arrows["look", "ask"] == [ArrowMarks()]


def test_an_overlap_is_marked_on_both_of_its_branches() -> None:
    where = Range(Position(1, 1), Position(1, 2))
    earlier = (RelatedPlace(where, "also matches", ("nodes", "ask", "branches", 0)),)
    route: Route = ("nodes", "ask", "branches", 1)
    _, arrows = marked(
        draw(GUIDELINE),
        Marks(findings=finding_marks([finding("GL303", *route, name="overlapping-branches", related=earlier)])),
    )
    badge = Badge("GL303", Tone.ERROR, "Overlapping branches")
    assert arrows["ask", "give"] == arrows["ask", "other"] == [ArrowMarks(badges=(badge,))]
    _, arrows = marked(
        draw(GUIDELINE),
        Marks(findings=finding_marks([finding("GL304", *route, name="shadowed-branch", related=earlier)])),
    )
    assert arrows["ask", "give"] == [ArrowMarks()]


def test_the_worst_come_first_and_the_last_are_counted() -> None:
    route: Route = ("nodes", "ask")
    infos = [finding(f"GL50{number}", *route, severity=Severity.INFO) for number in (3, 3, 4, 5)]
    assert badges(infos[:3]) == (Badge("GL503 ×2", Tone.INFO, "Rule"), Badge("GL504", Tone.INFO, "Rule"))
    more = [*infos, finding("GL310", *route, severity=Severity.WARNING), finding("GL401", *route)]
    assert badges(more) == (
        Badge("GL401", Tone.ERROR, "Rule"),
        Badge("GL310", Tone.WARNING, "Rule"),
        Badge("+4", Tone.INFO),
    )
    assert badges([]) == ()


def test_a_walk_goes_through_sections_and_links() -> None:
    nodes = {name: {**node, "section": "late" if name == "other" else "early"} for name, node in NODES.items()}
    divided = guideline(nodes=nodes, sections={"early": {}, "late": {}})
    overview, early, late = (sheet.picture for sheet in divide(divided, draw(divided)))
    marks = walked({"fever": True}, fever=True)
    assert marks_on(overview, marks).boxes["s1"] == BoxMarks(steps=(1, 2, 3, 4, 5, 6))
    assert marks_on(overview, marks).boxes["s2"] == BoxMarks(steps=(7,))
    assert set(marks_on(overview, marks).arrows.values()) == {TAKEN}
    links = {box.title: box.id for box in (*early.boxes, *late.boxes) if box.shape is Shape.LINK}
    assert marks_on(early, marks).boxes[links["Go to: Pill"]] == BoxMarks()
    assert marks_on(late, marks).boxes[links["From: ask; look"]] == BoxMarks()
    short = walked(fever=False)
    assert marks_on(late, short).boxes[links["From: ask; look"]] == BoxMarks(is_dimmed=True)
    assert marks_on(overview, short).boxes["s2"] == BoxMarks(is_dimmed=True)


def test_kinds_of_ways_are_told_apart() -> None:
    marks = walk_marks(walk(GUIDELINE, Patient({"fever": True}, ({"fever": False},))), GUIDELINE)
    assert marks.taken == {("ask", EdgeKind.BRANCH, 0), ("give", EdgeKind.THEN, None), ("look", EdgeKind.THEN, None)}
