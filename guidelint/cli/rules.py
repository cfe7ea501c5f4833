"""`guidelint rules`: all rules, as a table or as JSON."""

from __future__ import annotations

import json
from typing import Any

import click

from guidelint.cli.options import colour_option
from guidelint.reporters.style import Style
from guidelint.rule import Fixing, Rule
from guidelint.rules import RULES

EPILOG = """\b
Examples:
  guidelint rules
  guidelint rules --format json"""


MENDED = {Fixing.NEVER: "", Fixing.SAFELY: "fix", Fixing.UNSAFELY: "unsafe", Fixing.EITHER: "fix"}
"""Whether some findings have a fix, and whether all of these are unsafe."""


@click.command("rules", epilog=EPILOG)
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@colour_option
def command(format_: str, colour: bool) -> None:
    """List all rules.

    `fix` stands with those of which --fix mends some findings, `unsafe` where only --unsafe-fixes does.
    """
    click.echo(_json() if format_ == "json" else _table(Style(colour)), color=colour)


def _table(style: Style) -> str:
    widest = max(len(rule.name) for rule in RULES)
    return "\n".join(_row(rule, widest, style) for rule in RULES)


def _row(rule: Rule[Any], widest: int, style: Style) -> str:
    level = rule.severity.word if rule.is_default else "off"
    severity = style.severity(rule.severity, f"{level:<7}")
    return f"{style.bold(rule.code)}  {rule.name:<{widest}}  {severity}  {MENDED[rule.fixing]:<6}  {rule.summary}"


def _json() -> str:
    content = [
        {
            "code": rule.code,
            "name": rule.name,
            "summary": rule.summary,
            "severity": rule.severity.word,
            "confidence": rule.confidence.value,
            "status": rule.status.value,
            "default": rule.is_default,
            "fixes": list(rule.fixing.value),
            "documentation": rule.documentation.strip(),
        }
        for rule in RULES
    ]
    return json.dumps(content, ensure_ascii=False, indent=2)
