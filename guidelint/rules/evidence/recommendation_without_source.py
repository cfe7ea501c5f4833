"""a recommendation that names no source

## What it does

Finds items under `recommend` whose `because` is missing or empty. Only the grounds of the item itself count: those of
its node say why the patient is there.

## Why it can harm a patient

Nobody can check advice that stands on nothing, so a slip of the encoder looks like a finding of medicine.

## Example

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low} # finding: GL501
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## How to fix

Name the statements or references that the advice rests on under `because` of the item. What rests on no source is
best written down as a statement of its own that says so.

## Source

AGREE II, item 12: there is an explicit link between the recommendations and the supporting evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import rule


@rule(Guideline, code="GL501", severity=Severity.ERROR, stops_walks=False)
def recommendation_without_source(guideline: Guideline) -> Iterator[Finding]:
    for node in guideline.recommendations():
        for advice in node.advice:
            if not advice.because:
                elsewhere = "; what stands under `because` of the node does not count for it" if node.because else ""
                yield Finding(
                    f"this recommendation names no source{elsewhere}",
                    at_value((*advice.route, advice.direction.value)),
                    "add `because` to the item, with the statements or references that it rests on",
                )
