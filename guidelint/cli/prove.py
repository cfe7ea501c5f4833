"""`guidelint prove`: every decision, constraint and contraindication, one line each."""

from __future__ import annotations

import sys
from collections import Counter
from time import perf_counter

import click

from guidelint.cli.loading import load_sound_guideline
from guidelint.cli.options import colour_option, time_limit_options
from guidelint.cli.progress import Ticker
from guidelint.cli.prove_text import (
    answer_in_words,
    claim_in_words,
    cost_in_words,
    grounds_in_words,
    totals_in_words,
)
from guidelint.logic import Answer, Budget, ClaimKind, Logic, NotDecided, Proved, Refuted, answer, claims
from guidelint.reporters.style import Style
from guidelint.rules.safety.constraint_vacuous import constraint_vacuous

EPILOG = """\b
Examples:
  guidelint prove guideline/neck-spasm.yaml
  guidelint prove --explain-proof guideline/neck-spasm.yaml
  guidelint prove --time-limit 60 --time-limit-total 600 large.yaml

Exit codes: 0 all proved, 1 something is refuted or not decided, 2 not judged, and under --strict not decided,
130 stopped."""


@click.command("prove", epilog=EPILOG)
@click.argument("file")
@click.option("--explain-proof", is_flag=True, help="Name the branches and assumptions that each proof rests on.")
@time_limit_options
@click.option("--strict", is_flag=True, help="Exit with 2, and not 1, where something is not decided.")
@colour_option
def command(
    file: str, explain_proof: bool, time_limit: float, time_limit_total: float, strict: bool, colour: bool
) -> None:
    """Prove every decision, constraint and contraindication of a guideline, for every patient and every walk.

    A decision is proved if exactly one of its branches matches each patient who comes there. What is refuted is shown
    with the smallest patient for whom it does not hold. FILE may be - for standard input.
    """
    guideline = load_sound_guideline(file, "nothing proved")
    logic = Logic(guideline, Budget(time_limit, time_limit_total, on_question=Ticker()))
    style, found = Style(colour), Counter[type[Answer]]()
    asked = list(claims(logic))
    vacuous = {str(item.place.route[1]): item.message for item in constraint_vacuous.check(logic)}
    try:
        for claim in asked:
            began, places = perf_counter(), logic.places
            verdict = answer(logic, claim)
            found[type(verdict)] += 1
            cost = cost_in_words(perf_counter() - began, logic.places - places)
            click.echo(f"{claim_in_words(claim, verdict, style)} {style.dim(cost)}", color=colour)
            lines = list(answer_in_words(logic, claim, verdict))
            if isinstance(verdict, Proved) and claim.kind is ClaimKind.CONSTRAINT and claim.name in vacuous:
                lines.append(f"vacuous: {vacuous[claim.name]}")
            if explain_proof and isinstance(verdict, Proved):
                lines += grounds_in_words(logic, claim)
            for line in lines:
                click.echo(f"    {line}", color=colour)
            sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo(f"stopped: {sum(found.values())} of {len(asked)} settled", err=True)
        sys.exit(130)
    click.echo(totals_in_words(found, len(asked)))
    sys.exit(_exit_code(found, strict))


def _exit_code(found: Counter[type[Answer]], strict: bool) -> int:
    if strict and found[NotDecided]:
        return 2
    return 1 if found[Refuted] or found[NotDecided] else 0
