"""What Graphviz is asked: how large the boxes are, and what is joined to what.

The label of an arrow is a box of its own to Graphviz: so it lies on its line and nothing else crosses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidelint.diagrams.graphviz import Size, Wire
from guidelint.diagrams.merging import Join, Merged, merged_arrows, merged_boxes
from guidelint.diagrams.picture import Arrow, Box, Picture
from guidelint.diagrams.writing import Block, box_block, frame_size, label_block, label_size


@dataclass(frozen=True, slots=True)
class PlannedArrow:
    """`label` is the number of its label, and `wires` are the numbers of its wires, from source to target."""

    join: Join
    written: Merged[tuple[Arrow, Block]]
    label: int | None
    wires: tuple[int, ...]

    @property
    def is_upward(self) -> bool:
        """Whether its wires are laid from its target to its source: what closes a loop leads back up."""
        return self.written.newest[0].closes_loop


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes are those of the boxes in their order, then those of the labels."""

    boxes: dict[str, Merged[tuple[Box, Block]]]
    arrows: tuple[PlannedArrow, ...]
    sizes: tuple[Size, ...]
    wires: tuple[Wire, ...]


def plan_of(pictures: Sequence[Picture]) -> Plan:
    boxes = {id: merged.map(lambda box: (box, box_block(box))) for id, merged in merged_boxes(pictures).items()}
    numbers = {id: number for number, id in enumerate(boxes)}
    sizes = [_largest(frame_size(box, block) for box, block in written.present) for written in boxes.values()]
    wires: list[Wire] = []
    arrows = []
    for (source, target), merged in merged_arrows(pictures):
        written = merged.map(lambda arrow: (arrow, label_block(arrow)))
        labels = [label_size(block) for _, block in written.present if block.lines]
        stops = [numbers[source], *([len(sizes)] if labels else []), numbers[target]]
        arrow = PlannedArrow(
            (source, target),
            written,
            len(sizes) if labels else None,
            tuple(range(len(wires), len(wires) + len(stops) - 1)),
        )
        arrows.append(arrow)
        sizes += [_largest(labels)] if labels else []
        wires += (Wire(end, begin) if arrow.is_upward else Wire(begin, end, weight=2) for begin, end in pairwise(stops))
    return Plan(boxes, tuple(arrows), tuple(sizes), tuple(wires))


def _largest(sizes: Iterable[Size]) -> Size:
    widths, heights = zip(*sizes, strict=True)
    return max(widths), max(heights)
