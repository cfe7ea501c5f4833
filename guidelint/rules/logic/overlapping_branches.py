"""two branches that match the same patient

## What it does

Finds two branches of a decision that both surely match some patient who comes there. It is an error where they lead to
different advice, and an info where everybody in the overlap is given the same advice to the end, in the same order. A
branch wholly inside another is GL308, and an overlap at a single value GL314.

## Why it can harm a patient

The guideline gives one patient two answers. Two readers take two branches, and a computer takes whichever comes first:
nobody has decided which is right.

## Example

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {if: pain, then: refer} # finding: GL303
      - {else: wait}
```

## Mended

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {not: pain}]}, then: treat}
      - {if: pain, then: refer}
      - {else: wait}
```

## How to fix

Decide which branch the patient shown belongs to, and take such patients out of the other.

## Source

Consistency of decision tables (CODASYL 1982); the hit policy *unique* of DMN.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import Comparison
from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic
from guidelint.rule import rule
from guidelint.verdicts.bounds import bounds_of
from guidelint.verdicts.decisions import (
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    ECHO_OF_AN_UNSATISFIABLE_CONDITION,
    place_of_branch,
    subject,
    terms_behind,
)
from guidelint.verdicts.mends import spelled
from guidelint.verdicts.overlaps import Kind, Overlap, facing_pair, mends_of, overlaps
from guidelint.witness_words import with_witness

ADVICE = {
    Kind.SAME_ADVICE: "with the same advice",
    Kind.DIFFERENT_ADVICE: "with different advice",
    Kind.UNDECIDED: "and whether the advice is the same could not be decided",
}
APART = "decide which branch such patients belong to, and take them out of the other with `not`"


@rule(
    Logic,
    code="GL303",
    severity=Severity.ERROR,
    muted_by={**ECHO_OF_AN_UNSATISFIABLE_CONDITION, **ECHO_OF_A_SUPERFLUOUS_DECISION},
)
def overlapping_branches(logic: Logic) -> Iterator[Finding]:
    for found in overlaps(logic):
        if found.kind in ADVICE:
            yield with_witness(_finding(logic, found), found.witness, logic.guideline, logic.cells)


def _finding(logic: Logic, overlap: Overlap) -> Finding:
    """An info has no subject of its own: a case that fails there is more than its echo."""
    first, second = overlap.branches
    is_harmless = overlap.kind is Kind.SAME_ADVICE
    about = subject(overlap.decision.id)
    return Finding(
        f"this branch and an earlier one match the same patient, {ADVICE[overlap.kind]}",
        place_of_branch(second),
        _help(logic, overlap),
        related=(place_of_branch(first, "also matches"),),
        subject=None if is_harmless else about,
        severity=Severity.INFO if is_harmless else None,
        follows_from=(about, *terms_behind(logic.guideline, overlap.decision)),
    )


def _help(logic: Logic, overlap: Overlap) -> str:
    first, second = overlap.branches
    if first.target == second.target:
        return "join the two conditions with `any`, since both lead to one node"
    conditions = (first.condition, second.condition)
    names = {condition.fact if isinstance(condition, Comparison) else None for condition in conditions}
    bounds = bounds_of(logic.guideline, overlap.decision)
    pair = facing_pair(overlap, list(bounds)) if len(names) == 1 and None not in names else None
    if pair is None:
        return APART
    mends = mends_of(logic, overlap, *pair)
    return f"make the branches exclusive: {spelled(mends)}" if mends else APART
