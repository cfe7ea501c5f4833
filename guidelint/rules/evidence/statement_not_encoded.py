"""a statement of the source that nothing in the guideline rests on

## What it does

Finds statements that no `because` names: not of a node, a recommendation, a fact, a criterion, a constraint or any
other part. That another statement names it does not count, since no patient ever meets a statement.

## Why it can harm a patient

What the source says, perhaps a limit or an exception, was written down and then forgotten on the way into the
guideline.

## Example

```yaml
statements:
  S2: {says: Paracetamol is never given for more than five days, cites: [textbook]} # finding: GL502
```

## Mended

```yaml
statements:
  S2: {says: Paracetamol is never given for more than five days, cites: [textbook]}
constraints:
  five-days: {total: {recommend: paracetamol}, at-most: 5 d, because: [S2]}
```

## How to fix

Name the statement under `because` where the guideline carries it, or encode it first. What is not meant to be encoded
does not belong under `statements`.

## Source

WHO SMART Guidelines: every statement of the narrative guideline is traced into the computable one, and back.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Guideline, Reference, Statement
from guidelint.names import Namespace
from guidelint.rule import Muting, rule


@rule(Guideline, code="GL502", severity=Severity.WARNING, muted_by={"GL102": Muting.SAME_SUBJECT})
def statement_not_encoded(guideline: Guideline) -> Iterator[Finding]:
    carriers = (entry for entry in guideline.entries() if not isinstance(entry, (Statement, Reference)))
    carried = {name for entry in carriers for name in entry.because}
    for statement in guideline.statements.values():
        if statement.id not in carried:
            yield Finding(
                "no part of the guideline rests on this statement",
                at_key(statement.route),
                "name it under `because` where the guideline carries it, or take it out",
                subject=f"{Namespace.GROUND.definitions}/{statement.id}",
            )
