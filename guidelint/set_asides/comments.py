"""Set-asides in comments, well-formed and malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from guidelint.diagnostic import Cut, Span, at_span
from guidelint.document import Comment, Document
from guidelint.set_asides.kinds import Malformed, Origin, SetAside, reason_in

WORD = "guideli"
"""In every comment that may be meant to set something aside."""

DIRECTIVE = re.compile(
    r"(?<!\S)#[#\s]*(?P<name>guidelint|guideline)(?P<colon>\s*:)?\s*"
    r"(?P<verb>(?:ignor|disabl|suppress|skip|allow|waiv|noqa|nolint)[\w-]*)(?P<rest>(?:(?!(?<=\s)#\s).)*)",
    re.IGNORECASE,
)
"""Well-formed or not. It goes on to the end of the comment, or to a further comment within it (`reason # noqa`)."""

BRACKETS = re.compile(r"\s*\[(?P<rules>[^\]]*)\](?P<reason>.*)")
ROUGHLY = re.compile(
    r"(?P<sign>[\s:=]*)(?P<open>[\[({]?)\s*(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)?\s*[\])}]?(?P<reason>.*)"
)
RULE = re.compile(r"[^\s,]([^,]*[^\s,])?")
OUR_VERB = re.compile("ignore(-[a-z-]+)?")
CODE = re.compile(r"GL[0-9]{3}", re.IGNORECASE)


class _Written(NamedTuple):
    """A directive of a comment, where it begins in the document."""

    directive: re.Match[str]
    start: int
    comment: Comment

    @property
    def whole(self) -> Span:
        return Span(self.start, self.start + len(self.directive[0].rstrip()))

    @property
    def brackets(self) -> re.Match[str] | None:
        """What follows the verb, where all of it is well-formed."""
        is_exact = (self.directive["name"], self.directive["verb"]) == ("guidelint", "ignore")
        found = BRACKETS.match(self.directive["rest"]) if is_exact and self.directive["colon"] else None
        return found if found is not None and RULE.search(found["rules"]) else None


def in_comments(document: Document) -> Iterator[SetAside]:
    for written in _written(document):
        if (brackets := written.brackets) is not None:
            yield from _set_asides(written, brackets, document)


def find_malformed(document: Document) -> tuple[Malformed, ...]:
    """Comments that set nothing aside, and were meant to."""
    found = (_malformed(written) for written in _written(document) if written.brackets is None)
    return tuple(item for item in found if item is not None)


def _written(document: Document) -> Iterator[_Written]:
    for comment in document.comments(WORD, DIRECTIVE):
        for directive in DIRECTIVE.finditer(document.text[slice(*comment.span)]):
            yield _Written(directive, comment.span.start + directive.start(), comment)


def _set_asides(written: _Written, brackets: re.Match[str], document: Document) -> Iterator[SetAside]:
    comment = written.comment
    start = written.start - written.directive.start() + written.directive.start("rest") + brackets.start("rules")
    whole = Span(comment.span.start, comment.span.start + len(document.text[slice(*comment.span)].rstrip()))
    names = list(RULE.finditer(brackets["rules"]))
    for name in names:
        yield SetAside(
            rule=name[0],
            reason=reason_in(brackets["reason"]),
            place=at_span(Span(start + name.start(), start + name.end())),
            whole=at_span(whole),
            removal=Cut(_without(name, names, start) if len(names) > 1 else written.whole),
            covers=comment.covers,
            origin=Origin.COMMENT,
        )


def _without(name: re.Match[str], names: list[re.Match[str]], start: int) -> Span:
    """One of several names, with a comma."""
    at = names.index(name)
    if at + 1 < len(names):
        return Span(start + name.start(), start + names[at + 1].start())
    return Span(start + names[at - 1].end(), start + name.end())


def _malformed(written: _Written) -> Malformed | None:
    """None for words that only happen to begin like a directive."""
    directive, rest = written.directive, ROUGHLY.match(written.directive["rest"])
    if rest is None:
        return None
    rules = tuple(name[0] for name in RULE.finditer(rest["rules"] or ""))
    is_opened = rest["open"] == "[" and not rest["sign"]
    names_codes = bool(rules) and CODE.fullmatch(rules[0]) is not None
    is_ours = bool(directive["colon"] and directive["name"] == "guidelint" and OUR_VERB.fullmatch(directive["verb"]))
    if not (is_opened or names_codes or is_ours):
        return None
    return Malformed(written.whole, directive["verb"], rules, reason_in(rest["reason"]))
