"""Words are as wide as the fonts that are shipped say, and lines break where they should."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from guidelint.diagrams.lettering import FONT_FILES, FONTS, balanced, broken, face

ANY = st.text(st.characters(), max_size=80)
WIDTHS = st.floats(8, 300)


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_shipped_font(bold: bool) -> None:
    font = TTFont(FONT_FILES[bold])
    em = font["head"].unitsPerEm
    advances = {chr(code): font["hmtx"][glyph][0] / em for code, glyph in font.getBestCmap().items()}
    assert {character: face(bold).width(character) for character in advances} == advances
    assert all(face(bold).knows(character) for character in advances)
    strange = (chr(code) for code in range(0, 0x110000, 7) if chr(code) not in advances)
    assert not any(face(bold).knows(character) for character in strange)


@pytest.mark.parametrize("bold", [False, True])
def test_the_shipped_font_has_what_our_own_words_need(bold: bool) -> None:
    assert face(bold).knows("≥≤<>·•–−±½µ°→↺⊘⚠‼✖ℹΔ✕…“”éßβЖ")


def test_the_licence_is_shipped_with_the_fonts() -> None:
    licence = (FONTS / "LICENSE").read_text("utf-8")
    assert "Bitstream" in licence
    assert "DejaVu" in licence


@pytest.mark.parametrize(
    ("text", "em"),
    [("", 0.0), ("i", 569 / 2048), ("日", 1.0), ("😀", 1.3), ("ש", 0.85), ("\ud800", 0.85), ("ड", 0.85)],
    ids=ascii,
)
def test_what_is_not_in_the_font_gets_the_room_that_its_kind_needs(text: str, em: float) -> None:
    assert face(False).width(text) == em


def measure(text: str) -> float:
    return 10 * face(False).width(text)


@given(ANY, WIDTHS)
def test_lines_hold_all_words_and_none_is_too_wide(text: str, width: float) -> None:
    for lines in (broken(text, width, measure), balanced(text, width, measure)):
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        assert all(line.width == pytest.approx(measure(line.text)) for line in lines)
        assert all(line.width <= width + 1e-6 or measure(line.text[1:]) <= width for line in lines)


@given(ANY, WIDTHS)
def test_balanced_lines_are_as_few(text: str, width: float) -> None:
    assert len(balanced(text, width, measure)) == len(broken(text, width, measure))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("Fever", ["Fever"]),
        ("No response to the agent", ["No response to the", "agent"]),
        ("Age at least 45 years", ["Age", "at least 45 years"]),
        ("Donaudampfschifffahrt", ["Donaudampfschifff", "ahrt"]),
        ("a  b", ["a  b"]),
    ],
)
def test_a_line_breaks_where_it_is_read_well(text: str, lines: list[str]) -> None:
    assert [line.text for line in broken(text, 100, measure)] == lines


def test_short_last_lines_are_balanced() -> None:
    text = "A criterion for spine surgery now"
    assert [line.text for line in broken(text, 160, measure)] == ["A criterion for spine surgery", "now"]
    assert [line.text for line in balanced(text, 160, measure)] == ["A criterion for spine", "surgery now"]


def test_a_sign_of_several_characters_is_not_broken() -> None:
    doctor = "👩\u200d⚕\ufe0f"
    assert [line.text for line in broken(doctor * 3, 25, measure)] == [doctor] * 3


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("患者是否有发热和颈部疼痛", 12.0, 12.0),
        ("発熱はありますか カタカナ", 12.3, 12.4),
        ("ｶﾀｶﾅ", 2.0, 2.0),
        ("هل يعاني المريض من الحمى", 14.1, 20.0),
        ("האם יש למטופל חום", 9.6, 14.0),
        ("ผู้ป่วยมีไข้หรือไม่", 6.3, 11.0),
        ("क्या रोगी को बुखार है", 7.9, 14.0),
        ("நோயாளிக்கு காய்ச்சல் உள்ளதா", 17.1, 19.0),
        ("🙂", 1.2, 1.4),
    ],
)
def test_other_scripts_have_the_room_that_they_need_and_not_much_more(text: str, least: float, most: float) -> None:
    """The least is what Chromium needs with Noto and WenQuanYi, in the face that is wider."""
    assert least <= round(face(False).width(text), 1) <= most
