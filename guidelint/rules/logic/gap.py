"""a decision that leaves some patient without a branch

## What it does

Finds decisions without `else` that some patient comes to for whom every branch surely does not match. Every patient
whom the facts and the assumptions allow is looked at, and every walk that leads there. Where only a single value is
left out, or what lies between two numbers as they are written, GL313 speaks; where a fact is unknown, GL302.

## Why it can harm a patient

For this patient the guideline has no answer. Whoever applies it is left alone, or takes the branch that looks nearest.

## Example

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches: # finding: GL301
      - {if: fever, then: treat}
      - {if: {all: [{not: fever}, {not: pain}]}, then: wait}
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
      - {if: fever, then: treat}
      - {if: {all: [{not: fever}, {not: pain}]}, then: wait}
      - {if: {all: [{not: fever}, pain]}, then: refer}
```

## How to fix

Decide what is to be done with the patient shown, and add a branch for such patients, or widen one that is there. An
`else` takes all that is left, and so it must be right for all of them.

## Source

Completeness of decision tables (CODASYL 1982; GLIA, decidability and completeness).
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Cube, Logic
from guidelint.rule import rule
from guidelint.verdicts.decisions import subject
from guidelint.verdicts.gaps import Gap, gaps
from guidelint.witness_words import cube_in_words, with_witness

LONGEST_REGION = 3
"""Facts of a condition that is still read at a glance."""


@rule(Logic, code="GL301", severity=Severity.ERROR, strands_patients=True)
def gap(logic: Logic) -> Iterator[Finding]:
    for found in gaps(logic):
        if found.boundary is None:
            finding = Finding(
                "no branch matches this patient",
                at_key((*found.decision.route, "branches")),
                _help(logic, found),
                subject=subject(found.decision.id),
            )
            yield with_witness(finding, found.witness, logic.guideline, logic.cells)


def _help(logic: Logic, gap: Gap) -> str:
    missing = _missing(logic, gap)
    if missing is None or not 0 < len(missing.cells) <= LONGEST_REGION:
        return "add a branch for such patients, or `else` for all who are left"
    return f"add a branch for {cube_in_words(missing, logic.guideline, logic.cells)}, or `else` for all who are left"


def _missing(logic: Logic, gap: Gap) -> Cube | None:
    """All who have no branch, if it takes one condition on what the decision reads at that visit."""
    if not gap.witness.is_whole_region or len(gap.witness.region) != 1:
        return None
    read = frozenset[str]().union(*(formula.facts for formula in logic.nothing_matches(gap.decision.id)))
    cells = [each for each in gap.witness.region[0].cells if each[0] in read]
    last = len(gap.witness.walk.visits)
    if any(logic.guideline.facts[fact].is_observed and visit != last for fact, visit, _ in cells):
        return None
    return Cube(tuple((fact, 1, found) for fact, _, found in cells))
