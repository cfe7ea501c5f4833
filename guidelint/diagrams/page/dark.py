"""The picture on a dark ground: each colour of the light palette becomes its like of the dark one, on screens only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guidelint.diagrams.overlay import Tone
from guidelint.diagrams.palette import DARK, LIGHT, Palette


def dark_picture() -> str:
    words = [f'#Stage :is(text, g)[fill="{light}"] {{ fill: {dark} }}' for light, dark in _likes(_words).items()]
    shapes = [
        rule
        for light, dark in _likes(_shapes).items()
        for rule in (
            f'#Stage :not(text, g)[fill="{light}"] {{ fill: {dark} }}',
            f'#Stage [stroke="{light}"] {{ stroke: {dark} }}',
        )
    ]
    return "\n".join(("@media screen and (prefers-color-scheme: dark) {", *words, *shapes, "}"))


def _likes(colours: Callable[[Palette], tuple[str, ...]]) -> Mapping[str, str]:
    return dict(zip(colours(LIGHT), colours(DARK), strict=True))


def _words(palette: Palette) -> tuple[str, ...]:
    return palette.ink, palette.muted, *(palette.tones[tone].line for tone in Tone)


def _shapes(palette: Palette) -> tuple[str, ...]:
    looks = (palette.looks[name] for name in LIGHT.looks)
    tones = (palette.tones[tone] for tone in Tone)
    own = (palette.arrow, palette.faint, palette.way)
    return (*(colour for look in (*tones, *looks) for colour in (look.fill, look.line)), *own, palette.ground)
