"""`guidelint prove`: every decision, constraint and contraindication, one line each."""

from __future__ import annotations

import sys
from collections import Counter
from time import perf_counter

import click

from guidelint.cli.budget import budget_of
from guidelint.cli.completing import files
from guidelint.cli.loading import load_sound_part
from guidelint.cli.options import colour_option, no_empty_path
from guidelint.cli.prove_text import (
    answer_in_words,
    claim_in_words,
    cost_in_words,
    grounds_in_words,
    left_out_in_words,
    limits_in_words,
    totals_in_words,
)
from guidelint.cli.setting_options import FILE_OPTIONS, PROOF_OPTIONS
from guidelint.cli.settings import settings_options
from guidelint.cli.terminal import columns
from guidelint.config import Lookup
from guidelint.logic import Answer, Logic, NotDecided, Proved, Refuted, answer, claims
from guidelint.reporters import ExitCode
from guidelint.reporters.style import Style
from guidelint.reporters.summary import NOTHING_TO_PROVE
from guidelint.rules.safety.constraint_vacuous import constraint_vacuous

EPILOG = """\b
Examples:
  guidelint prove guideline/neck-spasm.yaml
  guidelint prove --explain-proof guideline/neck-spasm.yaml
  guidelint prove --time-limit 60 --time-limit-total 600 large.yaml

Exit codes: 0 all proved, 1 something is refuted or not decided, 2 not judged, and under --strict not decided,
3 nothing to prove, 130 stopped."""


@click.command("prove", epilog=EPILOG)
@click.argument("file", shell_complete=files, callback=no_empty_path)
@click.option("--explain-proof", is_flag=True, help="Name the branches and assumptions that each proof rests on.")
@settings_options(*FILE_OPTIONS, *PROOF_OPTIONS)
@colour_option
def command(file: str, lookup: Lookup, explain_proof: bool, colour: bool) -> None:
    """Prove every decision, constraint and contraindication of a guideline, for every patient and every walk.

    A decision is proved if exactly one of its branches matches each patient who comes there. What is refuted is shown
    with the smallest patient for whom it does not hold. FILE may be - for standard input.

    Behind each claim stands how long it took, and how many places were looked at: a place is a node at one visit of a
    walk, together with what the claim keeps in mind until there.
    """
    settings = lookup.of_file("<stdin>" if file == "-" else file)
    sound = load_sound_part(file)
    logic = Logic(sound.guideline, budget_of(settings))
    asked, left_out = list(claims(logic)), list(sound.claims_left_out())
    if not asked and not left_out:
        click.echo(NOTHING_TO_PROVE)
        sys.exit(ExitCode.NOTHING_TO_CHECK)
    style, found = Style(colour, columns()), Counter[type[Answer]]()
    vacuous = {str(item.place.route[1]): item.message for item in constraint_vacuous.check(logic)}
    try:
        for claim in asked:
            began, places = perf_counter(), logic.places
            verdict = answer(logic, claim)
            found[type(verdict)] += 1
            cost = cost_in_words(perf_counter() - began, logic.places - places)
            click.echo(claim_in_words(claim, verdict, cost, style), color=colour)
            lines = list(answer_in_words(logic, claim, verdict))
            if isinstance(verdict, Proved):
                lines += limits_in_words(logic, claim, vacuous)
                lines += grounds_in_words(logic, claim) if explain_proof else ()
            for line in (part for whole in lines for part in style.fitted(whole, "    ")):
                click.echo(line, color=colour)
            sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo(f"stopped: {sum(found.values())} of {len(asked)} settled", err=True)
        sys.exit(130)
    for kind, name in left_out:
        click.echo(left_out_in_words(kind, name, style), color=colour)
    click.echo(totals_in_words(found, len(left_out)))
    sys.exit(_exit_code(found, is_whole=not left_out, is_strict=settings.value("strict")))


def _exit_code(found: Counter[type[Answer]], *, is_whole: bool, is_strict: bool) -> ExitCode:
    if not is_whole or (is_strict and found[NotDecided]):
        return ExitCode.NOT_JUDGED
    return ExitCode.FINDINGS if found[Refuted] or found[NotDecided] else ExitCode.CLEAN
