"""One file that is to be judged, and what comes of it: values that can be sent to another process."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from guidelint.baseline import Known
from guidelint.caching.observed import digest
from guidelint.caching.verdicts import Verdicts, is_plain, light
from guidelint.cli.inputs import Input, document_of, read_input
from guidelint.cli.timing import AFTERWARDS, Stopwatch, Times
from guidelint.config import Item, Rules
from guidelint.diagnostic import Severity
from guidelint.document import Document
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Budget
from guidelint.reporters import Unreadable
from guidelint.rules import RULES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Terms:
    """How a file is judged; `limits` are seconds for a question and for all of a file, None where nothing is proved.
    `plugins` are packages with further rules: their names can be sent to another process, and their rules cannot."""

    enabled: frozenset[str]
    levels: Mapping[str, Severity]
    most_bytes: int
    limits: tuple[float, float] | None
    today: date
    plugins: tuple[str, ...] = ()
    baseline: Known | None = None
    shows_all: bool = False

    @property
    def rules(self) -> Rules:
        return rules_with(self.plugins) if self.plugins else RULES

    def options(self, budget: Callable[[], Budget] | None = None) -> Options:
        return Options(self.enabled, self.today, self.most_bytes, budget, self.levels, self.baseline, self.shows_all)

    def budgets(self, on_question: Callable[[], None]) -> Callable[[], Budget] | None:
        """The time of each begins to run at once."""
        limits = self.limits
        return None if limits is None else lambda: Budget(*limits, on_question=on_question)


@cache
def rules_with(plugins: tuple[str, ...]) -> Rules:
    """Loaded once in each process; that they can be has been seen when the settings were read."""
    from guidelint.config.plugins import with_plugins

    return with_plugins(RULES, (Item(name, "plugins") for name in plugins))


@dataclass(frozen=True, slots=True)
class Task:
    """`name` is what the file is called in the report; `is_named` where it was not only found in a folder."""

    path: str
    name: str
    is_named: bool
    terms: Terms


@dataclass(frozen=True, slots=True)
class Foreign:
    """No guideline, though a folder held it under such a name: YAML of another kind, or a pipe."""

    path: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """`seen` is the digest of the bytes; it is None where the same bytes may come to something else another time."""

    told: FileReport | Unreadable | Foreign
    seen: str | None = None
    times: Times = field(default_factory=dict)


def read(task: Task) -> Input | Outcome:
    """The bytes of a guideline, or what is to be said in place of a verdict."""
    source = read_input(task.path, task.name, task.terms.most_bytes, found=not task.is_named)
    if isinstance(source, Unreadable):
        return Outcome(source)
    if not source.is_foreign:
        return source
    return Outcome(Foreign(source.path), None if source.content is None else digest(source.content))


def from_cache(task: Task, verdicts: Verdicts) -> Outcome | None:
    """What can be said without judging anything."""
    if not _is_known_again(task):
        return None
    source = read(task)
    return source if isinstance(source, Outcome) else known(task, source, verdicts)


def known(task: Task, source: Input, verdicts: Verdicts) -> Outcome | None:
    """What is kept of a file that has been read."""
    seen = seen_in(task, source)
    if seen is None or source.content is None:
        return None
    report = verdicts.get(_key(task, seen, verdicts), source.content, task.name, task.terms.today)
    return None if report is None else Outcome(report, seen)


def judge_file(
    task: Task, verdicts: Verdicts | None, on_question: Callable[[], None] = lambda: None, *, is_timed: bool = False
) -> Outcome:
    watch = Stopwatch()
    source = read(task)
    if isinstance(source, Outcome):
        return source
    document, seen = document_of(source, task.terms.most_bytes), seen_in(task, source)
    del source  # beside its text, the bytes of a large file are only in the way
    rules = watch.timed(task.terms.rules) if is_timed else task.terms.rules
    report, is_final = judged(document, task, seen, verdicts, on_question, rules)
    watch.lap(AFTERWARDS)
    return Outcome(light(report), seen if is_final else None, watch.times)


def judged(
    document: Document,
    task: Task,
    seen: str | None,
    verdicts: Verdicts | None,
    on_question: Callable[[], None],
    rules: Rules,
) -> tuple[FileReport, bool]:
    """The whole report, and whether it is final: then it is kept, if what was seen can be known again."""
    budget = begin() if (begin := task.terms.budgets(on_question)) is not None else None
    report = lint_document(document, rules, task.terms.options(None if budget is None else lambda: budget))
    is_final = not (report.crashes or report.is_stopped or (budget is not None and budget.ran_out))
    if verdicts is not None and is_final and seen is not None:
        verdicts.put(_key(task, seen, verdicts), report, task.terms.today)
    return report, is_final


def seen_in(task: Task, source: Input) -> str | None:
    """None where a verdict is not to be kept: what is not even text is judged faster than it is found again."""
    content = source.content
    return digest(content) if content is not None and _is_known_again(task) and is_plain(content) else None


def _is_known_again(task: Task) -> bool:
    """Whether it can be read as often as anybody likes, unlike a pipe, and is judged by our own rules alone: nobody
    knows when those of others change, or what they read beside the file."""
    return task.path != STDIN and not task.terms.plugins and os.path.isfile(task.path)


def _key(task: Task, seen: str, verdicts: Verdicts) -> str:
    return verdicts.key(seen, task.name, task.terms.options(), task.terms.limits)
