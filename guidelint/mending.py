"""Fixes, applied in rounds: each time the text is read and judged again, and what did no good is taken back.

A fix stays if the data are what it says they will be, and nothing else; if its finding is gone; and if no rule finds
more than it did. The rounds end when one changes nothing, so that there is nothing left for a second run to do.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from guidelint.cases import CaseWalks
from guidelint.diagnostic import Diagnostic, Part, Patch, Place, Quote, Remove, Rename, Rewrite, Route, Severity
from guidelint.document import Document, read_document
from guidelint.edits import applied, data_after, is_same, without_overlaps
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Logic
from guidelint.rule import Rule
from guidelint.schema import SchemaVerdict
from guidelint.set_asides import Settled

MOST_ROUNDS = 100
"""Every round leaves fewer findings, or lets rules run that could not: more than this is a defect of ours."""

MOST_TRIES = 100
"""In one round: so often is a file judged again to find those that do no good."""

Key = tuple[str, tuple[str, ...]]
"""A rule and the keys below which it speaks: indices and texts may change with an edit."""


class Fixable(NamedTuple):
    """A finding with what mends it."""

    finding: Diagnostic
    patch: Patch


@dataclass(frozen=True, slots=True)
class Mended:
    """`fixed` holds what was found and is gone, in the order in which it was mended."""

    content: bytes
    report: FileReport
    fixed: tuple[Diagnostic, ...]


def mend(content: bytes, report: FileReport, rules: Sequence[Rule[Any]], options: Options, *, unsafe: bool) -> Mended:
    """The safe fixes, and under `unsafe` all of them; `report` is what is found in these bytes.

    Raises KeyboardInterrupt where it is stopped, and then nothing is mended.
    """
    if report.is_stopped or not _wanted(report, options, unsafe=unsafe):
        return Mended(content, report, ())
    mender = Mender(rules, _asking_every_rule(options, rules), options.enabled)
    judged = report if mender.options == options else lint_document(report.document, rules, mender.options)
    fixed: list[Diagnostic] = []
    for _ in range(MOST_ROUNDS):
        chosen, after = mender.round(judged, _wanted(judged, options, unsafe=unsafe))
        if not chosen:
            break
        judged = after
        fixed += (finding for finding, _ in chosen)
    if not fixed:
        return Mended(content, report, ())
    signature = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    told = judged if mender.options == options else lint_document(judged.document, rules, options)
    return Mended(signature + judged.document.text.encode(), told, tuple(fixed))


def _asking_every_rule(options: Options, rules: Sequence[Rule[Any]]) -> Options:
    """What nobody asked about is not to be broken either: an error is one to whoever uses the guideline. That a
    baseline knows of more than is left is no harm."""
    baseline = None if options.baseline is None else replace(options.baseline, is_strict=False)
    enabled = options.enabled | {rule.code for rule in rules if rule.is_default}
    return replace(options, enabled=enabled, baseline=baseline)


def _wanted(report: FileReport, options: Options, *, unsafe: bool) -> list[Fixable]:
    """In the order of their places; of two that touch the same text, the first."""
    asked = (item for item in report.diagnostics if item.code in options.enabled)
    patched = ((item, item.patch) for item in asked if item.patch is not None)
    fixable = [Fixable(item, patch) for item, patch in patched if unsafe or patch.fix.is_safe]
    kept = {id(patch) for patch in without_overlaps(each.patch for each in fixable)}
    return [each for each in fixable if id(each.patch) in kept]


@dataclass(frozen=True, slots=True)
class Mender:
    """`asked` holds the rules whose warnings somebody wants to see."""

    rules: Sequence[Rule[Any]]
    options: Options
    asked: frozenset[str]

    def round(self, before: FileReport, wanted: Sequence[Fixable]) -> tuple[list[Fixable], FileReport]:
        """Those that are kept, and what is found with them; halved until those are alone that do no good."""
        kept: list[Fixable] = []
        after = before
        waiting = [list(wanted)] if wanted else []
        for _ in range(MOST_TRIES):
            if not waiting:
                break
            some = waiting.pop()
            tried = self._tried(before, [*kept, *some])
            if tried is not None:
                kept, after = [*kept, *some], tried
            elif len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        return kept, after

    def _tried(self, before: FileReport, chosen: Sequence[Fixable]) -> FileReport | None:
        """What is found after these; None where they do not come to what they are to come to."""
        document = _edited(before.document, chosen, self.options)
        if document is None:
            return None
        after = self._better(before, document, chosen, replace(self.options, budget=None))
        if after is None or self.options.budget is None:  # proofs take long, and most harm shows without them
            return after
        return self._better(before, document, chosen, self.options)

    def _better(
        self, before: FileReport, document: Document, chosen: Sequence[Fixable], options: Options
    ) -> FileReport | None:
        after = lint_document(document, self.rules, options)
        if after.is_stopped:
            raise KeyboardInterrupt
        return after if self._is_better(before, after, chosen) else None

    def _is_better(self, before: FileReport, after: FileReport, chosen: Sequence[Fixable]) -> bool:
        old, new = _keys(_told(before)), _keys(_told(after))
        mended = _keys(each.finding for each in chosen)
        unread = self._unread(before)
        more = (key for key in new - old if key[0] not in unread)
        are_gone = all(new[key] <= old[key] - count for key, count in mended.items())
        are_more = any(self._is_new(key, after, chosen) for key in more)
        return are_gone and not are_more and self._hides_nothing(before, after, chosen)

    def _unread(self, before: FileReport) -> frozenset[str]:
        """The rules of which it is not known what they would have found; what they have nothing to say about is then
        not known to be set aside in vain."""
        codes = {code for left in before.not_judged for code in left.codes}
        if before.sound is None or before.sound.left_out:
            codes |= self._reading(CaseWalks, Logic)
        return frozenset(codes | self._reading(Settled) if codes else codes)

    def _is_new(self, key: Key, after: FileReport, chosen: Sequence[Fixable]) -> bool:
        """Behind a key or a type that it does not know, the schema has not looked: what is found there now, but not at
        the mended place itself, was there before."""
        code, _ = key
        found = [item for item in _told(after) if _key(item) == key]
        if code not in self.asked and all(item.severity < Severity.ERROR for item in found):
            return False
        about_shape = self._reading(SchemaVerdict)
        if code not in about_shape:
            return True
        places = [_mended_place(each.patch) for each in chosen if each.finding.code in about_shape]
        return not all(any(_lies_behind(item.route, place) for place in places) for item in found)

    def _hides_nothing(self, before: FileReport, after: FileReport, chosen: Sequence[Fixable]) -> bool:
        """Nothing is set aside that was not, unless that is what was mended."""
        on_set_asides = self._reading(Settled)
        if any(each.finding.code in on_set_asides for each in chosen):
            return True
        return not _keys(item for item, _ in after.set_aside) - _keys(item for item, _ in before.set_aside)

    def _reading(self, *types: type[object]) -> set[str]:
        return {rule.code for rule in self.rules if rule.reads in types}


def _edited(document: Document, chosen: Sequence[Fixable], options: Options) -> Document | None:
    """The document after these, if its data are what they have to be."""
    text = applied(document.text, [edit for each in chosen for edit in each.patch.edits])
    edited = read_document(text.encode(), document.path, options.most_bytes)
    wanted = data_after(document, [each.patch.fix for each in chosen])
    return edited if edited.is_complete and is_same(edited.data, wanted) else None


def _mended_place(patch: Patch) -> Route:
    """The place of the first edit, as it is called afterwards."""
    match patch.fix.edits[0]:
        case Rename(Place(route=route, part=Part.KEY), text):
            return (*route[:-1], text)
        case Rename(place) | Rewrite(place) | Quote(place) | Remove(place):
            return place.route
        case _:
            return ()


def _lies_behind(route: Route, mended: Route) -> bool:
    return route != mended and route[: len(mended) - 1] == mended[:-1] and len(route) >= len(mended)


def _told(report: FileReport) -> tuple[Diagnostic, ...]:
    """With what a baseline knows of, which an edit may make into another finding."""
    return (*report.diagnostics, *report.baselined)


def _keys(items: Iterable[Diagnostic]) -> Counter[Key]:
    return Counter(map(_key, items))


def _key(item: Diagnostic) -> Key:
    return item.code, tuple(step for step in item.route if isinstance(step, str))
