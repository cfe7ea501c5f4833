"""What the authors say of a step beside its words: a number in its box, the words at the foot of the picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guidelint.model import Decision, Guideline, Node, Recommendation

SIGN = "✎"


def note_numbers(guideline: Guideline) -> Mapping[str, int]:
    """By node, counted from 1; of a divided guideline each picture has those of its own steps."""
    noted = (node.id for node in guideline.nodes.values() if any(_notes(node)))
    return {name: number for number, name in enumerate(noted, start=1)}


def note_sign(number: int) -> str:
    return f"{SIGN} Note {number:,}"


def is_note_sign(line: str) -> bool:
    return line.startswith(f"{SIGN} ")


def notes_at_foot(guideline: Guideline, drawn: Collection[str | None]) -> Iterator[str]:
    for name, number in note_numbers(guideline).items():
        if name in drawn:
            node = guideline.nodes[name]
            yield f"{note_sign(number)}, {node.name}: {' '.join(_notes(node))}"


def _notes(node: Node) -> Iterator[str]:
    """Its own one, then those of its branches or of its advice."""
    parts = node.branches if isinstance(node, Decision) else node.advice if isinstance(node, Recommendation) else ()
    yield from (each.note for each in (node, *parts) if each.note)
