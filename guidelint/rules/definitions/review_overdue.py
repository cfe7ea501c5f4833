"""a guideline that should have been reviewed by now

## What it does

Finds guidelines whose day in `review-by` is over. It is the one rule on the shape of a guideline that depends on the
day of the run, so it is off unless it is selected; retired guidelines are spared.

## Why it can harm a patient

Evidence moves on. What was right when the guideline was written may have been withdrawn since.

## Example

```yaml
review-by: 2026-05-31 # finding: GL110
```

## Mended

```yaml
review-by: 2028-05-31
```

## How to fix

Review the guideline and set the next day, or retire it.

## Source

AGREE II, item 14: a procedure for updating the guideline is provided. FHIR: `lastReviewDate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guidelint.dated import DatedGuideline
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.rule import rule


@rule(DatedGuideline, code="GL110", severity=Severity.WARNING, is_default=False)
def review_overdue(dated: DatedGuideline) -> Iterator[Finding]:
    metadata = dated.guideline.metadata
    if metadata.review_by is None or metadata.status == "retired":
        return
    if date.fromisoformat(metadata.review_by) < dated.today:
        yield Finding(
            f"the guideline was to be reviewed by {metadata.review_by}",
            at_value(("review-by",)),
            "review it and set the next day, or write `status: retired`",
        )
