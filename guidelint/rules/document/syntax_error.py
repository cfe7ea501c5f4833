"""a text that is not YAML

## What it does

Finds the place where a text stops being YAML: a bracket or a quote that is never closed, a second `:` in one line, a
tab among the spaces, indentation that fits nothing above.

## Why it can harm a patient

Nothing behind the error is read, so nothing behind it is judged. A program that reads on all the same reads something
that nobody wrote.

## Example

```yaml
facts:
  fever: {label: Fever: above 38 °C, type: boolean, default: false} # finding: GL001
```

## Mended

```yaml
facts:
  fever: {label: 'Fever: above 38 °C', type: boolean, default: false}
```

## How to fix

Quote texts that contain `: `, ` #`, or that begin with a sign such as `@`, `%`, `*`, `>`; close what is open; indent
with spaces.

## Source

YAML 1.2.2, chapters 5 to 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL001", severity=Severity.ERROR)
def syntax_error(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.SYNTAX):
        yield Finding(defect.detail, at_span(defect.span, defect.route), defect.help)
