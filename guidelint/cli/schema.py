"""`guidelint schema`: the schema for an editor that has no checkout of guidelint at hand."""

from __future__ import annotations

import click

from guidelint.schema import schema_text

EPILOG = """\b
Example:
  guidelint schema > guideline.schema.json

Then put this line on top of a guideline, and an editor completes and explains every key:
  # yaml-language-server: $schema=guideline.schema.json"""


@click.command("schema", epilog=EPILOG)
@click.option(
    "--of",
    type=click.Choice(["guideline", "report", "config"]),
    default="guideline",
    show_default=True,
    help="The guideline format, the output of `check --format json`, or the configuration file.",
)
def command(of: str) -> None:
    """Print the JSON Schema of the format."""
    click.echo(schema_text(f"{of}.schema.json"), nl=False)
