"""a branch that lies wholly inside another one

## What it does

Finds branches of which everybody who matches them, on whatever way they come, also matches one other branch of the
same decision. Where two branches match the same patients, the later one is pointed at.

## Why it can harm a patient

Every patient of the branch is given two answers. Often it is the exception that was meant: the wide branch was to be
for all the others.

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
      - {if: {all: [fever, pain]}, then: refer} # finding: GL308
      - {if: fever, then: treat}
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
      - {if: {all: [fever, pain]}, then: refer}
      - {if: {all: [fever, {not: pain}]}, then: treat}
      - {else: wait}
```

## How to fix

If the branch is an exception, take its patients out of the wider one; the order of the branches does not do that. If it
says nothing new, delete it.

## Source

Redundancy in decision tables (CODASYL 1982); masked rules in the verification of DMN tables (Calvanese et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic, Proved
from guidelint.rule import rule
from guidelint.verdicts.decisions import (
    ECHO_OF_A_CONDITION,
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    place_of_branch,
    subject,
    terms_behind,
)
from guidelint.verdicts.overlaps import Overlap, overlaps
from guidelint.witness_words import with_witness


@rule(
    Logic,
    code="GL308",
    severity=Severity.WARNING,
    muted_by={**ECHO_OF_A_CONDITION, **ECHO_OF_A_SUPERFLUOUS_DECISION},
)
def shadowed_branch(logic: Logic) -> Iterator[Finding]:
    for group in _by_inner_branch(overlaps(logic)):
        yield with_witness(_finding(logic, group), group[0].witness, logic.guideline, logic.cells)


def _by_inner_branch(found: Iterator[Overlap]) -> list[list[Overlap]]:
    groups: dict[tuple[str, int], list[Overlap]] = {}
    for overlap in found:
        if overlap.inner is not None:
            groups.setdefault((overlap.decision.id, overlap.inner), []).append(overlap)
    return list(groups.values())


def _finding(logic: Logic, group: Sequence[Overlap]) -> Finding:
    decision, inner = group[0].decision, group[0].inner or 0
    wider = (decision.branches[item.first if item.first != inner else item.second] for item in group)
    is_same = all(isinstance(logic.same_advice(decision.id, item.first, item.second), Proved) for item in group)
    return Finding(
        "whoever matches this branch matches another one too",
        place_of_branch(decision.branches[inner]),
        "take these patients out of the wider branch, or delete this one if it says nothing new",
        related=tuple(place_of_branch(branch, "the wider branch") for branch in wider),
        subject=subject(decision.id),
        severity=None if is_same else Severity.ERROR,
        follows_from=terms_behind(logic.guideline, decision),
    )
