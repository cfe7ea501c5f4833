"""`guidelint explain`: a rule's page in the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from guidelint.cli.completing import rules
from guidelint.cli.options import colour_option
from guidelint.cli.setting_options import DOCS_OPTION, FILE_OPTIONS
from guidelint.cli.settings import settings_options
from guidelint.cli.terminal import columns
from guidelint.config import Lookup, UnknownRule, codes_of
from guidelint.handbook import facts_of, text_of
from guidelint.reporters.pages import page_of
from guidelint.reporters.style import Style
from guidelint.rule import Rule

HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```\w*\n(.*?)^```(?:\n|\Z)", re.MULTILINE | re.DOTALL)
PARAGRAPH = re.compile(r"^[^\s#*|>-].*(?:\n[^\s#*|>-].*)*", re.MULTILINE)
"""Lists and tables are none: their lines stay apart."""

EPILOG = """\b
Examples:
  guidelint explain GL201
  guidelint explain unreachable-node
  guidelint explain GL2
  guidelint explain --all"""


@click.command("explain", epilog=EPILOG)
@click.argument("rule", required=False, shell_complete=rules)
@click.option("--all", "wants_all", is_flag=True, help="The pages of all rules.")
@settings_options(*FILE_OPTIONS, DOCS_OPTION)
@colour_option
def command(rule: str | None, wants_all: bool, lookup: Lookup, colour: bool) -> None:
    """Show the page of a RULE: what it finds, how that can harm a patient, and what mends it.

    RULE is a code, a name, or the beginning of a code for several pages at once.
    """
    if wants_all is (rule is not None):
        raise click.UsageError("name a rule, or write --all")
    settings = lookup.of_folder(Path.cwd())
    try:
        codes = codes_of("all" if rule is None else rule, settings.rules)
    except UnknownRule as error:
        raise click.BadParameter(str(error), param_hint="'RULE'") from None
    wanted = [item for item in settings.rules if item.code in codes]
    style = Style(colour, columns())
    for number, item in enumerate(wanted):
        head = "\n".join(_head(item, page_of(settings.value("docs-base"), item), style))
        body = _plain(text_of(item, settings.rules), style)
        click.echo(("\n\n" if number else "") + f"{head}\n\n{body}", color=colour, nl=False)


def _head(rule: Rule[Any], page: str | None, style: Style) -> Iterator[str]:
    mended = f", mended by {' and '.join(rule.fixing.value)}" if rule.fixing.value else ""
    yield f"{style.bold(f'{rule.code} {rule.name}')} ({rule.severity.word}{mended})"
    yield ""
    yield _fitted(rule.summary, style)
    yield ""
    facts = [*facts_of(rule), *([("page", page)] if page else [])]
    widest = max(len(name) for name, _ in facts)
    yield from (f"{name:<{widest}}  {fact.replace('`', '')}" for name, fact in facts)


def _plain(text: str, style: Style) -> str:
    """Markdown as it is read in a terminal."""
    parts = BLOCK.split(text)
    return "".join(_indented(part) if number % 2 else _prose(part, style) for number, part in enumerate(parts))


def _prose(text: str, style: Style) -> str:
    text = PARAGRAPH.sub(lambda paragraph: _fitted(paragraph[0], style), text)
    return HEADING.sub(lambda heading: style.bold(heading[1]), text)


def _fitted(paragraph: str, style: Style) -> str:
    """As it was written where there is room for that."""
    if style.columns is None or max(map(len, paragraph.splitlines())) <= style.columns:
        return paragraph
    return fill(paragraph, style.columns, break_long_words=False, break_on_hyphens=False)


def _indented(block: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())
