"""axe-core finds nothing to complain of, whatever the page shows, in light and dark, on a desk and in a hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Open
from tests.browser.pages import NECK, THROAT, page_of_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AUDIT = """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]})
    .then(({violations, passes}) => [violations, passes.length])"""

SHOWN = {
    "a step and a search": "location.hash = `#${STEP}`; page.search.field.value = 'a'; page.search.look()",
    "a walk and cases": "page.search.close(); location.hash = `#Walk=${CASE}`; page.marks.showCases(true)",
    "questions": "location.hash = '#Walk=new'",
    "everything as text": "document.getElementById('AsText').click()",
}

STARTS = {NECK: ("short-relaxant", "Case-partial-twice"), THROAT: ("give-penicillin", "Case-typical-viral")}

DESK = {"width": 1280, "height": 800}
HAND = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("path", "scheme", "viewport"),
    [(NECK, "light", DESK), (THROAT, "dark", DESK), (THROAT, "light", HAND), (THROAT, "dark", HAND)],
    ids=["neck-light-desk", "throat-dark-desk", "throat-light-hand", "throat-dark-hand"],
)
def test_axe_finds_nothing(
    path: Path, scheme: str, viewport: dict[str, int], open_page: Open, node_modules: Path
) -> None:
    """The longer guideline once: axe takes its time for every word."""
    page = open_page(page_of_file(path), bypass_csp=True, color_scheme=scheme, viewport=viewport)
    page.evaluate((node_modules / "axe-core" / "axe.min.js").read_text("utf-8"))
    page.evaluate("([step, last]) => { window.STEP = step; window.CASE = last; }", list(STARTS[path]))
    for what, act in SHOWN.items():
        page.evaluate(act)
        violations, passes = page.evaluate(AUDIT, TAGS)
        assert [complaint(each) for each in violations] == [], what
        assert passes > 20, what


def complaint(violation: dict[str, Any]) -> str:
    nodes = [node["html"][:160] for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {nodes}"
