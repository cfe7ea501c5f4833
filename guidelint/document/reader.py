"""Bytes → Document. Nothing that the bytes hold makes it crash, hang or recurse."""

from __future__ import annotations

import codecs
import re
from typing import Any

import yaml

from guidelint.diagnostic import Span
from guidelint.document.builder import Builder, Unbuildable
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.document import Document
from guidelint.document.marks import Marks
from guidelint.document.plain_texts import cut_off_texts, unquoted_comparisons
from guidelint.document.syntax import syntax_defect

DEFAULT_MOST_BYTES = 64_000_000

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Characters that no reader sees, and that end lines or turn their order around where no editor shows it."""

MOST_FORBIDDEN = 20


def read_document(
    content: bytes, path: str = "-", most_bytes: int = DEFAULT_MOST_BYTES, *, pure: bool = False
) -> Document:
    """The document of a file's bytes; `pure` takes the parser written in Python in place of the C one."""
    if len(content) > most_bytes:
        return refuse_large(path, len(content), most_bytes)
    text, defects = _decode(content)
    if defects:
        return Document(path, text, None, Marks(), tuple(defects))
    builder = Builder(text)
    complete = _build(builder, text, pure)
    defects = [*builder.defects, *cut_off_texts(text, builder.marks), *unquoted_comparisons(text, builder.marks)]
    return Document(path, text, builder.data, builder.marks, tuple(defects), complete)


def _build(builder: Builder, text: str, pure: bool) -> bool:
    """Whether the whole text could be built."""
    try:
        for event in _events(text, pure):
            builder.take(event)
        builder.finish()
    except Unbuildable:
        return False
    except yaml.YAMLError as error:
        builder.defects.append(syntax_defect(error, text))
        return False
    return True


def refuse_large(path: str, size: int, most_bytes: int) -> Document:
    """The document of a file that is too large to be opened at all."""
    detail = f"{size:,} bytes, more than the {most_bytes:,} that are read"
    return Document(path, "", None, Marks(), (Defect(DefectKind.TOO_LARGE, Span(0, 0), detail),))


def _events(text: str, pure: bool) -> Any:
    """The events of PyYAML's C parser, or of its Python one where the C one is missing or not wanted."""
    loader = None if pure else getattr(yaml, "CSafeLoader", None)
    return yaml.parse(text, Loader=loader or yaml.SafeLoader)


def _decode(content: bytes) -> tuple[str, list[Defect]]:
    for mark, name in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if content.startswith(mark):
            return "", [Defect(DefectKind.UNDECODABLE, Span(0, 0), f"the file is saved as {name}")]
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        detail = f"the byte 0x{content[error.start]:02x} is not UTF-8"
        readable = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        return readable, [Defect(DefectKind.UNDECODABLE, Span(len(before), len(before) + 1), detail)]
    return text, _forbidden(text)


def _forbidden(text: str) -> list[Defect]:
    found = []
    for hit in FORBIDDEN.finditer(text):
        found.append(Defect(DefectKind.UNDECODABLE, Span(*hit.span()), f"the character U+{ord(hit[0]):04X}"))
        if len(found) == MOST_FORBIDDEN:
            break
    return found
