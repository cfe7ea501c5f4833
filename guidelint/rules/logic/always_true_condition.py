"""a condition that is true of every patient

## What it does

Finds conditions of branches, criteria, scores, contraindications and constraints that are true of every patient whom
the facts and the assumptions allow, as far as what they read is known. A condition that is so only because it names a
criterion or a score that is reported itself is not reported again.

## Why it can harm a patient

A condition that always holds asks for nothing: a threshold is in the wrong unit, a number has lost its digit, and what
was meant for a few is done to everybody.

## Example

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {any: [fever, {fact: temperature, at-least: 34}]}, then: treat} # finding: GL306
      - {else: wait}
```

## Mended

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {any: [fever, {fact: temperature, at-least: 38}]}, then: treat}
      - {else: wait}
```

## How to fix

Correct the constant or the range. Where it is meant for everybody, leave the condition out.

## Source

MISRA C:2012, rule 14.3: controlling expressions are not invariant. CWE-571: expression is always true.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic
from guidelint.rule import rule
from guidelint.verdicts.constant_conditions import constant_conditions, reasons, whom


@rule(Logic, code="GL306", severity=Severity.WARNING)
def always_true_condition(logic: Logic) -> Iterator[Finding]:
    for written in constant_conditions(logic, truth=True):
        yield Finding(
            f"{written.in_words(logic.guideline)} is true of every patient{whom(logic, written, truth=True)}",
            written.place,
            "correct the part that everybody meets, or leave the condition out where it is meant for everybody",
            related=tuple(reasons(logic, written, truth=True)),
            subject=written.subject,
        )
