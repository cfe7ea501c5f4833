"""Everything that is to be said about one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from guidelint.baseline import Entry
from guidelint.diagnostic import Diagnostic
from guidelint.document import Document
from guidelint.logic import Established, Logic
from guidelint.model import Guideline
from guidelint.set_asides import Crash, SetAside
from guidelint.sound_part import SoundPart


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Rules that did not run, or not to their end, and why; no codes where it is a part of the guideline that all of
    them left out. `is_intended` where that was asked for."""

    codes: tuple[str, ...]
    reason: str
    is_intended: bool = False


@dataclass(frozen=True, slots=True)
class FileReport:
    """Everything that is to be said about one file; `diagnostics` are sorted by place.

    `guideline` is None where the file does not have the shape of one, `sound` where no patient can be walked through
    it, `established` where nothing was proved. `logic` has the answers that were found on the way, for whoever shows
    them, None where there were no proofs. `baselined` is known from a baseline, and `entries` is what that ought
    to have of the file. `overruled` counts what would be set aside, if this were not a run that shows everything.
    """

    document: Document
    guideline: Guideline | None
    diagnostics: tuple[Diagnostic, ...]
    set_aside: tuple[tuple[Diagnostic, SetAside], ...]
    muted: int
    not_judged: tuple[NotJudged, ...]
    crashes: tuple[Crash, ...]
    sound: SoundPart | None = None
    established: Established | None = None
    is_stopped: bool = False
    baselined: tuple[Diagnostic, ...] = ()
    entries: tuple[tuple[Entry, int], ...] = ()
    overruled: int = 0
    logic: Logic | None = field(default=None, compare=False, repr=False)

    @property
    def path(self) -> str:
        return self.document.path
