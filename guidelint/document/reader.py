"""Bytes → Document. Nothing that the bytes hold makes it crash, hang or recurse."""

from __future__ import annotations

from itertools import islice
from typing import Any

import yaml

from guidelint.diagnostic import Span
from guidelint.document.borders import defect_before
from guidelint.document.builder import SMALLER, Builder
from guidelint.document.characters import decode
from guidelint.document.defects import Defect, DefectKind
from guidelint.document.document import Document
from guidelint.document.ledger import Unbuildable
from guidelint.document.marks import Marks
from guidelint.document.quotes import swallowing_quote
from guidelint.document.syntax import syntax_defect, tag_defect

DEFAULT_MOST_BYTES = 64_000_000
MOST_EVENTS = 20_000_000
"""Twice as many as a guideline of that size has: one for each key and value, two for each collection."""


def read_document(
    content: bytes, path: str = "-", most_bytes: int = DEFAULT_MOST_BYTES, *, pure: bool = False
) -> Document:
    """The document of a file's bytes; `pure` takes the parser written in Python in place of the C one."""
    if len(content) > most_bytes:
        return refuse_large(path, len(content), most_bytes)
    text, defects = decode(content)
    if not defects and (before := defect_before(text)) is not None:
        defects = [before]
    if defects:
        return Document(path, text, None, Marks(), tuple(defects))
    builder, complete = _build(text, pure)
    found = sorted(builder.ledger.defects, key=lambda defect: defect.span)
    return Document(path, text, builder.data, builder.marks, tuple(found), complete)


def _build(text: str, pure: bool, end: int | None = None) -> tuple[Builder, bool]:
    """What the text holds up to an offset, and whether the whole of it could be built."""
    builder, parser = Builder(text), _parser(text[:end], pure)
    try:
        builder.take(islice(iter(parser.get_event, None), MOST_EVENTS))
    except Unbuildable:
        return builder, False
    except yaml.YAMLError as error:
        if (bound := _bound_of_parser(error)) is not None:
            return _build(text, pure, bound)
        defect = syntax_defect(error, text, builder.open_bracket)
        if not builder.follows_lone_alias(defect.span.start):
            builder.ledger.stop(swallowing_quote(text, builder.marks, defect.span.start) or defect)
        return builder, False
    except UnicodeDecodeError:  # the C parser lets a tag pass whose escapes are no UTF-8, such as `!%ed%a0%80`
        builder.ledger.stop(tag_defect(text, builder.last_end))
        return builder, False
    finally:
        builder.close()
        parser.dispose()
    return builder, True


def _bound_of_parser(error: yaml.YAMLError) -> int | None:
    """Where a parser gave up for depth, if that is why: libyaml from 0.2.6 on does, a thousand brackets deep.

    It looks ahead of the events that it has told, so it may get there before the builder has seen its own bound; in the
    text up to there the builder will.
    """
    mark = getattr(error, "problem_mark", None)
    return None if mark is None or "nesting depth" not in str(error) else int(mark.index)


def refuse_large(path: str, size: int, most_bytes: int) -> Document:
    """The document of a file that is too large to be opened at all."""
    detail = f"{size:,} bytes, more than the {most_bytes:,} that are read"
    help = f"{SMALLER}, or allow more with `--max-bytes`"
    return Document(path, "", None, Marks(), (Defect(DefectKind.TOO_LARGE, Span(0, 0), detail, help=help),))


def _parser(text: str, pure: bool) -> Any:
    """PyYAML's C parser, or its Python one where the C one is missing or not wanted."""
    if not pure and hasattr(yaml, "CSafeLoader"):
        return yaml.CSafeLoader(text)
    from guidelint.document.pure_parser import PureParser

    return PureParser(text)
