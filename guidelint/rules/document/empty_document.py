"""a file without a guideline in it

## What it does

Finds files that hold nothing, or nothing but comments.

## Why it can harm a patient

An empty file passes every check that looks for mistakes, and advises nobody.

## Example

```yaml
# whole file # finding: GL010
```

## Mended

```yaml
title: Fever in adults
```

## How to fix

Write the guideline, or remove the file.

## Source

YAML 1.2.2, section 9.2: an empty stream holds no document.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL010", severity=Severity.ERROR)
def empty_document(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.EMPTY):
        yield Finding("this file holds no guideline", at_span(defect.span), "write the guideline, or remove the file")
