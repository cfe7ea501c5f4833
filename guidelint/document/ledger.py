"""The defects of a document while it is being built, and when to stop building."""

from __future__ import annotations

from collections import Counter

from guidelint.document.defects import HARMLESS, Defect, DefectKind

MOST_DEFECTS = 1_000
"""A file with more has one cause, not a thousand. Harmless ones are noted up to one more, so that whoever stops at
this many knows that there were others."""


class Unbuildable(Exception):
    """The document cannot be built any further; the defect that says why is already noted."""


class Ledger:
    def __init__(self) -> None:
        self.defects: list[Defect] = []
        self._noted: Counter[DefectKind | None] = Counter()

    def wants(self, kind: DefectKind) -> bool:
        """Whether one more of a kind is to be noted."""
        return self._noted[kind] <= MOST_DEFECTS

    def note(self, defect: Defect) -> None:
        """Raises Unbuildable where there are too many."""
        self.defects.append(defect)
        self._noted[defect.kind if defect.kind in HARMLESS else None] += 1
        if self._noted[None] >= MOST_DEFECTS:
            raise self.stop(
                Defect(DefectKind.TOO_LARGE, defect.span, f"more than {MOST_DEFECTS:,} defects of the text")
            )

    def stop(self, defect: Defect) -> Unbuildable:
        """Notes the defect that ends the building; what it returns is to be raised."""
        self.defects.append(defect)
        return Unbuildable()
