"""What may stand before and behind the one document of a file.

A `%YAML 1.1` or `%YAML 1.2` before it does no harm, and no other directive is needed. They are judged before a parser
sees them: the two parsers differ in which ones they know, and the C one takes quadratic time over many.
"""

from __future__ import annotations

import re

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind

EMPTY_LINES = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\n|\r))*+")
DIRECTIVE = re.compile(r"%(?:[^\r\n#]|(?<![ \t])#)*+")
VERSION = re.compile(r"%YAML +1\.[12] *")
START = re.compile(r"---(?=[ \t\r\n]|\Z)")
FOLLOWING = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+|(?<![^\r\n])\.\.\.(?=\s|\Z))*+(---(?=\s|\Z)|\S*+)")


def defect_before(text: str) -> Defect | None:
    """What is wrong with the directives of a text."""
    directive = DIRECTIVE.match(text, _after_empty_lines(text, 0))
    if directive is None:
        return None
    span = Span(directive.start(), directive.start() + len(directive[0].rstrip()))
    if directive[0].startswith("%TAG"):
        return Defect(DefectKind.TAG, span, "%TAG")
    if not VERSION.fullmatch(directive[0]):
        return _syntax(span, "no guideline needs this directive", "remove the line, or quote it if it is a text")
    at = _after_empty_lines(text, directive.end())
    if START.match(text, at):
        return None
    return _syntax(Span(at, min(at + 1, len(text))), "a line `---` has to follow a directive", "write `---` above this")


def defect_behind(text: str, end: int, *, is_explicit: bool) -> Defect | None:
    """What is wrong with the text behind a document; `is_explicit` where a line `...` ends it."""
    found = FOLLOWING.match(text, end)
    if found is None or not found[1]:
        return None
    if is_explicit or found[1] == "---":
        return Defect(DefectKind.SEVERAL_DOCUMENTS, Span(*found.span(1)))
    return misplaced_directive(found.start(1)) if found[1].startswith("%") else None


def misplaced_directive(at: int) -> Defect:
    """A line that begins with `%` where no directive can stand."""
    return _syntax(Span(at, at + 1), "a line cannot begin with `%`", "quote the text")


def _after_empty_lines(text: str, at: int) -> int:
    found = EMPTY_LINES.match(text, at)
    return found.end() if found else at


def _syntax(span: Span, problem: str, help: str) -> Defect:
    return Defect(DefectKind.SYNTAX, span, problem, help=help)
