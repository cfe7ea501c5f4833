"""A guideline for the commands that need a sound one; where it is not, its errors and exit code 2."""

from __future__ import annotations

import sys
from datetime import date
from typing import NoReturn

import click

from guidelint.cli.inputs import document_of, input_or_leave
from guidelint.diagnostic import Severity
from guidelint.document import DEFAULT_MOST_BYTES, Document
from guidelint.linter import FileReport, Options, lint_document
from guidelint.model import Guideline
from guidelint.reporters import Report, render
from guidelint.reporters.summary import plural
from guidelint.rules import RULES
from guidelint.sound_part import SoundPart

FAMILIES = ("GL0", "GL1", "GL2")
"""Of the rules up to the graph."""


def load_sound_guideline(path: str) -> Guideline:
    """A guideline whose patients can be walked. Ends the command with exit code 2 where it is none."""
    report = errors_up_to_the_graph(_document_in(path))
    if report.guideline is None or report.sound is None:
        leave(report, "not walked")
    note_errors(report, "walked")
    return report.guideline


def load_sound_part(path: str) -> SoundPart:
    """What can be proved of a guideline. Ends the command with exit code 2 where that is nothing."""
    report = errors_up_to_the_graph(_document_in(path))
    if report.sound is None:
        leave(report, "nothing proved")
    note_errors(report, "proved")
    return report.sound


def _document_in(path: str) -> Document:
    return document_of(input_or_leave(path, DEFAULT_MOST_BYTES), DEFAULT_MOST_BYTES)


def errors_up_to_the_graph(document: Document) -> FileReport:
    codes = frozenset(rule.code for rule in RULES if rule.code.startswith(FAMILIES) and rule.severity is Severity.ERROR)
    return lint_document(document, RULES, Options(codes, date.today(), budget=None))


def note_errors(report: FileReport, done: str) -> None:
    """Says on standard error how many there are up to the graph."""
    found = (item for item in report.diagnostics if item.severity is Severity.ERROR and item.code.startswith(FAMILIES))
    if count := sum(1 for _ in found):
        click.echo(f"note: {done} with {plural(count, 'error')} in it: see `guidelint check`", err=True)


def leave(report: FileReport, what: str) -> NoReturn:
    whole = Report((report,), (), (), date.today())
    click.echo(render("concise", whole), err=True, nl=False)
    which = "these errors" if report.diagnostics else "the errors that are set aside"
    click.echo(f"{what}: mend {which} first", err=True)
    sys.exit(2)
