"""What a YAML parser complains of, in words of our own.

The C parser and the pure-Python one differ in their texts and agree in their positions, so the words are chosen from
what both say in common and from the text that stands there.
"""

from __future__ import annotations

import re

import yaml

from guidelint.diagnostic import Span
from guidelint.document.defects import Defect, DefectKind

COMPARISON = re.compile(r"(?:^|[\s:\[{,])([<>]=?[ \t]*-?[0-9][^\s,\]}]*)")


def syntax_defect(error: yaml.YAMLError, text: str) -> Defect:
    """The defect that a parser's exception stands for."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    at = _index(getattr(error, "problem_mark", None), text)
    opened = _index(getattr(error, "context_mark", None), text)
    if (comparison := _comparison_near(text, at)) is not None:
        return Defect(DefectKind.UNQUOTED_COMPARISON, comparison, text[comparison.start : comparison.end])
    for words, place in _readings(problem, context, text, at, opened):
        return Defect(DefectKind.SYNTAX, _one_character(place, text), words)
    return Defect(DefectKind.SYNTAX, _one_character(at, text), "this is not YAML")


def _readings(problem: str, context: str, text: str, at: int, opened: int) -> list[tuple[str, int]]:
    character = text[at : at + 1]
    found = [
        (
            "a quoted text is opened here and not closed",
            opened,
            "quoted scalar" in context and "end of stream" in problem,
        ),
        ("a tab stands where only spaces may", at, character == "\t" or _indented_by_tab(text, at)),
        (f"{text[opened : opened + 1]} is opened here and not closed properly", opened, "flow" in context),
        (
            "a backslash starts an escape that YAML does not know: use single quotes",
            text.rfind("\\", 0, at + 1),
            "escape" in problem,
        ),
        ("a second `:` in one line: quote the text that contains it", at, "mapping values are not allowed" in problem),
        ("this line is no `key: value`", opened, "could not find expected ':'" in problem),
        (f"a text cannot begin with `{character}`: quote it", at, "cannot start any token" in problem),
        ("an alias or anchor needs a name of letters and digits", at, "alias" in context or "anchor" in context),
        ("this alias names no anchor", at, "undefined alias" in problem),
        ("the indentation does not fit the lines above", at, "block" in context or "block" in problem),
    ]
    return [(words, place) for words, place, holds in found if holds]


def _index(mark: yaml.Mark | None, text: str) -> int:
    return min(int(mark.index), len(text)) if mark is not None else 0


def _one_character(at: int, text: str) -> Span:
    return Span(at, min(at + 1, len(text)))


def _indented_by_tab(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return bool(re.match(r" *\t", text[line : at + 1]))


def _comparison_near(text: str, at: int) -> Span | None:
    """A comparison such as `>=140` on the line of an error: `>` opens a folded text in YAML."""
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    found = COMPARISON.search(text, start, stop if stop >= 0 else len(text))
    return Span(*found.span(1)) if found and found.start(1) <= at + 1 and found[1][0] == ">" else None
