"""Makes what is shipped in guidelint/diagrams/fonts/ from the DejaVu fonts: subsets, and the widths of characters.

    apt-get install fonts-dejavu-core
    pip install fonttools
    python benchmarks/shipped_fonts.py

Kerning and ligatures are left out: a text is then as wide as its characters, wherever it is drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SYSTEM = Path("/usr/share/fonts/truetype/dejavu")
LICENCE = Path("/usr/share/doc/fonts-dejavu-core/copyright")
SHIPPED = Path(__file__).parents[1] / "guidelint" / "diagrams" / "fonts"
FACES = {"regular": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf"}

KEPT = (
    range(0x20, 0x7F),
    range(0xA0, 0x370),  # Latin, phonetics, accents
    range(0x370, 0x530),  # Greek, Cyrillic
    range(0x1E00, 0x2000),  # Latin and Greek with accents
    range(0x2000, 0x2200),  # punctuation, superscripts, currencies, letterlike, numbers, arrows
    range(0x2200, 0x2400),  # mathematics, technical
    range(0x2460, 0x2500),  # enclosed numbers
    range(0x25A0, 0x27C0),  # shapes, symbols, marks
    range(0xFB00, 0xFB07),
    range(0xFFFD, 0xFFFE),
)


def subset(file: str) -> TTFont:
    font = TTFont(SYSTEM / file)
    options = Options()
    options.layout_features = ["ccmp", "mark", "mkmk"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for codes in KEPT for code in codes])
    subsetter.subset(font)
    return font


def runs(widths: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Characters that follow each other: the first one's code, then the width of each."""
    found: list[list[int]] = []
    for code, width in sorted(widths):
        if found and code == found[-1][0] + len(found[-1]) - 1:
            found[-1].append(width)
        else:
            found.append([code, width])
    return found


def main() -> None:
    em, widths = 0, {}
    for face, file in FACES.items():
        font = subset(file)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(SHIPPED / file)
        em = font["head"].unitsPerEm
        advances = {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}
        widths[face] = runs(advances.items())
    lines = json.dumps({"em": em, **widths}, separators=(",", ":")).replace("],[", "],\n[")
    (SHIPPED / "widths.json").write_text(lines + "\n", encoding="utf-8")
    (SHIPPED / "LICENSE").write_bytes(LICENCE.read_bytes())


if __name__ == "__main__":
    main()
