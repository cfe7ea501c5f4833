"""a second document in one file

## What it does

Finds a line `---` that begins another document, or anything behind a line `...` that ends the first.

## Why it can harm a patient

Most programs read the first document only, some the last. Whatever stands in the other is not judged and not given.

## Example

```yaml
--- # finding: GL009
id: another-guideline
```

## Mended

```yaml
id: the-only-guideline
```

## How to fix

Put the second document into a file of its own, or remove the line.

## Source

YAML 1.2.2, section 9.2 (streams).
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL009", severity=Severity.ERROR)
def several_documents(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.SEVERAL_DOCUMENTS):
        yield Finding(
            "a second document begins here",
            at_span(defect.span),
            "put it into a file of its own, or remove this line",
        )
