"""Whatever is written can be read on what it is written on."""

from __future__ import annotations

import pytest

from guidelint.diagrams.overlay import Change, Tone
from guidelint.diagrams.palette import PALETTES, Palette, name_of
from guidelint.diagrams.picture import Box, Emphasis, Shape


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_that_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    looks = [*palette.looks.values(), *palette.changes.values()]
    pairs = [(ink, ground) for ink in (palette.ink, palette.muted) for ground in (palette.ground, *_fills(palette))]
    pairs += [(look.line, look.fill) for look in (*palette.tones.values(), *palette.changes.values())]  # on pills
    pairs += [(palette.ground, palette.way)]  # the numbers of steps
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    assert [look.name for look in looks if contrast(look.line, palette.ground) < 3.0] == []  # outlines
    assert contrast(palette.arrow, palette.ground) >= 4.5


def _fills(palette: Palette) -> list[str]:
    return [look.fill for look in (*palette.looks.values(), *palette.changes.values())]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_kind_of_box_has_a_look(palette: Palette) -> None:
    names = {name_of(Box("n", None, shape, "")) for shape in Shape} | {"urgent", "against"}
    assert palette.looks.keys() == names
    assert palette.tones.keys() == set(Tone)
    assert palette.changes.keys() == set(Change)
    assert name_of(Box("n", None, Shape.RECOMMENDATION, "", (), Emphasis.URGENT)) == "urgent"
