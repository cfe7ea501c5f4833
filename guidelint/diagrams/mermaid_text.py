"""Any text as the inside of a quoted Mermaid label: no character of it may act, get lost or change.

Mermaid reads a label over and over: as a diagram, as Markdown, as HTML, and for codes of icons and formulas. What one
of these would take for its own is written as `#NNN;`. One thing undoes that: a label with a tag such as `<br/>` in it
is decoded too early, and a Markdown string is too, by version 10. So there is neither: lines end with a plain newline,
and no title is bold. Tried with the libraries 10.9.3, 11.4.1, 11.17.2 and 12.3.0.
"""

from __future__ import annotations

import re

from guidelint.diagrams.text import on_one_line, shown

CODES = str.maketrans({character: f"#{ord(character)};" for character in '"#&<>`\\$*_~@{}'})

INNER_MARK = re.compile("ﬂ(?=°)|¶(?=ß)")
"""Mermaid's own codes begin and end so, and it decodes them last of all: nothing but a character without a look between
the two helps, and this is the only place where we add one."""

IN_PLACES = re.compile(
    r"%(?=%)|(?<=%)%"  # a comment or a directive
    r"|:(?=\S)(?![0-9]+(?:\s|$))"  # fa:fa-user, an address; `style:#`, after which a line loses its last semicolon
    r"|(?<=directio)n(?=\s|$)"  # `direction LR` takes the whole line with it, wherever it stands
    r"|(?<=www)\."  # an address without a scheme
    r"|\](?=[(:\[])"  # a link, or the definition of one
    r"|^[\s=|]|^\+(?=\s|$)|^-(?=[-:|\s]|$)"  # code, a heading, a table, a list
    r"|\s$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")


def escape(text: str) -> str:
    lines = INNER_MARK.sub(r"\g<0>#8288;", shown(text).translate(CODES)).split("\n")
    return "\n".join(IN_PLACES.sub(_code, NUMBERED.sub(_numbered, line)) for line in lines)


def escape_line(text: str) -> str:
    """For places that end with the line."""
    return escape(on_one_line(text))


def _code(hit: re.Match[str]) -> str:
    return f"#{ord(hit[0])};"


def _numbered(hit: re.Match[str]) -> str:
    return f"{hit[1]}#{ord(hit[2])};"
