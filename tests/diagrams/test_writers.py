"""The texts that the writers write, read again by patterns that know nothing of how they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from guidelint.diagrams import ENDINGS
from guidelint.diagrams.dot import write_dot
from guidelint.diagrams.draw import draw
from guidelint.diagrams.mermaid import limits_broken, write_mermaid
from guidelint.diagrams.picture import Picture
from guidelint.diagrams.text import shown
from guidelint.document import read_document
from guidelint.graph import edges_of
from guidelint.model import Guideline, build_guideline
from guidelint.testing import guidelines
from tests.diagrams.labels import LABELS
from tests.diagrams.test_escapes import read_dot, read_mermaid

HERE = Path(__file__).parent
SORE_THROAT = HERE.parent / "guidelines" / "sore-throat.yaml"
NECK_SPASM = HERE.parents[1] / "guideline" / "neck-spasm.yaml"

MERMAID_BOX = re.compile(r'^  (n\d+)(?:\{\{|\(\[|\[\[|[\[(])"([^"]*)"[\])}]+:::\w+$', re.MULTILINE)
MERMAID_ARROW = re.compile(r'^  (n\d+) -(?:\.-|-)>(?:\|"([^"]*)"\|)? (n\d+)$', re.MULTILINE)
DOT_BOX = re.compile(r'^  (n\d+) \[.*, label="((?:[^"\\]|\\.)*)"\]$', re.MULTILINE)
DOT_ARROW = re.compile(
    r'^  (n\d+) -> (n\d+)(?: \[(?:label="((?:[^"\\]|\\.)*)")?(?:(?:, )?style=dashed)?\])?$', re.MULTILINE
)

WRITERS: dict[str, Callable[[Picture], str]] = {"mermaid": write_mermaid, "dot": write_dot}

Boxes = list[tuple[str, str]]
Arrows = list[tuple[str, str, str]]


def from_mermaid(text: str) -> tuple[Boxes, Arrows]:
    boxes = [(id, read_mermaid(label)) for id, label in MERMAID_BOX.findall(text)]
    return boxes, [(source, target, read_mermaid(label)) for source, label, target in MERMAID_ARROW.findall(text)]


def from_dot(text: str) -> tuple[Boxes, Arrows]:
    boxes = [(id, read_dot(label)) for id, label in DOT_BOX.findall(text)]
    return boxes, [(source, target, read_dot(label)) for source, target, label in DOT_ARROW.findall(text)]


READERS: dict[str, Callable[[str], tuple[Boxes, Arrows]]] = {"mermaid": from_mermaid, "dot": from_dot}


def load(path: Path) -> Guideline:
    return build_guideline(read_document(path.read_bytes(), path.name).data)


def one_line(text: str) -> str:
    return " ".join(text.split())


def assert_everything_is_there_once(guideline: Guideline, form: str) -> None:
    text = WRITERS[form](draw(guideline))
    boxes, arrows = READERS[form](text)
    assert [id for id, _ in boxes] == [f"n{number}" for number in range(len(guideline.nodes) + 1)]
    for node, (_, label) in zip(guideline.nodes.values(), boxes[1:], strict=True):
        if node.label is not None:
            assert one_line(label).startswith(one_line(shown(node.label)))
    ids = {name: f"n{number}" for number, name in enumerate(guideline.nodes, start=1)}
    edges = [(ids[edge.source], ids[edge.target]) for node in guideline.nodes.values() for edge in edges_of(node)]
    assert [(source, target) for source, target, _ in arrows] == [("n0", ids[guideline.start]), *edges]
    assert WRITERS[form](draw(guideline)) == text


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("path", [SORE_THROAT, NECK_SPASM], ids=lambda path: path.stem)
def test_every_node_and_edge_is_there_once(path: Path, form: str) -> None:
    assert_everything_is_there_once(load(path), form)


@pytest.mark.parametrize("form", WRITERS)
@given(guideline=guidelines())
def test_every_node_and_edge_of_any_guideline_is_there_once(form: str, guideline: Guideline) -> None:
    assert_everything_is_there_once(guideline, form)


@pytest.mark.parametrize("form", WRITERS)
def test_hostile_labels_are_words_and_nothing_else(form: str) -> None:
    labels = [label for label, _, _ in LABELS]
    nodes = {
        f"d{index}": {
            "type": "decision",
            "label": label,
            "branches": [{"else": f"d{(index + 1) % len(labels)}", "label": label}],
        }
        for index, label in enumerate(labels)
    }
    data = {
        "format": "guidelint/1",
        "id": "hostile",
        "title": "".join(labels),
        "version": labels[20],
        "status": "draft",
    }
    guideline = build_guideline({**data, "start": "d0", "nodes": nodes})
    assert_everything_is_there_once(guideline, form)
    _, arrows = READERS[form](WRITERS[form](draw(guideline)))
    texts = [one_line(text).removeprefix("↺ ") for _, _, text in arrows[1:]]
    assert texts == [one_line(f"{shown(label)}: otherwise") for label in labels]


@pytest.mark.parametrize("name", ["sore-throat.mmd", "sore-throat.dot"])
def test_sore_throat_is_written_as_it_was_looked_at(name: str) -> None:
    """Look at the picture before taking a new one: guidelint diagram tests/guidelines/sore-throat.yaml -o FILE"""
    snapshot = HERE / name
    assert WRITERS[ENDINGS[snapshot.suffix]](draw(load(SORE_THROAT))) == snapshot.read_text(encoding="utf-8")


def test_mermaid_limits_are_noticed() -> None:
    def long(count: int, label: str) -> Guideline:
        nodes = {
            f"n{index}": {"type": "decision", "label": label, "branches": [{"else": "n0"}]} for index in range(count)
        }
        data = {"format": "guidelint/1", "id": "long", "title": "Long", "version": "1", "status": "draft"}
        return build_guideline({**data, "start": "n0", "nodes": nodes})

    def broken(guideline: Guideline) -> list[str]:
        picture = draw(guideline)
        return list(limits_broken(picture, write_mermaid(picture)))

    assert broken(long(499, "x")) == []
    assert broken(long(500, "x")) == ["501 arrows, and Mermaid draws at most 500"]
    (only,) = broken(long(1, "😀" * 24_800))
    assert re.fullmatch(r"50,\d{3} characters, and Mermaid reads at most 50,000", only)
