"""`guidelint diagram`: a guideline as the text of a picture."""

from __future__ import annotations

import os
import sys

import click

from guidelint.cli.loading import load_drawable_guideline
from guidelint.cli.output import print_text, why_not_written, write_text
from guidelint.diagrams import ENDINGS, WRITERS
from guidelint.diagrams.mermaid import limits_broken
from guidelint.suggestion import listing

EPILOG = """\b
Examples:
  guidelint diagram guideline/neck-spasm.yaml
  guidelint diagram guideline/neck-spasm.yaml -o neck-spasm.mmd -o neck-spasm.dot
  guidelint diagram guideline/neck-spasm.yaml --format dot | dot -Tsvg > neck-spasm.svg

Exit codes: 0 drawn, 2 nothing drawn, or not all of it."""


@click.command("diagram", epilog=EPILOG)
@click.argument("file")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="NAME",
    help="Where to write, - for standard output; the ending says the format: "
    f"{', '.join(ENDINGS)}. May be given several times.  [default: -]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(WRITERS)),
    help="The format where no ending says it.  [default: mermaid]",
)
def command(file: str, outputs: tuple[str, ...], format_: str | None) -> None:
    """Draw a guideline as Mermaid or DOT text.

    A guideline with errors in its names or its graph is drawn with them. FILE may be - for standard input.
    """
    formats = [(output, _format_of(output, file, format_)) for output in outputs or ("-",)]
    guideline = load_drawable_guideline(file)
    texts = {format_: WRITERS[format_](guideline) for _, format_ in formats}
    for broken in limits_broken(guideline, texts["mermaid"]) if "mermaid" in texts else ():
        click.echo(f"note: {broken}: it will not draw this; take dot", err=True)
    written = [_write(output, texts[format_]) for output, format_ in formats]
    sys.exit(0 if all(written) else 2)


def _format_of(output: str, file: str, asked: str | None) -> str:
    """Raises click.BadParameter where it is not clear, or where the guideline itself would be written over."""
    ending = os.path.splitext(output)[1].lower()
    by_ending = ENDINGS.get(ending) if output != "-" else None
    if output != "-" and file != "-" and os.path.realpath(output) == os.path.realpath(file):
        raise click.BadParameter(f"`{output}` is the guideline itself", param_hint="'-o'")
    if by_ending is not None and asked not in (None, by_ending):
        raise click.BadParameter(f"`{output}` ends as {by_ending} does, but --format says {asked}", param_hint="'-o'")
    if by_ending is None and asked is None and output != "-":
        raise click.BadParameter(
            f"the ending of `{output}` says no format: end it in one of {listing(ENDINGS)}, or add --format",
            param_hint="'-o'",
        )
    return by_ending or asked or "mermaid"


def _write(output: str, text: str) -> bool:
    if output == "-":
        print_text(text)
        return True
    try:
        write_text(output, text)
    except (OSError, ValueError) as error:
        click.echo(f"{output}: {why_not_written(error)}", err=True)
        return False
    return True
