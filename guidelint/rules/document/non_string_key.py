"""a key that is no text

## What it does

Finds keys that are a number, true, false, nothing, a list or a mapping.

## Why it can harm a patient

JSON knows only texts as keys, so programs turn other keys into texts, each in its own way (`1.0`, `1`, `True`, `true`).
What refers to such a key finds it in one program and not in another.

## Example

```yaml
facts:
  fever:
    label: Fever
    type: choice
    values:
      none: No fever
      39: 39 °C and above # finding: GL006
```

## Mended

```yaml
facts:
  fever:
    label: Fever
    type: choice
    values:
      none: No fever
      high: 39 °C and above

nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: fever, is: high}, then: treat}
      - {else: wait}
```

## How to fix

Give it a name that begins with a letter.

## Source

YAML 1.2.2, section 10.2 (JSON schema); RFC 8259, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.rule import Muting, rule


@rule(Document, code="GL006", severity=Severity.ERROR, muted_by={"GL003": Muting.SAME_PLACE})
def non_string_key(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.NON_STRING_KEY):
        message, help = _words(defect.detail)
        yield Finding(message, at_span(defect.span, defect.route), help)


def _words(key: str) -> tuple[str, str]:
    if key == "a collection":
        return "a list or a mapping cannot be a key", "write a text as the key"
    if not key:
        return "a value stands here without a key", "write a key before the `:`"
    return f"the key `{shown(key)}` is no text", "give it a name that begins with a letter"
