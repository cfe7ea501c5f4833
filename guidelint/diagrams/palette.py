"""The colours of pictures, after shared conventions for clinical algorithms: on a light ground, a dark one, on paper.

Red is for emergencies and errors alone, and no colour carries a fact alone: shape, glyph and words say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guidelint.diagrams.overlay import Change, Tone
from guidelint.diagrams.picture import Box, Emphasis


@dataclass(frozen=True, slots=True)
class Look:
    """How boxes of one name are painted; `name` is fit to be a class in Mermaid and CSS."""

    name: str
    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Palette:
    """`ink` is for what is read first, `muted` for the rest; both can be read on the ground and on every look."""

    ground: str
    ink: str
    muted: str
    arrow: str
    faint: str
    """The outlines and arrows of what is dimmed."""

    way: str
    """The way of a patient."""

    looks: Mapping[str, Look]
    tones: Mapping[Tone, Look]
    changes: Mapping[Change, Look]

    def look_of(self, box: Box) -> Look:
        return self.looks[name_of(box)]


def name_of(box: Box) -> str:
    """Of the look of a box."""
    return box.emphasis.value if box.emphasis is not Emphasis.PLAIN else box.shape.value.replace("-", "_")


def _looks(*looks: tuple[str, str, str]) -> dict[str, Look]:
    return {name: Look(name, fill, line) for name, fill, line in looks}


def _tones(*looks: tuple[Tone, str, str]) -> dict[Tone, Look]:
    return {tone: Look(tone.value, fill, line) for tone, fill, line in looks}


def _changes(*looks: tuple[Change, str, str]) -> dict[Change, Look]:
    return {change: Look(change.value, fill, line) for change, fill, line in looks}


LIGHT = Palette(
    ground="#ffffff",
    ink="#1f2328",
    muted="#57606a",
    arrow="#57606a",
    faint="#c4cad1",
    way="#8250df",
    looks=_looks(
        ("start", "#eef2f7", "#5b6b7f"),
        ("decision", "#fff6d6", "#8a6500"),
        ("recommendation", "#e3f4e6", "#2c7a3d"),
        ("against", "#f7e3ee", "#99225f"),
        ("urgent", "#ffe9d6", "#a34f00"),
        ("emergency", "#fde3e1", "#b3261e"),
        ("follow_up", "#e4effb", "#2a66a8"),
        ("undefined", "#ffffff", "#5b6b7f"),
        ("section", "#eef2f7", "#5b6b7f"),
        ("link", "#ffffff", "#5b6b7f"),
        ("nowhere", "#ffffff", "#b3261e"),
    ),
    tones=_tones(
        (Tone.ERROR, "#fde3e1", "#b3261e"),
        (Tone.WARNING, "#fff1cc", "#7d5200"),
        (Tone.INFO, "#e4effb", "#2a66a8"),
    ),
    changes=_changes(
        (Change.ADDED, "#dafbe1", "#1a7f37"),
        (Change.REMOVED, "#ffebe9", "#c0222b"),
        (Change.CHANGED, "#fff8c5", "#8a5d00"),
    ),
)

DARK = Palette(
    ground="#0f1419",
    ink="#e6edf3",
    muted="#a9b4c0",
    arrow="#8b98a6",
    faint="#39424c",
    way="#ab7df8",
    looks=_looks(
        ("start", "#1c2530", "#8fa3ba"),
        ("decision", "#332b0b", "#d4a72c"),
        ("recommendation", "#0f2d17", "#4ac26b"),
        ("against", "#3b1230", "#f778ba"),
        ("urgent", "#3d2109", "#f0883e"),
        ("emergency", "#4a1210", "#ff7b72"),
        ("follow_up", "#0c2440", "#58a6ff"),
        ("undefined", "#0f1419", "#8fa3ba"),
        ("section", "#1c2530", "#8fa3ba"),
        ("link", "#0f1419", "#8fa3ba"),
        ("nowhere", "#0f1419", "#ff7b72"),
    ),
    tones=_tones(
        (Tone.ERROR, "#4a1210", "#ff8f87"),
        (Tone.WARNING, "#3a2c07", "#e3b341"),
        (Tone.INFO, "#0c2440", "#79b8ff"),
    ),
    changes=_changes(
        (Change.ADDED, "#12361f", "#3fb950"),
        (Change.REMOVED, "#3c1618", "#ff7b72"),
        (Change.CHANGED, "#3a2c07", "#d29922"),
    ),
)


def _on_paper(look: Look) -> Look:
    return replace(look, fill="#ffffff")


PRINT = replace(
    LIGHT,
    ink="#000000",
    muted="#3d444d",
    arrow="#3d444d",
    looks={name: _on_paper(look) for name, look in LIGHT.looks.items()},
    tones={tone: _on_paper(look) for tone, look in LIGHT.tones.items()},
    changes={change: _on_paper(look) for change, look in LIGHT.changes.items()},
)
"""No grounds that cost ink and turn grey."""

PALETTES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK, "print": PRINT}
