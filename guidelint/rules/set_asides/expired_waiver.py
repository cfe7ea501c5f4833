"""a waiver whose last day has passed

## What it does

Finds waivers whose `until` lies before today. They set nothing aside any more: what they waived is found again.

## Why it can harm a patient

Somebody promised to look again by that day. Nobody has.

## Example

```yaml
waivers:
  - {rule: GL201, at: nodes.hospital, reason: linked in the next version, until: 2026-05-31} # finding: GL904
nodes:
  hospital: # finding: GL201
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
waivers:
  - {rule: GL201, at: nodes.hospital, reason: linked in the next version, until: 2026-06-01}
nodes:
  hospital:
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## How to fix

Mend what was waived and take the waiver out, as `--unsafe-fixes` does; or look again, and give it a later day.

## Source

The design of guidelint: a waiver can expire. Exceptions in security reviews are given a last day for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Severity, at_value
from guidelint.rule import Fixing, rule
from guidelint.set_asides import Outcome, Settled


@rule(Settled, code="GL904", severity=Severity.WARNING, fixing=Fixing.UNSAFELY)
def expired_waiver(settled: Settled) -> Iterator[Finding]:
    for judged in settled.set_asides:
        item = judged.set_aside
        if judged.outcome is Outcome.EXPIRED and item.until is not None:
            yield Finding(
                f"this waiver held until {item.until.isoformat()} and sets nothing aside any more",
                at_value((*item.whole.route, "until")),
                "mend what was waived and take the waiver out, or look again and give it a later day",
                fix=Fix((item.removal,), "take the waiver out"),
            )
