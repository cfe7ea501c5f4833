"""`guidelint walk`: one patient's way through a guideline."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from guidelint.cases import visit_observing
from guidelint.cli.completing import cases, files
from guidelint.cli.facts import default_in_words, value_from
from guidelint.cli.loading import load_sound_guideline
from guidelint.cli.options import colour_option, no_empty_path
from guidelint.cli.patients import patient_from
from guidelint.cli.walk_text import ending_in_words, misfits, walk_in_words
from guidelint.condition import ValueOrNot
from guidelint.model import Guideline
from guidelint.reporters.style import Style
from guidelint.walk import Ended, Patient, Question, Walk, walk
from guidelint.wording import question_in_words

EPILOG = """\b
Examples:
  guidelint walk guideline/neck-spasm.yaml --case refractory-at-first-look
  guidelint walk fever.yaml --given fever --given age=70 --visit improved=true
  guidelint walk fever.yaml --given "weight=70 kg" --given allergy=unknown
  guidelint walk fever.yaml --ask

Exit codes: 0 the walk ends in a recommendation, 1 in a gap or an overlap, 2 it cannot be walked as it is given."""


@click.command("walk", epilog=EPILOG)
@click.argument("file", shell_complete=files, callback=no_empty_path)
@click.option(
    "--case",
    metavar="CASE",
    shell_complete=cases,
    help="Walk a case of the guideline; --given and --visit change it.",
)
@click.option(
    "--given", multiple=True, metavar="FACT[=VALUE]", help="A fact at the first visit; without a value: true."
)
@click.option(
    "--visit",
    "visits",
    multiple=True,
    metavar="FACT=VALUE,...",
    help="What is observed at the next follow-up; once for each follow-up.",
)
@click.option("--ask", is_flag=True, help="Ask for every fact that the walk needs, in place of taking its default.")
@colour_option
def command(
    file: str, case: str | None, given: tuple[str, ...], visits: tuple[str, ...], ask: bool, colour: bool
) -> None:
    """Walk one patient through a guideline: the way, the reasons, the advice and its sources.

    Facts that are not given have their defaults. FILE may be - for standard input.
    """
    guideline = load_sound_guideline(file)
    patient = patient_from(guideline, case, given, visits, "--case")
    walked = _ask(guideline, patient) if ask else walk(guideline, patient)
    click.echo(walk_in_words(guideline, walked, Style(colour)), color=colour)
    click.echo(ending_in_words(guideline, walked), color=colour)
    problems = list(misfits(guideline, patient, walked))
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(2 if problems else _exit_code(walked))


def _exit_code(walked: Walk) -> int:
    if isinstance(walked.ending, Ended):
        return 0
    return 2 if isinstance(walked.ending, Question) else 1


def _ask(guideline: Guideline, patient: Patient) -> Walk:
    """Walks on from question to question; a default is what Enter answers."""
    bare = replace(guideline, facts={name: replace(fact, default=None) for name, fact in guideline.facts.items()})
    while True:
        walked = walk(bare, patient)
        if not isinstance(walked.ending, Question):
            return walked
        name = walked.ending.facts[0]
        fact = guideline.facts[name]
        answer = click.prompt(
            question_in_words(fact, len(walked.visits)),
            default=default_in_words(fact),
            value_proc=lambda text, fact=fact: value_from(fact, text),
            err=True,
        )
        patient = _with_answer(guideline, patient, walked, name, answer)


def _with_answer(guideline: Guideline, patient: Patient, walked: Walk, name: str, answer: ValueOrNot) -> Patient:
    """The answer belongs to the last follow-up passed that observes the fact; to the first visit if there is none."""
    observed = visit_observing(guideline, walked, name)
    if observed is None:
        return Patient({**patient.facts, name: answer}, patient.visits)
    visits = [dict(visit) for visit in patient.visits]
    visits += ({} for _ in range(observed + 1 - len(visits)))
    visits[observed][name] = answer
    return Patient(patient.facts, tuple(visits))
