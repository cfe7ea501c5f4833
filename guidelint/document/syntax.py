"""What a YAML parser complains of, in words of our own.

The C parser and the pure-Python one differ in their texts and agree in their positions, so the words are chosen from
what both say in common and from the text that stands there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from guidelint.diagnostic import Span
from guidelint.document.borders import misplaced_directive
from guidelint.document.defects import Defect, DefectKind

COMPARISON = re.compile(r">=?[ \t]*+-?[0-9][^\s,\]}]*+")
TAG = re.compile(r"!<?[^\s\[\]{},>]*+>?")
BEFORE_TAG = re.compile(r"(?:[\s\-?:,\[\]{}]|#[^\r\n]*+|&[^\s,\[\]{}]*+)*+")
INDENT_WITH_TAB = re.compile(r" *+\t")
COLON = re.compile(r":[ \t]")
TIGHT = re.compile(r" *+(?:- +)*+(?:-(?=\w)|[\w.-]+?:(?=[^\s:/]))")
CLOSING = {"[": "]", "{": "}"}
LONGEST_KEY = 1024


class _Problem(NamedTuple):
    """`at` is where the parser stopped, `opened` where the thing began that it was reading."""

    text: str
    words: str
    context: str
    at: int
    opened: int
    bracket: int | None

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def line(self) -> str:
        """The line of the problem, up to there."""
        return self.text[_line_start(self.text, self.at) : self.at]


def syntax_defect(error: yaml.YAMLError, text: str, bracket: int | None) -> Defect:
    """The defect that a parser's exception stands for; `bracket` is the innermost that is still open."""
    at = _index(getattr(error, "problem_mark", None), text)
    context_mark = getattr(error, "context_mark", None)
    problem = _Problem(
        text=text,
        words=str(getattr(error, "problem", "") or ""),
        context=str(getattr(error, "context", "") or ""),
        at=at,
        opened=at if context_mark is None else _index(context_mark, text),
        bracket=bracket,
    )
    if "undefined tag handle" in problem.words:
        return tag_defect(text, at)
    if "tag" in problem.context and text.startswith("!", problem.opened):
        return tag_defect(text, problem.opened)
    if text.startswith("%", problem.opened) and ("directive" in problem.context or "tag" in problem.context):
        return misplaced_directive(problem.opened)
    start = problem.opened if "block scalar" in problem.context else at
    if (comparison := COMPARISON.match(text, start)) is not None and comparison.end() >= at:
        return Defect(DefectKind.UNQUOTED_COMPARISON, Span(*comparison.span()), comparison[0])
    place, words, help = _reading(problem)
    return Defect(DefectKind.SYNTAX, Span(place, min(place + 1, len(text))), words, help=help)


def tag_defect(text: str, start: int) -> Defect:
    """The defect of a tag that no parser can read; it stands at `start`, or is the first one after it."""
    before = BEFORE_TAG.match(text, start)
    found = TAG.match(text, before.end() if before else start)
    span = Span(*found.span()) if found else Span(start, start)
    return Defect(DefectKind.TAG, span, text[slice(*span)])


Reading = tuple[int, str, str]


def _reading(problem: _Problem) -> Reading:
    """Where the defect is, what it is, and what mends it."""
    for context, read in READINGS:
        if context in problem.context and (reading := read(problem)) is not None:
            return reading
    return _of_indentation(problem)


def _of_quotes(problem: _Problem) -> Reading:
    if "escape" in problem.words or "hex" in problem.words:
        at = problem.text.rfind("\\", 0, problem.at + ("hex" not in problem.words))
        return at, "a backslash starts an escape that YAML does not know", "use single quotes, or write two backslashes"
    return problem.opened, "a quoted text is opened here and not closed", "close it with the same quote"


def _of_tabs(problem: _Problem) -> Reading | None:
    indent = INDENT_WITH_TAB.match(problem.line + problem.character) if "flow" not in problem.context else None
    if indent is None and problem.character != "\t":
        return None
    at = problem.at if indent is None else problem.at - len(problem.line) + indent.end() - 1
    return at, "a tab stands where only spaces may", "put spaces in its place"


def _of_brackets(problem: _Problem) -> Reading | None:
    at, character = problem.at, problem.character
    if problem.bracket is None:
        return None
    inside = problem.text[problem.bracket : at]
    if character in (",", ":") and inside.rstrip()[-1:] in ("{", "[", ","):
        return at, f"nothing stands before this `{character}`", "write what is missing, or remove it"
    if character == ":" and "\n" not in inside:
        return at, "a second `:` in one item", "quote the text that contains it, or put a comma before the next key"
    if character not in ("", "]", "}") and "\n" not in inside:
        return at, "a comma is missing before this", "put a comma between the items, or quote the whole text"
    closing = CLOSING.get(inside[0], "")
    return problem.bracket, f"`{inside[0]}` is opened here and not closed properly", f"close it with `{closing}`"


def _of_keys(problem: _Problem) -> Reading:
    return _without_space(problem, problem.opened) or (
        problem.opened,
        "this line is no `key: value`",
        "put a colon and a space after the key, or quote the text",
    )


def _of_colons(problem: _Problem) -> Reading | None:
    if "mapping values" not in problem.words:
        return None
    if len(problem.line) > LONGEST_KEY:
        return problem.at, f"a key is longer than {LONGEST_KEY:,} characters", "shorten it"
    if COLON.search(problem.line):
        return problem.at, "a second `:` in one line", "quote the text that contains it"
    above = problem.text[: problem.at - len(problem.line)].rstrip()
    return _without_space(problem, _line_start(above, len(above))) or (
        problem.at,
        "a key cannot stand below a text",
        "indent it as the key above, or quote the text",
    )


def _without_space(problem: _Problem, start: int) -> Reading | None:
    """A sign that means nothing since no space stands behind it, as in `key:value`."""
    found = TIGHT.match(problem.text, start)
    sign = found.end() - 1 if found else start
    return (sign, f"no space stands behind this `{problem.text[sign]}`", "put a space there") if found else None


def _of_characters(problem: _Problem) -> Reading:
    return problem.at, f"a text cannot begin with `{problem.character}`", "quote the text"


def _of_names(problem: _Problem) -> Reading:
    return problem.opened, "a text cannot begin with `*` or `&`", "quote the text"


def _of_plain_texts(problem: _Problem) -> Reading:
    return problem.at, "a `:` stands right before a bracket or a comma", "put a space after the `:`, or quote the text"


def _of_blocks(problem: _Problem) -> Reading:
    return problem.opened, "a text cannot begin with `|` or `>`", "quote the text, or begin it on the next line"


READINGS = (
    ("quoted scalar", _of_quotes),
    ("", _of_tabs),
    ("flow", _of_brackets),
    ("simple key", _of_keys),
    ("", _of_colons),
    ("next token", _of_characters),
    ("scanning an a", _of_names),
    ("plain scalar", _of_plain_texts),
    ("block scalar", _of_blocks),
)
"""What to read out of an error by its context, the first that fits; an empty one fits any."""


def _of_indentation(problem: _Problem) -> Reading:
    at, character, before = problem.at, problem.character, problem.line.strip(" ")
    if character in ("]", "}"):
        return at, f"`{character}` closes nothing that is open", "remove it, or quote the text"
    if character == ":" and not before.strip("-?"):
        return at, "nothing stands before this `:`", "write a key"
    if character == "-" and before:
        return at, "a list cannot begin behind its key", "begin it on the next line"
    if character in (",", "?") and before:
        return at, f"a text cannot begin with `{character}`", "quote the text"
    if before.endswith(("'", '"')):
        return (
            at,
            "the quoted text ends before this",
            "quote the whole text; inside single quotes, write '' for a quote",
        )
    if before.strip("-? "):
        return at, "this does not belong to what stands before it", "quote the whole text, or begin a new line"
    return at, "the indentation does not fit the lines above", "indent the line like those that it belongs to"


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _index(mark: yaml.Mark | None, text: str) -> int:
    return min(int(mark.index), len(text)) if mark is not None else 0
