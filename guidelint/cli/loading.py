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
from guidelint.reporters import REPORTERS, Report, Unreadable
from guidelint.reporters.summary import plural
from guidelint.rules import RULES


def read_guideline_document(path: str) -> Document:
    """Ends the command with exit code 2 where the file cannot be opened."""
    source = read_input(path, "<stdin>" if path == "-" else path, DEFAULT_MOST_BYTES)
    if isinstance(source, Unreadable):
        click.echo(f"{source.path}: {source.reason}", err=True)
        sys.exit(2)
    if source.content is None:
        return refuse_large(source.path, source.size, DEFAULT_MOST_BYTES)
    return read_document(source.content, source.path)


def load_sound_guideline(path: str, otherwise: str = "not walked") -> Guideline:
    """A guideline whose patients can be walked. Ends the command with exit code 2 where it is none."""
    report = _errors_up_to_the_graph(read_guideline_document(path))
    if report.guideline is None or report.diagnostics:
        _leave(report, otherwise)
    return report.guideline


def load_drawable_guideline(path: str) -> Guideline:
    """A guideline that has its shape, though names or the graph may be wrong, which is said on standard error.

    Ends the command with exit code 2 where there is none.
    """
    report = _errors_up_to_the_graph(read_guideline_document(path))
    if report.guideline is None:
        _leave(report, "nothing drawn")
    if count := len(report.diagnostics):
        click.echo(f"note: drawn with {plural(count, 'error')} in it: see `guidelint check`", err=True)
    return report.guideline


def _errors_up_to_the_graph(document: Document) -> FileReport:
    families = ("GL0", "GL1", "GL2")
    codes = frozenset(rule.code for rule in RULES if rule.code.startswith(families) and rule.severity is Severity.ERROR)
    return lint_document(document, RULES, Options(codes, date.today(), budget=None))


def _leave(report: FileReport, what: str) -> NoReturn:
    whole = Report((report,), (), (), date.today())
    click.echo(REPORTERS["concise"](whole, False), err=True, nl=False)
    click.echo(f"{what}: mend these errors first", err=True)
    sys.exit(2)
