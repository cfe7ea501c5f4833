"""Guideline → Picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from guidelint.diagrams.boxes import node_box, start_box, undefined_box
from guidelint.diagrams.definitions import definitions_of
from guidelint.diagrams.picture import Arrow, Box, Picture
from guidelint.diagrams.step_notes import note_numbers, note_sign
from guidelint.diagrams.traversal import traverse
from guidelint.graph import Edge, EdgeKind, edges_of
from guidelint.model import Decision, FollowUp, Guideline
from guidelint.returns import used_up_in_words
from guidelint.wording import condition_in_words, interval_in_words

LOOP = "↺"


def draw(guideline: Guideline) -> Picture:
    """Every node and every edge, sound or not: a reviewer is to see what is wrong."""
    traversal = traverse(guideline)
    targets = (edge.target for node in guideline.nodes.values() for edge in edges_of(node))
    names = dict.fromkeys((*guideline.nodes, guideline.start, *targets))
    ids = {name: f"n{number}" for number, name in enumerate(names, start=1)}
    start = start_box("n0", guideline)
    definitions, notes = definitions_of(guideline), note_numbers(guideline)
    drawn = (
        _box(name, ids[name], guideline, definitions.get(name, ()), is_reached=name in traversal.reached)
        for name in names
    )
    boxes = [_noted(box, notes) for box in drawn]
    arrows = [
        _arrow(edge, ids, guideline, closes_loop=edge in traversal.closing)
        for node in guideline.nodes.values()
        for edge in edges_of(node)
    ]
    return Picture(
        guideline.metadata.title,
        " ".join(_description(guideline)),
        (start, *boxes),
        (Arrow(start.id, ids[guideline.start]), *arrows),
    )


def _box(name: str, id: str, guideline: Guideline, definitions: tuple[str, ...], *, is_reached: bool) -> Box:
    node = guideline.nodes.get(name)
    if node is None:
        return undefined_box(id, name)
    return node_box(id, node, guideline, definitions, is_reached=is_reached)


def _noted(box: Box, notes: Mapping[str, int]) -> Box:
    number = notes.get(box.node or "")
    return replace(box, details=(*box.details, note_sign(number))) if number else box


def _arrow(edge: Edge, ids: dict[str, str], guideline: Guideline, *, closes_loop: bool) -> Arrow:
    text = way_on_in_words(edge, guideline)
    text = f"{LOOP} {text}".rstrip() if closes_loop else text
    return Arrow(ids[edge.source], ids[edge.target], text, closes_loop, (edge,))


def way_on_in_words(edge: Edge, guideline: Guideline) -> str:
    """What an arrow says; nothing where there is only one way on."""
    node = guideline.nodes[edge.source]
    if isinstance(node, Decision) and edge.branch is not None:
        branch = node.branches[edge.branch]
        taken = "otherwise" if branch.condition is None else condition_in_words(branch.condition, guideline)
        return f"{branch.label}: {taken}" if branch.label else taken
    if not isinstance(node, FollowUp):
        return ""
    if edge.kind is EdgeKind.THEN:
        return f"after {interval_in_words(node.after)}"
    return "otherwise" if node.at_most is None else used_up_in_words(node.at_most)


def _description(guideline: Guideline) -> Iterator[str]:
    metadata = guideline.metadata
    yield f"Version {metadata.version}, {metadata.status}."
    if metadata.description:
        yield metadata.description
