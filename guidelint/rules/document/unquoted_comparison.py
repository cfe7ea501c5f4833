"""a comparison that YAML takes for a text

## What it does

Finds `age >= 65`, `>=140`, `<5` where a condition or one of its constants stands, and wherever `>` makes YAML expect a
folded text.

## Why it can harm a patient

YAML knows no comparisons. `>5` is even legal: an empty text that would be indented by five, and the limit is gone.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}

nodes:
  ask:
    type: decision
    label: Is it an old person?
    because: [S1]
    branches:
      - {if: age >= 65, then: treat} # finding: GL012
      - {else: wait}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}

nodes:
  ask:
    type: decision
    label: Is it an old person, and has it a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
```

## How to fix

Write the comparison as a mapping: `{fact: age, at-least: 65}`. Put quotes around it where it is a text.

## Source

YAML 1.2.2, section 8.1 (block scalars); the conditions of the guideline format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.rule import rule

COMPARISON = re.compile(
    r"(?:(?P<fact>[a-z][a-z0-9-]*)\s*)?(?P<operator>[<>]=?|[≤≥]|==|!=)\s*(?P<constant>-?[\w.]+( \S+)?)"
)
KEYS = {">": "above", ">=": "at-least", "≥": "at-least", "<": "below", "<=": "at-most", "≤": "at-most"} | {
    "==": "is", "!=": "is-not",
}  # fmt: skip


@rule(Document, code="GL012", severity=Severity.ERROR)
def unquoted_comparison(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.UNQUOTED_COMPARISON):
        message = f"YAML does not read `{shown(defect.detail)}` as a comparison"
        yield Finding(message, at_span(defect.span, defect.route), _help(defect.detail))


def _help(text: str) -> str:
    found = COMPARISON.fullmatch(text) if text == shown(text) else None
    if found is None:
        return "write it as `{fact: NAME, at-least: NUMBER}`, or put quotes around a text"
    written = f"{KEYS[found['operator']]}: {found['constant']}"
    if found["fact"]:
        return f"write `{{fact: {found['fact']}, {written}}}`, or put quotes around a text"
    return f"write `{written}`, or put quotes around a text"
