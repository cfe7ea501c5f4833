"""The patient whose walk is drawn, and the walk."""

from __future__ import annotations

import sys

import click

from guidelint.cli.patients import patient_from
from guidelint.cli.walk_text import ending_in_words, impossible, unused
from guidelint.diagrams.captions import caption_of
from guidelint.diagrams.walk_marks import WalkMarks, walk_marks
from guidelint.model import Guideline
from guidelint.walk import Ended, Patient, walk


def shown_patient(
    guideline: Guideline, case: str | None, given: tuple[str, ...], visits: tuple[str, ...]
) -> tuple[str, Patient]:
    """With a name; exits where the guideline forbids the patient. Raises click.UsageError."""
    patient = patient_from(guideline, case, given, visits, "--patient")
    _refuse_impossible(guideline, patient)
    known = guideline.cases.get(case or "")
    return (known.name if known else "The patient who was asked for"), patient


def _refuse_impossible(guideline: Guideline, patient: Patient) -> None:
    """A picture is passed on without what standard error said: its patient would be taken for a valid one."""
    problems = list(impossible(guideline, walk(guideline, patient, reasons=False)))
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(2)


def shown_walk(guideline: Guideline, name: str, patient: Patient) -> WalkMarks:
    """Says on standard error how it ends, where that is not in a recommendation."""
    walked = walk(guideline, patient)
    if not isinstance(walked.ending, Ended):
        click.echo(f"note: {ending_in_words(guideline, walked)}", err=True)
    return walk_marks(walked, guideline, caption_of(name, patient, walked, guideline))


def all_is_used(guideline: Guideline, patient: Patient) -> bool:
    """Says on standard error what is not."""
    problems = list(unused(guideline, patient, walk(guideline, patient, reasons=False)))
    for problem in problems:
        click.echo(problem, err=True)
    return not problems
