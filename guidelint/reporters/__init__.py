"""Report → text, by the name of the format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module

from guidelint.reporters.concise import concise
from guidelint.reporters.full import full
from guidelint.reporters.report import ExitCode, Report, Unreadable
from guidelint.reporters.style import PLAIN, Style

FOR_TERMINALS: Mapping[str, Callable[[Report, Style], str]] = {"full": full, "concise": concise}
"""Text that may be coloured and fitted into columns, in whatever encoding a terminal has."""

FOR_PROGRAMS: Mapping[str, str] = {
    "json": "json_report",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
}
"""Text that is the same everywhere, in UTF-8: the module of each, whose function has the same name. It is imported when
it is asked for, since a check at a terminal waits for none of them."""

FORMATS = (*FOR_TERMINALS, *FOR_PROGRAMS)


def render(format_: str, report: Report, style: Style = PLAIN) -> str:
    """The whole report in one format; the style is for terminals."""
    if format_ in FOR_TERMINALS:
        return encodable(FOR_TERMINALS[format_](report, style))
    return encodable(_for_programs(FOR_PROGRAMS[format_])(report))


def _for_programs(name: str) -> Callable[[Report], str]:
    write: Callable[[Report], str] = getattr(import_module(f"guidelint.reporters.{name}"), name)
    return write


def encodable(text: str) -> str:
    """Half a character, which a path or an escape in a text may hold, stands in no file."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


__all__ = ["FORMATS", "FOR_PROGRAMS", "ExitCode", "Report", "Unreadable", "encodable", "render"]
