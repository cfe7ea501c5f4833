"""A patient from the command line: a case of the guideline, with facts and observations on top."""

from __future__ import annotations

from collections.abc import Sequence

import click

from guidelint.cases import patient_of
from guidelint.cli.facts import facts_from
from guidelint.model import Guideline
from guidelint.suggestion import closest, did_you_mean, listing
from guidelint.walk import Patient


def patient_from(
    guideline: Guideline, case: str | None, given: Sequence[str], visits: Sequence[str], option: str
) -> Patient:
    """Raises click.BadParameter for a case, a fact or a value that cannot be; `option` named the case."""
    start = patient_of(guideline.cases[_case(guideline, case, option)]) if case is not None else Patient()
    facts = {**start.facts, **facts_from(guideline, given, "--given")}
    observed = [facts_from(guideline, visit.split(","), "--visit") for visit in visits]
    known = [dict(visit) for visit in start.visits]
    for index, visit in enumerate(observed):
        known[index : index + 1] = [{**(known[index] if index < len(known) else {}), **visit}]
    return Patient(facts, tuple(known))


def _case(guideline: Guideline, name: str, option: str) -> str:
    if name in guideline.cases:
        return name
    suggestion = closest(name, guideline.cases)
    all_cases = f"the cases are {listing(guideline.cases)}" if guideline.cases else "the guideline has no cases"
    hint = did_you_mean(suggestion) if suggestion else all_cases
    raise click.BadParameter(f"there is no case `{name}`: {hint}", param_hint=f"'{option}'")
