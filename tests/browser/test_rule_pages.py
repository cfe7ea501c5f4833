"""The real Mermaid draws every picture on the pages of the rules, and says there what was found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
BLOCK = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURES = [text for path in sorted(FOLDER.glob("GL*.md")) for text in BLOCK.findall(path.read_text("utf-8"))]

DRAW = """async (texts) => {
  mermaid.initialize({ startOnLoad: false });
  const found = [];
  for (const [number, text] of texts.entries()) {
    const { svg } = await mermaid.render(`picture-${number}`, text);
    found.push([...new DOMParser().parseFromString(svg, "text/html").querySelectorAll("g.node")].length);
  }
  return found;
}"""


def test_every_picture_is_drawn(browser: Browser, node_modules: Path) -> None:
    page = browser.new_page()
    page.add_script_tag(path=node_modules / "mermaid" / "dist" / "mermaid.min.js")
    boxes = page.evaluate(DRAW, PICTURES)
    page.close()
    assert len(PICTURES) > 80
    assert boxes == [len(re.findall(r"^  \w+[({\[]+\"", text, re.MULTILINE)) for text in PICTURES]
