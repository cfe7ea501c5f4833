"""Everything that one run has to say, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from guidelint.config import Weakened
from guidelint.diagnostic import Diagnostic, Severity
from guidelint.linter import FileReport
from guidelint.reporters.pages import in_terminal, page_of, rule_page
from guidelint.rule import Rule
from guidelint.set_asides import SetAside


class ExitCode(IntEnum):
    CLEAN = 0
    FINDINGS = 1
    NOT_JUDGED = 2
    NOTHING_TO_CHECK = 3


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be opened, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What was not judged of a file, and why: by the rules `codes`, or by none of them where no codes are given.

    It `is_explained` where it was asked for, or where the file has errors that are shown: then nothing hides behind it.
    """

    path: str
    codes: tuple[str, ...]
    reason: str
    is_intended: bool = False
    is_explained: bool = False

    @property
    def words(self) -> str:
        return f"{codes_in_words(self.codes)}: {self.reason}" if self.codes else self.reason


def codes_in_words(codes: tuple[str, ...]) -> str:
    return f"{codes[0]} to {codes[-1]} ({len(codes)} rules)" if len(codes) > 4 else ", ".join(codes)


@dataclass(frozen=True, slots=True)
class BaselineTold:
    """What became of a baseline in this run: `gone` are files that it knows of and that are not there any more.

    `added` and `removed` count findings, where it was updated.
    """

    file: str
    gone: tuple[str, ...] = ()
    is_updated: bool = False
    added: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """`skipped` holds YAML files found in a folder that are no guidelines, `excluded` files that were named and are not
    read all the same, `weakened` what configuration files make less of. Under `shows_all`, neither set-asides nor
    baselines count.

    `fail_level` is the least severity that fails a run, `docs_base` the address below which the rules have their pages,
    if it is known.
    `fixed` counts the findings that were mended in the files, `unwritten` holds those that could not be written.
    Under `with_statistics`, it is asked how often each rule has found something.
    `further` are the rules that do not come with guidelint.
    """

    files: tuple[FileReport, ...]
    unreadable: tuple[Unreadable, ...]
    skipped: tuple[str, ...]
    today: date
    fail_level: Severity = Severity.WARNING
    docs_base: str | None = None
    fixed: int = 0
    unwritten: tuple[Unreadable, ...] = ()
    with_statistics: bool = False
    excluded: tuple[str, ...] = ()
    weakened: tuple[Weakened, ...] = ()
    baselines: tuple[BaselineTold, ...] = ()
    shows_all: bool = False
    further: tuple[Rule[Any], ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """In the order of path, place and code."""
        return tuple(sorted((item for file in self.files for item in file.diagnostics), key=lambda item: item.sort_key))

    @property
    def worst_first(self) -> tuple[Diagnostic, ...]:
        return tuple(sorted(self.diagnostics, key=lambda item: -item.severity))

    @property
    def findings_set_aside(self) -> tuple[tuple[Diagnostic, SetAside], ...]:
        """In the order of path, place and code."""
        found = (pair for file in self.files for pair in file.set_aside)
        return tuple(sorted(found, key=lambda pair: pair[0].sort_key))

    @property
    def suppressed(self) -> tuple[tuple[Diagnostic, SetAside | None], ...]:
        """What is set aside, and by what; by nothing where a baseline knows of it. In the order of path and place."""
        known = ((item, None) for file in self.files for item in file.baselined)
        return tuple(sorted((*self.findings_set_aside, *known), key=lambda pair: pair[0].sort_key))

    @property
    def not_judged(self) -> tuple[Unjudged, ...]:
        unread = (Unjudged(file.path, (), file.reason) for file in self.unreadable)
        return (*unread, *(left for file in self.files for left in _not_judged(file)))

    def page(self, code: str) -> str | None:
        """The address of a rule's page, if that is known."""
        own = {rule.code: page_of(self.docs_base, rule) for rule in self.further}
        return own.get(code) or rule_page(self.docs_base, code)

    def see(self, code: str) -> str:
        """Where a rule's page is read: at its address, or by a command."""
        return f"see: {self.page(code) or in_terminal(code)}"

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for file in self.files for item in file.diagnostics)

    def fixable(self, *, safely: bool) -> int:
        """How many findings have a fix that is safe, or one that is not."""
        patches = (item.patch for file in self.files for item in file.diagnostics)
        return sum(patch is not None and patch.fix.is_safe is safely for patch in patches)

    @property
    def muted(self) -> int:
        return sum(file.muted for file in self.files)

    @property
    def set_aside(self) -> int:
        return sum(len(file.set_aside) for file in self.files)

    @property
    def baselined(self) -> int:
        return sum(len(file.baselined) for file in self.files)

    @property
    def overruled(self) -> int:
        return sum(file.overruled for file in self.files)

    @property
    def is_stopped(self) -> bool:
        return any(file.is_stopped for file in self.files)

    @property
    def is_undecided(self) -> bool:
        """Whether some proof was begun and not brought to its end."""
        return any(item.is_undecided for item in self.diagnostics)

    def exit_code(self, fail_level: Severity, *, allow_empty: bool = False, is_strict: bool = False) -> ExitCode:
        """Under `is_strict`, what is not decided is not judged."""
        if self.unreadable or self.unwritten or self.is_stopped or any(file.crashes for file in self.files):
            return ExitCode.NOT_JUDGED
        if is_strict and self.is_undecided:
            return ExitCode.NOT_JUDGED
        if not self.files:
            return ExitCode.CLEAN if allow_empty else ExitCode.NOTHING_TO_CHECK
        if any(item.severity >= fail_level for item in self.diagnostics) or any(item.gone for item in self.baselines):
            return ExitCode.FINDINGS
        left = (item for file in self.files for item in file.not_judged if not item.is_intended)
        return ExitCode.NOT_JUDGED if any(left) else ExitCode.CLEAN


def _not_judged(file: FileReport) -> Iterator[Unjudged]:
    has_errors = any(item.severity is Severity.ERROR for item in file.diagnostics)
    crashed = {crash.code for crash in file.crashes}
    for left in file.not_judged:
        is_explained = has_errors and not file.is_stopped and crashed.isdisjoint(left.codes)
        yield Unjudged(file.path, left.codes, left.reason, left.is_intended, left.is_intended or is_explained)
