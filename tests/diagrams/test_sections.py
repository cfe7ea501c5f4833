"""A large guideline becomes an overview and a picture for each section; nothing of it is lost on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layered import layered

from guidelint.diagrams.boxes import UNREACHED
from guidelint.diagrams.draw import draw
from guidelint.diagrams.parts import MOST_ON_A_PAGE, parts_of
from guidelint.diagrams.picture import Box, Picture, Shape
from guidelint.diagrams.section_boxes import OVERVIEW
from guidelint.diagrams.sections import divide, sheets_of
from guidelint.graph import edges_of
from guidelint.model import Guideline, build_guideline
from guidelint.testing import guidelines
from tests.diagrams.large import large_data, large_guideline


def small(nodes: dict[str, Any], **more: Any) -> Guideline:
    data = {"format": "guidelint/1", "id": "small", "title": "Small", "version": "1", "status": "draft"}
    return build_guideline({**data, "start": next(iter(nodes)), "nodes": nodes, **more})


def ask(label: str, *targets: str, section: str | None = None) -> dict[str, Any]:
    branches = [{"label": f"to {target}", "else": target} for target in targets]
    return {"type": "decision", "label": label, "branches": branches, **({"section": section} if section else {})}


TWO_SECTIONS = small(
    {
        "a": ask("A?", "b", "c", section="one"),
        "b": ask("B?", "c", "d", section="one"),
        "c": ask("C?", "d", section="two"),
        "d": ask("D?", "a", section="two"),
    },
    sections={"one": {"label": "One", "description": "The first"}, "two": {"label": "Two"}},
)


def pictures(guideline: Guideline) -> dict[str, Picture]:
    return {sheet.name: sheet.picture for sheet in divide(guideline, draw(guideline))}


def lines(picture: Picture) -> list[tuple[str, str, str]]:
    return [(arrow.source, arrow.target, arrow.text) for arrow in picture.arrows]


def test_a_picture_that_can_be_read_is_not_divided() -> None:
    guideline = large_guideline(58)
    assert len(guideline.nodes) == 58
    (only,) = sheets_of(guideline, draw(guideline))
    assert (only.name, only.picture) == ("", draw(guideline))
    larger = large_guideline(61)
    assert len(sheets_of(larger, draw(larger))) > 1


def test_the_overview_has_a_box_for_each_section_and_its_ways() -> None:
    overview = pictures(TWO_SECTIONS)[OVERVIEW]
    assert overview.boxes[1:] == (
        Box("s1", None, Shape.SECTION, "One", ("The first", "2 steps"), leads_to="one", holds=("a", "b")),
        Box("s2", None, Shape.SECTION, "Two", ("2 steps",), leads_to="two", holds=("c", "d")),
    )
    assert lines(overview) == [("n0", "s1", ""), ("s1", "s2", "3 ways"), ("s2", "s1", "↺ to a: otherwise")]
    assert [arrow.closes_loop for arrow in overview.arrows] == [False, False, True]
    assert [len(arrow.edges) for arrow in overview.arrows] == [0, 3, 1]


def test_a_section_has_links_to_the_others_in_both_directions() -> None:
    found = pictures(TWO_SECTIONS)
    one, two = found["one"], found["two"]
    assert (one.title, two.title) == ("Small: One", "Small: Two")
    assert [box.id for box in one.boxes] == ["here", "n0", "n1", "n2", "from1", "to1", "to2"]
    assert one.boxes[0] == Box("here", None, Shape.SECTION, "One", ("a section of: Small", "The first"), leads_to="")
    assert one.boxes[4:] == (
        Box("from1", None, Shape.LINK, "From: D?", ("in Two",), leads_to="two"),
        Box("to1", None, Shape.LINK, "Go to: C?", ("in Two",), leads_to="two"),
        Box("to2", None, Shape.LINK, "Go to: D?", ("in Two",), leads_to="two"),
    )
    assert lines(one) == [
        ("n0", "n1", ""),
        ("n1", "n2", "to b: otherwise"),
        ("from1", "n1", "↺ to a: otherwise"),
        ("n1", "to1", "to c: otherwise"),
        ("n2", "to1", "to c: otherwise"),
        ("n2", "to2", "to d: otherwise"),
    ]
    assert [box.title for box in two.boxes] == ["Two", "C?", "D?", "From: A?; B?", "From: B?", "Go to: A?"]
    assert lines(two)[1:3] == [("from1", "n3", "2 ways"), ("from2", "n4", "to d: otherwise")]


def test_each_picture_tells_what_the_names_in_it_stand_for() -> None:
    """Whoever holds one page in hand has no other one to look it up in."""
    by_criterion = {"type": "decision", "branches": [{"if": "flag", "then": "c"}, {"else": "c"}]}
    guideline = small(
        {"a": {**by_criterion, "section": "one"}, "b": {**by_criterion, "section": "two"}, "c": by_criterion},
        sections={"one": {}, "two": {}},
        facts={"fever": {"label": "Fever", "type": "boolean"}},
        criteria={"flag": {"label": "Red flag", "all": ["fever"]}},
    )
    told = {box.node: box.details for box in draw(guideline).boxes if box.node}
    assert told == {"a": ("Red flag = Fever",), "b": (UNREACHED,), "c": ()}
    found = pictures(guideline)
    assert {name: found[name].boxes[1 + (name == "one")].details for name in ("one", "two", "c")} == {
        "one": ("Red flag = Fever",),
        "two": ("Red flag = Fever", UNREACHED),
        "c": ("Red flag = Fever",),
    }


def test_a_node_that_everything_leads_to_has_one_link() -> None:
    doors = {f"d{number}": ask(f"D{number}?", "end", f"d{number + 1}", section=f"s{number}") for number in range(6)}
    sections = {f"s{number}": {"label": f"S{number}"} for number in range(6)}
    guideline = small({**doors, "d6": ask("Last?", "end"), "end": ask("End?")}, sections=sections)
    last = pictures(guideline)["d6"]
    links = [box for box in last.boxes if box.shape is Shape.LINK]
    assert [(box.title, box.leads_to) for box in links] == [("From 6 other sections", ""), ("From: D5?", "s5")]
    overview = pictures(guideline)[OVERVIEW]
    assert overview.boxes[-1].details == ("2 steps", "• End?: from 6 other sections")
    assert [(arrow.source, arrow.target) for arrow in overview.arrows if arrow.target == "s7"] == [("s6", "s7")]


def test_sections_that_are_too_large_and_nodes_without_one_are_divided() -> None:
    data = large_data(100)
    for number, node in enumerate(data["nodes"].values()):
        if number < 90:
            node["section"] = "most"
    parts = parts_of(build_guideline({**data, "sections": {"most": {"label": "Most"}}}))
    assert [(part.name, part.title, len(part.nodes)) for part in parts] == [
        ("ask-1", "Most: Headache 1: is it there? …", 16),
        ("ask-3", "Most: Arm pain 3: is it there? …", 24),
        ("ask-6", "Most: Fever 6: is it there? …", 24),
        ("ask-9", "Most: Headache 9: is it there? …", 26),
        ("grade-12", "Weakness 12: is it severe?; Jaw pain 13: is it there? …", 16),
    ]


def test_a_section_and_a_piece_of_the_same_name_have_files_of_their_own() -> None:
    sections: dict[str, Any] = {"one": {}, "a": {}, "a-2": {}}
    nodes = {"x": ask("X?", section="a"), "y": ask("Y?", section="a-2"), "a": ask("A?")}
    assert [part.name for part in parts_of(small(nodes, sections=sections))] == ["a", "a-2", "a-3"]


def pieces_of(guideline: Guideline, most: int) -> list[tuple[str, ...]]:
    return [part.nodes for part in parts_of(guideline, most)]


def test_a_piece_leads_to_as_little_of_others_as_can_be() -> None:
    """Two ways of ten steps each, and one step where they meet again."""
    steps = {
        f"{way}{step}": ask(f"{way}{step}?", f"{way}{step + 1}" if step < 9 else "both")
        for way in "lr"
        for step in range(10)
    }
    guideline = small({"top": ask("Top?", "l0", "r0"), **steps, "both": ask("Both?")})
    left, right = tuple(f"l{step}" for step in range(10)), tuple(f"r{step}" for step in range(10))
    assert pieces_of(guideline, 11) == [("top", *left), (*right, "both")]


def test_steps_that_lead_in_a_circle_stay_together() -> None:
    loop = {f"l{step}": ask(f"L{step}?", f"l{(step + 1) % 4}", "end") for step in range(4)}
    guideline = small({"top": ask("Top?", "l0"), **loop, "end": ask("End?")})
    assert pieces_of(guideline, 4) == [("top",), ("l0", "l1", "l2", "l3"), ("end",)]


def test_leftover_steps_stand_where_they_belong_and_are_named_by_where_they_are_entered() -> None:
    """Between the sections, and not with the start, to which no way leads back."""
    section = {"section": "s"}
    guideline = small(
        {
            "a": ask("A?", "b", "c"),
            "b": {**ask("B?", "d", "c"), **section},
            "c": {**ask("C?", "d", "e"), **section},
            "d": ask("D?", "f"),
            "e": ask("E?", "f"),
            "f": ask("F?"),
        },
        sections={"s": {"label": "S"}},
    )
    parts = [(part.name, part.title, part.nodes) for part in parts_of(guideline)]
    assert parts == [("a", "A?", ("a",)), ("s", "S", ("b", "c")), ("d", "D?; E? …", ("d", "e", "f"))]
    assert not any(arrow.closes_loop for arrow in pictures(guideline)[OVERVIEW].arrows)


def test_parts_between_which_nothing_lies_are_one() -> None:
    """Two leftover steps with a section between them in the order, but not on any way from one to the other."""
    guideline = small(
        {"a": ask("A?", "b", "c"), "b": ask("B?", section="s"), "c": ask("C?")}, sections={"s": {"label": "S"}}
    )
    assert pieces_of(guideline, 30) == [("a", "c"), ("b",)]


def overview_steps(guideline: Guideline, most: int) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The ways between nodes and those between parts."""
    home = {node: part.name for part in parts_of(guideline, most) for node in part.nodes}
    nodes: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for node in guideline.nodes.values():
        for edge in edges_of(node):
            if edge.target in home:
                nodes.setdefault(edge.target, set()).add(node.id)
                if home[edge.target] != home[node.id]:
                    parts.setdefault(home[edge.target], set()).add(home[node.id])
    return nodes, parts


def is_acyclic(before: dict[str, set[str]]) -> bool:
    try:
        tuple(TopologicalSorter(before).static_order())
    except CycleError:
        return False
    return True


@given(guidelines(), st.integers(1, 5))
def test_the_overview_is_acyclic_where_the_guideline_is(guideline: Guideline, most: int) -> None:
    plain = replace(guideline, nodes={name: replace(node, section=None) for name, node in guideline.nodes.items()})
    nodes, parts = overview_steps(plain, most)
    assert is_acyclic(parts) or not is_acyclic(nodes)


@pytest.mark.parametrize("nodes", [100, 400])
def test_the_overview_of_a_large_acyclic_guideline_is_acyclic(nodes: int) -> None:
    nodes_of, parts = overview_steps(build_guideline(layered(nodes, 10, 1)), 30)
    assert is_acyclic(nodes_of)
    assert parts
    assert is_acyclic(parts)


def test_an_overview_of_too_many_sections_is_divided_into_chapters() -> None:
    guideline = large_guideline(2_000)
    sheets = sheets_of(guideline, draw(guideline))
    assert max(len(sheet.picture.boxes) for sheet in sheets) <= MOST_ON_A_PAGE
    names = [sheet.name for sheet in sheets]
    assert names[:3] == [OVERVIEW, "chapter-1", "ask-1"]
    found = {sheet.name: sheet.picture for sheet in sheets}
    assert [box.leads_to for box in found[OVERVIEW].boxes] == [None, "chapter-1", "chapter-2", "chapter-3"]
    assert found["ask-1"].boxes[0].leads_to == "chapter-1"
    ways = [(arrow.source, arrow.target) for arrow in found[OVERVIEW].arrows]
    assert ways == [("n0", "s1"), ("s1", "s2"), ("s2", "s3")]


@pytest.mark.parametrize("sections", [False, True])
def test_no_picture_is_larger_than_can_be_read(sections: bool) -> None:
    guideline = large_guideline(300, sections=sections)
    sheets = sheets_of(guideline, draw(guideline))
    assert len(guideline.nodes) == 306
    assert max(len(sheet.picture.boxes) for sheet in sheets) <= MOST_ON_A_PAGE
    assert_nothing_is_lost(guideline)


@given(guidelines())
def test_nothing_is_lost_on_the_way(guideline: Guideline) -> None:
    assert_nothing_is_lost(guideline)


@given(guidelines(), st.integers(1, 5))
def test_every_node_is_in_one_piece(guideline: Guideline, most: int) -> None:
    plain = replace(guideline, nodes={name: replace(node, section=None) for name, node in guideline.nodes.items()})
    pieces = pieces_of(plain, most)
    assert sorted(node for piece in pieces for node in piece) == sorted(guideline.nodes)
    assert max(map(len, pieces)) <= most


def assert_nothing_is_lost(guideline: Guideline) -> None:
    """Every box stands in one picture; every way in one, or in two as a link; every link leads to a picture."""
    whole = draw(guideline)
    found = pictures(guideline)
    boxes = [box for name, each in found.items() if name for box in each.boxes if box.leads_to is None]
    assert Counter(replace(box, details=()) for box in boxes) == Counter(
        replace(box, details=()) for box in whole.boxes
    )
    lines = {(box.id, line) for box in boxes for line in box.details}
    assert lines >= {(box.id, line) for box in whole.boxes for line in box.details}
    ways = Counter(edge for name, each in found.items() if name for arrow in each.arrows for edge in arrow.edges)
    homes = {box.id: name for name, each in found.items() if name for box in each.boxes if box.leads_to is None}
    across = [arrow for arrow in whole.arrows if homes[arrow.source] != homes[arrow.target]]
    assert ways == Counter(edge for arrow in (*whole.arrows, *across) for edge in arrow.edges)
    for picture in found.values():
        ids = [box.id for box in picture.boxes]
        assert len(ids) == len(set(ids))
        assert {end for arrow in picture.arrows for end in (arrow.source, arrow.target)} <= set(ids)
        assert {box.leads_to for box in picture.boxes if box.leads_to is not None} <= found.keys()
