"""assumptions that no patient meets

## What it does

Finds assumptions that together leave no patient at all, and names a smallest set of them that does so: without any one
of those named there would be patients.

## Why it can harm a patient

Assumptions take impossible patients out of every proof. Where they take out everybody, each proof succeeds and nothing
has been looked at.

## Example

```yaml
facts:
  infant: {label: Infant, type: boolean, default: false}
  adult: {label: Adult, type: boolean, default: false}
assumptions: # finding: GL311
  - {any: [infant, adult]}
  - {if: infant, then: adult}
  - {not: adult}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, infant]}, then: refer}
      - {if: {all: [fever, adult]}, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  infant: {label: Infant, type: boolean, default: false}
  adult: {label: Adult, type: boolean, default: false}
assumptions:
  - {if: infant, then: {not: adult}}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, infant]}, then: refer}
      - {if: {all: [fever, adult]}, then: treat}
      - {else: wait}
```

## How to fix

Correct or remove one of the assumptions that are named.

## Source

Minimal unsatisfiable cores. Vacuous proofs: SPARK and Dafny warn of contradictory preconditions.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.logic import Logic, Refuted
from guidelint.rule import rule
from guidelint.verdicts.assumptions import to_blame


@rule(Logic, code="GL311", severity=Severity.ERROR)
def impossible_assumptions(logic: Logic) -> Iterator[Finding]:
    if not isinstance(logic.has_patients(), Refuted):
        return
    blamed = to_blame(logic, lambda other: isinstance(other.has_patients(), Refuted))
    note = "this alone excludes everybody" if len(blamed) == 1 else "without this one there would be patients"
    yield Finding(
        "no patient meets all of these assumptions, so that nothing can be proved",
        at_key(("assumptions",)),
        "correct or remove one of the assumptions that exclude each other",
        related=tuple(at_value(assumption.route, note) for assumption in blamed),
        subject="assumptions",
    )
