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
Celsius. What is counted stands in braces: `2 {tablet}`. `--fix` writes the code of a unit that can be no other one;
`--unsafe-fixes` takes capitals for small letters too.

## Source

The Unified Code for Units of Measure, version 2.2, which FHIR asks for in quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Place, Respell, Severity, at_value
from guidelint.model import Guideline
from guidelint.quantity import is_unit, meant_unit
from guidelint.rule import Fixing, rule
from guidelint.suggestion import did_you_mean
from guidelint.units import units


@rule(Guideline, code="GL703", severity=Severity.ERROR, fixing=Fixing.EITHER)
def unknown_unit(guideline: Guideline) -> Iterator[Finding]:
    for unit, route in units(guideline):
        if not is_unit(unit):
            meant, place = _meant(unit), at_value(route)
            fix = None if meant is None else _fix(place, unit, meant)
            yield Finding(f"`{unit}` is no unit of UCUM", place, _help(unit, meant), fix=fix)


def _meant(unit: str) -> str | None:
    lower = unit.lower()
    return meant_unit(unit) or meant_unit(lower) or (lower if is_unit(lower) else None)


def _fix(place: Place, unit: str, meant: str) -> Fix:
    return Fix((Respell(place, unit, meant),), f"write `{meant}`", is_safe=meant_unit(unit) == meant)


def _help(unit: str, meant: str | None) -> str:
    if meant is not None:
        return did_you_mean(meant)
    if re.fullmatch("[A-Za-z]{3,}", unit):
        return f"take a unit such as d, wk, mg or mL; for something that is counted write `{{{unit}}}`"
    return "take a unit such as d, wk, mg or mL"
