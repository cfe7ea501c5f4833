"""a reference that nothing cites

## What it does

Finds references that no statement cites and no `because` names.

## Why it can harm a patient

Either a citation was forgotten, and advice looks less founded than it is, or the list promises evidence that nobody
has used.

## Example

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  atlas: {title: An atlas of fever, year: 2021} # finding: GL510
```

## Mended

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  atlas: {title: An atlas of fever, year: 2021}
statements:
  S1: {says: Fever is treated with paracetamol for a few days, cites: [textbook, atlas]}
```

## How to fix

Cite it where it is the source, or take it out of the list, as `--unsafe-fixes` does.

## Source

AGREE II, item 12: each recommendation is linked to its evidence. Every checker of bibliographies asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Remove, Severity, at_key
from guidelint.model import Guideline
from guidelint.names import Namespace
from guidelint.rule import Fixing, Muting, rule


@rule(
    Guideline, code="GL510", severity=Severity.WARNING, fixing=Fixing.UNSAFELY, muted_by={"GL102": Muting.SAME_SUBJECT}
)
def unused_reference(guideline: Guideline) -> Iterator[Finding]:
    used = {name for statement in guideline.statements.values() for name in statement.cites}
    used |= {name for entry in guideline.entries() for name in entry.because}
    for reference in guideline.references.values():
        if reference.id not in used:
            yield Finding(
                "nothing cites this reference",
                at_key(reference.route),
                "cite it where it is the source, or take it out",
                subject=f"{Namespace.GROUND.definitions}/{reference.id}",
                fix=Fix((Remove(at_key(reference.route)),), f"remove `{reference.id}`"),
            )
