"""a recommendation without strength or certainty

## What it does

Finds items under `recommend` that lack `strength`, `certainty` or both. A source that does not grade its advice is
encoded as `not-graded`, which is an answer.

## Why it can harm a patient

Without them a passing remark of the source and its firmest advice look the same.

## Example

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, because: [S1]} # finding: GL506
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: not-graded, because: [S1]}
```

## How to fix

Take both from the source; where it gives none, write `not-graded`. Nothing is invented.

## Source

GRADE: each recommendation carries its strength and the certainty of its evidence. RIGHT, item 13c.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import rule


@rule(Guideline, code="GL506", severity=Severity.WARNING)
def missing_strength(guideline: Guideline) -> Iterator[Finding]:
    for advice in guideline.advice():
        grades = {"strength": advice.strength, "certainty": advice.certainty}
        missing = [key for key, grade in grades.items() if grade is None]
        if missing:
            yield Finding(
                f"this recommendation has no {' and no '.join(missing)}",
                at_value((*advice.route, advice.direction.value)),
                f"add {' and '.join(f'`{key}`' for key in missing)}; `not-graded` stands for a source that gives none",
            )
