"""What Graphviz is asked: how large the boxes are, and what is joined to what.

The label of an arrow is a box of its own to Graphviz: so it lies on its line and nothing else crosses it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidelint.diagrams.graphviz import Question, Size, Wire
from guidelint.diagrams.merging import Join, Merged, merged_arrows, merged_boxes
from guidelint.diagrams.picture import Arrow, Box, Picture
from guidelint.diagrams.writing import Block, box_block, frame_size, label_block, label_size


@dataclass(frozen=True, slots=True)
class PlannedArrow:
    """`label` is the number of its label; `wires` lead from its source to its target, or back if it closes a loop."""

    join: Join
    written: Merged[tuple[Arrow, Block]]
    label: int | None
    wires: tuple[Wire, ...]

    @property
    def is_upward(self) -> bool:
        """Whether it leads back up: its wires are then laid from its target to its source."""
        return self.written.newest[0].closes_loop


@dataclass(frozen=True, slots=True)
class Plan:
    """The boxes and, behind them, the labels are numbered in their order; so are the wires of the arrows."""

    boxes: dict[str, Merged[tuple[Box, Block]]]
    arrows: tuple[PlannedArrow, ...]
    question: Question


def plan_of(pictures: Sequence[Picture]) -> Plan:
    """An arrow may lead through a label without words: from a box to itself it has to turn somewhere, and of several
    arrows that join the same boxes, Graphviz would draw one across what it led the other around.
    """
    boxes = {id: merged.map(lambda box: (box, box_block(box))) for id, merged in merged_boxes(pictures).items()}
    sizes = [_largest(frame_size(box, block) for box, block in written.present) for written in boxes.values()]
    numbers = {id: number for number, id in enumerate(boxes)}
    arrows = []
    ways = merged_arrows(pictures)
    joined = Counter(frozenset(join) for join, _ in ways)
    for (source, target), merged in ways:
        written = merged.map(lambda arrow: (arrow, label_block(arrow)))
        is_apart = source == target or joined[frozenset((source, target))] > 1
        labels = [label_size(block) for _, block in written.present if block.lines or is_apart]
        label = len(sizes) if labels else None
        sizes += [_largest(labels)] if labels else []
        wires = _wires(numbers[source], label, numbers[target], closes_loop=merged.newest.closes_loop)
        arrows.append(PlannedArrow((source, target), written, label, wires))
    wires = tuple(wire for arrow in arrows for wire in arrow.wires)
    return Plan(boxes, tuple(arrows), Question(tuple(sizes), wires, labels=len(boxes)))


def _wires(source: int, label: int | None, target: int, *, closes_loop: bool) -> tuple[Wire, ...]:
    """A label lies nearer to where its arrow comes from: there it is looked for."""
    if closes_loop:
        return (Wire(target, source),) if label is None else (Wire(label, source), Wire(target, label))
    if label is None:
        return (Wire(source, target, weight=2),)
    return (Wire(source, label, weight=4), Wire(label, target, weight=2))


def _largest(sizes: Iterable[Size]) -> Size:
    widths, heights = zip(*sizes, strict=True)
    return max(widths), max(heights)
