"""a code that cannot be one of its code system

## What it does

Finds codes that do not have the form of their code system, its check digit included: SNOMED CT, LOINC, ATC, RxNorm,
ICD-10, ICD-10-CM, ICD-11, ICPC-2 and CPT. Whether a well-formed code exists, and means what the label says, is not
looked up.

## Why it can harm a patient

A code is what other systems act on. One wrong digit, and a finding or a drug is not recognised, or taken for another.

## Example

```yaml
facts:
  fever:
    label: Fever
    type: boolean
    default: false
    codes: [{system: "http://snomed.info/sct", code: '386661007'}] # finding: GL701
```

## Mended

```yaml
facts:
  fever:
    label: Fever
    type: boolean
    default: false
    codes: [{system: "http://snomed.info/sct", code: '386661006'}]
```

## How to fix

Look the concept up in a browser of the code system and copy its code. No code is better than a wrong one.

## Source

SNOMED CT release file specification (Verhoeff's check digit), LOINC Users' Guide (mod 10), the ATC and ICD rule books.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.code_systems import find_code_system
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import rule


@rule(Guideline, code="GL701", severity=Severity.ERROR, stops_walks=False)
def malformed_code(guideline: Guideline) -> Iterator[Finding]:
    for code, route in guideline.codes():
        system = find_code_system(code.system)
        wrong = system.malformed(code.code) if system is not None else None
        if system is not None and wrong is not None:
            yield Finding(
                f"this is no code of {system.title}: {wrong}",
                at_value((*route, "code")),
                "look the concept up, and copy its code",
            )
