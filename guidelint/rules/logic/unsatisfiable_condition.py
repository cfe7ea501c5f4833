"""a condition that is true of no patient

## What it does

Finds conditions of branches, criteria, scores, contraindications and constraints that no patient meets whom the facts
and the assumptions allow. A condition that is so only because it names a criterion or a score that is reported itself
is not reported again.

## Why it can harm a patient

A branch that nobody takes, a red flag that nobody shows, a contraindication that never warns: what looks like a
safeguard is none.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120]}
criteria:
  small-child-with-fever:
    label: Fever in a small child
    all: [fever, {fact: age, below: 3}, {fact: age, above: 3}] # finding: GL307
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: small-child-with-fever, then: refer}
      - {if: {all: [fever, {not: small-child-with-fever}]}, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120]}
criteria:
  small-child-with-fever:
    label: Fever in a small child
    all: [fever, {fact: age, below: 3}]
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: small-child-with-fever, then: refer}
      - {if: {all: [fever, {not: small-child-with-fever}]}, then: treat}
      - {else: wait}
```

## How to fix

Correct the parts that exclude each other, the constant, or the range; `any` may have been meant in place of `all`.

## Source

CWE-570: expression is always false. Vacuity in property specification: Beer, Ben-David, Eisner and Rodeh, CAV 1997.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic
from guidelint.rule import rule
from guidelint.verdicts.constant_conditions import constant_conditions, reasons, whom


@rule(Logic, code="GL307", severity=Severity.ERROR)
def unsatisfiable_condition(logic: Logic) -> Iterator[Finding]:
    for written in constant_conditions(logic, truth=False):
        yield Finding(
            f"{written.in_words(logic.guideline)} is true of no patient{whom(logic, written, truth=False)}",
            written.place,
            "correct the parts that exclude each other, or remove the condition",
            related=tuple(reasons(logic, written, truth=False)),
            subject=written.subject,
        )
