"""How large the review page of a large guideline is, and how soon it can be used in Chromium.

    python benchmarks/page.py [NODES]

Needs what tests/browser needs: Playwright and Chromium.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from layered import Data, layered

from guidelint.diagrams.draw import draw
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.page import review_of, write_page
from guidelint.document import read_document
from guidelint.linter import Options, lint_document
from guidelint.rules import RULES

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROUNDS = 5
SECOND = 1000

SOURCE: Data = {
    "references": {"book": {"title": "A textbook", "year": 2020}},
    "statements": {"S1": {"says": "Whoever has a finding is told about it.", "cites": ["book"]}},
}
GROUNDED = {"strength": "strong", "certainty": "high", "because": ["S1"]}
"""What a piece of advice has of which nothing is found."""

CHOICE = """id => new Promise(done => {
  const began = performance.now();
  document.querySelector(`.node[data-id="${id}"]`).dispatchEvent(new MouseEvent("click", {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""
USABLE = "() => { const [page] = performance.getEntriesByType('navigation'); return page.loadEventEnd; }"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def dense(nodes: int) -> Data:
    """Nearly all of them decisions: more than two arrows for each node."""
    return layered(nodes * 49 // 50, 40, 1)


def sparse(nodes: int) -> Data:
    """About as many pieces of advice as decisions, as in guidelines that are read: a bit more arrows than nodes."""
    data = layered(nodes * 52 // 100, 40, 1)
    _give_own_ends(data["nodes"], data["interventions"], nodes)
    return SOURCE | data


def _give_own_ends(steps: Data, interventions: Data, nodes: int) -> None:
    """Ways to where others lead as well end in advice of their own, until there are so many nodes."""
    branches = [branch for step in steps.values() for branch in step.get("branches", ())]
    led_to = Counter(_target(branch) for branch in branches)
    for branch in branches:
        if len(steps) < nodes and led_to[target := _target(branch)] > 1:
            led_to[target] -= 1
            own = f"own-{len(steps)}"
            interventions[own] = {"label": own, "kind": "education"}
            steps[own] = {"type": "recommendation", "recommend": [{"for": own, **GROUNDED}]}
            branch["then" if "then" in branch else "else"] = own


def _target(branch: Data) -> str:
    return str(branch.get("then", branch.get("else")))


def guideline_text(data: Data) -> str:
    """Every entry on a line of its own, as somebody could have written it."""
    return "\n".join(_lines(data))


def _lines(data: Data) -> Iterator[str]:
    for key, value in data.items():
        if not isinstance(value, dict):
            yield f"{key}: {value}"
            continue
        yield f"{key}:"
        for name, entry in value.items():
            yield f"  {name}: {json.dumps(entry)}"


def page_of(text: str) -> str:
    """Without proofs: they are measured elsewhere, and the time for them is not the page's."""
    options = Options(frozenset(rule.code for rule in RULES), date(2026, 1, 1), budget=None)
    review = review_of(lint_document(read_document(text.encode(), "large.yaml"), RULES, options))
    return write_page(review, lay_out([draw(review.guideline)]))


def opened(page: Page, address: str) -> tuple[float, float, float, float]:
    """Milliseconds until something is to be seen, until everything can be used, and from a click to its answer; and
    those that the page's own thread had of them, which do not depend on what else the machine does."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.wait_for_function(PAINTED)
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    times = page.evaluate(PAINTED), page.evaluate(USABLE), page.evaluate(CHOICE, "d7")
    return *times, metrics["TaskDuration"] * SECOND


def main() -> int:
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    found = [_is_soon(shape(nodes), nodes) for shape in (sparse, dense)]
    return 0 if all(found) else 1


def _is_soon(data: Data, nodes: int) -> bool:
    """Prints how large the page is and how long it takes, and says whether that is less than a second."""
    from playwright.sync_api import sync_playwright

    began = perf_counter()
    html = page_of(guideline_text(data))
    print(f"{nodes} nodes, {html.count('data-source=')} arrows, written in {perf_counter() - began:.1f} s")
    print(f"{len(html.encode()) / 1000:.0f} kB, {len(gzip.compress(html.encode())) / 1000:.0f} kB compressed")
    chromium = os.environ.get("GUIDELINT_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        pages = [browser.new_page(viewport={"width": 1440, "height": 900}) for _ in range(ROUNDS)]
        rounds = [opened(page, file.as_uri()) for page in pages]
        browser.close()
    names = ("painted", "usable", "answers a click", "own time")
    for what, times in zip(names, zip(*rounds, strict=True), strict=True):
        print(f"{what:>15}: {min(times):5.0f} ms at best, {sorted(times)[ROUNDS // 2]:5.0f} ms in the middle")
    return min(own for *_, own in rounds) < SECOND


if __name__ == "__main__":
    sys.exit(main())
