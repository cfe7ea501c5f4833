"""`guidelint explain`: a rule's page in the terminal."""

from __future__ import annotations

import re
from typing import Any

import click

from guidelint.cli.completing import rules
from guidelint.cli.options import colour_option, rule_codes
from guidelint.reporters.style import Style
from guidelint.rule import Rule
from guidelint.rules import RULES

EPILOG = """\b
Examples:
  guidelint explain GL201
  guidelint explain unreachable-node
  guidelint explain GL2"""


@click.command("explain", epilog=EPILOG)
@click.argument("rule", shell_complete=rules)
@colour_option
def command(rule: str, colour: bool) -> None:
    """Show the page of a RULE: what it finds, how that can harm a patient, and what mends it.

    RULE is a code, a name, or the beginning of a code for several pages at once.
    """
    codes = rule_codes([rule], "RULE")
    style = Style(colour)
    click.echo("\n\n".join(_page(item, style) for item in RULES if item.code in codes), color=colour)


def _page(rule: Rule[Any], style: Style) -> str:
    text = rule.documentation.strip()
    body = re.sub(r"^## (.+)$", lambda heading: style.bold(heading[1]), text, flags=re.MULTILINE)
    body = re.sub(r"^```(?:yaml)?\n(.*?)^```$", lambda block: _indented(block[1]), body, flags=re.MULTILINE | re.DOTALL)
    mended = f", mended by {' and '.join(rule.fixing.value)}" if rule.fixing.value else ""
    return f"{style.bold(f'{rule.code} {rule.name}')} ({rule.severity.word}{mended})\n\n{body}"


def _indented(block: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())
