"""a guideline in use that nobody has approved

## What it does

Finds guidelines with `status: active` and without a day of approval.

## Why it can harm a patient

What is active is acted upon. Without an approval nobody has answered for this version before it reaches patients.

## Example

```yaml
status: active # finding: GL109
```

## Mended

```yaml
status: active
approved: 2026-02-01
```

## How to fix

Add `approved` with the day on which the publisher approved this version, or take the status back to `draft`,
as `--unsafe-fixes` does.

## Source

FHIR: `status` and `approvalDate` of PlanDefinition.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Rename, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import Fixing, rule


@rule(Guideline, code="GL109", severity=Severity.WARNING, fixing=Fixing.UNSAFELY)
def active_without_approval(guideline: Guideline) -> Iterator[Finding]:
    if guideline.metadata.status == "active" and guideline.metadata.approved is None:
        place = at_value(("status",))
        yield Finding(
            "the guideline is active, and no day of approval is given",
            place,
            "add `approved` with the day of approval, or write `status: draft`",
            fix=Fix((Rename(place, "draft"),), "write `draft`"),
        )
