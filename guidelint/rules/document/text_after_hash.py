"""a text that a `#` cuts off

## What it does

Finds unquoted texts with a `#` behind them that a letter or a digit follows at once, as in `give #2`. YAML takes
everything from there on for a comment. A comment with a space after its `#` is left alone.

## Why it can harm a patient

The reader of the file sees the whole text, the program has only the first half of it.

## Example

```yaml
title: Fever in adults, part #2 # finding: GL011
```

## Mended

```yaml
title: 'Fever in adults, part #2'
```

## How to fix

Put quotes around the whole text, or a space after the `#` where it is a comment.

## Source

YAML 1.2.2, section 6.6 (comments).
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL011", severity=Severity.WARNING)
def text_after_hash(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.TEXT_AFTER_HASH):
        yield Finding(
            "the text ends before this `#`: what follows is a comment",
            at_span(defect.span, defect.route),
            "put quotes around the whole text, or a space after the `#` of a comment",
        )
