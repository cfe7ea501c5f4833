"""a set-aside without a reason

## What it does

Finds comments and waivers that do not say why. They set aside all the same: this finding stands in the place of the
one that they set aside.

## Why it can harm a patient

A reviewer cannot tell a considered decision from a defect that somebody wanted out of sight.

## Example

```yaml
nodes:
  # guidelint: ignore[GL201] # finding: GL903
  hospital:
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
nodes:
  # guidelint: ignore[GL201] linked in the next version
  hospital:
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## How to fix

Write the reason after the bracket; in a waiver, under `reason`.

## Source

ESLint `require-description`, and the deviations of MISRA Compliance: each one is justified.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Place, Severity
from guidelint.rule import rule
from guidelint.set_asides import Origin, Settled


@rule(Settled, code="GL903", severity=Severity.ERROR)
def set_aside_without_reason(settled: Settled) -> Iterator[Finding]:
    seen: set[Place] = set()
    for item in (judged.set_aside for judged in settled.set_asides):
        if not item.reason and item.whole not in seen:
            seen.add(item.whole)
            is_waiver = item.origin is Origin.WAIVER
            yield Finding(
                "nothing says why this is set aside",
                item.place if is_waiver else item.whole,
                "add `reason` to the waiver" if is_waiver else "write the reason after the bracket",
            )
