"""What `guidelint diagram` draws, and where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import click

from guidelint.cli.drawable import Depth
from guidelint.cli.options import refuse_guideline
from guidelint.cli.output import is_written, print_bytes, write_bytes
from guidelint.diagrams import ENDINGS, Drawn, DrawnFile, render
from guidelint.diagrams.draw import draw
from guidelint.diagrams.extra import ExtraMissing
from guidelint.diagrams.marks import Marks, overlay_on
from guidelint.diagrams.palette import PALETTES
from guidelint.diagrams.ways_out import with_ways_out
from guidelint.model import Guideline
from guidelint.suggestion import listing

if TYPE_CHECKING:
    from guidelint.diagrams.finding_marks import FindingMarks
    from guidelint.diagrams.walk_marks import WalkMarks
    from guidelint.file_report import FileReport
    from guidelint.walk import Patient

HTML = "html"
BINARY = ("png", "pdf")
COLOURED = ("svg", "png", "pdf")
"""What a palette is for: a page has the colours that its reader prefers, and texts those of what shows them."""

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
    palette: str | None

    @property
    def is_walk(self) -> bool:
        return self.patient is not None or bool(self.given or self.visits)

    def shows_findings(self, format_: str) -> bool:
        return format_ in MARKED if self.findings is None else self.findings

    def depth(self, formats: Collection[str]) -> Depth:
        """How far a guideline has to be judged for all that is asked for."""
        is_marked = any(map(self.shows_findings, formats))
        if HTML in formats or (is_marked and self.is_walk):
            return Depth.ANSWERS
        if is_marked:
            return Depth.FINDINGS
        return Depth.SHAPE if self.findings is False and not self.is_walk else Depth.GRAPH


@dataclass(frozen=True)
class Subject:
    """What is drawn, and what of it is shown."""

    guideline: Guideline
    report: FileReport | None
    asked: Asked

    def marks_in(self, format_: str) -> Marks:
        return Marks(self._walk, self._findings if self.asked.shows_findings(format_) else None)

    @property
    def judged(self) -> FileReport:
        """Raises ValueError where nothing was: a page asks for all."""
        if self.report is None:
            raise ValueError("nothing was judged")
        return self.report

    @cached_property
    def shown(self) -> tuple[str, Patient] | None:
        """The patient whose walk is drawn, with a name. Raises click.UsageError."""
        asked = self.asked
        if not asked.is_walk:
            return None
        if self.judged.sound is None:
            raise click.UsageError("nobody can be walked through this guideline: see `guidelint check`")
        from guidelint.cli.shown_walk import shown_patient

        return shown_patient(self.guideline, asked.patient, asked.given, asked.visits)

    def uses_all_given(self) -> bool:
        """Whether the walk does, as `guidelint walk` asks; if not, standard error says what it does not use."""
        if self.shown is None:
            return True
        from guidelint.cli.shown_walk import all_is_used

        return all_is_used(self.guideline, self.shown[1])

    @cached_property
    def _findings(self) -> FindingMarks:
        from guidelint.diagrams.finding_marks import finding_marks

        return finding_marks(self.judged.diagnostics)

    @cached_property
    def _walk(self) -> WalkMarks | None:
        if self.shown is None:
            return None
        from guidelint.cli.shown_walk import shown_walk

        return shown_walk(self.guideline, *self.shown)


def destination_of(output: str, file: str, asked: str | None) -> Destination:
    """Raises click.BadParameter where it is not clear, where a guideline would be written over, or where bytes would go
    to a terminal."""
    ending = os.path.splitext(output)[1].lower()
    by_ending = ENDINGS.get(ending) if output != "-" else None
    if output != "-" and file != "-" and os.path.realpath(output) == os.path.realpath(file):
        raise click.BadParameter(f"`{output}` is the guideline itself", param_hint="'-o'")
    refuse_guideline(output)
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


def refuse_idle_palette(palette: str | None, destinations: Iterable[Destination]) -> None:
    """Raises click.BadParameter where it colours nothing; beside what it does colour, says what it does not."""
    if palette is None:
        return
    found = tuple(destinations)
    others = [each for each in found if each.format not in COLOURED]
    if len(others) == len(found):
        formats = listing(dict.fromkeys(each.format for each in others))
        raise click.BadParameter(f"it colours {listing(COLOURED)}, and not {formats}", param_hint="'--palette'")
    for each in others:
        click.echo(f"note: {each.output}: --palette is not for {each.format}", err=True)


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
    return render(format_, subject.guideline, subject.marks_in(format_), PALETTES[subject.asked.palette or "light"])


def _page(subject: Subject) -> Drawn:
    """One page holds all of a guideline, however large: its reader zooms and searches."""
    from guidelint.diagrams.layout import lay_out
    from guidelint.diagrams.page import review_of, write_page

    marks = Marks(findings=subject.marks_in(HTML).findings)
    layout = lay_out([with_ways_out(draw(subject.guideline), marks.ways_out)])
    page = write_page(review_of(subject.judged), layout, overlay_on(layout, marks), subject.shown)
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
