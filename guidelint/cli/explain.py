"""`guidelint explain`: a rule's page in the terminal."""

from __future__ import annotations

import re

import click

from guidelint.cli.completing import rules
from guidelint.cli.options import colour_option, rule_codes
from guidelint.reporters.style import Style
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
    pages = (
        _page(item.code, item.name, item.severity.word, item.documentation, style)
        for item in RULES
        if item.code in codes
    )
    click.echo("\n\n".join(pages), color=colour)


def _page(code: str, name: str, severity: str, documentation: str, style: Style) -> str:
    body = re.sub(r"^## (.+)$", lambda heading: style.bold(heading[1]), documentation.strip(), flags=re.MULTILINE)
    body = re.sub(r"^```(?:yaml)?\n(.*?)^```$", lambda block: _indented(block[1]), body, flags=re.MULTILINE | re.DOTALL)
    return f"{style.bold(f'{code} {name}')} ({severity})\n\n{body}"


def _indented(block: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())
