"""a follow-up later than six weeks

## What it does

Finds follow-ups that may come later than six weeks after the visit before. A time in a unit that is none of time is
left to GL106.

## Why it can harm a patient

Our patients are called in by a list that goes back six weeks. Whoever is to come later is on no list.

## Example

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 4 wk, max: 3 mo} # finding: ACME001
    observe: [improved]
    then: better
```

## Mended

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 4 wk, max: 6 wk}
    observe: [improved]
    then: better
```

## How to fix

Let the follow-up come within six weeks, or set the finding aside and say who calls the patient.

## Source

Acme hospitals, recall of outpatients, 2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.quantity import commensurable, convert, is_unit, spell
from guidelint.rule import rule

MOST_WEEKS = 6


@rule(
    Guideline,
    code="ACME001",
    severity=Severity.ERROR,
    stops_walks=False,  # a late visit is a visit: patients can be walked past it, and proofs hold
    since="1.0.0",
    url="https://acme.example/rules/late-follow-up",
)
def late_follow_up(guideline: Guideline) -> Iterator[Finding]:
    for node in guideline.follow_ups():
        latest = node.after.high
        if latest is None or not is_unit(latest.unit) or not commensurable(latest.unit, "wk"):
            continue
        if convert(latest.value, latest.unit, "wk") > MOST_WEEKS:
            yield Finding(
                f"this follow-up may come after {spell(latest)}, and the recall list ends at {MOST_WEEKS} weeks",
                at_value((*node.route, "after", "max")),
                f"let it come within {MOST_WEEKS} weeks, or set this aside and say who calls the patient",
            )
