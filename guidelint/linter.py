"""The pipeline: bytes → Document → schema → Guideline → graph → cases → rules → set-asides → report.

It knows no rule by name: the rules are given to it, and the type that each one reads says when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from guidelint.against_baseline import against_baseline, stops_walks, surely_judged
from guidelint.baseline import Compared, Known, frozen
from guidelint.cases import CaseWalks
from guidelint.dated import DatedGuideline
from guidelint.diagnose import Diagnoser, try_out
from guidelint.diagnostic import Finding, Route, Severity, at_value
from guidelint.document import DEFAULT_MOST_BYTES, Document, read_document
from guidelint.file_report import FileReport, NotJudged
from guidelint.graph import DecisionGraph
from guidelint.logic import Budget, Established, Logic, establish
from guidelint.model import Guideline, build_guideline
from guidelint.muting import without_echoes
from guidelint.rule import Rule
from guidelint.schema import SchemaVerdict, judge_shape
from guidelint.set_asides import Crash, Located, Settled, find_malformed, find_set_asides
from guidelint.settlement import Terms, settle
from guidelint.sound_part import SoundPart, sound_part
from guidelint.verdicts.broken_walks import breaking_off, proved_where_complete
from guidelint.wording import counted, quoted

__all__ = ["FileReport", "NotJudged", "Options", "lint", "lint_document"]

NOT_ASKED_FOR = "proofs were not asked for"
STOPPED = "it was stopped before the end"

READS = (Document, SchemaVerdict, Guideline, DatedGuideline, DecisionGraph, CaseWalks, Logic, Settled)
"""What there is for rules to read, in the order in which it comes about."""

MOST_FINDINGS = 5_000
"""Of one rule in one file; a file with more has one cause, and the report says where the rule stopped."""


@dataclass(frozen=True, slots=True)
class Options:
    """`enabled` holds the codes whose findings are wanted; every rule runs, since one rule may mute another.

    `budget` makes the time for the proofs of each file; None leaves them out. `levels` says of some rules how heavily
    their findings weigh, whatever the rule itself says. `baseline` holds what is known of the file; under `shows_all`,
    nothing is set aside.
    """

    enabled: frozenset[str]
    today: date
    most_bytes: int = DEFAULT_MOST_BYTES
    budget: Callable[[], Budget] | None = Budget
    levels: Mapping[str, Severity] = field(default_factory=dict)
    baseline: Known | None = None
    shows_all: bool = False


def lint(content: bytes, path: str, rules: Sequence[Rule[Any]], options: Options) -> FileReport:
    """Judges one file. Never raises for anything that the bytes hold."""
    return lint_document(read_document(content, path, options.most_bytes), rules, options)


def lint_document(document: Document, rules: Sequence[Rule[Any]], options: Options) -> FileReport:
    run = _Run(rules, document, options)
    run.judge(Document, document)
    if not document.is_readable:
        return run.finish(None, "the text cannot be read")
    verdict = judge_shape(document)
    run.judge(SchemaVerdict, verdict)
    if not verdict.is_complete:
        run.stop(SchemaVerdict, len(verdict.findings))
    if verdict.findings:
        return run.finish(None, "the guideline does not have the shape that the schema asks for")
    guideline = build_guideline(document.data)
    run.judge(Guideline, guideline)
    run.judge(DatedGuideline, DatedGuideline(guideline, options.today))
    run.judge(DecisionGraph, DecisionGraph(guideline))
    run.sound = sound_part(guideline, run.errors())
    if run.sound is None:
        return run.finish(guideline, "names, values or the graph have errors, so no patient can be walked")
    run.judge(CaseWalks, CaseWalks(run.sound.guideline))
    if options.budget is None:
        return run.finish(guideline, NOT_ASKED_FOR)
    logic = Logic(run.sound.guideline, options.budget())
    run.judge(Logic, logic)
    return run.finish(guideline, "", logic)


@dataclass(slots=True)
class _Run:
    """One file's way through the rules."""

    rules: Sequence[Rule[Any]]
    document: Document
    options: Options
    found: list[tuple[Rule[Any], Finding]] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    not_judged: list[NotJudged] = field(default_factory=list)
    judged: set[str] = field(default_factory=set)
    sound: SoundPart | None = None
    is_stopped: bool = False

    def errors(self) -> Iterator[Route]:
        """Where something was found that no patient can be walked with, set aside or not."""
        return (finding.place.route for rule, finding in self.found if stops_walks(rule, finding))

    def judge(self, reads: type[object], subject: object) -> None:
        """Runs every rule that reads this type."""
        for rule in self.rules:
            if rule.reads is reads and not self.is_stopped:
                self._run(rule, subject)

    def _run(self, rule: Rule[Any], subject: object) -> None:
        """The one guard around a rule: a rule that fails takes nothing else with it, and is never silent."""
        try:
            findings = list(islice(rule.check(subject), MOST_FINDINGS + 1))
            for finding in findings:
                try_out(finding, rule, self.document)
        except KeyboardInterrupt:
            self.is_stopped = True
            return
        except (Exception, SystemExit) as error:
            self.crashes.append(Crash(rule.code, rule.name, f"{type(error).__name__}: {error}", rule.package))
            return
        self.judged.add(rule.code)
        if len(findings) > MOST_FINDINGS:
            self._stopped((rule.code,), MOST_FINDINGS)
        self.found += ((rule, finding) for finding in findings[:MOST_FINDINGS])

    def stop(self, reads: type[object], count: int) -> None:
        """Says that what is read by some rules breaks off after so many findings."""
        self._stopped(tuple(rule.code for rule in self.rules if rule.reads is reads), count)

    def _stopped(self, codes: tuple[str, ...], count: int) -> None:
        if codes := tuple(code for code in codes if code in self.options.enabled):
            self.not_judged.append(NotJudged(codes, f"stopped after {count:,} finding{'' if count == 1 else 's'}"))

    def finish(self, guideline: Guideline | None, why_not: str, logic: Logic | None = None) -> FileReport:
        rules = {rule.code: rule for rule in self.rules}
        terms = self._terms()
        written = find_set_asides(self.document, guideline)
        settlement = settle(self._located(self.found), written, terms, is_overruled=self.options.shows_all)
        compared = self._compared(settlement.kept, rules, terms.run if guideline else ())
        heard, muted = without_echoes(compared.new, rules)
        settled = Settled(
            set_asides=settlement.judged,
            crashes=tuple(self.crashes),
            known=tuple(terms.codes),
            malformed=find_malformed(self.document),
            stale=compared.stale,
        )
        last = self._judge_settled(settled)
        out = (item for item, _ in settlement.set_aside)
        diagnoser = Diagnoser(self.document, rules, (*settlement.kept, *out, *last))
        self._skip(STOPPED if self.is_stopped else why_not)
        established = self._established(logic)
        return FileReport(
            document=self.document,
            guideline=guideline,
            diagnostics=diagnoser.diagnose((*heard, *last)),
            set_aside=tuple((diagnoser.of(item), by) for item, by in settlement.set_aside),
            muted=len(muted),
            not_judged=tuple(self.not_judged),
            crashes=tuple(self.crashes),
            sound=self.sound,
            established=established,
            is_stopped=self.is_stopped,
            baselined=diagnoser.diagnose(compared.known),
            entries=frozen(compared.entries),
            overruled=settlement.overruled,
            logic=logic,
        )

    def _compared(
        self, kept: Sequence[Located], rules: Mapping[str, Rule[Any]], run: Collection[str]
    ) -> Compared[Located]:
        """Nothing is known of a file that has not the shape of a guideline."""
        is_open = self.sound is None or bool(self.sound.left_out) or any(rule.leaves_open for rule, _ in self.found)
        sure = surely_judged(run, rules, is_open=is_open)
        return against_baseline(kept, self.options.baseline, self.document, rules, sure)

    def _established(self, logic: Logic | None) -> Established | None:
        if logic is None or self.sound is None or self.crashes or self.is_stopped:
            return None
        self._limit(logic)
        return self.sound.of_all(establish(logic))

    def _limit(self, logic: Logic) -> None:
        """A proof that is silent on some walks says so. They are meant to be: where they break off, a finding says why,
        unless nobody wants to see it."""
        names, decisions = proved_where_complete(logic), breaking_off(logic)
        if names and decisions:
            reason = f"{counted('constraint', names)} on walks that break off at {quoted(decisions)}"
            self.not_judged.append(NotJudged((), reason, is_intended=True))

    def _terms(self) -> Terms:
        stopped = {code for left in self.not_judged for code in left.codes}
        left_out = self.sound.left_out if self.sound else ()
        return Terms(
            codes={word: rule.code for rule in self.rules for word in (rule.code.lower(), rule.name)},
            run=frozenset(self.judged & self.options.enabled - stopped),
            final=frozenset(rule.code for rule in self.rules if rule.reads is Settled),
            today=self.options.today,
            left_out=tuple(self.document.span(at_value(item.route)) for item in left_out),
        )

    def _judge_settled(self, settled: Settled) -> list[Located]:
        """The rules on set-asides, and on rules that crashed, speak last; nothing sets them aside."""
        before = len(self.found)
        self.judge(Settled, settled)
        return self._located(self.found[before:])

    def _located(self, found: Sequence[tuple[Rule[Any], Finding]]) -> list[Located]:
        return [
            Located(rule.code, finding, self.document.span(finding.place), self._severity(rule, finding))
            for rule, finding in found
            if rule.code in self.options.enabled
        ]

    def _severity(self, rule: Rule[Any], finding: Finding) -> Severity:
        return self.options.levels.get(rule.code) or finding.severity or rule.severity

    def _skip(self, why_not: str) -> None:
        crashed = {crash.code for crash in self.crashes}
        left = [
            rule.code for rule in self.rules if rule.reads is not Settled and rule.code not in self.judged | crashed
        ]
        codes = tuple(code for code in left if code in self.options.enabled)
        if codes or not self.document.is_readable:  # of a text that cannot be read, no rule has seen all
            self.not_judged.append(NotJudged(codes, why_not, is_intended=why_not is NOT_ASKED_FOR))
        if not self.options.enabled:
            self.not_judged.append(NotJudged((), "no rule is on"))
        if self.sound is not None and self.sound.left_out:
            self.not_judged.append(NotJudged((), f"{self.sound.left_out_in_words()}, for the errors there"))
        for crash in self.crashes:
            self.not_judged.append(NotJudged((crash.code,), "the rule crashed"))
