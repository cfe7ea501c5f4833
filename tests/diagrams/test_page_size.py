"""A page carries nothing twice that its readers do not see twice, and says the same in fewer characters."""

from __future__ import annotations

import re
from fractions import Fraction
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from guidelint.diagrams.draw import draw
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.page.paint import paint, unpainted
from guidelint.diagrams.page.shell import SCRIPTS, STYLES
from guidelint.diagrams.page.squeezed import squeezed_picture, squeezed_script, squeezed_style
from guidelint.diagrams.page.walk_data import encode
from guidelint.diagrams.palette import DARK, LIGHT
from guidelint.diagrams.svg import draw_svg
from guidelint.diagrams.ways_out import WayOut, with_ways_out
from guidelint.model import build_guideline
from tests.diagrams.labels import LABELS
from tests.diagrams.large import large_data

GUIDELINE = build_guideline(large_data(12))
SVG = draw_svg(drawing_of(lay_out([with_ways_out(draw(GUIDELINE), [WayOut("ask-1", "nobody knows")])])))


class Reader(HTMLParser):
    """What a browser makes of it: elements with their attributes, and all text between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(data)


def labelled(label: str) -> str:
    data = large_data(6)
    for node in data["nodes"].values():
        node["label"] = label
    return draw_svg(drawing_of(lay_out([draw(build_guideline(data))])))


@pytest.mark.parametrize("label", [*(label for label, _, _ in LABELS[::6]), ' fill="none"/>', "a=\"b\" c='d'", "> <"])
def test_a_squeezed_picture_is_read_as_before(label: str) -> None:
    svg = labelled(label)
    assert Reader(squeezed_picture(svg)).found == Reader(re.sub(r' data-id="e\d+"', "", svg)).found
    words = [re.findall(r"<text[^>]*>([^<]*)</text>", each) for each in (svg, squeezed_picture(svg))]
    assert words[0] == words[1]
    assert "</text><text" not in squeezed_picture(svg)
    assert len(squeezed_picture(svg)) < 0.97 * len(svg)


def test_what_looks_like_most_is_painted_by_the_style_and_all_else_keeps_its_colours() -> None:
    drawn = unpainted(SVG)
    outlines = re.findall(r'<g class="node ([a-z_]+)[^>]*>\n<path d="[^"]*"([^>]*)>', drawn)
    assert {"decision", "recommendation", "start", "nowhere"} <= {name for name, _ in outlines}
    assert not any("fill=" in rest or " stroke=" in rest for _, rest in outlines)
    edges = re.findall(r'<g class="edge[^>]*>\n<path d="[^"]*"([^>]*)>\n<path d="[^"]*"([^>]*)>', drawn)
    assert edges
    assert not any("fill=" in each or " stroke=" in each for pair in edges for each in pair)
    assert re.sub(r"<g class=\"(?:node|edge)[^>]*>\n(?:<path [^>]*>\n){1,2}", "", drawn).count("fill=") > 2
    strange = SVG.replace(LIGHT.looks["decision"].fill, "#123456").replace(f'fill="{LIGHT.arrow}"', 'fill="#654321"')
    assert strange != SVG
    kept = unpainted(strange)
    assert kept.count("#123456") == strange.count("#123456")
    assert kept.count("#654321") == strange.count("#654321")
    assert kept.count(f'stroke="{LIGHT.arrow}"') == strange.count(f'stroke="{LIGHT.arrow}"')


def test_the_style_gives_the_colours_that_were_left_out() -> None:
    light, dark = paint().split("@media screen and (prefers-color-scheme: dark) {")
    for style, palette in ((light, LIGHT), (dark, DARK)):
        assert f".edge > path:first-child:not([stroke]) {{ fill: none; stroke: {palette.arrow} }}" in style
        for name, look in palette.looks.items():
            rule = f".node.{name} > path:first-child:not([stroke]) {{ fill: {look.fill}; stroke: {look.line} }}"
            assert rule in style


def test_a_style_is_squeezed_where_spaces_say_nothing() -> None:
    css = """
/* A remark. */
a:hover, .b > c :is(d, e) { color: red; margin: 0 auto !important; }
.f::before { content: "a: b ;  { c"; width: calc(100% - 2rem); }
"""
    first, second = "a:hover,.b>c :is(d,e){color:red;margin:0 auto!important}", '.f::before{content:"a: b ;  { c";'
    assert squeezed_style(css) == f"{first}{second}width:calc(100% - 2rem)}}"


@pytest.mark.parametrize(
    ("line", "squeezed"),
    [
        ("  const a = (b, c) => ({ d: b ? c : -1 });", "const a=(b,c)=>({d:b?c:-1});"),
        ("say(\"a , b\", 'c = d', e);", "say(\"a , b\",'c = d',e);"),
        ("say(`a = ${ b } , c`, d);", "say(`a = ${ b } , c`,d);"),
        ("a = `b ${c ? `d = e` : f} g`;", "a = `b ${c ? `d = e` : f} g`;"),
        ("a = /b , c/.test(d);", "a = /b , c/.test(d);"),
        ("a = b - -c + +d;", "a=b - -c + +d;"),
        ("begun = `a , b", "begun = `a , b"),
        ("return typeof a === 'b' && c in d", "return typeof a==='b'&&c in d"),
    ],
)
def test_a_line_of_a_script_is_squeezed_where_nothing_is_changed(line: str, squeezed: str) -> None:
    assert squeezed_script(line) == squeezed


def test_lines_of_a_script_are_joined_where_their_ends_say_nothing() -> None:
    script = "/* A remark. */\nfunction a() {\n  b(\n    c,\n    d,\n  );\n  return e\n}\nf()\n"
    assert squeezed_script(script) == "function a(){b(\nc,d,);return e\n}\nf()"


def test_numbers_that_a_script_may_round_are_told_by_their_digits() -> None:
    assert [encode(value) for value in (0, -7, 2**53, True, "high", None)] == [0, -7, 2**53, True, "high", None]
    assert encode(2**53 + 1) == ["9007199254740993", "1"]
    assert encode(Fraction(1, 4)) == ["1", "4"]


def test_no_text_of_ours_goes_over_lines() -> None:
    """Which would be squeezed, and no remark ends a line, which would end with it."""
    folder = files("guidelint.diagrams.page")
    for name in SCRIPTS:
        for line in (folder / "script" / f"{name}.js").read_text("utf-8").split("\n"):
            assert line.count("`") % 2 == 0 or line.lstrip().startswith("/*"), line
            assert "//" not in line.replace("://", ""), line
    for name in STYLES:
        for line in (folder / "style" / f"{name}.css").read_text("utf-8").split("\n"):
            assert line.count('"') % 2 == 0, line
