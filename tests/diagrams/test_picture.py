"""What is drawn: which box, with which words, and which arrow."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint.diagrams.draw import draw
from guidelint.diagrams.picture import Arrow, Box, Emphasis, Picture, Shape
from guidelint.model import build_guideline

END: dict[str, Any] = {"type": "recommendation", "label": "End", "recommend": [{"for": "pill"}]}


def picture(nodes: dict[str, Any], start: str = "ask", **more: Any) -> Picture:
    facts = {
        "fever": {"label": "Fever", "type": "boolean"},
        "cough": {"label": "Cough", "type": "boolean"},
        "rash": {"label": "Rash", "type": "boolean"},
        "age": {"label": "Age", "type": "integer", "unit": "a", "range": [0, 120]},
    }
    interventions = {
        "pill": {"label": "Pregabalin", "kind": "medication", "class": "agents"},
        "scan": {"label": "CT of the head", "kind": "imaging"},
    }
    data = {"format": "guidelint/1", "id": "example", "title": "Example", "version": "1.0.0", "status": "draft"}
    whole = {**data, "facts": facts, "interventions": interventions, "start": start, "nodes": nodes, **more}
    return draw(build_guideline(whole))


def box(found: Picture, node: str) -> Box:
    (only,) = [item for item in found.boxes if item.node == node]
    return only


def arrows(found: Picture, source: str) -> list[tuple[str | None, str, bool]]:
    """Target, text and whether it closes a loop, of the arrows out of a node."""
    names = {item.id: item.node for item in found.boxes}
    return [
        (names[arrow.target], arrow.text, arrow.closes_loop) for arrow in found.arrows if names[arrow.source] == source
    ]


def recommendation(*advice: dict[str, Any], label: str | None = "Do it") -> Box:
    node: dict[str, Any] = {"type": "recommendation", "recommend": list(advice)}
    return box(picture({"ask": node | ({"label": label} if label else {})}), "ask")


def test_the_start_says_what_it_is_and_for_whom() -> None:
    found = picture({"ask": END}, population="Adults", date="2026-03-01")
    details = ("Adults", "Version 1.0.0, 2026-03-01", "Draft, without a date of approval")
    assert found.boxes[0] == Box("n0", None, Shape.START, "Start: Example", details)
    assert found.arrows == (Arrow("n0", "n1"),)


@pytest.mark.parametrize(
    ("status", "approved", "words"),
    [
        ("draft", None, "Draft, without a date of approval"),
        ("active", "2026-04-01", "Active, approved 2026-04-01"),
        ("unknown", None, "Status unknown, without a date of approval"),
    ],
)
def test_the_start_says_how_far_the_guideline_has_come(status: str, approved: str | None, words: str) -> None:
    more = {"approved": approved} if approved else {}
    assert words in picture({"ask": END}, status=status, **more).boxes[0].details


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "Taken for granted:\n• if Fever, then Cough"),
        (6, "\n".join(("Taken for granted:", *["• if Fever, then Cough"] * 6))),
        (7, "7 assumptions: see the review page"),
    ],
)
def test_the_start_says_what_is_taken_for_granted(count: int, words: str) -> None:
    found = picture({"ask": END}, assumptions=[{"if": "fever", "then": "cough"}] * count)
    assert found.boxes[0].details[-1] == words


def test_a_decision_shows_labels_conditions_and_units() -> None:
    branches = [
        {"label": "Old", "if": {"fact": "age", "at-least": 65}, "then": "end"},
        {"if": {"all": ["fever", {"not": "cough"}]}, "then": "end"},
        {"label": "Rest", "else": "end"},
    ]
    found = picture({"ask": {"type": "decision", "label": "Who?", "branches": branches}, "end": END})
    assert box(found, "ask") == Box("n1", "ask", Shape.DECISION, "Who?")
    texts = ["Old: Age at least 65 years", "Fever and no Cough", "Rest: otherwise"]
    assert arrows(found, "ask") == [("end", text, False) for text in texts]


def test_a_definition_is_told_once_where_it_is_first_decided_by() -> None:
    criteria = {
        "danger": {"label": "Any red flag", "any": ["ill", "rash", {"not": "danger"}]},
        "ill": {"label": "Ill", "all": ["fever", "cough"]},
    }
    scores = {"sum": {"label": "Score", "add": [{"points": 2, "if": "fever"}, {"points": -1, "if": "cough"}]}}
    first = {"type": "decision", "branches": [{"if": "danger", "then": "again"}]}
    again = {
        "type": "decision",
        "branches": [{"if": "danger", "then": "end"}, {"if": {"fact": "sum", "is": 1}, "then": "end"}],
    }
    found = picture({"ask": first, "again": again, "end": END}, criteria=criteria, scores=scores)
    assert box(found, "ask").details == (
        "Any red flag = any of:\n• Ill\n• Rash\n• not (Any red flag)",
        "Ill = all of:\n• Fever\n• Cough",
    )
    assert box(found, "again").details == ("Score:\n+2 Fever\n−1 Cough",)


def test_one_grade_stands_under_the_title() -> None:
    advice = {
        "for": "pill",
        "dose": "75 mg",
        "every": {"min": "8 h", "max": "12 h"},
        "strength": "strong",
        "certainty": "low",
    }
    found = recommendation(advice, {**advice, "for": {"at-most-one": ["scan"]}})
    assert (found.shape, found.emphasis, found.title) == (Shape.RECOMMENDATION, Emphasis.PLAIN, "Do it")
    assert found.details == (
        "Strong · low certainty",
        "• Pregabalin, 75 mg, every 8 to 12 hours",
        "• Optional: CT of the head, 75 mg, every 8 to 12 hours",
    )


def test_several_grades_stand_under_their_advice() -> None:
    found = recommendation({"for": "pill", "strength": "strong", "certainty": "high"}, {"against": {"class": "agents"}})
    details = ("• Pregabalin\n(Strong · high certainty)", "• ⊘ Do not: any agents\n(Strength or certainty missing)")
    assert (found.emphasis, found.details) == (Emphasis.PLAIN, details)


def test_without_a_label_the_first_advice_is_the_title() -> None:
    found = recommendation({"for": "pill", "course": "not-stated"}, label=None)
    assert (found.title, found.details) == (
        "Pregabalin, length of course not stated",
        ("Strength or certainty missing",),
    )


@pytest.mark.parametrize(
    ("advice", "shape", "emphasis", "line"),
    [
        ({"against": "pill"}, Shape.RECOMMENDATION, Emphasis.AGAINST, "⊘ Do not: Pregabalin"),
        ({"for": "scan", "urgency": "urgent"}, Shape.RECOMMENDATION, Emphasis.URGENT, "⚠ Urgent: CT of the head"),
        ({"for": "scan", "urgency": "emergency"}, Shape.EMERGENCY, Emphasis.PLAIN, "‼ Emergency: CT of the head"),
        ({"for": "scan", "urgency": "routine"}, Shape.RECOMMENDATION, Emphasis.PLAIN, "Routine: CT of the head"),
        ({"for": "scan", "label": "Image"}, Shape.RECOMMENDATION, Emphasis.PLAIN, "Image: CT of the head"),
        (
            {"against": {"all": ["pill", "scan"]}},
            Shape.RECOMMENDATION,
            Emphasis.AGAINST,
            "⊘ Do not: Pregabalin or CT of the head",
        ),
    ],
)
def test_what_a_recommendation_is_above_all(
    advice: dict[str, Any], shape: Shape, emphasis: Emphasis, line: str
) -> None:
    found = recommendation(advice)
    assert (found.shape, found.emphasis, found.details) == (shape, emphasis, ("Strength or certainty missing", line))


def test_a_follow_up_shows_its_interval_and_what_is_observed() -> None:
    node = {"type": "follow-up", "label": "Look", "after": {"min": "4 wk", "max": "6 wk"}, "observe": ["fever", "age"]}
    found = picture({"ask": node | {"at-most": 2, "then": "ask", "otherwise": "end"}, "end": END})
    details = ("After 4 to 6 weeks, at most 2 times", "Observe: Fever; Age")
    assert box(found, "ask") == Box("n1", "ask", Shape.FOLLOW_UP, "Look", details)
    assert arrows(found, "ask") == [("ask", "↺ after 4 to 6 weeks", True), ("end", "seen again 2 times already", False)]


@pytest.mark.parametrize(
    ("observe", "words"),
    [
        (["age", "fever", "cough", "rash"], "Age; Any red flag"),
        (["fever", "age", "rash"], "Fever; Age; Rash"),
    ],
)
def test_a_criterion_stands_for_its_facts_if_all_are_observed(observe: list[str], words: str) -> None:
    criteria = {
        "danger": {"label": "Any red flag", "any": ["ill", "rash"]},
        "ill": {"label": "Ill", "any": ["fever", "cough"]},
        "old": {"any": [{"fact": "age", "above": 80}, "fever", "rash"]},
    }
    node = {"type": "follow-up", "after": "1 d", "observe": observe, "then": "end"}
    found = picture({"ask": node, "end": END}, criteria=criteria)
    assert box(found, "ask").details == ("After 1 day", f"Observe: {words}")


def test_an_undefined_target_is_drawn_as_what_it_is() -> None:
    found = picture({"ask": {**END, "then": "nowhere"}}, start="elsewhere")
    for name in ("nowhere", "elsewhere"):
        assert (box(found, name).shape, box(found, name).title) == (Shape.UNDEFINED, f"? {name}")
        assert box(found, name).details == ("(this node is not defined)",)


def test_an_unreachable_node_is_drawn_and_says_so() -> None:
    found = picture(
        {"ask": END, "island": {"type": "recommendation", "recommend": [{"for": "scan"}], "then": "island"}}
    )
    assert box(found, "island").details == ("Strength or certainty missing", "(no way from the start leads here)")
    assert arrows(found, "island") == [("island", "↺", True)]
    assert "(no way" not in box(found, "ask").text


def test_only_the_arrow_back_closes_the_loop() -> None:
    branches = [{"if": "fever", "then": "look"}, {"if": "rash", "then": "ask"}, {"else": "end"}]
    nodes = {
        "look": {"type": "follow-up", "after": "1 d", "at-most": 1, "then": "ask", "otherwise": "end"},
        "ask": {"type": "decision", "branches": branches},
        "end": END,
    }
    found = picture(nodes, start="ask")
    assert arrows(found, "ask") == [("look", "Fever", False), ("ask", "↺ Rash", True), ("end", "otherwise", False)]
    assert arrows(found, "look") == [("ask", "↺ after 1 day", True), ("end", "seen again once already", False)]


def test_a_way_of_any_length_is_drawn() -> None:
    nodes: dict[str, Any] = {f"n{index}": {**END, "then": f"n{index + 1}"} for index in range(5_000)}
    criteria = {f"c{index}": {"any": [f"c{index - 1}", "fever"] if index else ["fever"]} for index in range(2_000)}
    ask = {"type": "decision", "branches": [{"if": "c1999", "then": "n0"}]}
    found = picture({"ask": ask, **nodes}, criteria=criteria)
    assert len(found.arrows) == 5_002
    assert len(box(found, "ask").details) == 2_000


def limits(recommend: list[dict[str, object]], **contraindicated: object) -> tuple[str, ...]:
    """What stands in the box under the advice."""
    medicines = {
        name: {
            "label": name.title(),
            "kind": "medication",
            "class": "drug",
            **({"contraindicated": when} if when else {}),
        }
        for name, when in contraindicated.items()
    }
    data = {"format": "guidelint/1", "id": "a", "title": "A", "version": "1", "status": "draft", "start": "give"}
    facts = {name: {"label": name.title(), "type": "boolean"} for name in ("allergy", "pregnancy")}
    nodes = {"give": {"type": "recommendation", "label": "Give", "recommend": recommend}}
    (_, box) = draw(build_guideline({**data, "facts": facts, "interventions": medicines, "nodes": nodes})).boxes
    return tuple(line for line in box.details if "ot if" in line or "not drawn" in line)


def test_who_must_not_have_what_is_recommended_stands_in_its_box() -> None:
    allergy, both = {"when": "allergy"}, [{"when": "allergy"}, {"when": "pregnancy"}]
    assert limits([{"for": "pill"}], pill=allergy) == ("Not if: Allergy",)
    assert limits([{"for": "pill"}], pill=both) == ("Not if: Allergy; or Pregnancy",)
    assert limits([{"for": "pill"}], pill=None, other=allergy) == ()
    assert limits([{"against": "pill"}], pill=allergy) == ()
    assert limits([{"for": {"class": "drug"}}], pill=allergy, tea=None) == ("Pill, not if: Allergy",)


def test_of_many_contraindications_the_first_are_drawn() -> None:
    many = {f"pill{number}": {"when": "allergy"} for number in range(7)}
    found = limits([{"for": {"class": "drug"}}], **many)
    assert (found[0], len(found)) == ("Pill0, not if: Allergy", 6)
    assert found[-1] == "Contraindications of 2 more are not drawn"
