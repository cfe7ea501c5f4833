"""Judging one file after the other, each by the settings that are in force for it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from guidelint.cli.budget import budget_of
from guidelint.cli.candidates import Candidate
from guidelint.cli.fixing import Fixer
from guidelint.cli.inputs import Input, read_input
from guidelint.cli.paths import shown_path
from guidelint.cli.progress import with_progress
from guidelint.config import Choices, Lookup, Settings, weakened
from guidelint.document import Document, read_document, refuse_large
from guidelint.linter import FileReport, Options, lint_document
from guidelint.reporters import Report, Unreadable
from guidelint.rules import RULES


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be judged; `name` is what it is called in the report."""

    path: str
    name: str
    is_named: bool
    settings: Settings
    choices: Choices


def judge(
    candidates: Iterable[Candidate], lookup: Lookup, *, today: date, stdin_filename: str, fixer: Fixer
) -> tuple[Report, bool]:
    """The report, and whether it is to be taken strictly. Raises ConfigError before anything is judged."""
    found = list(candidates)
    jobs = [_job(candidate, lookup, stdin_filename) for candidate in found if candidate.excluded is None]
    files: list[FileReport] = []
    unreadable: list[Unreadable] = []
    skipped: list[str] = []
    for job in with_progress(jobs):
        source = read_input(job.path, job.name, job.settings.value("max-bytes"), found=not job.is_named)
        if isinstance(source, Unreadable):
            unreadable.append(source)
        elif source.is_foreign:
            skipped.append(source.path)
        else:
            options = options_for(job.settings, job.choices, today)
            document, content = _document(source, options), fixer.keeps(source)
            del source  # beside its text, the bytes of a large file are only in the way
            judged = lint_document(document, RULES, options)
            files.append(replace(fixer.mended(job.path, content, judged, options), guideline=None))
            if files[-1].is_stopped:
                break
    in_force = [job.settings for job in jobs] or [lookup.of_folder(Path.cwd())]
    report = Report(
        files=tuple(files),
        unreadable=tuple(unreadable),
        skipped=tuple(skipped),
        today=today,
        fail_level=min(settings.fail_level for settings in in_force),
        docs_base=in_force[0].value("docs-base"),
        excluded=tuple(candidate.path for candidate in found if candidate.excluded and candidate.is_named),
        weakened=weakened((job.settings, job.choices) for job in jobs),
    )
    return fixer.told(report), any(settings.value("strict") for settings in in_force)


def options_for(settings: Settings, choices: Choices, today: date) -> Options:
    return Options(
        enabled=frozenset(code for code, choice in choices.items() if choice.is_on),
        today=today,
        most_bytes=settings.value("max-bytes"),
        budget=(lambda: budget_of(settings)) if settings.value("proofs") else None,
        levels={code: choice.level for code, choice in choices.items() if choice.level is not None},
    )


def _job(candidate: Candidate, lookup: Lookup, stdin_filename: str) -> Job:
    name = shown_path(stdin_filename) if candidate.path == "-" else candidate.path
    settings = lookup.of_file(name)
    return Job(candidate.path, name, candidate.is_named, settings, settings.choices_for(Path(os.path.abspath(name))))


def _document(source: Input, options: Options) -> Document:
    if source.content is None:
        return refuse_large(source.path, source.size, options.most_bytes)
    return read_document(source.content, source.path, options.most_bytes)
