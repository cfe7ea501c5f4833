"""A guideline that is to be drawn: read once, and judged once and no further than its pictures show.

What judges takes far longer to be loaded than a picture to be drawn, so it is imported where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from guidelint.cli.inputs import Input, document_of, input_or_leave
from guidelint.cli.progress import Ticker
from guidelint.document import DEFAULT_MOST_BYTES, Document
from guidelint.model import Guideline, build_guideline
from guidelint.schema import judge_shape

if TYPE_CHECKING:
    from guidelint.caching.verdicts import Verdicts
    from guidelint.cli.tasks import Task
    from guidelint.config import Settings
    from guidelint.file_report import FileReport


class Depth(Enum):
    """How far a guideline is judged before it is drawn."""

    SHAPE = "nothing but that it can be drawn"
    GRAPH = "what is wrong up to the graph, so that it can be said, and a patient be walked"
    FINDINGS = "everything, as `guidelint check` does; what that has found before is not looked for again"
    ANSWERS = "everything, with what a report holds besides its findings: the proofs, and what can be walked"


@dataclass(frozen=True, slots=True)
class Judging:
    """By which settings, and with what is known before."""

    config_file: str | None
    isolated: bool
    time_limit: float | None
    time_limit_total: float | None
    is_cached: bool

    def settings_for(self, name: str) -> Settings:
        """Raises ConfigError, and click.UsageError."""
        from guidelint.cli.settings import lookup_for

        said = {"time-limit": self.time_limit, "time-limit-total": self.time_limit_total}
        return lookup_for(said, self.config_file, is_isolated=self.isolated).of_file(name)


@dataclass(frozen=True, slots=True)
class Drawable:
    """`report` is None where nothing was judged."""

    guideline: Guideline
    report: FileReport | None


def load_drawable(file: str, depth: Depth, judging: Judging) -> Drawable:
    """A guideline that has its shape; errors in its names or its graph are said on standard error, and drawn.

    Ends the command with exit code 2 where there is none. Raises KeyboardInterrupt where judging is stopped.
    """
    if depth in (Depth.FINDINGS, Depth.ANSWERS):
        return _with_findings(file, depth, judging)
    document = document_of(input_or_leave(file, DEFAULT_MOST_BYTES), DEFAULT_MOST_BYTES)
    if depth is Depth.SHAPE:
        return Drawable(_shaped(document) or _leave(document), None)
    from guidelint.cli.loading import errors_up_to_the_graph

    return _drawn_with_errors(document, errors_up_to_the_graph(document))


def _with_findings(file: str, depth: Depth, judging: Judging) -> Drawable:
    from guidelint.cli.tasks import judged, seen_in

    task, kept = _task(file, judging)
    source = input_or_leave(file, task.terms.most_bytes)
    document = document_of(source, task.terms.most_bytes)
    report = _known(task, source, kept) if depth is Depth.FINDINGS and kept else None
    if report is not None and (guideline := _shaped(document)):
        return _drawn_with_errors(document, report, guideline)
    report, _ = judged(document, task, seen_in(task, source), kept, Ticker(), task.terms.rules)
    if report.is_stopped:
        raise KeyboardInterrupt
    return _drawn_with_errors(document, report)


def _task(file: str, judging: Judging) -> tuple[Task, Verdicts | None]:
    """As `guidelint check` judges the file, and keeps that. Raises Unusable where settings cannot be used."""
    from guidelint.cli.baselines import Baselines
    from guidelint.cli.judging import terms_of
    from guidelint.cli.keeping import kept
    from guidelint.cli.settings import usable
    from guidelint.cli.tasks import Task

    name = "<stdin>" if file == "-" else file
    with usable():
        settings = judging.settings_for(name)
        choices = settings.choices_for(Path(name).absolute())
        task = Task(file, name, True, terms_of(settings, choices, date.today(), name, Baselines()))
    return task, kept(settings) if judging.is_cached else None


def _known(task: Task, source: Input, kept: Verdicts) -> FileReport | None:
    from guidelint.cli.tasks import known
    from guidelint.file_report import FileReport

    outcome = known(task, source, kept)
    return outcome.told if outcome and isinstance(outcome.told, FileReport) else None


def _shaped(document: Document) -> Guideline | None:
    if not document.is_readable or judge_shape(document).findings:
        return None
    return build_guideline(document.data)


def _drawn_with_errors(document: Document, report: FileReport, guideline: Guideline | None = None) -> Drawable:
    from guidelint.cli.loading import note_errors

    drawn = guideline or report.guideline or _leave(document)
    note_errors(report, "drawn")
    return Drawable(drawn, report)


def _leave(document: Document) -> NoReturn:
    from guidelint.cli.loading import errors_up_to_the_graph, leave

    leave(errors_up_to_the_graph(document), "nothing drawn")
