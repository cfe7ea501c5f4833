"""The pictures in docs/ show the guideline as it is.

Draw them again with: guidelint diagram guideline/neck-spasm.yaml -o docs/neck-spasm.svg -o docs/neck-spasm.html
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.runner import guidelint

ROOT = Path(__file__).parents[2]

PLACES = re.compile(r' (?:d|points|x|y|width|height|viewBox|textLength|stroke-dasharray)="[^"]*"')


def without_places(text: str) -> str:
    """Another release of Graphviz may put things elsewhere: what is drawn is the same."""
    return PLACES.sub("", text)


@pytest.mark.parametrize("name", ["neck-spasm.svg", "neck-spasm.html"])
def test_it_is_not_stale(name: str, tmp_path: Path) -> None:
    assert guidelint("diagram", ROOT / "guideline" / "neck-spasm.yaml", "-o", tmp_path / name) == (0, "", "")
    drawn, kept = tmp_path / name, ROOT / "docs" / name
    assert without_places(drawn.read_text("utf-8")) == without_places(kept.read_text("utf-8")), __doc__
