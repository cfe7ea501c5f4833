"""Everything that one run has to say, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from guidelint.diagnostic import Diagnostic, Severity
from guidelint.linter import FileReport


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
class Report:
    """`skipped` holds YAML files found in a folder that are no guidelines."""

    files: tuple[FileReport, ...]
    unreadable: tuple[Unreadable, ...]
    skipped: tuple[str, ...]
    today: date

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """In the order of path, place and code."""
        return tuple(sorted((item for file in self.files for item in file.diagnostics), key=lambda item: item.sort_key))

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for file in self.files for item in file.diagnostics)

    @property
    def muted(self) -> int:
        return sum(file.muted for file in self.files)

    @property
    def set_aside(self) -> int:
        return sum(len(file.set_aside) for file in self.files)

    @property
    def is_stopped(self) -> bool:
        return any(file.is_stopped for file in self.files)

    @property
    def is_undecided(self) -> bool:
        """Whether some proof was begun and not brought to its end."""
        return any(item.is_undecided for item in self.diagnostics)

    def exit_code(self, fail_level: Severity, *, allow_empty: bool = False, is_strict: bool = False) -> ExitCode:
        """Under `is_strict`, what is not decided is not judged."""
        if self.unreadable or self.is_stopped or any(file.crashes for file in self.files):
            return ExitCode.NOT_JUDGED
        if is_strict and self.is_undecided:
            return ExitCode.NOT_JUDGED
        if not self.files:
            return ExitCode.CLEAN if allow_empty else ExitCode.NOTHING_TO_CHECK
        if any(item.severity >= fail_level for item in self.diagnostics):
            return ExitCode.FINDINGS
        left = (item for file in self.files for item in file.not_judged if not item.is_intended)
        return ExitCode.NOT_JUDGED if any(left) else ExitCode.CLEAN
