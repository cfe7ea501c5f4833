"""a defect of the source itself

## What it does

Reports statements and references that carry `defect`, with what is written there. It is for the reviewer: a defect of
the source is neither hidden nor repaired silently.

## Why it can harm a patient

Whoever trusts the source trusts its mistakes too. The reviewer decides what the guideline makes of this one.

## Example

```yaml
statements:
  S1: # finding: GL505
    says: Fever is treated with paracetamol for a few days
    cites: [textbook]
    defect: the source says a few days in its text and two weeks in its table
```

## Mended

```yaml
statements:
  S1: {says: Fever is treated with paracetamol for a few days, cites: [textbook]}
```

## How to fix

Have the reviewer decide, and tell the publisher. Once the source is corrected, take `defect` out.

## Source

The design of guidelint: what a source gets wrong is said where it is carried.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Guideline, Reference, Statement
from guidelint.phrases import one_line
from guidelint.rule import rule


@rule(Guideline, code="GL505", severity=Severity.INFO)
def source_defect(guideline: Guideline) -> Iterator[Finding]:
    entries: tuple[Reference | Statement, ...] = (*guideline.references.values(), *guideline.statements.values())
    for entry in entries:
        if entry.defect is not None:
            yield Finding(
                f"the source is at fault here: {one_line(entry.defect)}",
                at_key(entry.route),
                "have the reviewer decide on it, and take `defect` out when the source is corrected",
            )
