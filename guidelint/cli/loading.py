"""A guideline for the commands that need a sound one; where it is not, its errors and exit code 2."""

from __future__ import annotations

import sys
from datetime import date
from typing import NoReturn

import click

from guidelint.cli.inputs import read_input
from guidelint.diagnostic import Severity
from guidelint.document import DEFAULT_MOST_BYTES, Document, read_document, refuse_large
from guidelint.linter import FileReport, Options, lint_document
from guidelint.model import Guideline
from guidelint.reporters import Report, Unreadable, render
from guidelint.reporters.summary import plural
from guidelint.rules import RULES
from guidelint.sound_part import SoundPart


def read_guideline_document(path: str) -> Document:
    """Ends the command with exit code 2 where the file cannot be opened."""
    source = read_input(path, "<stdin>" if path == "-" else path, DEFAULT_MOST_BYTES)
    if isinstance(source, Unreadable):
        click.echo(f"{source.path}: {source.reason}", err=True)
        sys.exit(2)
    if source.content is None:
        return refuse_large(source.path, source.size, DEFAULT_MOST_BYTES)
    return read_document(source.content, source.path)


def load_sound_guideline(path: str) -> Guideline:
    """A guideline whose patients can be walked. Ends the command with exit code 2 where it is none."""
    report = _errors_up_to_the_graph(read_guideline_document(path))
    if report.guideline is None or report.sound is None:
        _leave(report, "not walked")
    _note(report, "walked")
    return report.guideline


def load_sound_part(path: str) -> SoundPart:
    """What can be proved of a guideline. Ends the command with exit code 2 where that is nothing."""
    report = _errors_up_to_the_graph(read_guideline_document(path))
    if report.sound is None:
        _leave(report, "nothing proved")
    _note(report, "proved")
    return report.sound


def load_drawable_guideline(path: str) -> tuple[Guideline, FileReport]:
    """A guideline that has its shape, though names or the graph may be wrong, which is said on standard error.

    Ends the command with exit code 2 where there is none.
    """
    report = _errors_up_to_the_graph(read_guideline_document(path))
    if report.guideline is None:
        _leave(report, "nothing drawn")
    _note(report, "drawn")
    return report.guideline, report


def _errors_up_to_the_graph(document: Document) -> FileReport:
    families = ("GL0", "GL1", "GL2")
    codes = frozenset(rule.code for rule in RULES if rule.code.startswith(families) and rule.severity is Severity.ERROR)
    return lint_document(document, RULES, Options(codes, date.today(), budget=None))


def _note(report: FileReport, done: str) -> None:
    if count := len(report.diagnostics):
        click.echo(f"note: {done} with {plural(count, 'error')} in it: see `guidelint check`", err=True)


def _leave(report: FileReport, what: str) -> NoReturn:
    whole = Report((report,), (), (), date.today())
    click.echo(render("concise", whole), err=True, nl=False)
    which = "these errors" if report.diagnostics else "the errors that are set aside"
    click.echo(f"{what}: mend {which} first", err=True)
    sys.exit(2)
