"""The baselines of a run: read before anything is judged, and written when everything is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from guidelint.baseline import BaselineError, Counts, Entry, Files, Known, baseline_text, frozen, read_baseline
from guidelint.cli.output import why_not_written, write_text
from guidelint.config import ConfigError, Settings, shown
from guidelint.file_report import FileReport
from guidelint.reporters.report import BaselineTold
from guidelint.rules import RULES

Command = TypeVar("Command", bound=Callable[..., Any])


def baseline_options(command: Command) -> Command:
    """`--update-baseline` and `--no-set-asides`; `--baseline` is a setting."""
    update = click.option(
        "--update-baseline", is_flag=True, help="Let the baseline know what is found in what is checked, and no more."
    )
    shown_all = click.option(
        "--no-set-asides", is_flag=True, help="Show all that is found: no comment, waiver or baseline counts."
    )
    return update(shown_all(command))


def refuse_beside_update(**given: bool) -> None:
    """A baseline is of what is found in a text as it stands, set-asides counted, and somebody looks at what it is."""
    names = {"unsafe_fixes": "--unsafe-fixes", "all": "--no-set-asides"}
    for name, is_given in given.items():
        if is_given:
            raise click.UsageError(f"--update-baseline cannot stand beside {names.get(name, f'--{name}')}")


@dataclass(slots=True)
class Baselines:
    """`files` holds what each baseline has of each file, `places` where each file that is checked belongs to."""

    is_updated: bool = False
    shows_all: bool = False
    files: dict[Path, Files] = field(default_factory=dict)
    places: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def known_of(self, name: str, settings: Settings) -> Known | None:
        """Of a file, by what it is called in the report. Raises ConfigError."""
        path = settings.baseline
        if self.shows_all or path is None:
            if self.is_updated:
                raise ConfigError(f"{name} has no baseline to be updated: name one with --baseline FILE")
            return None
        if path not in self.files:
            self.files[path] = _read(path, may_be_missing=self.is_updated)
        key = _relative(name, path.parent)
        self.places[name] = (path, key)
        own = self.files[path].get(key)
        entries = frozen(self._renamed(path) if own is None else own)
        return Known(entries, takes_all=self.is_updated, is_strict=own is not None)

    def _renamed(self, path: Path) -> Counts:
        """What there is of files that are gone: one that nothing is known of may be one of them under another name."""
        counts: Counter[Entry] = Counter()
        for file in self._gone(path):
            counts |= Counter(self.files[path][file])
        return counts

    def _gone(self, path: Path) -> tuple[str, ...]:
        return tuple(file for file in sorted(self.files[path]) if not os.path.lexists(path.parent / file))

    def settle(self, reports: Iterable[FileReport]) -> tuple[BaselineTold, ...]:
        """What became of each baseline; writes those that are to be updated, unless the run was stopped before its end.
        Raises ConfigError."""
        reports = list(reports)
        is_written = self.is_updated and not any(report.is_stopped for report in reports)
        found: dict[Path, dict[str, Counts]] = {path: {} for path in self.files}
        for report in reports:
            if report.path in self.places:
                path, key = self.places[report.path]
                found[path][key] = dict(report.entries)
        return tuple(self._settled(path, found[path], is_written=is_written) for path in sorted(self.files))

    def _settled(self, path: Path, found: Mapping[str, Counts], *, is_written: bool) -> BaselineTold:
        """Of what was not checked, all is kept but what is gone."""
        old = self.files[path]
        gone = tuple(file for file in self._gone(path) if file not in found)
        if not is_written:
            return BaselineTold(shown(path), gone)
        new = {**{file: counts for file, counts in old.items() if file not in gone}, **found}
        _write(path, new)
        before, after = _all(old), _all(new)
        return BaselineTold(
            shown(path), is_updated=True, added=(after - before).total(), removed=(before - after).total()
        )


def _relative(name: str, folder: Path) -> str:
    """The same on every machine."""
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(os.path.abspath(name)).as_posix()


def _read(path: Path, *, may_be_missing: bool) -> Files:
    try:
        return read_baseline(path.read_bytes())
    except FileNotFoundError:
        if may_be_missing:
            return {}
        raise ConfigError(f"{shown(path)}: there is no such file; --update-baseline makes it") from None
    except OSError as error:
        raise ConfigError(f"{shown(path)}: the file cannot be read ({error.strerror})") from None
    except BaselineError as error:
        raise ConfigError(f"{shown(path)}: this is no baseline of guidelint: {error}") from None


def _write(path: Path, files: Files) -> None:
    """Whole or not at all, and only where it changes something."""
    text = baseline_text(files, {rule.code: rule.name for rule in RULES})
    try:
        if not path.is_file() or path.read_bytes() != text.encode():
            write_text(str(path), text)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{shown(path)}: {why_not_written(error)}") from None


def _all(files: Files) -> Counter[tuple[str, Entry]]:
    return Counter({(file, entry): count for file, counts in files.items() for entry, count in counts.items()})
