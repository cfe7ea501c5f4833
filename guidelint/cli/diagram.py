"""`guidelint diagram`: a guideline as a picture."""

from __future__ import annotations

import sys

import click

from guidelint.cli.completing import cases, files
from guidelint.cli.drawable import Judging, load_drawable
from guidelint.cli.options import bundled, no_empty_path
from guidelint.cli.pictures import (
    COLOURED,
    HTML,
    MARKED,
    Asked,
    Subject,
    destination_of,
    refuse_idle_palette,
    write_picture,
)
from guidelint.cli.setting_options import CACHE_OPTION, FILE_OPTIONS, TIME_OPTIONS
from guidelint.diagrams import ENDINGS, FORMATS
from guidelint.diagrams.palette import PALETTES

EPILOG = """\b
Examples:
  guidelint diagram guideline/neck-spasm.yaml -o neck-spasm.svg
  guidelint diagram guideline/neck-spasm.yaml -o review.html -o print.pdf
  guidelint diagram guideline/neck-spasm.yaml --patient refractory-at-first-look -o walk.png
  guidelint diagram fever.yaml --given fever --given age=70 --no-findings -o walk.svg
  guidelint diagram guideline/neck-spasm.yaml --format mermaid > neck-spasm.mmd
  guidelint diagram guideline/neck-spasm.yaml --format dot | dot -Tsvg > neck-spasm.svg

\b
A guideline of more than 60 steps is divided: -o large.svg writes the overview, and each
section beside it as large-SECTION.svg. A PDF has a page for each.

Exit codes: 0 drawn, 2 nothing drawn, not all of it, or a walk that does not use all that is given."""


@click.command("diagram", epilog=EPILOG)
@click.argument("file", shell_complete=files, callback=no_empty_path)
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
    type=click.Choice([*FORMATS, HTML]),
    help="The format where no ending says it.  [default: mermaid]",
)
@click.option("--patient", metavar="CASE", shell_complete=cases, help="Draw the walk of a case of the guideline.")
@click.option(
    "--given",
    multiple=True,
    metavar="FACT[=VALUE]",
    help="Draw the walk of a patient with this fact at the first visit; changes that of --patient.",
)
@click.option(
    "--visit",
    "visits",
    multiple=True,
    metavar="FACT=VALUE,...",
    help="What is observed at the next follow-up; once for each follow-up.",
)
@click.option(
    "--findings/--no-findings",
    default=None,
    help=f"Mark what `guidelint check` finds, or judge nothing.  [default: marked in {', '.join(sorted(MARKED))}]",
)
@click.option(
    "--palette",
    type=click.Choice(list(PALETTES)),
    help=f"The colours of {', '.join(COLOURED)}; print has no grounds that cost ink.  [default: light]",
)
@bundled(Judging, "judging", *FILE_OPTIONS, *TIME_OPTIONS, CACHE_OPTION)
def command(
    file: str,
    outputs: tuple[str, ...],
    format_: str | None,
    patient: str | None,
    given: tuple[str, ...],
    visits: tuple[str, ...],
    findings: bool | None,
    palette: str | None,
    judging: Judging,
) -> None:
    """Draw a guideline: as SVG, PNG, PDF, a review page in HTML, Mermaid or DOT.

    A guideline with errors in its names or its graph is drawn with them. FILE may be - for standard input.
    """
    destinations = [destination_of(output, file, format_) for output in outputs or ("-",)]
    refuse_idle_palette(palette, destinations)
    asked = Asked(patient, given, visits, findings, palette)
    drawable = load_drawable(file, asked.depth([each.format for each in destinations]), judging)
    subject = Subject(drawable.guideline, drawable.report, asked)
    written = [write_picture(destination, subject) for destination in destinations]
    sys.exit(0 if subject.uses_all_given() and all(written) else 2)
