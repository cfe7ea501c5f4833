"""a dose without a unit

## What it does

Finds doses, and ends of an interval of doses, that are bare numbers.

## Why it can harm a patient

500 of what? Between milligrams and micrograms lies a factor of a thousand, and between milligrams and millilitres
whatever the bottle holds.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: paracetamol
        dose: 500 # finding: GL406
        strength: strong
        certainty: high
        course: {max: 5 d}
        because: [S1]
    then: look-again
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: paracetamol
        dose: 500 mg
        strength: strong
        certainty: high
        course: {max: 5 d}
        because: [S1]
    then: look-again
```

## How to fix

Write the unit behind the number, such as `500 mg`; what is counted has a unit too, such as `2 {tablet}`.

## Source

ISMP, list of error-prone abbreviations and dose designations. WHO Guide to Good Prescribing: doses with their units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.quantity import Quantity, spell_number
from guidelint.rule import rule
from guidelint.units import quantities

NUMBERS = r"[\d.,/ –-]+"
"""As a text, such as `1-2` or `0,5`."""


@rule(Guideline, code="GL406", severity=Severity.ERROR, stops_walks=False)
def dose_without_unit(guideline: Guideline) -> Iterator[Finding]:
    for advice in guideline.advice():
        if advice.dose is not None:
            for dose, route in quantities(advice.dose, (*advice.route, "dose")):
                if number := _bare_number(dose):
                    yield Finding(
                        f"the dose {number} has no unit", at_value(route), f"write the unit, such as `{number} mg`"
                    )


def _bare_number(dose: Quantity) -> str | None:
    """A text that is no quantity is kept in place of the unit."""
    if not dose.unit:
        return spell_number(dose.value)
    return dose.unit if re.fullmatch(NUMBERS, dose.unit) else None
