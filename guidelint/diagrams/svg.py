"""Drawing → SVG that stands on its own and can stand in a page.

Colours are attributes, so that every viewer paints them and a style sheet can still override them: no `style`, no
`<style>`, no `<marker>`, no address, nothing that loads or runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from guidelint.diagrams.geometry import Point
from guidelint.diagrams.primitives import Drawing, EdgeGroup, NodeGroup, Paint, Path, Polygon, Primitive, Text
from guidelint.diagrams.text import shown

FONTS = "DejaVu Sans, Verdana, sans-serif"


def draw_svg(drawing: Drawing) -> str:
    width, height = _number(drawing.width), _number(drawing.height)
    size = f'width="{width}" height="{height}"'
    space = f'xmlns="http://www.w3.org/2000/svg" xml:space="preserve" {size} viewBox="0 0 {width} {height}"'
    lines = [
        f'<svg {space} role="img" font-family="{FONTS}">',
        f"<title>{_text(drawing.title)}</title>",
        f"<desc>{_text(drawing.description)}</desc>",
        f'<rect class="ground" {size} fill="{drawing.ground}"/>',
        *(line for group in drawing.groups for line in _group(group)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _group(group: NodeGroup | EdgeGroup) -> Iterator[str]:
    if isinstance(group, NodeGroup):
        kind, about = "node", f'data-id="{_text(group.id)}"'
    else:
        ends = f'data-source="{_text(group.source)}" data-target="{_text(group.target)}"'
        kind, about = "edge", f'data-id="{_text(group.id)}" {ends}'
    yield f'<g class="{_text(" ".join((kind, *group.classes)))}" {about}>'
    yield from map(_primitive, group.items)
    yield "</g>"


def _primitive(item: Primitive) -> str:
    if isinstance(item, Text):
        return _words(item)
    if isinstance(item, Polygon):
        return f'<polygon points="{_points(item.points)}"{_paint(item.paint)}/>'
    return f'<path d="{_path(item)}"{_paint(item.paint)}/>'


def _path(path: Path) -> str:
    start, *rest = path.curve
    return f"M{_points((start,))}C{_points(rest)}{'Z' if path.is_closed else ''}"


def _paint(paint: Paint) -> str:
    stroke = f' stroke="{paint.stroke}" stroke-width="{_number(paint.width)}"' if paint.stroke else ""
    dash = f' stroke-dasharray="{" ".join(map(_number, paint.dash))}"' if paint.dash else ""
    return f' fill="{paint.fill or "none"}"{stroke}{dash}'


def _words(text: Text) -> str:
    """A line that another font may have to help out with is held to the width that was kept for it."""
    line = text.line
    weight = ' font-weight="bold"' if line.bold else ""
    anchor = ' text-anchor="middle"' if line.anchor == "middle" else ""
    length = "" if line.is_sure else f' textLength="{_number(line.width)}" lengthAdjust="spacingAndGlyphs"'
    place = f'x="{_number(line.x)}" y="{_number(line.y)}" font-size="{_number(line.size)}"'
    return f'<text {place}{weight}{anchor}{length} fill="{text.fill}">{_text(line.text)}</text>'


def _points(points: list[Point] | tuple[Point, ...]) -> str:
    return " ".join(f"{_number(point.x)},{_number(point.y)}" for point in points)


def _number(value: float) -> str:
    """To a tenth of a pixel, in as few characters as that takes."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(shown(text), quote=True)
