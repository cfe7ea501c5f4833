"""a text that is larger than any guideline

## What it does

Finds files of more bytes, more keys and values, deeper nesting or longer numbers than a guideline can need, before
anything is built from them; and large files that are no guideline at all, since their outermost part is a list, or has
a thousand keys, or since they are little but brackets.

## Why it can harm a patient

Such a file is an accident or an attack; either way it keeps the checks from running at all.

## Example

```yaml
facts:
  platelets: {label: Platelets, type: decimal, range: [0, 1e999]} # finding: GL008
```

## Mended

```yaml
facts:
  fever: {label: Fever, type: boolean, default: false}
```

## How to fix

Name inner conditions as criteria, write numbers with the digits that matter, and leave out what is not part of the
guideline.

## Source

Bounds of guidelint: 64,000,000 bytes, 100 levels, 20,000,000 events, 100 digits, exponents up to 300, 1,000 outermost
keys; and where there are more than 50,000 keys and values, four characters for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL008", severity=Severity.ERROR)
def too_large(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.TOO_LARGE):
        yield Finding(f"too large to be judged: {defect.detail}", at_span(defect.span, defect.route), defect.help)
