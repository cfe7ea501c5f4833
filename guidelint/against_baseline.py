"""Which findings of a file are known from a baseline, and which never can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from guidelint.baseline import Compared, Entry, Known, compare, entry_of
from guidelint.cases import CaseWalks
from guidelint.diagnostic import Finding, Severity
from guidelint.document import Document
from guidelint.logic import Logic
from guidelint.muting import echoes_of
from guidelint.rule import Rule
from guidelint.set_asides import Located
from guidelint.sound_part import is_for_readers

ON_PATIENTS = (CaseWalks, Logic)
"""What rules read of a guideline that patients can be walked through."""

Rules = Mapping[str, Rule[Any]]


def against_baseline(
    found: Sequence[Located], baseline: Known | None, document: Document, rules: Rules, judged: Collection[str]
) -> Compared[Located]:
    """`judged` holds the rules that have missed nothing; where there are none, the file was not judged.

    Nothing is learnt that goes away by itself when something is mended that can never be known.
    """
    if baseline is None or not judged:
        return compare([(item, None) for item in found], baseline or Known(), (), None)
    pairs = [(item, _entry(item, rules, document)) for item in found]
    never = [item for item, entry in pairs if entry is None]
    muted = {id(item) for item in echoes_of(never, found, rules)} if baseline.takes_all else set()
    learnt = [entry for item, entry in pairs if baseline.takes_all and entry is not None and id(item) not in muted]
    return compare(pairs, baseline, judged, document.data, learnt)


def _entry(item: Located, rules: Rules, document: Document) -> Entry | None:
    """None where it stands for something that is not judged: that must never look like judged clean."""
    finding, rule = item.finding, rules[item.code]
    if rule.leaves_open or _keeps_from_judging(rule, finding):
        return None
    return entry_of(rule.code, finding, finding.severity or rule.severity, document)


def stops_walks(rule: Rule[Any], finding: Finding) -> bool:
    """Whether no patient can be walked through what has this finding."""
    return rule.stops_walks and (finding.severity or rule.severity) is Severity.ERROR


def _keeps_from_judging(rule: Rule[Any], finding: Finding) -> bool:
    return rule.reads not in ON_PATIENTS and stops_walks(rule, finding) and not is_for_readers(finding.place.route)


def surely_judged(run: Collection[str], rules: Rules, *, is_open: bool) -> frozenset[str]:
    """Where it `is_open` whether all patients were looked at, the rules on them may have missed something."""
    return frozenset(code for code in run if not (is_open and rules[code].reads in ON_PATIENTS))
