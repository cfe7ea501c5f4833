"""Bytes → characters, and the characters that no guideline can hold: nobody sees them, yet they change what is read."""

from __future__ import annotations

import codecs
import re

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Control characters, ends of line that no editor shows, and characters that turn the order of others around."""

FORBIDDEN_IN_ASCII = bytes(code for code in range(128) if FORBIDDEN.match(chr(code)))

ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
SHORT_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}

MOST_FORBIDDEN = 20

SIGNATURES = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
SAVE_AS_UTF_8 = "save the file as UTF-8"
WIDE_SAMPLE = 64
WIDE_LANES: dict[tuple[bool, ...], str] = {
    (True, False, True, False): "UTF-16",
    (False, True, False, True): "UTF-16",
    (True, False, False, False): "UTF-32",
    (False, False, False, True): "UTF-32",
}
"""Which bytes of every four are ever other than NUL: so a wide encoding shows without a signature."""


def decode(content: bytes) -> tuple[str, list[Defect]]:
    """The text of a file without its byte order mark. Where there are defects, it is only good for showing them."""
    if (encoding := _wide_encoding(content)) is not None:
        return "", [_undecodable(Span(0, 0), f"the file is saved as {encoding}", SAVE_AS_UTF_8)]
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = len(content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        readable = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        problem = f"the byte 0x{content[error.start]:02x} is not UTF-8"
        return readable, [_undecodable(Span(before, before + 1), problem, SAVE_AS_UTF_8)]
    return text, [] if _is_harmless(content) else _forbidden(text)


def escaped_character(text: str, span: Span) -> Defect | None:
    """The first escape between double quotes that stands for a character which no guideline can hold."""
    for found in ESCAPE.finditer(text, *span):
        code = found[1] or found[2] or found[3]
        character = chr(int(code, 16)) if code else SHORT_ESCAPES.get(found[4], "")
        if FORBIDDEN.match(character):
            problem = f"the escape `{found[0]}` stands for the character U+{ord(character):04X}"
            return _undecodable(Span(*found.span()), problem, "leave it out: no guideline can hold this character")
    return None


def _wide_encoding(content: bytes) -> str | None:
    for signature, name in SIGNATURES:
        if content.startswith(signature):
            return name
    lanes = tuple(any(content[lane:WIDE_SAMPLE:4]) for lane in range(4)) if len(content) >= 4 else ()
    return WIDE_LANES.get(lanes)


def _is_harmless(content: bytes) -> bool:
    """Whether the bytes are ASCII and none of them is forbidden: that is seen at once, and true of most files."""
    return content.isascii() and len(content.translate(None, FORBIDDEN_IN_ASCII)) == len(content)


def _forbidden(text: str) -> list[Defect]:
    found: list[Defect] = []
    for hit in FORBIDDEN.finditer(text):
        problem = f"the character U+{ord(hit[0]):04X} cannot stand in a guideline"
        found.append(_undecodable(Span(*hit.span()), problem, "delete it: no editor shows what it does"))
        if len(found) == MOST_FORBIDDEN:
            break
    return found


def _undecodable(span: Span, problem: str, help: str) -> Defect:
    return Defect(DefectKind.UNDECODABLE, span, problem, help=help)
