"""a tag that says what a value is to be read as

## What it does

Finds tags: `!!str`, `!!float`, `!name`, `!<...>`, and the directive `%TAG` that defines some.

## Why it can harm a patient

A tag changes what the characters behind it mean, and in some programs it runs code. Readers that do not know it leave
it out, or stop.

## Example

```yaml
version: !!str 1.0 # finding: GL005
```

## Mended

```yaml
version: '1.0'
```

## How to fix

Remove the tag; put quotes around a text.

## Source

YAML 1.2.2, section 6.8.2 and 6.9.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.rule import rule

IS_NOT = "write `is-not`, or put quotes around a text"


@rule(Document, code="GL005", severity=Severity.ERROR)
def explicit_tag(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.TAG):
        place = at_span(defect.span, defect.route)
        if defect.detail == "%TAG":
            yield Finding("a directive defines tags, and no guideline needs any", place, "remove the line")
        else:
            message = f"the tag `{shown(defect.detail)}` changes what stands behind it"
            yield Finding(
                message,
                place,
                IS_NOT if defect.detail.startswith("!=") else "remove the tag, and put quotes around a text",
            )
