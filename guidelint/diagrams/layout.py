"""Pictures → Layout: a place for everything, found by Graphviz, with every box sized by its words."""

from __future__ import annotations

from collections.abc import Sequence

from guidelint.diagrams.picture import Picture
from guidelint.diagrams.placed import Layout


def lay_out(pictures: Sequence[Picture]) -> Layout:
    """One picture, or the versions of one from old to new: what is in several of them stands at one place in all.

    Raises GraphvizMissing where the extra `diagrams` is not installed.
    """
    raise NotImplementedError
