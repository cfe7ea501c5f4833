"""a part of the guideline that does not have the shape of the format

## What it does

Finds misspelt and missing keys, values of the wrong kind, ids and dates that are none: everything that the JSON Schema
in `schema/guideline.schema.json` refuses. One mistake is one finding, at the key or the value itself.

## Why it can harm a patient

What is misspelt is not read. A contraindication under `contraindications`, or a `course` under `duration`, is no longer
there for any check that follows; so no other rule judges a guideline before its shape is right.

## Example

```yaml
interventions:
  paracetamol: {label: Paracetamol, kind: medication, contraindications: {when: fever}} # finding: GL101
```

## Mended

```yaml
interventions:
  paracetamol: {label: Paracetamol, kind: medication, contraindicated: {when: {not: fever}}}
```

## How to fix

Write what the help says. With `# yaml-language-server: $schema=...` in its first line, an editor completes keys and
values from the schema, and shows the same mistakes while you type.

`--fix` writes the one key or choice that is a single stroke away, takes quotes away from numbers and puts them around
texts that look like some, and spells days and quantities as they have to be; `--unsafe-fixes` writes whatever the help
says where it names one way.

## Source

JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity
from guidelint.rule import Fixing, Muting, rule
from guidelint.schema import SchemaVerdict


@rule(
    SchemaVerdict,
    code="GL101",
    severity=Severity.ERROR,
    fixing=Fixing.EITHER,
    muted_by={"GL003": Muting.SAME_PLACE, "GL012": Muting.SAME_PLACE},
)
def schema_violation(verdict: SchemaVerdict) -> Iterator[Finding]:
    yield from verdict.findings
