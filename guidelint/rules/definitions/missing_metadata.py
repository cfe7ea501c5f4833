"""a guideline that does not say whose it is, from when, for whom, or on what terms

## What it does

Finds guidelines without `publisher`, `date`, `population`, `audience` or `license`: one finding, which names all that
are missing, since they are mended together.

## Why it can harm a patient

A guideline for adults is followed in children by whoever cannot see that it is for adults. One without a date outlives
its evidence, and one without a publisher has nobody to be told of its mistakes.

## Example

```yaml
population: People with a fever
audience: []
id: fever # finding: GL112
```

## Mended

```yaml
population: People with a fever
audience: [family physicians]
id: fever
```

## How to fix

Add the keys at the top.

## Source

RIGHT statement, items 1 to 5 (basic information, population, end users); AGREE II, items 2, 3 and 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Guideline
from guidelint.rule import rule


@rule(Guideline, code="GL112", severity=Severity.WARNING)
def missing_metadata(guideline: Guideline) -> Iterator[Finding]:
    metadata = guideline.metadata
    wanted = {
        "publisher": metadata.publisher,
        "date": metadata.date,
        "population": metadata.population,
        "audience": metadata.audience,
        "license": metadata.license,
    }
    missing = [f"`{key}`" for key, value in wanted.items() if not "".join(value or ()).strip()]
    if missing:
        what = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
        verb = "is" if len(missing) == 1 else "are"
        yield Finding(f"{what} {verb} missing", at_key(("id",)), f"add {what} at the top")
