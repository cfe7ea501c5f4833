"""A seeded defect: edits of a sound guideline, and the place that must be named."""

from __future__ import annotations

from dataclasses import dataclass

from guidelint.baseline import Entry

Edit = tuple[str, str]
"""A text that stands once in the guideline, and what takes its place."""

MARK = "«"


@dataclass(frozen=True, slots=True)
class Seed:
    """Each `«` in an edit marks a place that must be named by a finding of its own, and is taken out.

    `raw` replaces the whole content; `crashes` is the code of a rule that is made to fail, `knows` an
    entry of the baseline. `worse` is the code of an
    error that the same defect comes to, which a mere warning must not hide.
    """

    code: str
    what: str
    edits: tuple[Edit, ...] = ()
    guideline: str = "neck-spasm"
    raw: bytes | None = None
    crashes: str | None = None
    worse: str | None = None
    knows: Entry | None = None

    @property
    def id(self) -> str:
        return f"{self.code} {self.guideline}: {self.what}"

    def sow(self, text: str) -> tuple[bytes, tuple[int, ...]]:
        """The content with the defect, and the offsets of its places; none where no one place is asked for."""
        if self.raw is not None:
            return self.raw, ()
        for old, new in self.edits:
            assert text.count(old) == 1, f"{self.what}: {old!r} stands in {text.count(old)} places"
            text = text.replace(old, new)
        pieces = text.split(MARK)
        places, offset = [], 0
        for piece in pieces[:-1]:
            offset += len(piece)
            places.append(offset)
        return "".join(pieces).encode("utf-8", "surrogateescape"), tuple(places)


def in_neck_spasm(code: str, what: str, *edits: Edit) -> Seed:
    return Seed(code, what, edits)


def in_sore_throat(code: str, what: str, *edits: Edit) -> Seed:
    return Seed(code, what, edits, "sore-throat")
