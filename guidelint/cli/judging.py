"""Judging every file by the settings that are in force for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from guidelint.caching.verdicts import light
from guidelint.cli.baselines import Baselines
from guidelint.cli.candidates import Candidate
from guidelint.cli.fixing import Fixer
from guidelint.cli.inputs import Input, document_of
from guidelint.cli.paths import shown_path
from guidelint.cli.progress import Ticker
from guidelint.cli.tasks import Foreign, Outcome, Task, Terms, read
from guidelint.cli.working import Workers, gathered
from guidelint.config import Choices, Lookup, Settings, weakened
from guidelint.linter import FileReport, lint_document
from guidelint.reporters import Report, Unreadable
from guidelint.rule import OURS, Rule


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be judged, and by whose settings."""

    task: Task
    settings: Settings
    choices: Choices


@dataclass(frozen=True, slots=True)
class Judgement:
    """`outcomes` belong to `tasks` in their order; under `is_strict`, what is not decided is not judged. `settings` are
    those of the first file, for what a run has only one of."""

    report: Report
    is_strict: bool
    tasks: Sequence[Task]
    outcomes: Sequence[Outcome]
    configurations: frozenset[Path]
    settings: Settings

    @property
    def seen(self) -> Mapping[str, str | None]:
        """The digest of each file, where it is known what that comes to."""
        return {task.path: outcome.seen for task, outcome in zip(self.tasks, self.outcomes, strict=False)}


def judge(
    candidates: Iterable[Candidate],
    lookup: Lookup,
    *,
    today: date,
    stdin_filename: str,
    fixer: Fixer,
    workers: Callable[[Settings], Workers],
    baselines: Baselines,
) -> Judgement:
    """Raises ConfigError before anything is judged."""
    found = list(candidates)
    jobs = [
        _job(candidate, lookup, stdin_filename, today, baselines) for candidate in found if candidate.excluded is None
    ]
    tasks = [job.task for job in jobs]
    in_force = [job.settings for job in jobs] or [lookup.of_folder(Path.cwd())]
    outcomes = workers(in_force[0]).outcomes(tasks) if fixer.is_idle else gathered(tasks, _mended(tasks, fixer))
    told = [outcome.told for outcome in outcomes]
    report = Report(
        files=tuple(item for item in told if isinstance(item, FileReport)),
        unreadable=tuple(item for item in told if isinstance(item, Unreadable)),
        skipped=tuple(item.path for item in told if isinstance(item, Foreign)),
        today=today,
        fail_level=min(settings.fail_level for settings in in_force),
        docs_base=in_force[0].value("docs-base"),
        excluded=tuple(candidate.path for candidate in found if candidate.excluded and candidate.is_named),
        weakened=weakened((job.settings, job.choices) for job in jobs),
        further=_further(in_force),
        shows_all=baselines.shows_all,
    )
    return Judgement(
        report=fixer.told(replace(report, baselines=baselines.settle(report.files))),
        is_strict=any(settings.value("strict") for settings in in_force),
        tasks=tasks,
        outcomes=outcomes,
        configurations=frozenset(settings.file for settings in in_force if settings.file is not None),
        settings=in_force[0],
    )


def _mended(tasks: Iterable[Task], fixer: Fixer) -> Iterator[tuple[int, Outcome]]:
    """One file after the other: the next one may be the same file under another name."""
    for number, task in enumerate(tasks):
        source = read(task)
        yield number, source if isinstance(source, Outcome) else _mend(task, source, fixer)


def _mend(task: Task, source: Input, fixer: Fixer) -> Outcome:
    options = task.terms.options(task.terms.budgets(Ticker()))
    judged = lint_document(document_of(source, task.terms.most_bytes), task.terms.rules, options)
    return Outcome(light(fixer.mended(task.path, source.content, judged, task.terms.rules, options)))


def terms_of(settings: Settings, choices: Choices, today: date, name: str, baselines: Baselines) -> Terms:
    return Terms(
        enabled=frozenset(code for code, choice in choices.items() if choice.is_on),
        levels={code: choice.level for code, choice in choices.items() if choice.level is not None},
        most_bytes=settings.value("max-bytes"),
        limits=(settings.value("time-limit"), settings.value("time-limit-total")) if settings.value("proofs") else None,
        today=today,
        plugins=settings.plugins,
        baseline=baselines.known_of(name, settings),
        shows_all=baselines.shows_all,
    )


def _further(in_force: Iterable[Settings]) -> tuple[Rule[Any], ...]:
    """The rules of plugins, each once."""
    found = {rule.code: rule for settings in in_force for rule in settings.rules if rule.package != OURS}
    return tuple(found.values())


def _job(candidate: Candidate, lookup: Lookup, stdin_filename: str, today: date, baselines: Baselines) -> Job:
    name = shown_path(stdin_filename) if candidate.path == "-" else candidate.path
    settings = lookup.of_file(name)
    choices = settings.choices_for(Path(os.path.abspath(name)))
    terms = terms_of(settings, choices, today, name, baselines)
    return Job(Task(candidate.path, name, candidate.is_named, terms), settings, choices)
