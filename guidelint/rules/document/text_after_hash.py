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

Put quotes around the whole text, as `--unsafe-fixes` does, or a space after the `#` where it is a comment.

## Source

YAML 1.2.2, section 6.6 (comments).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Rewrite, Severity, Span, at_span
from guidelint.document import Defect, DefectKind, Document
from guidelint.rule import Fixing, rule


@rule(Document, code="GL011", severity=Severity.WARNING, fixing=Fixing.UNSAFELY)
def text_after_hash(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.TEXT_AFTER_HASH):
        yield Finding(
            "the text ends before this `#`: what follows is a comment",
            at_span(defect.span, defect.route),
            "put quotes around the whole text, or a space after the `#` of a comment",
            fix=_fix(document, defect),
        )


def _fix(document: Document, defect: Defect) -> Fix | None:
    """Not where the text goes over lines, or may lie between brackets that the comment swallows."""
    start = document.scalar_before(defect.span.start).start
    text = document.text[start : defect.span.end].rstrip()
    if re.search(r"[\r\n\]}]", text):
        return None
    place = at_span(Span(start, start + len(text)), defect.route)
    return Fix((Rewrite(place, "'" + text.replace("'", "''") + "'"),), "put quotes around the whole text")
