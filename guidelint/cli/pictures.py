"""What `guidelint diagram` draws, and where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import click

from guidelint.cli.output import is_written, print_bytes, write_bytes
from guidelint.cli.patients import patient_from
from guidelint.cli.progress import Ticker
from guidelint.cli.walk_text import ending_in_words, misfits
from guidelint.diagrams import ENDINGS, Drawn, DrawnFile, render
from guidelint.diagrams.captions import caption_of
from guidelint.diagrams.draw import draw
from guidelint.diagrams.extra import ExtraMissing
from guidelint.diagrams.finding_marks import FindingMarks, finding_marks
from guidelint.diagrams.marks import Marks, overlay_on
from guidelint.diagrams.palette import PALETTES
from guidelint.diagrams.walk_marks import WalkMarks, walk_marks
from guidelint.diagrams.ways_out import with_ways_out
from guidelint.linter import FileReport, Options, lint_document
from guidelint.logic import Budget
from guidelint.model import Guideline
from guidelint.rules import RULES
from guidelint.suggestion import listing
from guidelint.walk import Ended, Patient, walk

HTML = "html"
BINARY = ("png", "pdf")

MARKED = frozenset({"svg", "png", "pdf", HTML})
"""The formats that show findings unless told otherwise: the others are texts that stand in documents."""


class Destination(NamedTuple):
    """`output` is - for standard output."""

    output: str
    format: str

    def beside(self, section: str) -> str:
        stem, ending = os.path.splitext(self.output)
        return f"{stem}-{section}{ending}"


@dataclass(frozen=True, slots=True)
class Asked:
    patient: str | None
    given: tuple[str, ...]
    visits: tuple[str, ...]
    findings: bool | None
    palette: str
    time_limit: float
    time_limit_total: float

    @property
    def is_walk(self) -> bool:
        return self.patient is not None or bool(self.given or self.visits)


@dataclass(frozen=True)
class Subject:
    """What is drawn. `report` holds the errors up to the graph; everything else is judged when a picture shows it."""

    guideline: Guideline
    report: FileReport
    asked: Asked

    def marks_in(self, format_: str) -> Marks:
        wants_findings = format_ in MARKED if self.asked.findings is None else self.asked.findings
        return Marks(self._walk, self._findings if wants_findings else None)

    @cached_property
    def judged(self) -> FileReport:
        codes = frozenset(rule.code for rule in RULES if rule.is_default)
        return lint_document(self.report.document, RULES, Options(codes, date.today(), budget=self.budget))

    def budget(self) -> Budget:
        return Budget(self.asked.time_limit, self.asked.time_limit_total, on_question=Ticker())

    @cached_property
    def shown(self) -> tuple[str, Patient] | None:
        """The patient whose walk is drawn, with a name. Raises click.UsageError."""
        asked = self.asked
        if not asked.is_walk:
            return None
        if self.report.sound is None:
            raise click.UsageError("nobody can be walked through this guideline: see `guidelint check`")
        case = self.guideline.cases.get(asked.patient or "")
        patient = patient_from(self.guideline, asked.patient, asked.given, asked.visits, "--patient")
        return (case.name if case else "The patient who was asked for"), patient

    @cached_property
    def _findings(self) -> FindingMarks:
        return finding_marks(self.judged.diagnostics)

    @cached_property
    def _walk(self) -> WalkMarks | None:
        """Says on standard error how it ends, where that is not in a recommendation."""
        if self.shown is None:
            return None
        name, patient = self.shown
        walked = walk(self.guideline, patient)
        for problem in misfits(self.guideline, patient, walked):
            click.echo(problem, err=True)
        if not isinstance(walked.ending, Ended):
            click.echo(f"note: {ending_in_words(self.guideline, walked)}", err=True)
        return walk_marks(walked, self.guideline, caption_of(name, patient, walked, self.guideline))


def destination_of(output: str, file: str, asked: str | None) -> Destination:
    """Raises click.BadParameter where it is not clear, where the guideline itself would be written over, or where bytes
    would go to a terminal."""
    ending = os.path.splitext(output)[1].lower()
    by_ending = ENDINGS.get(ending) if output != "-" else None
    if output != "-" and file != "-" and os.path.realpath(output) == os.path.realpath(file):
        raise click.BadParameter(f"`{output}` is the guideline itself", param_hint="'-o'")
    if by_ending is not None and asked not in (None, by_ending):
        raise click.BadParameter(f"`{output}` ends as {by_ending} does, but --format says {asked}", param_hint="'-o'")
    if by_ending is None and asked is None and output != "-":
        raise click.BadParameter(
            f"the ending of `{output}` says no format: end it in one of {listing(ENDINGS)}, or add --format",
            param_hint="'-o'",
        )
    format_ = by_ending or asked or "mermaid"
    if output == "-" and format_ in BINARY and sys.stdout.isatty():
        raise click.BadParameter(f"a terminal cannot show {format_}: write to a file", param_hint="'-o'")
    return Destination(output, format_)


def write_picture(to: Destination, subject: Subject) -> bool:
    """Whether all of it was written; if not, standard error says what was not."""
    try:
        drawn = _page(subject) if to.format == HTML else _picture(to.format, subject)
    except ExtraMissing as missing:
        click.echo(f"{to.output}: not written: {missing}", err=True)
        return False
    for note in (*drawn.notes, *_notes(to, drawn)):
        click.echo(f"note: {note}", err=True)
    if to.output == "-":
        print_bytes(drawn.files[0].content)
        return True
    written = [
        is_written(write_bytes, to.beside(file.section) if file.section else to.output, file.content)
        for file in drawn.files
    ]
    return all(written)


def _picture(format_: str, subject: Subject) -> Drawn:
    return render(format_, subject.guideline, subject.marks_in(format_), PALETTES[subject.asked.palette])


def _page(subject: Subject) -> Drawn:
    """One page holds all of a guideline, however large: its reader zooms and searches."""
    from guidelint.diagrams.layout import lay_out
    from guidelint.diagrams.page import review_of, write_page

    marks = Marks(findings=subject.marks_in(HTML).findings)
    layout = lay_out([with_ways_out(draw(subject.guideline), marks.ways_out)])
    page = write_page(review_of(subject.judged, subject.budget()), layout, overlay_on(layout, marks), subject.shown)
    return Drawn((DrawnFile("", page.encode()),))


def _notes(to: Destination, drawn: Drawn) -> Iterator[str]:
    """Where the sections are: nobody looks for files that were not asked for."""
    sections = [file.section for file in drawn.files[1:]]
    if not sections:
        return
    if to.output == "-":
        yield f"only the overview: for its {len(sections):,} sections write to a file with -o"
    else:
        names = listing(os.path.basename(to.beside(section)) for section in sections)
        yield f"{to.output} is the overview; its sections are beside it: {names}"
