"""a value that YAML 1.1 and YAML 1.2 read differently

## What it does

Finds unquoted scalars whose value depends on the version of YAML that a program reads: `no`, `on`, `y` (true or false
in 1.1), `12:30` (base 60), `010` (octal), `1_000`, `0o17`, `1e3`, points in time; and `.nan` and `.inf`, which no
guideline can hold. ISO dates are spared.

## Why it can harm a patient

Most editors read 1.2, most programs 1.1. The author sees `12:30`, and the program that gives the advice works with 750.

## Example

```yaml
language: no # finding: GL003
```

## Mended

```yaml
language: 'no'
```

## How to fix

Put quotes around a text; write a number without a leading zero, without `_` and without an exponent; write `true` and
`false`.

## Source

YAML 1.2.2, section 10.3.2, against the types of YAML 1.1 (bool, int, float, timestamp, value).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.rule import rule

BEHIND_KEY = re.compile(r" *:")


@rule(Document, code="GL003", severity=Severity.ERROR)
def ambiguous_scalar(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.AMBIGUOUS_SCALAR):
        written = shown(document.text[slice(*defect.span)])
        is_word = written.isalpha() and BEHIND_KEY.match(document.text, defect.span.end) is not None
        help = f"put quotes: '{written}'" if is_word else defect.help
        yield Finding(f"`{written}` is {defect.detail}", at_span(defect.span, defect.route), help)
