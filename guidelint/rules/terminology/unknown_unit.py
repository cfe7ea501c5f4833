"""a unit that UCUM does not know

## What it does

Finds units outside UCUM, in its case-sensitive form, wherever a unit can stand: facts, constants of conditions,
courses, doses, intervals, follow-ups, constraints and cases.

## Why it can harm a patient

What is not a unit cannot be converted: a limit is then compared with nothing, or with a number in another unit.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 1 week}, because: [S1]} # finding: GL703
    then: look-again
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 1 wk}, because: [S1]}
    then: look-again
```

## How to fix

Write the UCUM code: `min`, `h`, `d`, `wk`, `mo`, `a` for times, `mm[Hg]` for blood pressure, `Cel` for degrees
Celsius. What is counted stands in braces: `2 {tablet}`.

## Source

The Unified Code for Units of Measure, version 2.2, which FHIR asks for in quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.quantity import is_unit, meant_unit
from guidelint.rule import rule
from guidelint.suggestion import did_you_mean
from guidelint.units import units


@rule(Guideline, code="GL703", severity=Severity.ERROR)
def unknown_unit(guideline: Guideline) -> Iterator[Finding]:
    for unit, route in units(guideline):
        if not is_unit(unit):
            yield Finding(f"`{unit}` is no unit of UCUM", at_value(route), _help(unit))


def _help(unit: str) -> str:
    lower = unit.lower()
    meant = meant_unit(unit) or meant_unit(lower) or (lower if is_unit(lower) else None)
    if meant is not None:
        return did_you_mean(meant)
    if re.fullmatch("[A-Za-z]{3,}", unit):
        return f"take a unit such as d, wk, mg or mL; for something that is counted write `{{{unit}}}`"
    return "take a unit such as d, wk, mg or mL"
