"""Fragments of guidelines, set into a sound one: how the examples of rules are read, run and drawn.

A fragment's sections and entries take the place of the scaffold's of the same name. A fragment that begins with
`# whole file` stands for itself. `# finding: GL201` at the end of a line says which rule must speak at that line.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

WHOLE = "# whole file"

MARKER = re.compile(r"\s*# finding: ((?:[A-Z]+\d{3,4}(?:, )?)+)\s*$")


@cache
def scaffold() -> str:
    """The smallest guideline in which no rule finds anything."""
    return (Path(__file__).parent / "scaffold.yaml").read_text(encoding="utf-8")


def whole(fragment: str) -> str:
    """The guideline that a fragment stands for."""
    if fragment.startswith(WHOLE):
        return fragment
    sections = _blocks(scaffold(), r"\S")
    for name, text in _blocks(fragment, r"\S").items():
        sections[name] = _merged(sections.get(name, ""), text)
    return "".join(sections.values())


def expected(text: str) -> set[tuple[int, str]]:
    """Line and code of every finding that a text asks for."""
    lines = text.splitlines()
    return {
        (number, code)
        for number, line in enumerate(lines, start=1)
        if (marker := MARKER.search(line))
        for code in marker[1].split(", ")
    }


def _merged(old: str, new: str) -> str:
    """The old section with the new one's entries in place of its own; a section on one line is taken whole."""
    if "\n  " not in old or "\n  " not in new or "\n  -" in new:
        return new if new.endswith("\n") else new + "\n"
    entries = _blocks(old.partition("\n")[2], r"  \S")
    entries |= _blocks(new.partition("\n")[2], r"  \S")
    return new.partition("\n")[0] + "\n" + "".join(entries.values())


def _blocks(text: str, start: str) -> dict[str, str]:
    """The text cut at every line that begins a block, by the key of that line; a key that comes again is kept too."""
    blocks: dict[str, str] = {}
    current = ""
    for line in text.splitlines(keepends=True):
        if re.match(start, line) and not line.lstrip().startswith("#"):
            current = line.strip().split(":")[0]
            while current in blocks:
                current += " "
        blocks[current] = blocks.get(current, "") + (line if line.endswith("\n") else line + "\n")
    return blocks
