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
`false`. `--fix` puts the quotes where the value stays the same, and spells numbers out; `--unsafe-fixes` puts them
around numbers that begin with a zero, too.

## Source

YAML 1.2.2, section 10.3.2, against the types of YAML 1.1 (bool, int, float, timestamp, value).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from guidelint.diagnostic import Finding, Fix, Place, Quote, Rewrite, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.document.scalars import resolve
from guidelint.rule import Fixing, rule

BEHIND_KEY = re.compile(r" *:")
LEADING_ZERO = re.compile("[-+]?0[0-9]")


@rule(Document, code="GL003", severity=Severity.ERROR, fixing=Fixing.EITHER)
def ambiguous_scalar(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.AMBIGUOUS_SCALAR):
        raw = document.text[slice(*defect.span)]
        is_key = BEHIND_KEY.match(document.text, defect.span.end) is not None
        help = f"put quotes: '{raw}'" if is_key and raw.isalpha() else defect.help
        place = at_span(defect.span, defect.route)
        yield Finding(f"`{shown(raw)}` is {defect.detail}", place, help, fix=_fix(place, raw, is_key=is_key))


def _fix(place: Place, raw: str, *, is_key: bool) -> Fix:
    """What keeps the value is safe. A number that begins with 0 may well be a text, such as a code."""
    value = resolve(raw)
    if isinstance(value, str) or is_key or LEADING_ZERO.match(raw):
        return Fix((Quote(place),), "put quotes", is_safe=isinstance(value, str) or is_key)
    number = f"{value:f}" if isinstance(value, Decimal) else f"{value}"
    return Fix((Rewrite(place, number),), f"write {number}", is_safe=True)
