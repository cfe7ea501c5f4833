"""`guidelint rules`: all rules, as a table, as JSON, or as their pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from guidelint import __version__
from guidelint.cli.options import colour_option
from guidelint.cli.output import why_not_written, write_bytes
from guidelint.cli.setting_options import DOCS_OPTION, FILE_OPTIONS
from guidelint.cli.settings import settings_options
from guidelint.config import Lookup
from guidelint.reporters.pages import page_of
from guidelint.reporters.style import Style
from guidelint.rule import Fixing, Rule

EPILOG = """\b
Examples:
  guidelint rules
  guidelint rules --format json
  guidelint rules --pages docs/rules"""


MENDED = {Fixing.NEVER: "", Fixing.SAFELY: "fix", Fixing.UNSAFELY: "unsafe", Fixing.EITHER: "fix"}
"""Whether some findings have a fix, and whether all of these are unsafe."""


@click.command("rules", epilog=EPILOG)
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--pages", "folder", metavar="FOLDER", help="Write the page of every rule, and an index, into a folder.")
@settings_options(*FILE_OPTIONS, DOCS_OPTION)
@colour_option
def command(format_: str, folder: str | None, lookup: Lookup, colour: bool) -> None:
    """List all rules.

    `fix` stands with those of which --fix mends some findings, `unsafe` where only --unsafe-fixes does.
    """
    settings = lookup.of_folder(Path.cwd())
    if folder is not None:
        sys.exit(_write_pages(settings.rules, Path(folder)))
    rows = _json(settings.rules, settings.value("docs-base")) if format_ == "json" else None
    click.echo(rows or _table(settings.rules, Style(colour)), color=colour)


def _table(rules: Sequence[Rule[Any]], style: Style) -> str:
    widest = max(len(rule.name) for rule in rules), max(len(rule.code) for rule in rules)
    return "\n".join(_row(rule, *widest, style) for rule in rules)


def _row(rule: Rule[Any], name: int, code: int, style: Style) -> str:
    level = rule.severity.word if rule.is_default else "off"
    severity = style.severity(rule.severity, f"{level:<7}")
    shown = style.bold(f"{rule.code:<{code}}")
    return f"{shown}  {rule.name:<{name}}  {severity}  {MENDED[rule.fixing]:<6}  {rule.summary}"


def _json(rules: Sequence[Rule[Any]], docs_base: str | None) -> str:
    found = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": rule.family,
            "package": rule.package,
            "since": rule.since,
            "summary": rule.summary,
            "severity": rule.severity.word,
            "confidence": rule.confidence.value,
            "status": rule.status.value,
            "default": rule.is_default,
            "fixable": rule.fixing is not Fixing.NEVER,
            "fixes": list(rule.fixing.value),
            "url": page_of(docs_base, rule),
            "documentation": rule.documentation.strip(),
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "guidelint": __version__, "rules": found}, ensure_ascii=False, indent=2)


def _write_pages(rules: Sequence[Rule[Any]], folder: Path) -> int:
    """The exit code."""
    from guidelint.handbook import pages

    written = pages(rules)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            write_bytes(str(folder / name), text.encode())
    except OSError as error:
        click.echo(f"{folder}: {why_not_written(error)}", err=True)
        return 2
    click.echo(f"{len(written):,} pages written", err=True)
    return 0
